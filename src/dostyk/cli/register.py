"""`dostyk register`: commitments and instruments with their leads, out to spreadsheets and back."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dostyk.cli.act import By, Ids
from dostyk.cli.output import Format, FormatOption, Listing, counted, notice, write
from dostyk.cli.place import LedgerOption, open_ledger

if TYPE_CHECKING:
    from dostyk.exports.foreign import Foreign
    from dostyk.exports.register_in import Misfit, Reading
    from dostyk.followup.register import Item
    from dostyk.ledger import Ledger

register_app = typer.Typer(help="The register: who leads what, and what they report.", no_args_is_help=True)
ForOption = Annotated[
    str, typer.Option("--for", metavar="FILTER", help="As in 'with=KAZ lead=Ministry of Trade due=2026-12-31'.")
]
OwnOption = Annotated[str, typer.Option("--own", metavar="STATE", help="Whose register it is; no partner of its own.")]
_COLUMNS = ("id", "ref", "lead", "who", "content", "due", "state", "reported", "shown", "disagreement")
_PLACES = 5  # cells that are named for one reason
_CHANGES = ("where", "id", "field", "before", "after")


def items_of(store: Ledger) -> list[Item]:
    """The register as it stands today."""
    from dostyk.followup import load, today_everywhere
    from dostyk.followup.register import register

    return register(load(store, today_everywhere()), store.bound())


@register_app.command("list")
def list_items(what: ForOption = "", form: FormatOption = Format.TABLE, ledger: LedgerOption = None) -> None:
    """List the register: what leads report and what reports show, side by side."""
    from dostyk.followup.rounds import wanted

    with open_ledger(ledger) as store:
        items = wanted(items_of(store), what)
    write(Listing(_COLUMNS, [_row(item) for item in items]), form)


def _row(item: Item) -> dict[str, Any]:
    said = item.reported
    return {
        "id": item.id,
        "ref": item.ref,
        "kind": item.kind,
        "lead": item.lead.agency,
        "focal": item.lead.focal,
        "counterpart": item.lead.counterpart,
        "who": [party.key for party in item.entry.parties],
        "content": item.content,
        "due": item.due.iso if item.due else "",
        "overdue": item.overdue,
        "state": item.state,
        "reported": said.state if said else "",
        "done": said.done if said else "",
        "difficulties": said.difficulties if said else "",
        "recommendations": said.recommendations if said else "",
        "shown": [f"{step.to} {step.evidence.date.iso if step.evidence.date else ''}".strip() for step in item.steps],
        "disagreement": item.disagreement,
        "unconfirmed": item.unconfirmed,
        "answers": len(item.answers),
        "entry": item.entry.id,
    }


@register_app.command()
def assign(
    ids: Ids,
    lead: Annotated[str, typer.Option("--lead", help="The agency that has to carry it out.")],
    focal: Annotated[str, typer.Option("--focal", help="Its focal point.")] = "",
    counterpart: Annotated[str, typer.Option("--counterpart", help="The partner's counterpart.")] = "",
    by: By = None,
    ledger: LedgerOption = None,
) -> None:
    """Say who leads commitments or instruments."""
    from dostyk.cli.options import acting_person

    said = {"lead": lead, "focal": focal, "counterpart": counterpart}
    with open_ledger(ledger) as store:
        full = [store.entry(name).id if len(name) < 21 else name for name in ids]
        acts = store.follow([("assign", [name], said) for name in full], by=acting_person(by))
    notice(f"{len(acts)} assigned to {lead}")


@register_app.command("export")
def export_items(
    out: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="Where to write the spreadsheet.")],
    what: ForOption = "",
    round_name: Annotated[
        str, typer.Option("--round", help="Only what this round asks about; `open` for the open one.")
    ] = "",
    own: OwnOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Write a spreadsheet for the leads: one sheet each, states to choose from, ids that stay as they are."""
    from dostyk.cli.parties import state_code
    from dostyk.errors import UsageError
    from dostyk.exports.register_out import write_register
    from dostyk.followup.rounds import find_round, rounds, wanted
    from dostyk.reference import load_reference

    name, until = "", ""
    with open_ledger(ledger) as store:
        items = wanted(items_of(store), what)
        if round_name:
            one = find_round(rounds(store.bound()), "" if round_name == "open" else round_name)
            name, until = one.name, one.until.isoformat()
            items = [item for item in items_of(store) if item.id in one.asked]
    if not items:
        raise UsageError("nothing in the register fits; dostyk register list shows what there is")
    names = {code: state.name for code, state in load_reference().states.items()}
    write_register(items, out, names=names, own=state_code(own) if own else "", round_name=name, until=until)
    notice(f"written: {out.resolve()} ({counted(len(items), 'item')})")


