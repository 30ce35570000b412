"""A foreign register as a report of the ledger.

Every row is a line of the report's text and every value a passage of it, so that a commitment from a register leads
back to its row as one from the news leads back to its sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from dostyk.exports.foreign import Foreign, Row
from dostyk.exports.register_in import Misfit
from dostyk.followup.record import register_address
from dostyk.followup.register import DIFFICULTIES
from dostyk.model import Act, Claim, Detail, Mention, Party, Passage, Problem, Report

if TYPE_CHECKING:
    from dostyk.ledger import Bound

READER = "register 1"
_PARTS = ("ref", "partner", "content", "due", "lead", "made")


@dataclass(frozen=True)
class RegisterReading:
    """A foreign register as a reading: the claims of its rows, in their order."""

    report: str
    reader: str
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()


def to_report(
    foreign: Foreign, own: str, own_name: str, published: date | None, reader: str = READER
) -> tuple[Report, RegisterReading]:  # fmt: skip
    """The register as a report, one line a row, and as a reading, one claim a row."""
    lines = [f"Register kept by {own_name}"]
    spans: list[list[tuple[int, int]]] = []
    at = len(lines[0]) + 1
    for row in foreign.rows:
        parts = [row.values.get(name, "") for name in _PARTS]
        places: list[tuple[int, int]] = []
        line = ""
        for part in parts:
            line += " | " if places else ""
            places.append((at + len(line), at + len(line) + len(part)))
            line += part
        lines.append(line)
        spans.append(places)
        at += len(line) + 1
    text = "\n".join(lines)
    report = Report(text, title=f"Register {foreign.name}", published=published, outlet=own_name,
                    url=register_address(foreign.name), name=foreign.name)  # fmt: skip
    keeper = Mention(Party(own), Passage.of(report, len("Register kept by "), len(lines[0])))
    claims = tuple(_claim(report, row, places, keeper, reader) for row, places in zip(foreign.rows, spans, strict=True))
    problems = tuple(Problem(report.id, "register-misfit", f"{one.where}: {one.reason}") for one in foreign.misfits)
    return report, RegisterReading(report.id, reader, claims, problems)


def _claim(report: Report, row: Row, places: Sequence[tuple[int, int]], keeper: Mention, reader: str) -> Claim:
    found = {name: (Passage.of(report, *span),) for name, span in zip(_PARTS, places, strict=True) if span[0] < span[1]}
    content = found["content"]
    partner = (Mention(Party(row.partner), found["partner"][0]),) if row.partner else ()
    promised = row.kind == "commitment"
    evidence = {"trigger": content, "sentence": content, "what": content}
    if "due" in found:
        evidence["due"] = found["due"]
    if row.made and "made" in found:
        evidence["date"] = found["made"]
    return Claim(
        report.id, reader, row.kind,
        (keeper,) if promised else (keeper, *partner), partner if promised else (),
        date=row.made, date_basis="explicit" if row.made else "", what=row.values["content"],
        detail=Detail(due=row.due, instrument="" if promised else row.values["content"]),
        evidence=evidence, confidence=0.9,
    )  # fmt: skip


def reads_alike(held: Iterable[Claim], claims: Iterable[Claim]) -> bool:
    """True where two readings of one register say the same, whatever they are called."""
    return {replace(claim, reader="").id for claim in held} == {replace(claim, reader="").id for claim in claims}


FollowingAct = tuple[str, list[str], dict[str, str]]


def acts_to_take(
    foreign: Foreign, ids: Sequence[str], day: str, reason: str, held: Sequence[Bound]
) -> tuple[list[FollowingAct], list[Misfit]]:  # fmt: skip
    """The acts of `acts_of` that say something new, and the rows whose state is left out because an answer of a lead
    stands. `held` are all acts of the ledger, `reason` is what the acts of this register carry."""
    before: dict[tuple[str, str], list[Act]] = defaultdict(list)
    for bound in held:
        for place in bound.places:
            before[bound.act.verb, place.address].append(bound.act)
    where = {name: row.where for row, name in zip(foreign.rows, ids, strict=True)}
    taken: list[FollowingAct] = []
    misfits = []
    for verb, [name], said in acts_of(foreign, ids, day):
        known = before[verb, name]
        if any(act.reason == reason and _says(act, said) for act in known):
            continue
        if verb == "progress" and known and known[-1].reason != reason:
            answer = f"{known[-1].at[:10]} by {known[-1].by}"
            misfits.append(Misfit(where[name], f"an answer of {answer} stands in the register; the row's is left out"))
        else:
            taken.append((verb, [name], said))
    return taken, misfits


def _says(act: Act, said: Mapping[str, str]) -> bool:
    return all(act.payload.get(key, "") == value for key, value in said.items() if key != "day")


def acts_of(foreign: Foreign, ids: Sequence[str], day: str) -> list[FollowingAct]:
    """The acts that say who leads each row, and what its state, results and difficulties were at the time of import.

    `ids` are the addresses of the rows' claims, in their order.
    """
    found: list[FollowingAct] = []
    for row, name in zip(foreign.rows, ids, strict=True):
        said = row.values
        lead = said.get("lead", "") or "(no lead)"
        found.append(("assign", [name], {
            "lead": lead, "focal": said.get("focal", ""), "counterpart": said.get("counterpart", ""),
            "ref": said.get("ref", ""), "register": foreign.name, "content": said["content"],
        }))  # fmt: skip
        told = {k: said.get(k, "") for k in ("done", "difficulties", "recommendations")}
        kind = said.get("difficulty_kind", "").casefold()
        if row.state or any(told.values()):
            found.append(("progress", [name], {
                "lead": lead, "state": row.state or "open", "day": day, **told,
                "kind": kind if kind in DIFFICULTIES else "",
            }))  # fmt: skip
    return found
