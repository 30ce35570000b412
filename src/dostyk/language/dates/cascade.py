"""The machine that runs the grammar: rules rewrite runs of tokens into atoms, one rule after the other.

A text is a string of classes; a rule is a regular expression over classes and a function that makes the value of
what it matched. What a rule made is again one character with a value, for the rules behind it to build on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dostyk.language.dates.lexicon import code
from dostyk.language.dates.tokens import Tokens
from dostyk.language.dates.values import (
    Calendar,
    Explicit,
    Fraction,
    Partial,
    Range,
    Season,
    TimeExpression,
    Value,
    kind_of,
)

_NAME = re.compile(r"(?:([a-z]\w*):)?([A-Z]+)")


def classes(**unions: str) -> dict[str, str]:
    """Names for several classes at once: `classes(NUM="DAY INT")`."""
    return {name: "".join(code(part) for part in parts.split()) for name, parts in unions.items()}


def compile_pattern(template: str, unions: dict[str, str]) -> re.Pattern[str]:
    """`day:NUM OF? MONTH` as a regular expression over classes; lower-case names become groups."""

    def one(match: re.Match[str]) -> str:
        group, name = match.groups()
        chars = f"[{unions.get(name) or code(name)}]"
        return f"(?P<{group}>{chars})" if group else chars

    return re.compile(_NAME.sub(one, template).replace(" ", ""))


@dataclass(slots=True)
class Hit:
    """One match of a rule: the values of its named tokens, and what stands around it."""

    tokens: Tokens
    text: str
    match: re.Match[str]

    def at(self, group: str) -> int:
        """The token of a group; -1 where the rule has no such group or it did not take part."""
        return self.match.start(group) if group in self.match.re.groupindex else -1

    def __getitem__(self, group: str) -> object:
        at = self.at(group)
        return None if at < 0 else self.tokens.values[at]

    def number(self, group: str) -> int | None:
        """The value of a token that is a whole number; None where the group did not take part."""
        value = self[group]
        return value if isinstance(value, int) else None

    def has(self, group: str) -> bool:
        """Whether a group took part in the match."""
        return self.at(group) >= 0

    def written(self, group: str) -> str:
        """How a named token is written."""
        at = self.at(group)
        return "" if at < 0 else self.text[self.tokens.starts[at] : self.tokens.ends[at]]

    def word(self, step: int) -> str:
        """The token `step` tokens before (-1, -2) or behind (1, 2) the match, as written; empty at the edge."""
        at = self.match.start() + step if step < 0 else self.match.end() - 1 + step
        if not 0 <= at < len(self.tokens.starts):
            return ""
        return self.text[self.tokens.starts[at] : self.tokens.ends[at]]

    def before(self) -> str:
        """The class in front of the match; empty at the beginning."""
        at = self.match.start()
        return self.tokens.codes[at - 1] if at else ""

    def after(self) -> str:
        """The class behind the match; empty at the end."""
        return self.tokens.codes[self.match.end() : self.match.end() + 1]

    def glued(self, group: str, other: str) -> bool:
        """Whether two tokens stand side by side with nothing between them."""
        return self.tokens.ends[self.at(group)] == self.tokens.starts[self.at(other)]


Builder = Callable[[Hit], "Value | None"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the function that makes a value of a match; None leaves the text as it was."""

    pattern: re.Pattern[str]
    build: Builder


_ATOMS = {
    name: code(name)
    for name in (
        "FULLDAY",
        "FULLMONTH",
        "FULLYEAR",
        "FULL",
        "DATE",
        "MONTHONLY",
        "DOM",
        "WEEKDAYONLY",
        "SEASONONLY",
    )
} | {name: code(name) for name in ("FRACTION", "YEARREL", "DAYREL", "UNITREL", "RANGE", "ATOM")}
ATOM_CODES = frozenset(_ATOMS.values())


def class_of(value: Value) -> str:
    """The class that stands for a value already read."""
    match value:
        case Explicit(interval):
            name = {"day": "FULLDAY", "month": "FULLMONTH", "year": "FULLYEAR"}.get(interval.precision, "FULL")
        case Partial(month=None, day=None):
            name = "WEEKDAYONLY"
        case Partial(month=None):
            name = "DOM"
        case Partial(day=None):
            name = "MONTHONLY"
        case Partial():
            name = "DATE"
        case Season(year=None):
            name = "SEASONONLY"
        case Fraction():
            name = "FRACTION"
        case Calendar(unit="year"):
            name = "YEARREL"
        case Calendar(unit="day"):
            name = "DAYREL"
        case Calendar():
            name = "UNITREL"
        case Range():
            name = "RANGE"
        case _:
            name = "ATOM"
    return _ATOMS[name]


def run(rules: tuple[Rule, ...], tokens: Tokens, text: str) -> Tokens:
    """Rewrite a text by all rules in their order."""
    for rule in rules:
        matches = list(rule.pattern.finditer(tokens.codes))
        if matches:
            tokens = _rewrite(rule, matches, tokens, text)
    return tokens


def _rewrite(rule: Rule, matches: list[re.Match[str]], tokens: Tokens, text: str) -> Tokens:
    codes: list[str] = []
    values: list[object] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in matches:
        value = rule.build(Hit(tokens, text, match))
        if value is None:
            continue
        first, last = match.span()
        codes += tokens.codes[done:first], class_of(value)
        values += [*tokens.values[done:first], _atom(value, tokens, first, last)]
        starts += [*tokens.starts[done:first], tokens.starts[first]]
        ends += [*tokens.ends[done:first], tokens.ends[last - 1]]
        done = last
    if not done:
        return tokens
    codes.append(tokens.codes[done:])
    values += tokens.values[done:]
    starts += tokens.starts[done:]
    ends += tokens.ends[done:]
    return Tokens("".join(codes), values, starts, ends)


def _atom(value: Value, tokens: Tokens, first: int, last: int) -> TimeExpression:
    inner = tuple(item for item in tokens.values[first:last] if isinstance(item, TimeExpression))
    return TimeExpression(tokens.starts[first], tokens.ends[last - 1], kind_of(value), value, parts=inner)
