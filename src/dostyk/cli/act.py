"""`dostyk act`, `dostyk undo`, `dostyk redo`: what people decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dostyk.cli.act_add import add
from dostyk.cli.output import counted, notice
from dostyk.cli.place import LedgerOption, open_ledger
from dostyk.errors import RuledApart, UsageError

if TYPE_CHECKING:
    from dostyk.ledger import Ledger
    from dostyk.model import Act, Party

Ids = Annotated[list[str], typer.Argument(metavar="ID…", help="Ids of entries or claims, or how they begin.")]
OneId = Annotated[str, typer.Argument(metavar="ID", help="Id of an entry or claim, or how it begins.")]
By = Annotated[str | None, typer.Option("--by", help="Who decides. Without it DOSTYK_USER, else the computer's user.")]
Reason = Annotated[str, typer.Option("--reason", help="Why.")]

act_app = typer.Typer(
    help="Decide about entries and claims. Every act is kept and can be undone.", no_args_is_help=True
)
act_app.command()(add)
SomeIds = Annotated[
    list[str] | None, typer.Argument(metavar="[ID…]", help="Ids of entries or claims, or how they begin.")
]
With = Annotated[list[str] | None, typer.Option("--with", help="All entries with this party; may be repeated.")]
Kinds = Annotated[list[str] | None, typer.Option("--kind", help="All entries of this kind; may be repeated.")]
Status = Annotated[str, typer.Option("--status", help="All entries of this status.")]


@act_app.command()
def accept(ids: SomeIds = None, parties: With = None, kind: Kinds = None, status: Status = "", by: By = None,
           reason: Reason = "", ledger: LedgerOption = None) -> None:  # fmt: skip
    """Say that entries are right: those of the ids, or all that fit the filter; one undo takes them all back."""
    _act_on("accept", ids or (), (parties or (), kind or (), status), by, reason, ledger)


@act_app.command()
def reject(ids: SomeIds = None, parties: With = None, kind: Kinds = None, status: Status = "", by: By = None,
           reason: Reason = "", ledger: LedgerOption = None) -> None:  # fmt: skip
    """Say that entries or claims are wrong: those of the ids, or all that fit the filter. They leave the lists; one
    undo brings all back."""
    _act_on("reject", ids or (), (parties or (), kind or (), status), by, reason, ledger)


@act_app.command()
def same(ids: Ids, by: By = None, reason: Reason = "", ledger: LedgerOption = None) -> None:
    """Say that two or more entries are one."""
    _act("same", ids, {}, by, reason, ledger)


@act_app.command()
def different(ids: Ids, by: By = None, reason: Reason = "", ledger: LedgerOption = None) -> None:
    """Say that claims are not of one thing."""
    _act("different", ids, {}, by, reason, ledger)


@act_app.command()
def correct(
    entry: OneId,
    values: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE…", help="As in `date=2025-05-06`.")],
    by: By = None,
    reason: Reason = "",
    ledger: LedgerOption = None,
) -> None:
    """Set fields of an entry; what reports say of them stays beside it."""
    from dostyk.cli.options import pairs_option

    payload = pairs_option(values, "{!r}: write FIELD=VALUE, as in date=2025-05-06")
    _act("correct", [entry], payload, by, reason, ledger)


@act_app.command()
def note(
    entry: OneId,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="What to note.")],
    by: By = None,
    ledger: LedgerOption = None,
) -> None:
    """Write a note to an entry."""
    _act("note", [entry], {"text": " ".join(text)}, by, "", ledger)


OneParty = Annotated[str, typer.Argument(metavar="PARTY", help="A person or body as a report names it.")]


@act_app.command()
def merge(
    one: OneParty,
    other: OneParty,
    over: Annotated[bool, typer.Option("--over", help="Even where somebody else ruled that they are two.")] = False,
    by: By = None,
    reason: Reason = "",
    ledger: LedgerOption = None,
) -> None:
    """Say that two names are one person or body; each name leads to the party from then on. Takes back the splits that
    keep them apart."""
    from dostyk.cli.options import acting_person
    from dostyk.linking.named import named_party

    with open_ledger(ledger) as store:
        named = store.named()
        first, second = (named_party(text, named, exact=False) for text in (one, other))
        try:
            done = store.reunite(first, second, by=acting_person(by), others=over, reason=reason)
        except RuledApart as error:
            raise UsageError(f"{error}; --over takes it back") from None
        now = store.named()
    for act in done:
        _tell(act, "merge")
    notice(_leads(now, first, second))


@act_app.command()
def split(one: OneParty, other: OneParty, by: By = None, reason: Reason = "", ledger: LedgerOption = None) -> None:
    """Say that the first name is not the person or body of the second, with which it was joined."""
    from dostyk.cli.options import acting_person
    from dostyk.linking.named import named_party

    with open_ledger(ledger) as store:
        named = store.named()
        first, second = (named_party(text, named, exact=True) for text in (one, other))
        _tell(store.rule_parties("split", first, second, by=acting_person(by), reason=reason), "split")
        now = store.named()
    notice(_leads(now, first, second))


def _leads(named: Mapping[Party, Party], *parties: Party) -> str:
    """`VNM:Lam is VNM:To Lam, …`; a name that is neither another's nor led to by the rest stands by itself."""
    found = {party.key: named.get(party, party).key for party in parties}
    led = {chosen for key, chosen in found.items() if key != chosen}
    return ", ".join(f"{key} is {chosen}" if key != chosen else f"{key} stands by itself"
                     for key, chosen in found.items() if key != chosen or key not in led)  # fmt: skip


