"""Hosts of URLs, and which state an official host belongs to by its name alone."""

from __future__ import annotations

from urllib.parse import urlsplit

_OFFICIAL = frozenset(
    {"gov", "gob", "gouv", "govt", "gv", "go", "gub", "mil", "gc", "parliament", "admin", "government"}
)
_OF_THE_USA = frozenset({"gov", "mil"})
_COUNTRY_CODE = {"UK": "GB"}


def host_of(text: str) -> str:
    """The host in a URL or bare domain, in lower case and without ``www.``; empty if there is none."""
    bare = text.strip().casefold()
    if " " in bare or "." not in bare:
        return ""
    try:
        host = urlsplit(bare if "//" in bare else f"//{bare}").hostname or ""
    except ValueError:  # a bracket that is not closed, and the like
        return ""
    return host.removeprefix("www.")


def official_state(host: str) -> str | None:
    """The ISO alpha-2 code of the state whose government keeps a host: ``mofa.gov.vn`` → ``VN``."""
    labels = host.split(".")
    if labels[-1] in _OF_THE_USA:
        return "US"
    if len(labels) >= 2 and len(labels[-1]) == 2 and labels[-2] in _OFFICIAL:
        alpha2 = labels[-1].upper()
        return _COUNTRY_CODE.get(alpha2, alpha2)
    return None
