"""`dostyk brief`: the page for a meeting."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dostyk.cli.output import notice
from dostyk.cli.place import AsOfOption, LedgerOption, OnDayOption, ledger_as_of


class BriefFormat(StrEnum):
    """How a brief is written."""

    HTML = "html"
    MD = "md"
    JSON = "json"


_SUFFIXES = {".html": BriefFormat.HTML, ".htm": BriefFormat.HTML, ".md": BriefFormat.MD, ".json": BriefFormat.JSON}


def brief(
    a: Annotated[str, typer.Argument(metavar="A", help="A state: code, name or demonym in any language.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other state.")],
    form: Annotated[
        BriefFormat | None, typer.Option("--format", help="Without it: as the file's name says, else html.")
    ] = None,
    out: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")] = None,
    until: OnDayOption = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Write the brief of the relation between two states: a file, or standard output where none is named."""
    from dostyk import briefs
    from dostyk.cli.options import day_asked
    from dostyk.cli.parties import state_code
    from dostyk.errors import UsageError

    chosen = form or _as_named(out)
    with ledger_as_of(ledger, as_of) as store:
        one, other = state_code(a, store), state_code(b, store)
        if one == other:
            raise UsageError(f"a relation needs two states; {a!r} and {b!r} are both {one}")
        page = briefs.build(store, one, other, day_asked(until, as_of))
    writers = {BriefFormat.HTML: briefs.to_html, BriefFormat.MD: briefs.to_markdown, BriefFormat.JSON: briefs.to_json}
    _put(writers[chosen](page), out)


def _as_named(out: Path | None) -> BriefFormat:
    """The format that the name of a file stands for. Raises UsageError where a brief is not written as that."""
    from dostyk.errors import UsageError

    suffix = out.suffix.lower() if out else ""
    if suffix and suffix not in _SUFFIXES:
        raise UsageError(f"{out}: a brief is written as .html, .md or .json; name the file so, or give --format")
    return _SUFFIXES.get(suffix, BriefFormat.HTML)


def _put(text: str, out: Path | None) -> None:
    from dostyk.files import write_whole

    if out is None:
        sys.stdout.write(text)
        return
    write_whole(out, text)
    notice(f"written: {out.resolve()}")
