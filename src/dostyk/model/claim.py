"""A claim: one thing that one report says. Immutable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

from dostyk.model.hashing import content_id
from dostyk.model.interval import Interval
from dostyk.model.party import Mention, Party
from dostyk.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Detail:
    """What only some kinds have. Empty where the report does not say.

    `due` and `period` are ISO text as `Interval.iso` writes it; `value` is the amount with its unit as written.
    """

    form: str = ""
    stance: str = ""
    due: str = ""
    target: str = ""
    value: str = ""
    period: str = ""
    field: str = ""
    conveyed_by: str = ""
    accepted: str = ""
    conditions: str = ""
    instrument: str = ""
    award: str = ""
    level: str = ""
    post: str = ""

    def given(self) -> dict[str, str]:
        """Only the fields that hold something, in the order of the class."""
        return {name: value for name in DETAILS if (value := getattr(self, name))}

    @classmethod
    def from_dict(cls, values: Mapping[str, str]) -> Detail:
        """Build from `given()`; unknown names are left out, so that older ledgers stay readable."""
        return cls(**{name: value for name, value in values.items() if name in DETAILS})


DETAILS = dict.fromkeys(field.name for field in fields(Detail))  # in the order of the class


@dataclass(frozen=True)
class Claim:
    """One thing that one report says, each field with the passages that carry it.

    `place` is `ISO3` or `ISO3:City`. `date_basis` says where the date came from: `explicit` (the text names the day),
    `published` (a relative time, counted from the day of publication), `tense` (a day without a year, placed by its
    clause), `anchor` (counted from a time told before); inferred: `report` (the day of the report's main act or, of
    news told as such, its own), `dateline`, `visit` (of the visit it is part of); or empty.
    `evidence` maps field names (`trigger`, `who`, `whom`, `date`, `place`, `what`, `sentence`, detail names) to
    passages; `trigger` is always there. `confidence`, 0 to 1, is not part of the id.
    """

    report: str
    reader: str
    kind: str
    who: tuple[Mention, ...]
    whom: tuple[Mention, ...] = ()
    date: Interval | None = None
    date_basis: str = ""
    place: str = ""
    what: str = ""
    status: str = "happened"
    flags: tuple[str, ...] = ()
    attributed_to: Mention | None = None
    detail: Detail = Detail()
    evidence: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    confidence: float = field(default=0.5, compare=False)

    @property
    def trigger(self) -> Passage:
        """The words by which the claim is known; its anchor within the report."""
        return self.evidence["trigger"][0]

    @cached_property
    def id(self) -> str:
        """Hash of report, reader, kind, mentions, details and passages; not of confidence or linked parties."""
        data = claim_to_dict(self)
        data.pop("confidence")
        return content_id("c", data)

    @property
    def parties(self) -> tuple[Party, ...]:
        """Parties of `who` and `whom`, in order."""
        return tuple(mention.party for mention in (*self.who, *self.whom))


def _passage_to_list(passage: Passage) -> list[Any]:
    return [passage.field, passage.start, passage.end, passage.quote]


def _mention_to_list(mention: Mention) -> list[Any]:
    party = mention.party
    return [party.state, party.name, party.kind, _passage_to_list(mention.passage)]


def _mention_from_list(data: list[Any]) -> Mention:
    return Mention(Party(*data[:3]), Passage(*data[3]))


def claim_to_dict(claim: Claim) -> dict[str, Any]:
    """Plain JSON values that `claim_from_dict` reads back without loss."""
    return {
        "report": claim.report,
        "reader": claim.reader,
        "kind": claim.kind,
        "who": [_mention_to_list(m) for m in claim.who],
        "whom": [_mention_to_list(m) for m in claim.whom],
        "date": claim.date.iso if claim.date else "",
        "date_basis": claim.date_basis,
        "place": claim.place,
        "what": claim.what,
        "status": claim.status,
        "flags": list(claim.flags),
        "attributed_to": _mention_to_list(claim.attributed_to) if claim.attributed_to else None,
        "detail": claim.detail.given(),
        "evidence": {name: [_passage_to_list(p) for p in ps] for name, ps in sorted(claim.evidence.items())},
        "confidence": claim.confidence,
    }


def claim_from_dict(data: Mapping[str, Any]) -> Claim:
    """The claim that `claim_to_dict` wrote. Raises KeyError or ValueError on anything else."""
    spoken = data["attributed_to"]
    return Claim(
        report=data["report"],
        reader=data["reader"],
        kind=data["kind"],
        who=tuple(_mention_from_list(m) for m in data["who"]),
        whom=tuple(_mention_from_list(m) for m in data["whom"]),
        date=Interval.parse(data["date"]) if data["date"] else None,
        date_basis=data["date_basis"],
        place=data["place"],
        what=data["what"],
        status=data["status"],
        flags=tuple(data["flags"]),
        attributed_to=_mention_from_list(spoken) if spoken else None,
        detail=Detail.from_dict(data["detail"]),
        evidence={name: tuple(Passage(*p) for p in ps) for name, ps in data["evidence"].items()},
        confidence=data["confidence"],
    )
