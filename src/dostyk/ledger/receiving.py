"""What is on its way into the ledger: places that could not be read, feeds and their pages, outlets as graded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from dostyk.ledger.engine import Store
from dostyk.ledger.rows import chunks, dump, now
from dostyk.ledger.schema import failures, feeds, fetches, outlets, readings

WAITING, READ, FAILED = "waiting", "read", "failed"


@dataclass(frozen=True, slots=True)
class Failure:
    """A place that could not be read: `place` is what to read again, `inside` where in it the fault lies.

    `options` are the day and outlet that were supplied; `tries` counts attempts, the last one at `at` (UTC).
    """

    place: str
    reason: str
    remedy: str = ""
    inside: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    tries: int = 1
    at: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that is followed: its server's marks of the last state, the next time (seconds since 1970), failed tries
    in a row with the last reason."""

    url: str
    etag: str = ""
    modified: str = ""
    next_at: float = 0.0
    tries: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page that a feed named. `item` holds what the feed says of it: title, day, outlet, language."""

    url: str
    feed: str
    item: Mapping[str, str] = field(default_factory=dict)
    state: str = WAITING
    next_at: float = 0.0
    tries: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet as people grade it; `reliability` is the Admiralty letter A to F, empty where nobody graded it."""

    name: str
    country: str = ""
    language: str = ""
    reliability: str = ""
    feeds: tuple[str, ...] = ()


class Receiving:
    """The part of a ledger that keeps track of what comes in. Every call is one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def knows(self, report: str, reader: str) -> bool:
        """Whether the ledger has a reading of this report by this version of the reader."""
        query = select(readings.c.number).where(readings.c.report == report, readings.c.reader == reader)
        with self._store.reading() as connection:
            return connection.execute(query).first() is not None

    # Failures

    def failures(self) -> list[Failure]:
        """All places that could not be read, sorted."""
        query = select(failures).order_by(failures.c.place, failures.c.inside)
        with self._store.reading() as connection:
            return [_failure(row) for row in connection.execute(query).mappings()]

    def settle(self, place: str, found: Sequence[Failure]) -> None:
        """Put what is wrong with a place now in the stead of what was; nothing where all of it was read."""
        with self._store.writing() as connection:
            query = select(func.max(failures.c.tries)).where(failures.c.place == place)
            tries = (connection.execute(query).scalar() or 0) + 1
            connection.execute(delete(failures).where(failures.c.place == place))
            for failure in {each.inside: each for each in found}.values():
                row = {"place": place, "inside": failure.inside, "reason": failure.reason, "remedy": failure.remedy,
                       "at": now(), "tries": tries, "options": dump(dict(failure.options))}  # fmt: skip
                connection.execute(insert(failures), row)

    # Feeds and pages

    def feed(self, url: str) -> Feed:
        """What is known of a feed; a fresh one where nothing is."""
        with self._store.reading() as connection:
            row = connection.execute(select(feeds).where(feeds.c.url == url)).mappings().first()
        return Feed(**row) if row else Feed(url)

    def put_feed(self, feed: Feed, pages: Iterable[Page] = ()) -> int:
        """Note the state of a feed and the pages it names; those known already stay as they are. Gives how many are
        new."""
        with self._store.writing() as connection:
            connection.execute(delete(feeds).where(feeds.c.url == feed.url))
            row = {"url": feed.url, "etag": feed.etag, "modified": feed.modified, "next_at": feed.next_at,
                   "tries": feed.tries, "reason": feed.reason}  # fmt: skip
            connection.execute(insert(feeds), row)
            return _add_pages(connection, {page.url: page for page in pages})

    def waiting(self, feed_urls: Iterable[str]) -> list[Page]:
        """Pages of these feeds that are still to be read, in the order in which they may be asked for."""
        wanted = set(feed_urls)
        query = select(fetches).where(fetches.c.state == WAITING).order_by(fetches.c.next_at, fetches.c.url)
        with self._store.reading() as connection:
            rows = connection.execute(query).mappings().all()
        return [_page(row) for row in rows if row["feed"] in wanted]

    def put_page(self, page: Page) -> None:
        """Note what became of a page."""
        values = {"state": page.state, "next_at": page.next_at, "tries": page.tries, "reason": page.reason}
        with self._store.writing() as connection:
            connection.execute(update(fetches).where(fetches.c.url == page.url).values(**values))

    def failed_pages(self) -> list[Page]:
        """Pages that were given up."""
        query = select(fetches).where(fetches.c.state == FAILED).order_by(fetches.c.url)
        with self._store.reading() as connection:
            return [_page(row) for row in connection.execute(query).mappings()]

    def pages(self, feed_urls: Iterable[str]) -> list[Page]:
        """All pages that these feeds named, whatever became of them."""
        wanted = set(feed_urls)
        with self._store.reading() as connection:
            rows = connection.execute(select(fetches).order_by(fetches.c.url)).mappings().all()
        return [_page(row) for row in rows if row["feed"] in wanted]

    # Outlets

    def outlets(self) -> dict[str, Outlet]:
        """Graded outlets by name."""
        with self._store.reading() as connection:
            rows = connection.execute(select(outlets).order_by(outlets.c.name)).mappings().all()
        return {row["name"]: Outlet(**{**row, "feeds": tuple(row["feeds"].split())}) for row in rows}

    def put_outlets(self, found: Iterable[Outlet]) -> None:
        """Note outlets, each in the stead of what was noted under its name."""
        with self._store.writing() as connection:
            for outlet in {each.name: each for each in found}.values():
                connection.execute(delete(outlets).where(outlets.c.name == outlet.name))
                row = {"name": outlet.name, "country": outlet.country, "language": outlet.language,
                       "reliability": outlet.reliability, "feeds": "\n".join(outlet.feeds)}  # fmt: skip
                connection.execute(insert(outlets), row)


def _add_pages(connection: Connection, pages: Mapping[str, Page]) -> int:
    known: set[str] = set()
    for some in chunks(pages):
        known.update(connection.execute(select(fetches.c.url).where(fetches.c.url.in_(some))).scalars())
    rows = [
        {"url": page.url, "feed": page.feed, "state": page.state, "next_at": page.next_at, "tries": page.tries,
         "reason": page.reason, "item": dump(dict(page.item))}
        for page in pages.values() if page.url not in known
    ]  # fmt: skip
    for rows_now in chunks(rows):
        connection.execute(insert(fetches), rows_now)
    return len(rows)


def _failure(row: RowMapping) -> Failure:
    return Failure(row["place"], row["reason"], row["remedy"], row["inside"], json.loads(row["options"]),
                   row["tries"], row["at"])  # fmt: skip


def _page(row: RowMapping) -> Page:
    return Page(row["url"], row["feed"], json.loads(row["item"]), row["state"], row["next_at"], row["tries"],
                row["reason"])  # fmt: skip
