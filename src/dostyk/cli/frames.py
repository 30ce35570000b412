"""`dostyk frames`: frames of one's own checked, tried on a sentence, and explained on its tree."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dostyk.cli.output import Format, FormatOption, Listing, notice, write
from dostyk.cli.place import LedgerOption

if TYPE_CHECKING:
    from dostyk.model import Report
    from dostyk.reading.explain import Told

frames_app = typer.Typer(help="Frames: check files, try a sentence, see why it reads as it does.", no_args_is_help=True)

FramesOption = Annotated[
    Path | None,
    typer.Option("--frames", metavar="DIR", help="Folder with frames of one's own; else DOSTYK_FRAMES."),
]
SentenceArgument = Annotated[str, typer.Argument(metavar="SENTENCE", help="One or a few sentences of a report.")]
DayOption = Annotated[str | None, typer.Option("--published", metavar="DAY", help="Day of publication, YYYY-MM-DD.")]
OutletOption = Annotated[str, typer.Option("--outlet", metavar="NAME", help="Outlet the sentence stands in.")]


def use(folder: Path | None) -> None:
    """Read with the frames of a folder in this process. Raises UsageError where there is none."""
    from dostyk.errors import UsageError
    from dostyk.reference.own import VARIABLE

    if folder is None:
        return
    if not folder.is_dir():
        raise UsageError(f"--frames: {folder} is no folder; name one with frame files (*.yml)")
    os.environ[VARIABLE] = str(folder.resolve())


def usable() -> None:
    """Load frames and tables of one's own, so that a fault in them stops a run before anything is read.

    Raises FrameError or ReferenceDataError naming the file and place.
    """
    from dostyk.reference.own import own_folders

    if folders := own_folders():
        from dostyk.reading.frames import load_frames
        from dostyk.reference import load_reference

        load_reference()
        load_frames(*map(str, folders))


@frames_app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="Folder of frame files.")] = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,  # taken like by every command; frames are tried without a ledger
) -> None:
    """List what is wrong in frame files, and examples that do not read as their frame. Exit code 1 where anything is.

    Without a folder the one of DOSTYK_FRAMES is checked, without that the frames of the package.
    """
    use(folder)
    from dostyk.reading.framecheck import check_examples, check_files

    files = check_files()
    faults = list(files.faults)
    if not faults:
        faults = list(check_examples(files.frames))
    write(Listing(("problem",), [{"problem": fault} for fault in faults], empty=""), form)
    notice(f"{files.count} files, {len(files.frames)} frames, {files.examples} examples, {len(faults)} problems")
    if faults:
        raise typer.Exit(1)


@frames_app.command("test")
def try_sentence(
    sentence: SentenceArgument, published: DayOption = None, outlet: OutletOption = "", frames: FramesOption = None,
    form: FormatOption = Format.TABLE, ledger: LedgerOption = None,
) -> None:  # fmt: skip
    """Read a sentence on the spot and list its claims, each with the frame that made it."""
    use(frames)
    from dostyk.reading.explain import told

    rows = [_row(item) for item in told(_report(sentence, published, outlet))]
    write(Listing(("kind", "frame", "who", "whom", "date", "place", "status", "attributed_to", "what"), rows), form)
    if not rows:
        notice("no claim; dostyk frames explain shows why")


@frames_app.command()
def explain(
    sentence: SentenceArgument, published: DayOption = None, outlet: OutletOption = "", frames: FramesOption = None,
    ledger: LedgerOption = None,
) -> None:  # fmt: skip
    """Show a sentence's tree (* marks triggers), their slots and parties, and every frame that was tried.

    `+` made a claim; `-` did not, and says why.
    """
    use(frames)
    for line in _explained(_report(sentence, published, outlet)):
        print(line)


def _report(sentence: str, published: str | None, outlet: str) -> Report:
    from dostyk.cli.options import day_option
    from dostyk.errors import UsageError
    from dostyk.model import Report

    if not sentence.strip():
        raise UsageError("give a sentence, in quotation marks")
    return Report(text=sentence, published=day_option("--published", published), outlet=outlet, name="sentence")


def _explained(report: Report) -> Iterator[str]:
    from dostyk.clean import visible
    from dostyk.cli.frame_tree import lines_of
    from dostyk.reading.explain import explain as explained

    for number, item in enumerate(explained(report)):
        if number:
            yield ""
        yield from map(visible, lines_of(item))


def _row(item: Told) -> dict[str, Any]:
    claim = item.claim
    return {
        "kind": claim.kind,
        "frame": item.frame,
        "who": [mention.key for mention in claim.who],
        "whom": [mention.key for mention in claim.whom],
        "date": claim.date.iso if claim.date else "",
        "date_basis": claim.date_basis,
        "place": claim.place,
        "status": claim.status,
        "flags": list(claim.flags),
        "what": claim.what,
        "attributed_to": claim.attributed_to.key if claim.attributed_to else "",
        "detail": claim.detail.given(),
        "confidence": claim.confidence,
    }
