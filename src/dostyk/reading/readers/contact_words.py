"""A contact in a few words: its form (`talks`, `courtesy call`) and what was talked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.arguments import expand, is_verb
from dostyk.reading.context import Context
from dostyk.reading.match import Match
from dostyk.reading.readers.base import WITH_ARTICLE, wording

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOPIC_VERBS = frozenset("""discuss review exchange explore address examine consider cover focus underscore""".split())
_TALKS = frozenset(["talk", "negotiate", "converse", "confer", "discuss", "consult", "speak", "exchange"])
_PLURAL = frozenset(["talk", "negotiation", "consultation", "discussion"])
_WORDS_OF_FORM = frozenset(
    """official formal informal bilateral trilateral courtesy delegation-level ministerial high-level working private
    brief separate one-on-one restricted expanded narrow direct virtual telephone phone video political business
    working-level plenary extended closed-door introductory farewell""".split()
)
_NO_TOPICS = frozenset(
    """sideline margin behalf occasion visit side eve day phone telephone invitation line call party request arrival
    way country who which whose""".split()
)  # `on the sidelines`, `on behalf of`, `at the invitation`, `their countries`: circumstances of a contact


def told(match: Match, context: Context) -> str:
    """What a contact is called and what it was about: `talks on climate change`, `courtesy call`, `telephone call`."""
    form, about = form_of(match), topics(match, context)
    return f"{form} on {about}" if about else form


def form_of(match: Match) -> str:
    """The form as the report names it, a verb put as a noun: `met` → `meeting`, `phoned` → `telephone call`."""
    trigger = match.trigger
    if not is_verb(trigger):
        before = [c.lower_ for c in trigger.children if c.i < trigger.i and c.lower_ in _WORDS_OF_FORM]
        lemma = trigger.lemma_.lower()
        return " ".join([*before, f"{lemma}s" if lemma in _PLURAL else lemma])
    if match.frame.kind == "call":
        return "telephone call"
    if trigger.lemma_ == "call" and "courtesy" not in match.sentence.text:
        return "call"
    if trigger.lemma_ in ("call", "pay"):
        return "courtesy call"
    return "talks" if trigger.lemma_ in _TALKS else "meeting"


def topics(match: Match, context: Context) -> str:
    """What was talked about: `on`/`about`/`over` phrases, else the object of a verb of discussion nearby."""
    timed = {i for w in context.times(match.sentence) for i in range(w.start, w.end)}
    calling_on = match.trigger.lemma_ in ("call", "pay")
    for name in ("on", "about", "over", "regarding", "g:on", "g:about"):
        for token in match.slots.get(name, ()):
            if token.i not in timed and not calling_on and token.lemma_.lower() not in _NO_TOPICS:
                return wording(token, drop=WITH_ARTICLE)
    for token in match.sentence.span:
        if token.lemma_ in _TOPIC_VERBS and is_verb(token):
            for child in token.children:
                if child.dep_ == "obj" and child.lemma_.lower() not in _NO_TOPICS:
                    return _listed(child)
    return ""


def _listed(head: Token) -> str:
    """`trade, energy and security`: joined objects in at most 160 characters, none cut."""
    kept: list[str] = []
    for words in (wording(t, longest=8, drop=WITH_ARTICLE) for t in expand(head)):
        if words and sum(map(len, kept)) + len(words) <= 160:
            kept.append(words)
    return ", ".join(kept)
