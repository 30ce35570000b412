"""One request after the other, each bounded in size, time and redirects, to addresses that the guard allows."""

from __future__ import annotations

import email.utils
import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urljoin

from dostyk import __version__
from dostyk.intake.net.addresses import Guard, NotAllowed, Target

AGENT = f"dostyk/{__version__} (reads news of state relations; asks little and keeps to robots.txt)"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_AT_ONCE = 65536


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one request may cost: bytes after unpacking, seconds in all and without a sign of life, redirects."""

    size: int = 16 << 20
    seconds: float = 60.0
    silence: float = 20.0
    redirects: int = 5


class FetchError(Exception):
    """A page that was not got: why, what to do, whether it is worth another try, and after how many seconds its server
    wants it. `kind` is what failures are counted by, for a reason that differs from page to page."""

    def __init__(
        self,
        reason: str,
        remedy: str = "look at it in a browser",
        *,
        again: bool = False,
        after: float = 0.0,
        status: int = 0,
        kind: str = "",
    ) -> None:
        self.reason, self.remedy, self.kind = reason, remedy, kind
        self.again, self.after, self.status = again, after, status
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server gave, unpacked. `url` is where it stood after redirects; names of headers are in lower case."""

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    data: bytes = b""

    @property
    def type(self) -> str:
        """The type of content, without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The encoding that the server names; empty for none."""
        return self.headers.get("content-type", "").lower().partition("charset=")[2].partition(";")[0].strip(" \"'")


class Fetcher:
    """Fetches pages. It keeps no state but its limits, and asks no address that its guard does not allow."""

    def __init__(self, guard: Guard, limits: Limits | None = None, agent: str = AGENT) -> None:
        self._guard, self._limits, self._agent = guard, limits or Limits(), agent
        self._tls = ssl.create_default_context()

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Fetched:
        """The page at an address, after redirects; status 304 where it is what it was. Raises FetchError."""
        deadline = time.monotonic() + self._limits.seconds
        for _ in range(self._limits.redirects + 1):
            found = self._once(url, headers or {}, deadline)
            if found.status not in _REDIRECTS:
                return _good(found)
            where = found.headers.get("location", "")
            if not where:
                raise FetchError(f"its server answers {found.status} without saying where to")
            url = _joined(url, where)
        raise FetchError(f"leads on more than {self._limits.redirects} times")

    def _once(self, url: str, headers: Mapping[str, str], deadline: float) -> Fetched:
        try:
            target = self._guard.target(url)
        except NotAllowed as error:
            raise FetchError(str(error), "", kind="has an address that is not asked") from error
        except (OSError, UnicodeError) as error:
            raise FetchError(
                f"its host is not found ({_said(error)})", "check the address and the network", again=True
            ) from error
        left = deadline - time.monotonic()
        connection = _Pinned(target, min(self._limits.silence, max(left, 0.1)), self._tls)
        # A server that drips never lets a read time out, so the clock cuts the line.
        alarm = threading.Timer(max(left, 0.1), connection.cut)
        alarm.daemon = True
        alarm.start()
        try:
            found = self._asked(connection, url, headers, target)
            if connection.was_cut:
                raise TimeoutError
            return found
        except http.client.IncompleteRead as error:
            raise _cut_off() from error
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            late = time.monotonic() >= deadline or isinstance(error, TimeoutError)
            if late:
                raise FetchError("its server is too slow", "give it longer with --timeout", again=True) from error
            raise FetchError(f"is not got ({_said(error)})", "check the network, and try later", again=True) from error
        finally:
            alarm.cancel()
            connection.close()

    def _asked(self, connection: _Pinned, url: str, headers: Mapping[str, str], target: Target) -> Fetched:
        asked = {
            "User-Agent": self._agent,
            "Accept-Encoding": "gzip",
            "Accept": "*/*",
            "Connection": "close",
            **headers,
        }
        connection.request("GET", target.path, headers=asked)
        response = connection.getresponse()
        told = {name.lower(): value for name, value in response.getheaders()}
        if response.status in _REDIRECTS or response.status == 304:
            return Fetched(url, response.status, told)
        return Fetched(url, response.status, told, self._body(response, told))

    def _body(self, response: http.client.HTTPResponse, told: Mapping[str, str]) -> bytes:
        unpack = (
            zlib.decompressobj(47)
            if told.get("content-encoding", "").lower() in ("gzip", "x-gzip", "deflate")
            else None
        )
        if (response.length or 0) > self._limits.size:
            raise self._too_large()
        parts: list[bytes] = []
        size = 0
        while data := response.read1(_AT_ONCE):
            data = unpack.decompress(data, self._limits.size + 1 - size) if unpack else data
            size += len(data)
            if size > self._limits.size:
                raise self._too_large()
            parts.append(data)
        if response.length or (unpack and parts and not unpack.eof):
            raise _cut_off()
        return b"".join(parts)

    def _too_large(self) -> FetchError:
        return FetchError(f"is larger than {self._limits.size >> 20} MB", "save it, split it and give it as files")


class _Pinned(http.client.HTTPConnection):
    """A connection to the very addresses that were checked."""

    def __init__(self, target: Target, timeout: float, tls: ssl.SSLContext) -> None:
        default = {"http": 80, "https": 443}[target.scheme]
        host = f"[{target.host}]" if ":" in target.host else target.host
        super().__init__(host if target.port == default else f"{host}:{target.port}", timeout=timeout)
        self.default_port = default
        self.port = target.port
        self._target, self._context = target, tls
        self.was_cut = False

    def connect(self) -> None:
        error: OSError | None = None
        for address in self._target.addresses:
            try:
                made = socket.create_connection((address, self._target.port), self.timeout)
            except OSError as refused:
                error = refused
                continue
            tls = self._target.scheme == "https"
            self.sock = self._context.wrap_socket(made, server_hostname=self._target.host) if tls else made
            return
        raise error or OSError("no address")

    def cut(self) -> None:
        """End the connection, from another thread."""
        self.was_cut = True
        with suppress(OSError, AttributeError):
            self.sock.shutdown(socket.SHUT_RDWR)


def _joined(url: str, where: str) -> str:
    """The address that a page leads on to."""
    try:
        return urljoin(url, where).partition("#")[0]
    except ValueError as error:
        raise FetchError(f"leads on to what is no address ({where[:120]})") from error


def _cut_off() -> FetchError:
    return FetchError("was cut off", "try later; its server or the network broke off", again=True)


def _good(found: Fetched) -> Fetched:
    """The page, unless its status says that it is none."""
    if found.status in (200, 304):
        return found
    again = found.status in _TRY_AGAIN
    after = _after(found.headers.get("retry-after", "")) if again else 0.0
    remedy = "try later; the fault is its server's" if again else "look at it in a browser; it may have moved"
    raise FetchError(f"its server answers {found.status}", remedy, again=again, after=after, status=found.status)


def _after(said: str) -> float:
    """Seconds that a server asks to wait; 0 where it says nothing that can be understood."""
    if said.strip().isdecimal():
        return min(float(said), 7 * 86400.0)
    try:
        day = email.utils.parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError):
        return 0.0
    day = day if day.tzinfo else day.replace(tzinfo=UTC)
    return min(max(0.0, (day - datetime.now(UTC)).total_seconds()), 7 * 86400.0)


def _said(error: BaseException) -> str:
    return str(getattr(error, "strerror", None) or error or type(error).__name__).lower()[:120]
