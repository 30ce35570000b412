"""Following feeds: what is due is fetched, what is new is read, and every step is noted in the ledger at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dostyk.intake import Defaults, Draft, Failed, read_page
from dostyk.intake.net import Fetched, Fetcher, FetchError, Item, Robots, read_feed, read_robots
from dostyk.intake.webarchive import PAGE_TYPES
from dostyk.ledger.receiving import FAILED, READ, WAITING, Feed, Outlet, Page, Receiving

if TYPE_CHECKING:
    from dostyk.cli.receive import Receiver
    from dostyk.cli.stopping import Stop

_MOST_SITEMAPS = 200
_ROBOTS_LAST = 24 * 3600.0
_LONGEST_WAIT = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Manners:
    """How politely to ask: seconds between two requests to a host, between two looks at a feed, and before the second
    try of what failed (doubled each time); how many tries a page gets."""

    delay: float = 2.0
    every: float = 1800.0
    again: float = 60.0
    tries: int = 5


@dataclass
class Follower:
    """Follows feeds. `tell` gets a line for people about what went wrong."""

    receiving: Receiving
    receiver: Receiver
    fetcher: Fetcher
    feeds: tuple[str, ...]
    stop: Stop
    tell: Callable[[str], None]
    manners: Manners = field(default_factory=Manners)
    outlets: Mapping[str, Outlet] = field(default_factory=dict)  # by the address of their feed
    clock: Callable[[], float] = time.time
    troubled: bool = False  # a feed could not be read
    _robots: dict[str, tuple[float, Robots | None]] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)  # when a host was asked last
    _queue: dict[str, Page] = field(default_factory=dict)  # pages that wait, by address
    _parents: dict[str, str] = field(default_factory=dict)  # of a sitemap, the address the user gave

    def round(self) -> None:
        """Look at every feed that is due, then read every page that is."""
        waiting = list(self.feeds)
        while waiting and not self.stop:
            url = waiting.pop(0)
            feed = self.receiving.feed(url)
            if self._is_due(feed):
                waiting += self._look(feed)
        self._queue = {page.url: page for page in self.receiving.waiting(self._named())}
        while not self.stop:
            page = self._next()
            if page is None:
                return
            self._note(self._page(page))

    def _is_due(self, feed: Feed) -> bool:
        """Whether to look at a feed now; one that failed waits as long as it was told to."""
        return feed.next_at <= self.clock() or (not self.manners.every and not feed.tries)

    def due_at(self) -> float:
        """When there is something to do again, in seconds since 1970."""
        times = [self.receiving.feed(url).next_at for url in self.feeds]
        times += [page.next_at for page in self.receiving.waiting(self._named())]
        return min(times, default=self.clock())

    def waiting(self) -> int:
        """How many pages are still to be read."""
        return len(self.receiving.waiting(self._named()))

    def _named(self) -> list[str]:
        return [*self.feeds, *self._parents]

    # Feeds

    def _look(self, feed: Feed) -> list[str]:
        """Look at a feed and note what it names; gives the sitemaps that an index names, which are looked at next."""
        marks = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
        now = self.clock()
        try:
            found = self._get(feed.url, {name: value for name, value in marks.items() if value})
            read = None if found.status == 304 else read_feed(found.data, found.url, found.headers)
            if read is not None and read.reason:
                raise FetchError(read.reason)
        except FetchError as error:
            self.tell(f"feed {feed.url}: {_reason(error)}")
            self.troubled = True
            after = max(error.after, self._pause(feed.tries))
            self.receiving.put_feed(replace(feed, next_at=now + after, tries=feed.tries + 1, reason=error.reason))
            return []
        if read is None:
            self.receiving.put_feed(replace(feed, next_at=now + self.manners.every, tries=0, reason=""))
            return []
        sitemaps = [url for url in read.feeds if url not in self._parents][: _MOST_SITEMAPS - len(self._parents)]
        self._parents.update(dict.fromkeys(sitemaps, self._parents.get(feed.url, feed.url)))
        etag, modified = found.headers.get("etag", ""), found.headers.get("last-modified", "")
        if read.feeds:  # an index is asked for whole each time, since its sitemaps are not noted with it
            etag = modified = ""
        state = Feed(feed.url, etag, modified, now + self.manners.every)
        self.receiving.put_feed(state, [self._noted(item, feed.url) for item in read.items])
        return sitemaps

    def _noted(self, item: Item, feed: str) -> Page:
        outlet = self.outlets.get(self._parents.get(feed, feed)) or self.outlets.get(feed)
        said = {
            "title": item.title,
            "day": item.day,
            "outlet": outlet.name if outlet else item.outlet,
            "language": outlet.language if outlet and outlet.language else item.language,
        }
        return Page(item.url, feed, {name: value for name, value in said.items() if value})

    # Pages

    def _next(self) -> Page | None:
        """The page that may be asked for soonest, once its host may be asked; None where none is due."""
        now = self.clock()
        due = [page for page in self._queue.values() if page.next_at <= now]
        return min(due, key=lambda page: (self._free_at(page.url), page.url), default=None)

    def _note(self, page: Page) -> None:
        self.receiving.put_page(page)
        if page.state == WAITING:
            self._queue[page.url] = page
        else:
            del self._queue[page.url]

    def _page(self, page: Page) -> Page:
        """Fetch and read a page; gives its new state."""
        try:
            found = self._get(page.url, {})
            if found.type and found.type not in PAGE_TYPES:
                raise FetchError(f"is of type {found.type}, which is not read")
        except FetchError as error:
            return self._failed(page, error)
        failed = self._read(page, found)
        state = replace(page, tries=page.tries + 1, next_at=0.0)
        if failed is None:
            return replace(state, state=READ, reason="")
        self.tell(f"not read: {failed.error()}")
        return replace(state, state=FAILED, reason=failed.reason)

    def _failed(self, page: Page, error: FetchError) -> Page:
        last = not error.again or page.tries + 1 >= self.manners.tries
        if last:
            self.tell(f"not read: {page.url}: {_reason(error)}")
            self.receiver.take(Failed(page.url, error.reason, error.remedy, error.kind))
        return replace(
            page,
            state=FAILED if last else WAITING,
            tries=page.tries + 1,
            next_at=self.clock() + max(error.after, self._pause(page.tries)),
            reason=error.reason,
        )

    def _read(self, page: Page, found: Fetched) -> Failed | None:
        item = page.item
        said = Draft("", title=item.get("title", ""), day=item.get("day", ""), outlet=item.get("outlet", ""),
                     language=item.get("language", ""))  # fmt: skip
        suffix = PAGE_TYPES.get(found.type, "")
        failed: Failed | None = None
        defaults = Defaults(date.today())
        for each in read_page(found.url, found.data, suffix, charset=found.charset, item=said, defaults=defaults):
            failed = self.receiver.take(each) or failed
        return failed

    # Requests

    def _get(self, url: str, headers: Mapping[str, str]) -> Fetched:
        robots = self._rules(url)
        if robots is None:
            raise FetchError("the robots.txt of its host cannot be read", "try later", again=True)
        if not robots.allows(url):
            raise FetchError("its host's robots.txt asks not to read it", "save it by hand and give the file")
        self.stop.wait(self._free_at(url) - self.clock())
        try:
            return self.fetcher.get(url, headers)
        finally:
            self._asked[_host(url)] = self.clock()

    def _free_at(self, url: str) -> float:
        """When a host may be asked again."""
        host = _host(url)
        known = self._robots.get(host)
        delay = max(self.manners.delay, known[1].delay if known and known[1] else 0.0)
        return self._asked[host] + delay if host in self._asked else 0.0

    def _rules(self, url: str) -> Robots | None:
        """What the host asks for; None where it cannot be learnt now. A host without a robots.txt asks for nothing."""
        host = _host(url)
        known = self._robots.get(host)
        now = self.clock()
        if known is not None and known[0] > now:
            return known[1]
        rules: Robots | None
        last = _ROBOTS_LAST
        try:
            rules = read_robots(self.fetcher.get(f"{host}/robots.txt").data)
        except FetchError as error:
            if not error.again and not error.status:
                raise  # the host may not be asked at all
            none_there = 400 <= error.status < 500 and error.status != 429
            rules, last = (Robots(), _ROBOTS_LAST) if none_there else (None, self.manners.again)
        self._robots[host] = (now + last, rules)
        return rules

    def _pause(self, tries: int) -> float:
        return float(min(self.manners.again * 2 ** min(tries, 20), _LONGEST_WAIT))


def _reason(error: FetchError) -> str:
    return error.reason + (f"; {error.remedy}" if error.remedy else "")


def _host(url: str) -> str:
    """The host of an address; what is no address is a host of its own, which asking it refuses."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return f"{parts.scheme}://{parts.netloc}"


def by_feed(outlets: Iterable[Outlet]) -> dict[str, Outlet]:
    """Outlets by the address of each of their feeds."""
    return {feed: outlet for outlet in outlets for feed in outlet.feeds}
