"""Posts of envoys: a state has one head of mission at a time in another, and one envoy may be sent to several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dostyk.model import STATE, Party
from dostyk.reference import load_reference

_HEAD = r"(?:ambassador|high commissioner|apostolic nuncio)"
_HEADS = re.compile(rf"\b{_HEAD}\b", re.IGNORECASE)
_STYLE = r"(?:new|(?:non[- ])?resident|(?:His|Her) Majesty['’]s)"
_POST = re.compile(
    rf"^(?:(?P<sender>[^,]+?)(?:['’]s?)? )??(?:{_STYLE} )*{_HEAD}"
    r"(?: extraordinary(?:,? and)?)?(?: plenipotentiary)?(?: of [^,]+?)? (?:accredited )?(?:to|in|for) (?P<to>.+)$",
    re.IGNORECASE,
)
_ALSO = r"(?:and|concurrently|also|(?:non-)?resident|accredited|as well as|to)"
_BETWEEN = re.compile(rf"\s*(?:[,;/&]|\band\b|\bas well as\b)\s*(?:{_ALSO}\s+)*")
_MANY_MISSIONS = "IGO:United Nations"  # a state has one in New York, one in Geneva, one in Vienna …


def is_head_of_mission(post: str) -> bool:
    """True where the words name an ambassador or high commissioner."""
    return _HEADS.search(post) is not None


@lru_cache(maxsize=8192)
def posts(office: str, state: str) -> tuple[str, ...]:
    """The posts of a state that an office comes to: `Ambassador to Chile, Peru and Bolivia` is three. None where it is
    no head of a mission, or does not say to whom."""
    found = _POST.match(office)
    if not found or (found["sender"] and load_reference().resolve_state(found["sender"]) != state):
        return ()
    return tuple(dict.fromkeys(map(_named, _targets(found["to"]))))


def post_at(party: Party) -> str:
    """The post of a head of mission at a state or body; empty at one where there are several missions."""
    return _named(party.key) if party.key != _MANY_MISSIONS and (party.kind == STATE or party.state == "IGO") else ""


@lru_cache(maxsize=1)
def _commonwealth() -> frozenset[str]:
    bodies = load_reference().bodies
    return frozenset(next(body.members for body in bodies.values() if body.name == "Commonwealth of Nations"))


def send_commissioners(sender: str, post: str) -> bool:
    """True for a post between two states of the Commonwealth, which send each other high commissioners."""
    return sender in _commonwealth() and post in map(_named, _commonwealth())


def _named(key: str) -> str:
    reference = load_reference()
    name = reference.states[key].name if key in reference.states else key.partition(":")[2]
    return f"Ambassador to {name}"


def _targets(text: str) -> Iterator[str]:
    """Keys of the states and bodies that are listed, up to the first words that name none."""
    cuts = list(_BETWEEN.finditer(text))
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    at = 0
    while at < len(starts):
        # the longest first: `Trinidad and Tobago`
        known = ((place, _key(text[starts[at] : ends[place]])) for place in range(len(ends) - 1, at - 1, -1))
        place, key = next(((place, key) for place, key in known if key), (at, ""))
        if not key:
            return
        yield key
        at = place + 1


def _key(name: str) -> str:
    reference, bare = load_reference(), re.sub(r"^the\s+", "", name.strip(" ."), flags=re.IGNORECASE)
    capitals = {entry.code for entry in reference.find(bare) if entry.kind == "capital"}
    body = reference.resolve_body(bare)
    code = reference.resolve_state(bare) or (capitals.pop() if len(capitals) == 1 else "")
    return code or (body if body and body != _MANY_MISSIONS else "")
