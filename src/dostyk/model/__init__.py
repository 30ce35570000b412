"""Pure data, standard library only."""

from dostyk.model.act import FOLLOWING, VERBS, Act, Target
from dostyk.model.claim import Claim, Detail, claim_from_dict, claim_to_dict
from dostyk.model.entry import Anchor, Entry, Version
from dostyk.model.hashing import content_id
from dostyk.model.interval import Interval
from dostyk.model.kinds import FLAGS, KINDS, STANCES, STATUSES, Kind
from dostyk.model.party import BODY, PERSON, STATE, Mention, Party
from dostyk.model.passage import Passage
from dostyk.model.problem import Problem
from dostyk.model.report import Report

__all__ = [
    "BODY", "FLAGS", "FOLLOWING", "KINDS", "PERSON", "STANCES", "STATE", "STATUSES", "VERBS",
    "Act", "Anchor", "Claim", "Detail", "Entry", "Interval", "Kind", "Mention", "Party", "Passage",
    "Problem", "Report", "Target", "Version", "claim_from_dict", "claim_to_dict", "content_id",
]  # fmt: skip
