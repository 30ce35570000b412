"""RSS, Atom and news sitemaps → the pages they name."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dostyk.intake.days import read_day
from dostyk.intake.net.addresses import plain_url

MOST_ITEMS = 10_000
_SITEMAP = re.compile(rb"<(?:\w+:)?(urlset|sitemapindex)\b")


@dataclass(frozen=True, slots=True)
class Item:
    """A page as its feed names it: what the feed does not say is empty. `day` is ISO."""

    url: str
    title: str = ""
    day: str = ""
    outlet: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class FeedRead:
    """What a feed says. `feeds` are sitemaps that an index of sitemaps names; `reason` tells why it is no feed."""

    items: tuple[Item, ...] = ()
    feeds: tuple[str, ...] = ()
    reason: str = ""


def read_feed(data: bytes, url: str, headers: Mapping[str, str] | None = None) -> FeedRead:
    """The items of a feed, in its order, each address once. Data never makes it raise."""
    try:
        found = _sitemap(data) if _SITEMAP.search(data[:4096]) else _feed(data, url, headers or {})
    except Exception as error:  # noqa: BLE001 -- what stands at an address may be anything
        return FeedRead(reason=f"is no feed that can be read ({str(error)[:120]})")
    items = {item.url: item for item in found.items[:MOST_ITEMS] if item.url.startswith(("http://", "https://"))}
    return FeedRead(tuple(items.values()), found.feeds, found.reason)


def _feed(data: bytes, url: str, headers: Mapping[str, str]) -> FeedRead:
    import feedparser

    kept = {"content-location": url, "content-type": headers.get("content-type", "")}
    stream = io.BytesIO(data)
    parsed: Any = feedparser.parse(  # type: ignore[attr-defined, no-untyped-call]
        stream, response_headers=kept, sanitize_html=False
    )
    if not parsed.get("version") and not parsed.entries:
        return FeedRead(reason="is no feed: neither RSS nor Atom nor a news sitemap")
    about = parsed.feed
    outlet, language = _words(about.get("title", "")), str(about.get("language", ""))
    return FeedRead(tuple(
        Item(plain_url(str(entry.get("link", ""))), _words(entry.get("title", "")), _entry_day(entry), outlet, language)
        for entry in parsed.entries
    ))  # fmt: skip


def _entry_day(entry: Any) -> str:
    """The civil day in the writer's zone, as it stands; else the day in UTC that the parser made of it."""
    for name in ("published", "updated", "created"):
        written = str(entry.get(name, "")).strip()
        if not written:
            continue
        reading = read_day(written)
        if reading.day:
            return reading.day.isoformat()
        parsed = entry.get(f"{name}_parsed")
        if parsed:
            return date(*parsed[:3]).isoformat()
    return ""


def _sitemap(data: bytes) -> FeedRead:
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    root = etree.fromstring(data, parser)
    if root is None:
        return FeedRead(reason="is a damaged sitemap")
    if _name(root) == "sitemapindex":
        return FeedRead(feeds=tuple(_children(root, "sitemap", "loc")))
    items = []
    for entry in root.iter("{*}url"):
        said = {_name(node): (node.text or "").strip() for node in entry.iter() if isinstance(node.tag, str)}
        reading = read_day(said.get("publication_date", ""))
        items.append(
            Item(
                plain_url(said.get("loc", "")),
                _words(said.get("title", "")),
                reading.day.isoformat() if reading.day else "",
                _words(said.get("name", "")),
                said.get("language", ""),
            )
        )
    return FeedRead(tuple(items))


def _children(root: Any, outer: str, inner: str) -> Iterator[str]:
    for node in root.iter(f"{{*}}{outer}"):
        for each in node.iter(f"{{*}}{inner}"):
            url = plain_url(each.text or "")
            if url:
                yield url


def _name(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]


def _words(text: str) -> str:
    """A title as one line; feeds put markup into it as they like."""
    from dostyk.intake.html import fragment_text

    plain = fragment_text(text) if "<" in text or "&" in text else text
    return " ".join(plain.split())[:500]
