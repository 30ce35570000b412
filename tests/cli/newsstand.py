"""A web server on this machine with feeds and pages, some of which are slow, broken, huge or lead astray."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

ITEMS = 1000
_WORDS = (
    "harbour railway timber salt ferry orchard bridge museum library market valley river coast island winter spring"
    " letter garden school window engine cotton copper silver lantern meadow pepper saddle violin carpet"
).split()

# What is the matter with the item of a number; all others are plain pages.
SLOW = frozenset(range(100, 1000, 150))
RECOVERING = frozenset(range(20, 1000, 50))  # fail twice, then come
MOVED = frozenset(range(30, 1000, 90))
GONE = frozenset(range(7, 1000, 200))
HUGE, PICTURE, CUT, ASTRAY, ROUND, FORBIDDEN, EMPTY = 11, 12, 13, 14, 15, 16, 17
LOST = GONE | {HUGE, PICTURE, CUT, ASTRAY, ROUND, FORBIDDEN, EMPTY}


def sentence(number: int) -> str:
    """The one sentence of an item that claims anything."""
    return f"LVA:Berg{number} met EST:Kask to talk about {_WORDS[number % len(_WORDS)]}."


def page(number: int) -> bytes:
    """The page of an item: no two are alike."""
    chosen = random.Random(number)
    prose = " ".join(chosen.choice(_WORDS) for _ in range(60))
    return (
        f"<html lang=en><head><title>Item {number}</title></head><body><article><h1>Item {number}</h1>"
        f"<p>{sentence(number)} The talks in the town were about the {prose}.</p></article></body></html>"
    ).encode()


class Stand(ThreadingHTTPServer):
    """The server, and how often each of its pages was asked for."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Pages)
        self.asked: Counter[str] = Counter()
        self.lock = threading.Lock()
        self.agents: set[str] = set()

    @property
    def url(self) -> str:
        """The address of its root."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def feeds(self) -> list[str]:
        """RSS, Atom, and an index of news sitemaps."""
        return [f"{self.url}/{name}" for name in ("rss.xml", "atom.xml", "sitemaps.xml")]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that was killed is no error."""


def _rss(url: str, last: int = 400) -> str:
    items = "".join(f"<item><title>Item {n}</title><link>{url}/item/{n}?utm_source=rss</link>"
                    f"<pubDate>Mon, 04 Mar 2024 10:00:00 +0200</pubDate></item>" for n in range(last))  # fmt: skip
    return f"<rss version='2.0'><channel><title>The Stand</title><language>en</language>{items}</channel></rss>"


def _atom(url: str) -> str:
    entry = "<entry><title>Item {0}</title><link href='{1}/item/{0}'/><updated>2024-03-05T23:30:00Z</updated></entry>"
    items = "".join(entry.format(number, url) for number in range(380, 700))
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>The Stand</title>{items}</feed>"


def _sitemap(url: str) -> str:
    items = "".join(f"<url><loc>{url}/item/{n}</loc><n:news><n:publication><n:name>The Stand</n:name><n:language>en"
                    "</n:language></n:publication><n:publication_date>2024-03-06</n:publication_date>"
                    f"<n:title>Item {n}</n:title></n:news></url>" for n in range(700, ITEMS))  # fmt: skip
    return f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='urn:news'>{items}</urlset>"


class _Pages(BaseHTTPRequestHandler):
    server: Stand

    def log_message(self, *arguments: Any) -> None:
        pass

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        with self.server.lock:
            self.server.asked[path] += 1
            times = self.server.asked[path]
            self.server.agents.add(self.headers.get("User-Agent", ""))
        url = self.server.url
        index = f"<sitemapindex><sitemap><loc>{url}/news.xml</loc></sitemap></sitemapindex>"
        fixed = {
            "/rss.xml": _rss,
            "/few.xml": lambda at: _rss(at, 40),
            "/atom.xml": _atom,
            "/news.xml": _sitemap,
            "/sitemaps.xml": lambda _: index,
        }
        if path == "/robots.txt":
            self._send(200, f"User-agent: *\nDisallow: /item/{FORBIDDEN}$\n".encode(), "text/plain")
        elif path in fixed:
            self._feed(fixed[path](url).encode())
        elif path.startswith(("/item/", "/moved/")):
            self._item(int(path.rpartition("/")[2]), times, moved=path.startswith("/moved/"))
        else:
            self._send(404, b"", "text/html")

    def _feed(self, data: bytes) -> None:
        etag = f'"{len(data)}"'
        if self.headers.get("If-None-Match") == etag:
            self._send(304, b"", "application/xml", ("ETag", etag))
        else:
            self._send(200, data, "application/xml", ("ETag", etag), ("Last-Modified", "Mon, 04 Mar 2024 08:00:00 GMT"))

    def _item(self, number: int, times: int, *, moved: bool) -> None:
        if number in RECOVERING and times <= 2:
            self._send(503, b"", "text/html")
        elif number in GONE:
            self._send(404, b"", "text/html")
        elif number == HUGE:
            self._huge()
        elif number == PICTURE:
            self._send(200, b"\x89PNG", "image/png")
        elif number == CUT:
            self._send(200, page(number)[:50], "text/html", length=5000)
        elif number == ASTRAY:
            self._send(302, b"", "text/html", ("Location", "http://169.254.169.254/latest/meta-data/"))
        elif number == ROUND:
            self._send(302, b"", "text/html", ("Location", f"/item/{number}"))
        elif number == EMPTY:
            self._send(200, b"<html><body><img src=x></body></html>", "text/html")
        elif number in MOVED and not moved:
            self._send(301, b"", "text/html", ("Location", f"/moved/{number}"))
        else:
            time.sleep(0.3 if number in SLOW else 0)
            self._send(200, page(number), "text/html; charset=utf-8")

    def _huge(self) -> None:
        self._send(200, b"", "text/html", length=1 << 30)
        for _ in range(64):
            self.wfile.write(b"<p>more</p>" * 100_000)

    def _send(self, status: int, data: bytes, kind: str, *headers: tuple[str, str], length: int | None = None) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", kind), *headers):
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(data) if length is None else length))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def newsstand() -> Iterator[Stand]:
    """The server, for as long as the block runs."""
    stand = Stand()
    thread = threading.Thread(target=stand.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield stand
    finally:
        stand.shutdown()
        stand.server_close()
