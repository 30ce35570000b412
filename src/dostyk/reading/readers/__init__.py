"""Readers of the kind families: matches of frames in, drafts out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dostyk.language.document import Sentence
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.match import Match
from dostyk.reading.readers import (
    answers,
    commitments,
    company,
    contacts,
    contributions,
    credentials,
    envoys,
    figures,
    futures,
    gatherings,
    honours,
    instruments,
    invitations,
    measures,
    messages,
    missions,
    openings,
    postings,
    ratifications,
    relations,
    routes,
    sanctions,
    shipments,
    signed_lists,
    statements,
    stays,
    targets,
    ties_of_old,
    tours,
    unsaid,
    visits,
)

Reader = Callable[[Match, Context], Iterator[Draft]]

READERS: dict[str, Reader] = {
    "visit": visits.read_visit,
    "meeting": contacts.read_contact,
    "call": contacts.read_contact,
    "message": messages.read_message,
    "gathering": gatherings.read_gathering,
    "cooperation": relations.read_cooperation,
    "invitation": invitations.read_invitation,
    "honour": honours.read_honour,
    "signing": instruments.read_signing,
    "ratification": ratifications.read_ratification,
    "relations": relations.read_relations,
    "opening": openings.read_opening,
    "aid": measures.read_aid,
    "sanction": sanctions.read_sanction,
    "appointment": envoys.read_appointment,
    "statement": statements.read_statement,
    "commitment": commitments.read_commitment,
}

# what no frame triggers: read from a sentence and the drafts before it
SENTENCE_READERS: tuple[Callable[[Context, Sentence, list[Draft]], Iterator[Draft]], ...] = (
    lambda context, sentence, _: futures.read_will(context, sentence),
    targets.read_target,
    figures.read_figures,
    lambda context, sentence, _: credentials.read_envoy_list(context, sentence),
    lambda context, sentence, _: instruments.read_itself(context, sentence),
    lambda context, sentence, _: ties_of_old.read_going_back(context, sentence),
    stays.read_stay,
    tours.read_tour,
    stays.read_guest,
    stays.read_put_off,
    routes.read_route,
    company.read_company,
    gatherings.read_named,
    answers.read_answer,
    shipments.read_shipment,
    contributions.read_contribution,
    signed_lists.read_signed_list,
    ratifications.read_in_force,
    missions.read_mission,
    postings.read_posting,
    unsaid.read_unsaid,
)
