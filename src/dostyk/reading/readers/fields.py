"""Fields of cooperation that one action lists: `strengthen cooperation in A, B and between C`, one action for each.

Followed along the words: the list runs from the noun of cooperation over its preposition, members parted by commas
and `and`, until something that is no noun phrase.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset("cooperation co-operation collaboration coordination".split())
_OPENS = frozenset(["in", "between", "on"])
_PARTS = (",", "and", ";")
_MEMBER = ("NN", "JJ", "HYPH", "CD", "POS")
_LONGEST = 6  # words of a field


def by_field(act: Token, until: int) -> tuple[bool, list[tuple[str, Token]]]:
    """(whether the list is the action's own object, the action's wording for each field with the field's first word).

    The list is empty where fewer than two fields are named. `until`: place of the next action, -1 without one.
    """
    end = until if until > act.i else act.sent.end
    for noun in act.doc[act.i + 1 : end]:
        if noun.lower_ in _NOUNS and noun.i + 1 < end and noun.nbor(1).lower_ in _OPENS:
            members = _members(noun, end)
            if len(members) > 1:
                own = noun.i - act.i <= 4 and not any(t.is_punct for t in act.doc[act.i : noun.i])
                verb = act.lemma_.lower()
                if not own and any(t.lower_ == "including" for t in act.doc[act.i : noun.i]):
                    return False, []  # examples of what the action is about
                return own, [(f"{verb} {noun.text} {_phrase(m)}", m[0]) for m in members]
    return False, []


def _phrase(member: list[Token]) -> str:
    text = member[0].doc[member[0].i : member[-1].i + 1].text
    return text if member[0].lower_ in _OPENS else f"in {text}"


def _members(noun: Token, end: int) -> list[list[Token]]:
    found: list[list[Token]] = []
    member: list[Token] = []
    for token in noun.doc[noun.i + 1 : end]:
        if token.lower_ in _PARTS:
            if _is_field(member):
                found.append(member)
            member = []
        elif token.tag_.startswith(_MEMBER) or (not member and (token.lower_ in _OPENS or token.tag_ == "DT")):
            member.append(token)
        else:
            if token.tag_.startswith("VB") and member:
                return found[:-1] if found and not _is_field(member) else found
            break
    if _is_field(member):
        found.append(member)
    first = found[0] if found else []
    return [[t for t in m if m is not first or t.lower_ != "in"] for m in found]


def _is_field(member: list[Token]) -> bool:
    words = [t for t in member if t.lower_ not in _OPENS]
    return 0 < len(words) <= _LONGEST and words[-1].tag_.startswith("NN")
