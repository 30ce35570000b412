"""Which addresses may be asked. A feed can name any address, so only public hosts are, unless the user allows one."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LONGEST = 2000
_TRACKING = ("utm_", "fbclid", "gclid", "yclid", "mc_cid", "mc_eid")


class NotAllowed(Exception):
    """An address that may not be asked; the text says why."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where to connect: the host as the address names it, its port, and the IP addresses that were found allowed."""

    scheme: str
    host: str
    port: int
    path: str
    addresses: tuple[str, ...]


def resolve(host: str, port: int) -> list[str]:
    """IP addresses of a host, by the system's resolver. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


class Guard:
    """Lets public addresses through. `allowed` are hosts, addresses or networks the user allows although private."""

    def __init__(self, allowed: Iterable[str] = (), resolver: Callable[[str, int], list[str]] = resolve) -> None:
        self._hosts: set[str] = set()
        self._networks: list[ipaddress.IPv4Network | ipaddress.IPv6Network] = []
        self._resolve = resolver
        for name in allowed:
            try:
                self._networks.append(ipaddress.ip_network(name, strict=False))
            except ValueError:
                self._hosts.add(name.lower())

    def target(self, url: str) -> Target:
        """The place to connect to. The connection is made to these very addresses, so that a name cannot lead
        elsewhere once it was checked. Raises NotAllowed, and OSError where the host has no address."""
        if len(url) > _LONGEST:
            raise NotAllowed("its address is too long")
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError as error:
            raise NotAllowed(f"its address is none ({error})") from error
        if parts.scheme not in _PORTS or not host:
            raise NotAllowed("only http and https addresses with a host are fetched")
        if parts.username is not None or any(c <= " " or c == "\x7f" for c in url):
            raise NotAllowed("its address holds a name, password, blank or control")
        port = port or _PORTS[parts.scheme]
        addresses = self._resolve(host, port)
        for address in addresses:
            if not self._allows(host, address):
                raise NotAllowed(
                    f"{host} is at {address}, which is no public address; allow it with --allow-private {host}"
                )
        path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
        return Target(parts.scheme, host, port, path, tuple(addresses))

    def _allows(self, host: str, address: str) -> bool:
        found = ipaddress.ip_address(address.partition("%")[0])
        if host.lower() in self._hosts or any(found in network for network in self._networks):
            return True
        return all(_is_public(each) for each in _meant(found))


def _meant(address: Address) -> list[Address]:
    """The address, and the IPv4 address that an IPv6 address may carry."""
    found: list[Address] = [address]
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        # A mapped address is no address of its own.
        found = [inner] if inner is not None and address.ipv4_mapped else [*found, *([inner] if inner else [])]
    return found


def _is_public(address: Address) -> bool:
    return address.is_global and not address.is_multicast and not address.is_reserved


def plain_url(url: str) -> str:
    """The address of a page without what only tells where a reader came from; one page keeps one address. Empty for
    what is none, or longer than any that is asked."""
    if len(url) > _LONGEST:
        return ""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    kept = [piece for piece in parts.query.split("&") if piece and not piece.lower().startswith(_TRACKING)]
    host = parts.netloc.lower()
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", "&".join(kept), "")) if host else ""
