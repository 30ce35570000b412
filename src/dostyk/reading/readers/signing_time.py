"""Whether words of signing tell of an act, of one to come, or of one remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.arguments import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

# words that make a signing one to come: of those who mean it, and of those who only wish or speak of it
_MEANT = frozenset(
    "commitment intention intend agree determination determined work pledge readiness plan decide".split()
)
_WISHED = frozenset(
    "importance need necessity possibility prospect hope desire interest negotiation negotiate progress consider "
    "discuss discussion aim goal view seek look towards toward propose proposal suggest favour favor call".split()
)


def still_to_come(trigger: Token) -> str:
    """The status of a gerund or noun: `commitment to concluding a treaty` is a plan, `need of signing it` a wish."""
    if trigger.tag_ != "VBG" and trigger.lemma_ not in ("signing", "signature", "conclusion", "adoption"):
        return "happened"
    before = trigger.doc[max(trigger.sent.start, trigger.i - 6) : trigger.i]
    if not is_verb(trigger) or not before or before[-1].tag_ not in ("IN", "TO"):
        before = before[-4:] if before else before
    lemmas = {t.lemma_.lower() for t in before}
    if lemmas & {"after", "following", "upon", "by", "since", "thank", "congratulate"}:
        return "happened"
    return "scheduled" if lemmas & _MEANT else "proposed" if lemmas & _WISHED else "happened"


def of_old(trigger: Token) -> bool:
    """`mark the signing of`, `may conclude`: an anniversary or a rule, no signing."""
    before = {t.lemma_.lower() for t in trigger.doc[max(trigger.sent.start, trigger.i - 3) : trigger.i]}
    if is_verb(trigger) and "hope" in {t.lemma_ for t in trigger.doc[trigger.sent.start : trigger.i]}:
        return True
    return bool(before & {"mark", "commemorate", "celebrate", "anniversary", "may", "can", "shall"})
