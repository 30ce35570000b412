"""Kinds of claim, their roles, statuses and stances: the vocabulary of the annotation guide."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of claim. `directed`: who acts on whom; otherwise all parties stand in `who`.

    `family` is the block that linking compares within; `single` kinds are joined with copies only.
    """

    name: str
    family: str
    who: str
    whom: str
    what: str
    directed: bool = False
    single: bool = False


_TABLE = (
    Kind("visit", "travel", "visitors", "host state or person", "form of the visit", directed=True),
    Kind("meeting", "contact", "all sides", "", "form or topics"),
    Kind("call", "contact", "all sides", "", "topics"),
    Kind("message", "message", "sender", "addressee", "purpose", directed=True),
    Kind("gathering", "gathering", "those said to take part", "", "its name"),
    Kind("signing", "instrument", "signatories or parties", "", "the instrument"),
    Kind("ratification", "instrument", "parties", "", "the instrument"),
    Kind("relations", "relations", "both states", "", "the new level"),
    Kind("invitation", "invitation", "inviter", "invitee", "to what, when", directed=True),
    Kind("honour", "honour", "giver", "receiver", "the award", directed=True),
    Kind("appointment", "appointment", "the envoy", "receiving state", "post", directed=True),
    Kind("opening", "opening", "openers", "", "what is opened", directed=True),
    Kind("statement", "statement", "speaker", "addressee or target", "stance, then gist", directed=True, single=True),
    Kind("commitment", "commitment", "those bound", "beneficiary", "the action", directed=True),
    Kind("aid", "aid", "giver", "receiver", "what is given", directed=True),
    Kind("sanction", "sanction", "the acting state", "the target", "the measure", directed=True),
    Kind("cooperation", "cooperation", "those who took part", "", "what"),
    Kind("figure", "figure", "both states", "", "indicator", single=True),
    Kind("office", "office", "the person", "", "the office", single=True),
)
KINDS: dict[str, Kind] = {kind.name: kind for kind in _TABLE}

STATUSES = ("happened", "ongoing", "scheduled", "proposed", "cancelled", "denied")
FLAGS = ("postponed", "conditional", "background")
STANCES = (
    *("support", "thanks", "praise", "congratulate", "condole", "concern", "condemn", "reject", "deny"),
    *("demand", "urge", "warn", "threaten", "propose", "promise", "announce", "affirm"),
)
