"""`dostyk export ledger`, `dostyk import`, `dostyk backup`, `dostyk ledger copy`: a ledger elsewhere."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from dostyk.cli.export import export_app
from dostyk.cli.output import notice
from dostyk.cli.place import LedgerOption, open_ledger
from dostyk.cli.progress import bars

ledger_app = typer.Typer(help="Move a ledger to another database.", no_args_is_help=True)
_SQLITE = b"SQLite format 3\0"
_GZIP = b"\x1f\x8b"
_TAKEN = ("reports", "readings", "acts", "reports known", "reports erased before", "reports erased")


@export_app.command("ledger")
def export_ledger(
    out: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Where to write it; .gz packs it. Else standard output."),
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Write everything as JSON Lines: reports, readings, acts, feeds; dostyk import takes it in elsewhere."""
    from dostyk.files import replacing

    with open_ledger(ledger) as store:
        if out is None or str(out) == "-":
            for line in store.keeping.export():
                sys.stdout.write(line)
            return
        with replacing(out) as part, _writer(part, packed=out.suffix == ".gz") as file:
            for line in store.keeping.export():
                file.write(line.encode())
    notice(f"written: {out.resolve()}")


@contextmanager
def _writer(path: Path, *, packed: bool) -> Iterator[BinaryIO]:
    with path.open("wb") as raw:
        if not packed:
            yield raw
            return
        with gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as file:  # the same ledger gives the same file
            yield file  # type: ignore[misc]


def import_ledger(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An exported ledger, a SQLite ledger, or - .")],
    ledger: LedgerOption = None,
) -> None:
    """Take another ledger into this one: reports and acts that are not here yet are added, and nothing is lost."""
    with open_ledger(ledger, create=True) as store, _lines(file) as lines:
        counts = store.keeping.take_in(lines, file)
    print(_said(counts))


def _said(counts: Mapping[str, int]) -> str:
    """`12 new reports, 3 new acts, 4 reports known`."""
    from dostyk.cli.receive import count

    new = [count(counts[word], f"new {word[:-1]}") for word in ("reports", "readings", "acts")]
    other = [f"{counts[word]:,} {word}" for word in _TAKEN[3:] if counts[word]]
    return ", ".join([*new, *other])


@contextmanager
def _lines(file: str) -> Iterator[Iterator[bytes]]:
    """The lines of an exported ledger, packed or not, or of one that is exported now. Raises UsageError."""
    from dostyk.errors import UsageError, why_unreadable

    if file == "-":
        yield iter(sys.stdin.buffer)
        return
    try:
        with open(file, "rb") as raw:
            begins = raw.read(len(_SQLITE))
            raw.seek(0)
            if begins == _SQLITE:
                with open_ledger(file) as other:
                    yield (line.encode() for line in other.keeping.export())
            elif begins.startswith(_GZIP):
                with gzip.open(raw) as packed:
                    yield iter(packed)
            else:
                yield iter(raw)
    except (OSError, EOFError) as error:
        raise UsageError(f"{file}: {why_unreadable(error)}; name an exported ledger") from error


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write the copy, a SQLite ledger.")],
    replace: Annotated[bool, typer.Option("--replace", help="Replace a file that is there.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Copy the ledger of this moment into a file, while others may write; the copy is a ledger itself."""
    from dostyk.errors import UsageError

    if file.exists() and not replace:
        raise UsageError(f"{file} is there already; name another file, or add --replace")
    with open_ledger(ledger) as store, bars() as told:
        store.keeping.backup(file, told)
    notice(f"written: {file.resolve()}")


@ledger_app.callback()
def _ledger() -> None:
    """Move a ledger to another database."""


@ledger_app.command("copy")
def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="A ledger: a file, or postgresql://…")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Where the new ledger is to be: a file, or a URL.")],
) -> None:
    """Copy a ledger whole to a new place, from SQLite to PostgreSQL or back; to add to one, use dostyk import."""
    with open_ledger(source) as store, bars() as told:
        name = store.keeping.copy_to(target, told)
    notice(f"copied to {name}")
