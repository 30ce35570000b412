"""Addresses, robots.txt, feeds and requests, without the network."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dostyk.intake.net import Fetcher, FetchError, Guard, Item, Limits, Robots, read_feed, read_robots
from dostyk.intake.net.addresses import NotAllowed, plain_url


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1",
            "172.16.0.9",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "224.0.0.1",
        ),
        *(
            "::1",
            "fe80::1%eth0",
            "fc00::1",
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "::",
            "255.255.255.255",
        ),
    ],
)
def test_private_addresses_are_not_asked(address: str) -> None:
    with pytest.raises(NotAllowed, match="no public address"):
        Guard(resolver=lambda host, port: [address]).target("https://news.example/1")
    # One bad address among good ones is enough: the server's operator chooses which is tried.
    with pytest.raises(NotAllowed):
        Guard(resolver=lambda host, port: ["93.184.215.14", address]).target("https://news.example/1")


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_public_addresses_are_asked(address: str) -> None:
    target = Guard(resolver=lambda host, port: [address]).target("https://news.example/1?a=b#part")
    assert (target.port, target.path, target.addresses) == (443, "/1?a=b", (address,))


def test_the_user_can_allow_a_host_or_a_network() -> None:
    for allowed in ("wire.local", "10.0.0.0/8", "10.1.2.3"):
        assert Guard([allowed], lambda host, port: ["10.1.2.3"]).target("http://wire.local:8080/").port == 8080
    with pytest.raises(NotAllowed):
        Guard(["wire.local"], lambda host, port: ["10.1.2.3"]).target("http://other.local/")


@pytest.mark.parametrize(
    "url",
    ["ftp://a.example/", "file:///etc/passwd", "http://", "http://a.example:99999/", "http://u:p@a.example/",
     "http://[::1/", "http://a.example/\r\nHost: b", "http://a.example/" + "x" * 3000],
)  # fmt: skip
def test_odd_addresses_are_refused(url: str) -> None:
    with pytest.raises(NotAllowed):
        Guard(resolver=lambda host, port: ["93.184.215.14"]).target(url)


def test_one_page_keeps_one_address() -> None:
    assert plain_url(" HTTPS://A.example/x?utm_source=rss&id=3&fbclid=1#top ") == "https://a.example/x?id=3"
    assert plain_url("not an address") == ""
    assert plain_url("http://[") == ""


ROBOTS = b"""
User-agent: other
Disallow: /