@act_app.command()
def namesake(
    party: OneParty,
    ids: Ids,
    called: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="NAME",
            help="What to call the other, as `Jane Smith (judge)`, or `CAN:Jane Smith` of a state.",
        ),
    ],
    by: By = None,
    reason: Reason = "",
    ledger: LedgerOption = None,
) -> None:
    """Say that in these entries or claims the name is somebody else's who is called the same."""
    from dostyk.cli.options import acting_person
    from dostyk.linking.named import named_party

    with open_ledger(ledger) as store:
        known = named_party(party, store.named(), exact=False)
        act = store.tell_apart(known, ids, called, by=acting_person(by), reason=reason)
    _tell(act, "namesake")
    notice(f"there {known.key} is {act.payload['other']}")


def undo(
    number: Annotated[
        int | None, typer.Option("--number", metavar="N", help="This act instead of the latest that holds.")
    ] = None,
    alone: Annotated[
        bool, typer.Option("--alone", help="Only the one act, not all that were recorded with it.")
    ] = False,
    by: By = None,
    reason: Reason = "",
    ledger: LedgerOption = None,
) -> None:
    """Take back the latest act that holds, with all that the same command recorded; the log keeps both."""
    from dostyk.cli.options import acting_person
    from dostyk.followup.record import register_address

    with open_ledger(ledger) as store:
        before = _withdrawn(store)
        done = store.undo(by=acting_person(by), number=number, alone=alone, reason=reason)
        if done is None and number is not None:
            raise UsageError(f"act {number} does not hold: it was undone, or cannot be; dostyk log lists all acts")
        _tell(done, "undo")
        for name in sorted(_withdrawn(store) - before):
            held = [report.id for report in store.reports() if report.url == register_address(name)]
            notice(f"what {name} says stays in the ledger as a report: dostyk erase {' '.join(held)} takes it out")


def _withdrawn(store: Ledger) -> set[str]:
    from dostyk.followup.record import withdrawn_registers

    return withdrawn_registers(store.bound(("assign",)), store.bound(("assign",), undone=True))


def redo(by: By = None, reason: Reason = "", ledger: LedgerOption = None) -> None:
    """Bring back what was undone last."""
    from dostyk.cli.options import acting_person

    with open_ledger(ledger) as store:
        _tell(store.redo(by=acting_person(by), reason=reason), "redo")


def _act_on(verb: str, ids: Sequence[str], chosen: tuple[Sequence[str], Sequence[str], str], by: str | None,
            reason: str, ledger: str | None) -> None:  # fmt: skip
    """An act on ids, or on all entries of some parties, kinds and status."""
    from dostyk.cli.options import known_kinds, known_status
    from dostyk.cli.parties import select

    parties, kinds, status = chosen
    if bool(ids) is any(chosen):
        raise UsageError(f"{verb} needs ids, or a filter (--with, --kind, --status), and not both")
    if any(chosen):
        known_kinds(kinds)
        known_status(status)
        with open_ledger(ledger) as store:
            found = select(store.entries(kind=tuple(kinds), status=status or ()), parties, store.named())
        ids = [entry.id for entry in found if not (verb == "accept" and entry.accepted)]
        notice(f"{len(ids)} entries fit")
    if ids:
        _act(verb, ids, {}, by, reason, ledger)


def _act(
    verb: str, ids: Sequence[str], payload: Mapping[str, str], by: str | None, reason: str, ledger: str | None
) -> None:
    from dostyk.cli.options import acting_person

    with open_ledger(ledger) as store:
        _tell(store.act(verb, ids, by=acting_person(by), payload=payload, reason=reason), verb)


def _tell(act: Act | None, verb: str) -> None:
    if act is None:
        notice(f"nothing to {verb}")
        return
    done = f" act {act.payload['act']}" if "act" in act.payload else ""
    others = int(act.payload.get("acts", "1")) - 1
    if others:
        done += f" and {counted(others, 'other')} recorded with it"
    notice(f"act {act.number}: {act.verb}{done}, by {act.by}")
