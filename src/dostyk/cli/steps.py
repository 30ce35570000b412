"""`dostyk steps` and `dostyk act settle`: what later reports propose for earlier entries, and what people say of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dostyk.cli.act import By, Reason
from dostyk.cli.output import Format, FormatOption, Listing, notice, write
from dostyk.cli.place import LedgerOption, open_ledger
from dostyk.cli.timeline import PartiesArgument

if TYPE_CHECKING:
    from dostyk.followup import Step
    from dostyk.model import Entry

_COLUMNS = ("id", "subject", "to", "evidence", "score", "why", "verdict")
_FEWEST = 6  # characters that a step's id is given by


class Verdict(StrEnum):
    """What a person says of a proposed step."""

    ACCEPT = "accept"
    REJECT = "reject"


def steps(
    parties: PartiesArgument = None,
    every: Annotated[bool, typer.Option("--all", help="Settled ones too.")] = False,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """List the steps that later reports propose: which entry, to what, by which evidence, and why."""
    from dostyk.cli.parties import followed

    record, chosen = followed(ledger, parties or ())
    rows = [
        _row(step, record.verdicts.about(step))
        for step in record.steps
        if step.subject.id in chosen and (every or not record.verdicts.about(step))
    ]
    write(Listing(_COLUMNS, rows), form)


def _row(step: Step, verdict: str) -> dict[str, Any]:
    return {
        "id": step.id,
        "subject": _told(step.subject),
        "to": step.to,
        "evidence": "the same, as later reports tell it" if step.evidence is step.subject else _told(step.evidence),
        "score": step.score,
        "why": list(step.why),
        "verdict": verdict or "proposed",
        "subject_id": step.subject.id,
        "evidence_id": step.evidence.id,
    }


def _told(entry: Entry) -> str:
    """`2025-05-05 visit, To Lam to Kazakhstan: state visit`: enough to know it by without looking it up."""
    from dostyk.followup.names import named

    to = named(entry.whom)
    who = f"{named(entry.who)} to {to}" if to else named(entry.who)
    value = f", {entry.detail.value}" if entry.detail.value else ""
    day = entry.date.iso if entry.date else f"told {entry.first_told}" if entry.first_told else "no day"
    return f"{day} {entry.kind}, {who}: {entry.detail.instrument or entry.what}{value}"


def settle(
    step: Annotated[str, typer.Argument(metavar="STEP", help="Id of a step (dostyk steps), or how it begins.")],
    verdict: Annotated[Verdict, typer.Argument(help="Whether the evidence shows it.")],
    by: By = None,
    reason: Reason = "",
    ledger: LedgerOption = None,
) -> None:
    """Settle a proposed step. The act binds to both entries and can be undone."""
    from dostyk.cli.options import acting_person
    from dostyk.errors import UsageError
    from dostyk.followup import load, today_everywhere

    with open_ledger(ledger) as store:
        if len(step) < _FEWEST:
            raise UsageError(f"{step!r} is too short; give at least {_FEWEST} characters of the step's id")
        found = [one for one in load(store, today_everywhere()).steps if one.id.startswith(step)]
        if len(found) != 1:
            raise UsageError(f"no step {step}" if not found else f"{step} begins the ids of several steps")
        (one,) = found
        said = {"to": one.to, "verdict": verdict.value}
        ids = list(dict.fromkeys((one.subject.id, one.evidence.id)))
        (act,) = store.follow([("settle", ids, said)], by=acting_person(by), reason=reason)
    notice(f"act {act.number}: {verdict.value} {one.to}")