User-agent: Dostyk
User-agent: third
Disallow: /private/
Allow: /private/open
Disallow: /*.cgi$
Crawl-delay: 3.5
"""


def test_robots() -> None:
    rules = read_robots(ROBOTS)
    allowed = {path: rules.allows(f"https://a.example{path}") for path in
               ("/", "/private/x", "/private/open/1", "/a.cgi", "/a.cgi?x", "")}  # fmt: skip
    assert allowed == {
        "/": True,
        "/private/x": False,
        "/private/open/1": True,
        "/a.cgi": False,
        "/a.cgi?x": True,
        "": True,
    }
    assert rules.delay == 3.5
    assert not read_robots(b"User-agent: *\nDisallow: /\n").allows("https://a.example/x")
    assert read_robots(b"Disallow: /\n").allows("https://a.example/x")
    assert read_robots(b"User-agent: *\nDisallow:\nCrawl-delay: 1e9").delay == 0
    assert read_robots(b"User-agent: *\nCrawl-delay: 9999").delay == 60


@settings(deadline=400)
@given(st.text("/*$ab", max_size=40), st.text("/ab", max_size=200))
def test_no_rule_is_slow_or_raises(rule: str, path: str) -> None:
    Robots(((False, rule),)).allows(f"https://a.example/{path}")


def test_rss_atom_and_sitemaps() -> None:
    rss = read_feed(
        b"<rss version='2.0'><channel><title>Desk</title><language>en-GB</language><item>"
        b"<title>A &lt;b&gt;visit&lt;/b&gt;</title><link>https://a.example/1?utm_medium=x</link>"
        b"<pubDate>Mon, 04 Mar 2024 23:30:00 -0500</pubDate></item>"
        b"<item><title>No link</title></item><item><link>javascript:alert(1)</link></item></channel></rss>",
        "https://a.example/rss",
    )
    assert rss.items == (Item("https://a.example/1", "A visit", "2024-03-04", "Desk", "en-GB"),)
    index = read_feed(b"<sitemapindex><sitemap><loc>https://a.example/n.xml</loc></sitemap></sitemapindex>", "")
    assert index.feeds == ("https://a.example/n.xml",)
    assert read_feed(b"<html><body>Hello</body></html>", "").reason.startswith("is no feed")
    assert read_feed(b"", "").reason.startswith("is no feed")


PIECES = st.sampled_from(
    [
        *(b"<rss>", b"<channel>", b"<item>", b"<link>http://a.example/1</link>", b"</item>", b"<urlset>", b"<url>"),
        *(b"<loc>", b"http://[", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"<pubDate>9999-99-99</pubDate>", b"\x00"),
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.lists(PIECES).map(b"".join)))
def test_no_feed_is_too_odd(data: bytes) -> None:
    assert all(item.url.startswith("http") for item in read_feed(data, "https://a.example/").items)


@contextmanager
def answering(*pieces: bytes | float) -> Iterator[str]:
    """A server that sends these bytes, pausing where a number stands among them, and then hangs up."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        made, _ = listening.accept()
        with made:
            made.recv(65536)
            for piece in pieces:
                if isinstance(piece, bytes):
                    try:
                        made.sendall(piece)
                    except OSError:
                        return
                else:
                    time.sleep(piece)

    threading.Thread(target=serve, daemon=True).start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    listening.close()


def got(url: str, **limits: float) -> bytes:
    return Fetcher(Guard(["127.0.0.1"]), Limits(**limits)).get(url).data  # type: ignore[arg-type]


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def test_pages_arrive_packed_and_in_chunks() -> None:
    packed = gzip.compress(b"words " * 1000)
    with answering(OK + b"Content-Encoding: gzip\r\n\r\n", packed) as url:
        assert got(url) == b"words " * 1000
    with answering(OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nwords\r\n0\r\n\r\n") as url:
        assert got(url) == b"words"


@pytest.mark.parametrize(
    ("pieces", "reason"),
    [
        ((OK + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"0" * (9 << 20))), "is larger than 1 MB"),
        ((OK + b"\r\n", b"0" * (2 << 20)), "is larger than 1 MB"),
        ((OK + b"Content-Length: 9999999\r\n\r\nshort",), "is larger than 1 MB"),
        ((OK + b"Content-Length: 99\r\n\r\nshort",), "was cut off"),
        ((OK + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"words")[:-9]), "was cut off"),
        ((OK + b"Transfer-Encoding: chunked\r\n\r\n64\r\nshort",), "was cut off"),
        ((OK[:9], 2.0), "its server is too slow"),
        ((*([b"X: y\r\n", 0.1] * 30),), "is not got"),
        ((OK, *([b"X: y\r\n", 0.1] * 30)), "its server is too slow"),
        ((b"nonsense\r\n\r\n",), "is not got"),
        ((), "is not got"),
        ((b"HTTP/1.1 301 Moved\r\n\r\n",), "without saying where to"),
        ((b"HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\n\r\n",), "no public address"),
        ((b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n",), "only http and https"),
        ((b"HTTP/1.1 302 Found\r\nLocation: http://[bad/\r\n\r\n",), "leads on to what is no address"),
    ],
)
def test_what_goes_wrong_is_named_and_bounded(pieces: tuple[bytes | float, ...], reason: str) -> None:
    start = time.monotonic()
    with answering(*pieces) as url, pytest.raises(FetchError, match=reason):
        got(url, size=1 << 20, seconds=1.0, silence=0.8)
    assert time.monotonic() - start < 3


@pytest.mark.parametrize(("said", "after"), [(b"120", 120.0), (b"Fri, 31 Dec 1999 23:59:59 GMT", 0.0), (b"soon", 0.0)])
def test_a_server_says_when_to_come_again(said: bytes, after: float) -> None:
    with (
        answering(b"HTTP/1.1 429 Too Many\r\nRetry-After: " + said + b"\r\n\r\n") as url,
        pytest.raises(FetchError) as error,
    ):
        got(url)
    assert (error.value.again, error.value.after, error.value.status) == (True, after, 429)
