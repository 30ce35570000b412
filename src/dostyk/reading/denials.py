"""What is only denied: `rejected reports that X had met Y`, `denied having signed …`, `there is no truth in claims
that …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.arguments import FINITE, governing_verb, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dostyk.reading.draft import Draft

_HEARSAY = frozenset(
    """report claim allegation rumour rumor suggestion speculation accusation assertion story notion news charge
    insinuation information""".split()
)
_RUMOURS = frozenset("report allegation rumour rumor speculation insinuation accusation story news".split())
_DENYING = frozenset("deny refute rebut disavow disclaim repudiate".split())
_REJECTING = _DENYING | frozenset("reject dismiss rubbish rebuff quash scotch debunk".split())
_UNTRUE = frozenset(
    "untrue false baseless groundless unfounded fake inaccurate incorrect wrong fabricated nonsense lie".split()
)
_INNER = ("ccomp", "xcomp", "obj", "conj", "advcl", "obl")
_LINKS = frozenset(["that", "of", "about", "on", "claiming", "saying", "alleging", "suggesting"])
_NEAR = 4  # words from a report to what opens what it tells


def mark_denied(drafts: list[Draft]) -> list[Draft]:
    """What a sentence tells only as denied did not happen; words that are only denied were not said."""
    kept = []
    for draft in drafts:
        denied = draft.status != "denied" and _only_denied(draft.trigger)
        draft.status = "denied" if denied else draft.status
        if draft.kind != "statement" or not denied:
            kept.append(draft)
    return kept


def is_hearsay(noun: Token) -> bool:
    """`reports`, `the claim that …`: words of others, which one denies rather than rejects."""
    told = any(c.dep_ in ("acl", "acl:relcl", "ccomp") and c.i > noun.i for c in noun.children)
    return noun.lemma_.lower() in _RUMOURS or (noun.lemma_.lower() in _HEARSAY and told)


def _only_denied(trigger: Token) -> bool:
    inner = trigger
    for over in trigger.ancestors:
        if over.lemma_ in _DENYING and is_verb(over) and over.i < trigger.i and inner.dep_ in _INNER:
            return True
        inner = over
    before = trigger.doc[trigger.sent.start : trigger.i]
    return any(_carries(noun, trigger) and _is_denied(noun) for noun in before if noun.lemma_.lower() in _HEARSAY)


def _carries(noun: Token, trigger: Token) -> bool:
    """True where the trigger stands in what a report tells, by the tree or by the words that open it."""
    behind = noun.doc[noun.i + 1 : min(noun.i + _NEAR, trigger.i + 1)]
    opens = next((t.i for t in behind if t.lower_ in _LINKS), None)
    if opens is None:
        return False
    if noun in trigger.ancestors:
        return True
    return not any(
        t.text in (",", ";") or (t.tag_ in FINITE and t.lemma_ in _REJECTING) for t in noun.doc[opens : trigger.i]
    )


def _is_denied(noun: Token) -> bool:
    if noun.i == noun.sent.start and noun.tag_.startswith("VB"):  # `Claims that … are baseless`
        return any(t.lower_ in _UNTRUE for t in noun.sent)
    verb = noun.head if noun.dep_ == "nsubj:pass" else governing_verb(noun)
    if verb is not None and verb.lemma_ in _REJECTING and noun.dep_ != "nsubj" and verb.dep_ != "amod":
        return True
    if noun.dep_.startswith("nsubj") and noun.head.lemma_.lower() in _UNTRUE:  # `reports that … are untrue`
        return True
    before = [t.lower_ for t in noun.doc[max(noun.sent.start, noun.i - 5) : noun.i]]
    if "truth" in before and {"no", "any"} & set(before):
        return True
    called = verb is not None and verb.lemma_ in ("call", "brand", "describe", "label", "dismiss")
    return called and any(t.lemma_.lower() in _UNTRUE for t in noun.sent)
