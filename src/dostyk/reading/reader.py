"""The way of one report through reading: context, matches, drafts, dates, claims."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.language.document import Sentence
from dostyk.model import Claim, Problem, Report
from dostyk.reading.accounts import attribute
from dostyk.reading.addressees import add_addressees
from dostyk.reading.arguments import FINITE
from dostyk.reading.assemble import merge, to_claim
from dostyk.reading.confidence import confidence_of
from dostyk.reading.context import Context
from dostyk.reading.crossing import settle
from dostyk.reading.denials import mark_denied
from dostyk.reading.draft import Draft
from dostyk.reading.former_states import put_in_time
from dostyk.reading.frames import load_frames
from dostyk.reading.heads_of_sides import name_sides
from dostyk.reading.match import matches
from dostyk.reading.participants import add_participants
from dostyk.reading.past_plans import given_up, past_plan
from dostyk.reading.readers import READERS, SENTENCE_READERS
from dostyk.reading.readers.delegations import read_delegation
from dostyk.reading.readers.offices import read_offices
from dostyk.reading.select import select
from dostyk.reading.timing import put_dates
from dostyk.reference.own import own_folders


def drafts_of(context: Context) -> Iterator[Draft]:
    """Everything the readers find, in the order of the text, the offices last."""
    frames = load_frames(*map(str, own_folders()))
    earlier: list[Draft] = []
    for sentence in context.document.sentences:
        if sentence.field != "text" or (sentence.heading and not _tells(sentence)):
            continue
        found: list[Draft] = []
        for match in matches(context, frames, sentence):
            found.extend(READERS[match.frame.kind](match, context))
        for read_sentence in SENTENCE_READERS:
            found.extend(read_sentence(context, sentence, earlier + found))
        kept = select(found)
        earlier.extend(kept)
        yield from kept
    yield from read_delegation(context)
    yield from read_offices(context)


def _tells(heading: Sentence) -> bool:
    """`Kenya and Oman sign visa deal`, `Premier to meet Emir`: a heading that tells something, as a sentence does."""
    return any(t.tag_ in FINITE or (t.tag_ == "VB" and t.nbor(-1).lower_ == "to") for t in heading.span[1:])


def _has_sides(draft: Draft) -> bool:
    """Nobody honours or invites themselves: the giver is dropped from the receivers; False if none is left."""
    if draft.kind not in ("honour", "invitation", "message"):
        return True
    givers = {m.key for m in draft.who}
    draft.whom = [m for m in draft.whom if m.key not in givers]
    return bool(draft.whom)


def call_off(drafts: list[Draft]) -> None:
    """What was planned around an act that is called off is called off with it, and so is a plan that was given up."""
    for draft in drafts:
        if draft.kind in ("visit", "meeting", "gathering") and given_up(draft.trigger):
            draft.status = "cancelled"
    if any(d.status == "cancelled" and d.kind in ("visit", "meeting", "gathering") for d in drafts):
        for draft in drafts:
            if draft.kind in ("visit", "meeting", "gathering", "signing") and past_plan(draft.trigger):
                draft.status = "cancelled"


def traced(context: Context) -> list[tuple[Claim, Draft]]:
    """Claims in the order of the text, each with the draft it was made from."""
    drafts = list(drafts_of(context))
    drafts = settle(context, drafts)
    if not context.tells_of_states:
        drafts = []
    drafts = [d for d in drafts if _has_sides(d)]
    name_sides(context, drafts)
    add_participants(context, drafts)
    call_off(drafts)
    drafts = mark_denied(drafts)
    attribute(context, drafts)
    put_dates(context, drafts)
    put_in_time(drafts)
    merged = merge(drafts, context.report.published)
    add_addressees(context, merged)
    for draft in merged:
        draft.confidence = confidence_of(context, draft)
    made = {claim.id: (claim, draft) for draft in merged for claim in (to_claim(context, draft),)}
    return sorted(made.values(), key=lambda m: (m[0].trigger.field, m[0].trigger.start, m[0].kind, m[0].id))


def read(report: Report) -> tuple[list[Claim], list[Problem]]:
    """Claims and problems of a report."""
    problems = []
    if report.published is None:
        problems.append(Problem(report.id, "no-published-day", "no day of publication: relative dates stay open"))
    return [claim for claim, _ in traced(Context(report))], problems
