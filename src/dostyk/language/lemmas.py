"""Lemmas of regular verbs, set right where the model's rules cut a form too short (`underscored` → `underscor`).

A table of verbs that reports on foreign affairs use, each with its regular forms; a form outside keeps its lemma.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc

_VERBS = """
abandon abolish abrogate accede accelerate accept acclaim accompany accredit accuse achieve acknowledge acquire
adapt address adjourn adjust admire admit adopt advance advise advocate affirm aim alarm alleviate allocate allow
analyse announce anticipate apologise apologize appeal appoint appreciate approach approve argue arrange arrest
arrive assert assess assign assist assume assure attach attack attend attract authorise authorize avoid await award
back ban base begin benefit blame bless block blockade boost boycott breach brief build call cancel carry caution
cease celebrate chair challenge change characterise characterize charge cite claim clarify close co-chair
collaborate combat comment commemorate commence commend commit communicate complain complement complete comply
comprise conclude concur condemn condone conduct confer confirm confront congratulate consent consider consolidate
constitute construct consult contemplate continue contribute convene converse convert convey convince convoke
cooperate coordinate cover create criticise criticize cultivate curb cut deal declare decline decorate decrease
decry deepen defend defer define delay delegate deliver demand demarcate demonstrate denounce deny depart deploy
deplore deport deposit describe deserve designate detain deter determine develop devote diminish disapprove discuss
dismantle dismay dismiss dispatch display dispute disrupt dissolve disturb diversify donate double downgrade draft
drop elaborate elevate eliminate emerge emphasise emphasize enable encourage end endanger endorse energise energize
enforce engage enhance enjoy enlarge ensure enter entitle envisage erode escalate establish evacuate evaluate
examine exceed exchange exclude execute exhort expand expect expedite expel explain exploit explore export express
extend extradite facilitate favour favor felicitate finalise finalize finance fly focus follow foresee forge form
formalise formalize foster fulfil fulfill fund gather grant greet guarantee hail halt hand handle harm harmonise
harmonize head help highlight hinder honour honor hope host identify ignore impede implement imply import impose
improve inaugurate incite include increase indicate induct inform initial initiate inject insist inspect inspire
institute instruct integrate intend intensify intervene introduce invade invest investigate invite involve isolate
issue join journey jeopardise jeopardize justify label land last laud launch lay lessen levy liberalise liberalize
lift limit link locate lodge lower maintain manage mark maximise maximize mediate mention merge minimise minimize
mobilise mobilize modernise modernize monitor mourn move name negotiate nominate normalise normalize note notify
nurture object oblige observe obtain occupy occur offer open operate oppose order organise organize outline outrage
overcome pardon participate pass pave perform permit persuade phone plan pledge point postpone praise predict
prepare present preserve press prevail prevent prioritise prioritize proceed proclaim procure produce progress
prohibit prolong promise promote propose prosecute protect protest provide provoke publish purchase pursue push
question raise ratify reach react reaffirm realise realize rebuff rebuild rebuke recall receive recognise recognize
recommend reconfirm reconsider reconstruct record recover reduce refer reflect refrain refuse refute regard register
regret reinforce reinstate reiterate reject relate relax release rely remain remark remember remind remove render
renew renounce renovate repair repatriate repeal reply report represent reprimand request require rescind reschedule
reserve resolve respect respond restate restore restrain restrict resume retain retaliate return reunite reveal
reverse review revise revitalise revitalize revive revoke sadden safeguard salute sanction satisfy save schedule
scrap scuttle secure seek seize separate serve settle shape share shelve shock show sign signal simplify slate solve
stabilise stabilize stage start state stay step stipulate stop strengthen stress strike strive submit succeed suffer
suggest summon supply support suppress surrender survey suspend sustain sympathise sympathize tackle target task
telephone terminate thank threaten total tour trade train transfer transform transit transmit transport travel treat
trigger triple trouble trust tweet underline undermine underscore unify unite unveil update upgrade uphold urge use
utilise utilize value veto view violate visit voice volunteer vote vow waive warn welcome widen wish withhold
witness work worry wrap
""".split()


def _doubled(verb: str) -> bool:
    """True where the last consonant may be doubled: `commit`, `refer`, `ban`, `travel`."""
    return len(verb) > 2 and verb[-1] in "bdglmnprt" and verb[-2] in "aeiou" and verb[-3] not in "aeiou"


def forms(verb: str) -> set[str]:
    """The regular forms of a verb; of those that double their consonant or not, both."""
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if verb.endswith("e"):
        return {third, verb + "d", verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return {verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    stems = {verb, verb + verb[-1]} if _doubled(verb) else {verb}
    return {third} | {stem + ending for stem in stems for ending in ("ed", "ing")}


@cache
def table() -> dict[str, str]:
    """Form → verb; a form of two verbs belongs to the one listed first."""
    found: dict[str, str] = {}
    for verb in _VERBS:
        for form in forms(verb):
            found.setdefault(form, verb)
    return found


@cache
def base_verbs() -> frozenset[str]:
    """The verbs of the table in their base form."""
    return frozenset(_VERBS)


_CLAUSES = frozenset(("advcl", "xcomp", "ccomp"))


@Language.component("dostyk_lemmas")
def set_lemmas(doc: Doc) -> Doc:
    """Give verb forms of the table their lemma, and what stands as a clause of its own the tag of a verb."""
    known = table()
    for token in doc:
        if token.tag_ == "JJ" and token.dep_ in _CLAUSES and token.lower_.endswith("ing"):
            token.tag_ = "VBG"  # `looks forward to welcoming X`
        if token.tag_.startswith("VB"):
            verb = known.get(token.lower_)
            if verb is not None:
                token.lemma_ = verb
    return doc
