"""What stands before every route: who may ask, how much may be sent, and which headers go out with each answer."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE_METHODS = frozenset(("GET", "HEAD", "OPTIONS"))
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # without a referrer, browsers send the origin of our own forms as null
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class TooLarge(Exception):
    """A request's body went over the limit while it was read."""


class Guard:
    """Refuses foreign hosts, foreign origins that want to change something, and bodies over `largest` bytes."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str], largest: int) -> None:
        self._app, self._hosts, self._largest = app, frozenset(host.lower() for host in hosts), largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False
        body = Counted(receive, self._largest)

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if body.over and not started:
                raise TooLarge  # whatever the route made of half a body
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, send_with_headers)
            return
        try:
            await self._app(scope, body, send_with_headers)
        except TooLarge:
            if not started:
                body.over = False
                await self._too_large()(scope, receive, send_with_headers)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        if host_name(headers.get("host", "")) not in self._hosts:
            return PlainTextResponse("This site answers to its own address only.", 421)
        if scope["method"] not in SAFE_METHODS and not _same_origin(headers):
            return PlainTextResponse("Only pages of this site may change the ledger.", 403)
        length = headers.get("content-length", "0")
        if not length.isdecimal():
            return PlainTextResponse("The length of the request is no number.", 400)
        return self._too_large() if int(length) > self._largest else None

    def _too_large(self) -> PlainTextResponse:
        return PlainTextResponse(f"A request may hold {self._largest >> 20} MB; send fewer files at once.", 413)


def host_name(host: str) -> str:
    """The name of a Host header, without its port; empty where it is no host."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
    return f"[{name}]" if ":" in name else name.lower()


def _same_origin(headers: Headers) -> bool:
    """False where the browser says that another site sends the request. Programs send neither header."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2].lower() == headers.get("host", "").lower()


class Counted:
    """Hands on the parts of a body, up to a number of bytes; `over` is true from the part that goes beyond it."""

    def __init__(self, receive: Receive, largest: int) -> None:
        self._receive, self._left, self.over = receive, largest, False

    async def __call__(self) -> Message:
        """The next part. Raises TooLarge."""
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            self.over = True
            raise TooLarge
        return message