@register_app.command("import")
def import_items(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="Answers of leads, or a register of any columns.")],
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=HEADING",
            help="Which column holds what, where its words do not say it; repeatable. Fields: content, ref, partner, "
            "lead, focal, counterpart, kind, made, due, state, done, difficulties, difficulty_kind, recommendations. "
            "FIELD= alone leaves it out.",
        ),
    ] = None,
    means: Annotated[
        list[str] | None,
        typer.Option(
            "--means",
            metavar="WORDS=VALUE",
            help="What the words of a partner, kind, term or state stand for, as in 'terminé=done'; repeatable.",
        ),
    ] = None,
    own: OwnOption = "",
    published: Annotated[str | None, typer.Option("--published", metavar="DAY", help="The register's day.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Apply what is shown without asking.")] = False,
    by: By = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """Take answers of leads, or a register kept elsewhere. Shows what changes first; exit code 1 if not all fitted."""
    from dostyk.cli.options import pairs_option
    from dostyk.exports.register_in import is_ours, open_book

    ours = path.suffix.lower() != ".csv" and is_ours(open_book(path))
    if ours:
        misfits = _import_answers(path, yes, by, form, ledger)
    else:
        headings = pairs_option(mapping or (), "--map {!r}: write FIELD=HEADING, as in due=Deadline")
        meanings = pairs_option(means or (), "--means {!r}: write WORDS=VALUE, as in terminé=done")
        misfits = _import_foreign(path, headings, meanings, own, published, yes, by, form, ledger)
    for line in _told(misfits):
        notice(f"did not fit: {line}")
    if misfits:
        raise typer.Exit(1)


def _told(misfits: Iterable[Misfit]) -> list[str]:
    """One line for each reason with the cells that it is true of: of many the first few and their number."""
    places: dict[str, list[str]] = defaultdict(list)
    for misfit in misfits:
        places[misfit.reason].append(misfit.where)
    return [f"{_named(where)}: {reason}" for reason, where in places.items()]


def _named(where: list[str]) -> str:
    more = f"; and {len(where) - _PLACES:,} more" if len(where) > _PLACES else ""
    return "; ".join(where[:_PLACES]) + more


def _agreed(yes: bool, what: str) -> bool:
    """True where the user wants what was shown to be applied; without a terminal, only `--yes` says so."""
    if yes:
        return True
    if not sys.stdin.isatty():
        notice(f"nothing was changed; --yes applies: {what}")
        return False
    return typer.confirm(f"Apply: {what}?", err=True)


def _import_answers(path: Path, yes: bool, by: str | None, form: Format, ledger: str | None) -> list[Misfit]:
    from dostyk.cli.options import acting_person
    from dostyk.exports.register_in import read_answers

    with open_ledger(ledger) as store:
        reading: Reading = read_answers(path, items_of(store))
        rows = [{"where": answer.where, "id": answer.item, "lead": answer.lead, "field": name, "before": before,
                 "after": after} for answer in reading.answers for name, before, after in answer.changes]  # fmt: skip
        write(Listing(_CHANGES, rows, empty=""), form)
        counts = counted(reading.unchanged, "row"), counted(len(reading.misfits), "misfit")
        told = f"{counted(len(reading.answers), 'answer')} ({counts[0]} unchanged, {counts[1]})"
        if reading.answers and _agreed(yes, told):
            day = datetime.now(UTC).date().isoformat()
            acts = [("progress", [one.item], {"lead": one.lead, "day": day, "round": reading.round, **one.values})
                    for one in reading.answers]  # fmt: skip
            store.follow(acts, by=acting_person(by), reason=f"from {path.name}")
            notice(f"taken: {told}")
        elif not reading.answers:
            notice(f"nothing new: {told}")
    return reading.misfits


def _import_foreign(
    path: Path, mapping: dict[str, str], meanings: dict[str, str], own: str, published: str | None, yes: bool,
    by: str | None, form: Format, ledger: str | None,
) -> list[Misfit]:  # fmt: skip
    from dostyk.cli.options import acting_person, day_option
    from dostyk.cli.parties import state_code, state_or_none
    from dostyk.errors import UsageError
    from dostyk.exports.foreign import read_foreign
    from dostyk.exports.foreign_report import READER, acts_to_take, reads_alike, to_report
    from dostyk.linking import addresses as addresses_of
    from dostyk.reference import load_reference

    if not own:
        raise UsageError("say whose register it is: --own STATE")
    code, day = state_code(own), day_option("--published", published)
    found = read_foreign(path, state_or_none, mapping, day, meanings)
    write(Listing(("where", "ref", "partner", "kind", "content", "due", "lead", "state"), _preview(found)), form)
    notice("columns: " + ", ".join(f"{name} = {heading}" for name, heading in found.mapping.items()))
    if found.unused:
        notice(f"not used: {', '.join(found.unused)} (--map FIELD=HEADING takes one)")
    told = f"{counted(len(found.rows), 'row')} of {found.name}, {counted(len(found.misfits), 'cell')} did not fit"
    if found.rows and _agreed(yes, told):
        reason, name = f"from {found.name}", load_reference().states[code].name
        report, reading = to_report(found, code, name, day)
        with open_ledger(ledger, create=True) as store:
            held = store.claims(report=report.id)
            if not reads_alike(held, reading.claims):
                if held:  # the same rows, with other columns or meanings
                    report, reading = to_report(found, code, name, day, f"{READER}, {datetime.now(UTC).isoformat()}")
                store.add(report, reading)
            addresses = addresses_of(reading.claims)
            ids = [addresses[claim.id] for claim in reading.claims]
            acts, answered = acts_to_take(found, ids, day.isoformat() if day else "", reason, store.bound())
            store.follow(acts, by=acting_person(by), reason=reason)
        notice(f"taken: {told}" if acts else f"nothing new: {told}")
        return [*found.misfits, *answered]
    return found.misfits


def _preview(found: Foreign) -> list[dict[str, Any]]:
    return [
        {"where": row.where, "ref": row.values.get("ref", ""), "partner": row.partner, "kind": row.kind,
         "content": row.values["content"], "due": row.due, "lead": row.values.get("lead", ""), "state": row.state,
         "made": row.made.iso if row.made else ""}
        for row in found.rows
    ]  # fmt: skip
