"""Where the ledger lies: `--ledger`, else `DOSTYK_LEDGER`, else one per user."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dostyk.cli.output import notice

if TYPE_CHECKING:
    from dostyk.ledger import Ledger

LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="PATH-OR-URL",
        envvar="DOSTYK_LEDGER",
        help="The ledger: a file, or postgresql://… Without it, one per user.",
    ),
]

AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DAY", help="Answer from what the ledger held on that day."),
]

OnDayOption = Annotated[
    str | None, typer.Option("--until", metavar="DAY", help="As things stood on this day, by what was told by then.")
]


def ledger_place(given: str | None, *, create: bool) -> str:
    """The path or URL to open. The user's own ledger is named when it is first used. Raises LedgerError where there
    is no ledger and none is to be made."""
    from dostyk.errors import LedgerError

    if given and "://" in given:
        return given
    path = Path(given) if given else _own()
    if not create and not path.exists():
        raise LedgerError(f"there is no ledger at {path} yet; dostyk read makes it, or name another with --ledger")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(
            f"{path}: its folder cannot be made ({error.strerror}); name another with --ledger"
        ) from error
    if not given and not path.exists():
        notice(f"dostyk: the ledger is {path}; set DOSTYK_LEDGER or --ledger to use another")
    return str(path)


def _own() -> Path:
    from platformdirs import user_data_path

    return user_data_path("dostyk", appauthor=False) / "ledger.sqlite"


def open_ledger(given: str | None, *, create: bool = False) -> Ledger:
    """The ledger, opened; made first where `create` says so. That entries which another version of dostyk derived are
    derived again is said on standard error. Raises LedgerError."""
    from dostyk.cli.progress import bars
    from dostyk.ledger import Ledger

    with bars("dostyk: entries are derived again, by the rules of this version; their ids stay") as told:
        return Ledger.open(ledger_place(given, create=create), create=create, told=told)


@contextmanager
def ledger_as_of(given: str | None, as_of: str | None) -> Iterator[Ledger]:
    """The ledger; with a day, as it was known then, which is said on standard error. Raises LedgerError, UsageError."""
    from dostyk.cli.options import day_option

    day = day_option("--as-of", as_of)
    with open_ledger(given) as store:
        if day is None:
            yield store
            return
        with store.as_of(day) as known:
            first = store.first_day()
            if first > day.isoformat():
                notice(f"dostyk: on {day} the ledger held nothing; its first report was recorded on {first}")
            elif known is not store:
                notice(f"dostyk: as the ledger was on {day}, linked as today")
            yield known
