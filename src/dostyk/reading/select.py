"""Which of several readings of the same words stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

# stances that saying has by itself, where what is said shows no other
_OPEN = frozenset(("affirm", "promise", "announce"))

_UNDERTAKING = frozenset(["commit", "determined", "commitment", "readiness", "willingness"])
_HOPES = frozenset(["hope", "wish", "desire"])  # of what somebody hopes for the hope itself is a position
_BESIDE = 3  # words from one verb to another that says the same
_STRENGTH = {"condemn": 3, "demand": 3, "reject": 2, "urge": 2, "concern": 1}  # the sharper of two counts
_TOLD = frozenset(("say", "affirm", "agree", "discuss-need", "talk-about-need", "speak-of"))

# of two drafts at one trigger, or of one clause, the left kind beats the right one
_BEATS = (
    ("call", "meeting"),
    ("visit", "statement"),
    ("meeting", "statement"),
    ("call", "statement"),
    ("message", "statement"),
    ("relations", "opening"),
    ("relations", "statement"),
    ("aid", "statement"),
    ("aid", "commitment"),
    ("aid", "cooperation"),
    ("sanction", "statement"),
    ("sanction", "appointment"),
    ("appointment", "statement"),
    ("signing", "statement"),
    ("gathering", "meeting"),
    ("honour", "aid"),
    ("honour", "message"),
    ("invitation", "statement"),
    ("opening", "statement"),
    ("opening", "gathering"),
    ("commitment", "statement"),
)


def select(drafts: list[Draft]) -> list[Draft]:
    """Drop what another draft of the same trigger beats, second readings of the same words, and mere saying."""
    drafts = [d for d in drafts if not (d.kind == "statement" and _only_carries(d, drafts))]
    asked = {d.trigger.i for d in drafts if d.frame is not None and d.kind == "statement" and d.frame.id == "call-on"}
    # `called on them to withdraw` is no courtesy call
    drafts = [d for d in drafts if not (d.kind == "meeting" and d.trigger.i in asked)]
    at: dict[int, set[str]] = {}
    for draft in drafts:
        at.setdefault(draft.trigger.i, set()).add(draft.kind)
    kept, seen = [], set()
    for draft in drafts:
        kinds = at[draft.trigger.i]
        if not _tells(draft) and any(winner in kinds for winner, loser in _BEATS if loser == draft.kind):
            continue
        key = (draft.kind, draft.trigger.i, draft.what, *draft.keys())
        if key not in seen:
            seen.add(key)
            kept.append(draft)
    kept = [d for d in kept if not any(_weaker_twin(d, other) for other in kept)]
    _share_out([d for d in kept if d.kind == "statement"])
    kept = [d for d in kept if not any(_carried_out(d, other) for other in kept)]
    agreed = {d.trigger.i for d in kept if d.kind in ("commitment", "sanction") and not _willed(d)}
    return [d for d in kept if not (_willed(d) and d.trigger.i in agreed)]


def _weaker_twin(draft: Draft, other: Draft) -> bool:
    """`deplores and rejects such acts`: two verbs beside each other that share what they say are one position."""
    first, second = sorted((draft, other), key=lambda d: int(d.trigger.i))
    joined = second.trigger.dep_ == "conj" and second.trigger.head == first.trigger
    near = 1 < second.trigger.i - first.trigger.i <= _BESIDE
    if not joined or not near or draft.kind != "statement" or other.kind != "statement" or draft.keys() != other.keys():
        return False
    return _STRENGTH.get(draft.detail.stance, 0) < _STRENGTH.get(other.detail.stance, 0) or (
        _STRENGTH.get(draft.detail.stance, 0) == _STRENGTH.get(other.detail.stance, 0) and draft is second
    )


def _carried_out(draft: Draft, other: Draft) -> bool:
    """`the Union agreed to renew its sanctions`: what is taken by being agreed on is no undertaking beside it."""
    if draft.kind != "commitment" or other.kind != "sanction" or other.status != "happened":
        return False
    return draft.trigger in (other.trigger, other.trigger.head)


def _willed(draft: Draft) -> bool:
    """True for an undertaking read from its future tense alone."""
    return draft.kind == "commitment" and draft.frame is not None and draft.frame.id == "will"


def _tells(draft: Draft) -> bool:
    """True for what is said at an occasion that has the same verb: `agreed by telephone that …`."""
    return draft.frame is not None and draft.kind == "statement" and draft.frame.id in _TOLD


def _share_out(drafts: list[Draft]) -> None:
    """Where one sentence says several things, each keeps the words from its trigger to the next one's."""
    ordered = sorted(drafts, key=lambda d: int(d.trigger.i))
    starts = sorted({int(d.trigger.i) for d in ordered})
    for draft in ordered:
        first, last = draft.span
        at = starts.index(draft.trigger.i)
        low = draft.trigger.i if at else first.i
        high = starts[at + 1] - 1 if at + 1 < len(starts) else last.i
        if len(starts) > 1 and low <= draft.trigger.i <= high:
            draft.span = first.doc[max(low, first.i)], first.doc[min(high, last.i)]


def _only_carries(said: Draft, drafts: list[Draft]) -> bool:
    """True where a statement only reports what another draft reads: `said that it would build a road`."""
    head = said.head
    if head is None or said.trigger == head or (head.lemma_ in _HOPES and not head.tag_.startswith("VB")):
        return False
    carried = [d for d in drafts if d is not said and (_within(d.trigger, head) or _undertaken(d, head))]
    if said.detail.stance not in _OPEN:
        return any(d.kind == "commitment" or (d.kind == "statement" and d.trigger == head) for d in carried) or any(
            d.kind == "statement" and d is not said and _says_with(head, d.trigger) for d in drafts
        )
    for draft in carried:
        if draft.attributed_to is None and not set(draft.keys()[0]) & set(said.keys()[0]):
            draft.attributed_to = said.who[0]
    return bool(carried)


def _says_with(head: Token, trigger: Token) -> bool:
    """`said: we oppose and condemn it`: of two verbs with one object the second carries what both say."""
    joined = trigger.dep_ == "conj" and trigger.head == head and trigger.i - head.i <= _BESIDE
    return joined and not any(c.dep_ in ("obj", "ccomp", "xcomp") for c in head.children)


def _undertaken(draft: Draft, head: Token) -> bool:
    """`stressed that X is committed to helping …`: the undertaking hangs on what is said in its own way."""
    return draft.kind == "commitment" and draft.trigger.head == head and head.lemma_ in _UNDERTAKING


def _within(trigger: Token, head: Token) -> bool:
    """True where a trigger is what a clause says: its head, or a word that its head governs closely."""
    for _ in range(3):
        if trigger == head:
            return True
        if trigger.dep_ not in ("conj", "obj", "xcomp", "ccomp", "nsubj:pass", "parataxis"):
            return False
        if trigger.dep_ in ("conj", "parataxis") and any(c.dep_.startswith("nsubj") for c in trigger.children):
            return False
        trigger = trigger.head
    return False
