"""What an act did, in words, for the log on the terminal and on the site."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from dostyk.ledger.erasures import ERASE, ERASED
from dostyk.linking.merging import MERGE, NAMESAKE, SPLIT, pair_of, renamed
from dostyk.model import Act, Claim, claim_from_dict

_QUOTED = 3  # targets that are quoted


def act_words(act: Act) -> str:
    """What was done: fields set, names joined, words noted; empty where the verb says it all. Whom an act is about is
    said by `about`, why it was done by its reason."""
    say = _WORDS.get(act.verb)
    return say(act) if say else ""


def about(act: Act) -> str:
    """`visit “arrived”, visit “flew to Riga” and 2 more`."""
    found = [t.kind if t.quote.casefold() == t.kind else f"{t.kind} “{t.quote}”" for t in act.targets]
    more = f" and {len(found) - _QUOTED:,} more" if len(found) > _QUOTED else ""
    return ", ".join(found[:_QUOTED]) + more


def claim_words(claim: Claim) -> str:
    """`visit, EST:Saar to LVA, 2024-03-03: “Saar came to Riga”`."""
    who, whom = ("; ".join(mention.key for mention in side) for side in (claim.who, claim.whom))
    sides = f"{who} to {whom}" if whom else who
    day = claim.date.iso if claim.date else ""
    given = [claim.kind, sides, day, claim.place, claim.what, claim.status if claim.status != "happened" else ""]
    return f"{', '.join(filter(None, given))}: “{claim.trigger.quote}”"


def _added(act: Act) -> str:
    held = act.payload.get("claim")
    return claim_words(claim_from_dict(json.loads(held))) if held else ""


def _corrected(act: Act) -> str:
    set_to = sorted((name, value) for name, value in act.payload.items() if name != "claims")
    return "; ".join(f"{name} set to {value}" if value else f"{name} taken out" for name, value in set_to)


def _one(act: Act) -> str:
    one, other = pair_of(act)
    return f"{one.key} and {other.key} are one"


def _two(act: Act) -> str:
    one, other = pair_of(act)
    return f"{one.key} is not {other.key}"


def _another(act: Act) -> str:
    return "; ".join(f"{name.key} is {other.key} there" for name, other in renamed(act).items())


def _again(act: Act) -> str:
    others = int(act.payload.get("acts", "1")) - 1
    more = f" and {others:,} more of its command" if others else ""
    return f"act {act.payload.get('act', '')}{more}"


def _erasure(act: Act) -> str:
    gone, held = act.payload.get("report", ""), act.payload.get("acts", "").replace(",", ", ")
    what = f"report {gone}" if gone else "a person's names"
    return f"{what}; taken out of acts {held}" if held else what


def _listed(parts: Mapping[str, str]) -> Callable[[Act], str]:
    """Payload values in the order of `parts`, each as it says: `focal point {}`."""

    def say(act: Act) -> str:
        return "; ".join(words.format(act.payload[name]) for name, words in parts.items() if act.payload.get(name))

    return say


_WORDS: Mapping[str, Callable[[Act], str]] = {
    "add": _added,
    "correct": _corrected,
    MERGE: _one,
    SPLIT: _two,
    NAMESAKE: _another,
    "note": _listed({"text": "“{}”"}),
    "assign": _listed({"lead": "led by {}", "focal": "focal point {}", "counterpart": "counterpart {}",
                       "register": "row of {}", "ref": "number {}", "content": "“{}”"}),
    "progress": _listed({"state": "{}", "lead": "says {}", "day": "as of {}", "round": "round {}",
                         "done": "done so far: {}", "difficulties": "difficulties: {}", "kind": "of kind {}",
                         "recommendations": "recommends: {}"}),
    "settle": _listed({"to": "“{}”", "verdict": "verdict: {}"}),
    "open_round": _listed({"name": "{}", "until": "until {}", "for": "for {}"}),
    "close_round": _listed({"name": "{}"}),
    "undo": _again,
    "redo": _again,
    ERASE: _erasure,
    ERASED: lambda _: "an erasure left nothing of it",
}  # fmt: skip
