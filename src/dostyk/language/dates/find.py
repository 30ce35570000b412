"""Find the time expressions of a text."""

from __future__ import annotations

import re
from dataclasses import replace

from dostyk.language.dates.cascade import ATOM_CODES, run
from dostyk.language.dates.counted import COUNTED, WINDOWS
from dostyk.language.dates.lexicon import COUNTED_WORDS, MEASURES, NUMBERED, code
from dostyk.language.dates.points import POINTS
from dostyk.language.dates.spans import SPANS
from dostyk.language.dates.tokens import Tokens, tokenise
from dostyk.language.dates.values import Explicit, Partial, Range, TimeExpression, Window

_RULES = POINTS + COUNTED + SPANS + WINDOWS
_FIGURES = re.compile(f"[{code('YEAR')}{code('DAY')}{code('MONTHNO')}]")
_YEAR, _INT = code("YEAR"), code("INT")
_ATOM = re.compile(f"[{''.join(sorted(ATOM_CODES))}]")
_EVENT = re.compile(r"\s+(?:of|from|after|following)\s+[^,.;:!?()\n]{1,60}")
_RELATION = re.compile(
    r"\b(?:(?P<by>no later than|not later than|by|on or before|at the latest)"
    r"|(?P<before>before|prior to|ahead of|pre-)"
    r"|(?P<until>until|till|up to|through|up until|valid to|expires on)"
    r"|(?P<since>since|starting from|starting|from|as of|as from|effective|beginning"
    r"|commencing)"
    r"|(?P<after>after|following|beyond|post-)"
    r"|(?P<within>within))(?:\s+(?:on|in|at|the|around|about|early|of)){0,2}\s*\Z",
    re.IGNORECASE,
)


def find(text: str) -> list[TimeExpression]:
    """The time expressions of a text, in its order, none overlapping another. Never fails."""
    tokens = _demote(tokenise(text), text)
    tokens = run(_RULES, tokens, text)
    found: list[TimeExpression] = []
    for match in _ATOM.finditer(tokens.codes):
        atom = tokens.values[match.start()]
        if isinstance(atom, TimeExpression):
            found.append(_tied(atom, text))
    return found


def _demote(tokens: Tokens, text: str) -> Tokens:
    """Make plain numbers of figures that count things ("20 soldiers"), name them ("Resolution 2231") or are money."""
    codes: list[str] | None = None
    for match in _FIGURES.finditer(tokens.codes):
        at = match.start()
        if _counts(tokens, at, text):
            codes = codes or list(tokens.codes)
            codes[at] = _INT
    return replace(tokens, codes="".join(codes)) if codes else tokens


def _counts(tokens: Tokens, at: int, text: str) -> bool:
    codes, starts, ends = tokens.codes, tokens.starts, tokens.ends
    if at + 1 < len(codes):
        following = text[starts[at + 1] : ends[at + 1]].lower()
        if following in COUNTED_WORDS or codes[at + 1] in (code("PERCENT"), code("MONEY")):
            return True
        if codes[at + 1] == code("DASH") and codes[at] == _YEAR and _name_behind(tokens, at, text):
            return True
    if not at:
        return False
    previous = text[starts[at - 1] : ends[at - 1]].lower()
    if previous in NUMBERED or codes[at - 1] == code("MONEY"):
        return codes[at] == _YEAR or codes[at - 1] == code("MONEY")
    if codes[at] == _YEAR and codes[at - 1] == code("AT"):
        return True
    glued = ends[at - 1] == starts[at]
    if previous == "-" and at > 1 and text[starts[at - 2] : ends[at - 2]].lower() in ("post", "pre"):
        return False
    if glued and codes[at - 1] == code("STOP"):
        return True
    return (
        glued
        and codes[at - 1] == code("DASH")
        and at > 1
        and codes[at - 2] == code("OTHER")
        and ends[at - 2] == starts[at - 1]
    )


def _name_behind(tokens: Tokens, at: int, text: str) -> bool:
    """`1200-strong`, `2000-ton`: a number in a compound word."""
    if at + 2 >= len(tokens.codes) or tokens.starts[at + 2] != tokens.ends[at] + 1:
        return False
    return text[tokens.starts[at + 2] : tokens.ends[at + 2]].lower() in MEASURES


def _tied(expression: TimeExpression, text: str) -> TimeExpression:
    """The expression with the relation that the words in front of it tell, and the event it counts from."""
    before = text[max(0, expression.start - 40) : expression.start]
    match = _RELATION.search(before)
    relation = match.lastgroup if match and match.lastgroup else "in"
    event = None
    if isinstance(expression.value, Window):
        if text[expression.start : expression.end].lower().startswith("within"):
            relation = "within"
        if expression.value.anchored and (behind := _EVENT.match(text, expression.end)):
            event = (behind.start() + len(behind.group()) - len(behind.group().lstrip()), behind.end())
    if match and match["since"] and match["since"].lower() == "from" and _closed(expression):
        relation = "in"
    if relation == "in" and event is None:
        return expression
    return replace(expression, relation=relation, event=event)


def _closed(expression: TimeExpression) -> bool:
    """Whether "from" in front only opens a range whose end stands inside the expression."""
    match expression.value:
        case Explicit(interval):
            return interval.precision == "interval"
        case Partial(last_day=last):
            return last is not None
        case value:
            return isinstance(value, Range)
