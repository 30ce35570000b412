"""All commands under one name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from dostyk.cli.act import act_app, redo, undo
from dostyk.cli.brief import brief
from dostyk.cli.check import check
from dostyk.cli.commitments import commitments
from dostyk.cli.copies import backup, import_ledger, ledger_app
from dostyk.cli.due import due
from dostyk.cli.erase import erase
from dostyk.cli.evaluate import evaluate
from dostyk.cli.export import export_app
from dostyk.cli.follow import follow
from dostyk.cli.frames import frames_app
from dostyk.cli.holders import holders
from dostyk.cli.instruments import instruments
from dostyk.cli.invitations import invitations
from dostyk.cli.log import log
from dostyk.cli.people import people
from dostyk.cli.read import read
from dostyk.cli.register import register_app
from dostyk.cli.review import review
from dostyk.cli.round import round_app
from dostyk.cli.scorecard import scorecard
from dostyk.cli.search import search
from dostyk.cli.serve import serve
from dostyk.cli.show import show
from dostyk.cli.steps import settle, steps
from dostyk.cli.timeline import timeline
from dostyk.cli.urge import urge
from dostyk.cli.watch import watch_app
from dostyk.cli.why import why

# Plain help: rich's takes a quarter of a second to load.
app = typer.Typer(
    name="dostyk",
    help="A ledger of what states did and promised each other, every line tied to the sentence that says so.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from dostyk import __version__

        print(f"dostyk {__version__}")
        raise typer.Exit()


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Options before a command."""


_COMMANDS: tuple[Callable[..., None], ...] = (
    *(read, follow, brief, timeline, show, why, search, people, holders, commitments, invitations, check, evaluate),
    *(review, undo, redo, log),
    *(due, urge, instruments, steps, scorecard),
    *(serve, backup, erase),
)
for _command in _COMMANDS:
    app.command()(_command)
app.command("import")(import_ledger)
act_app.command()(settle)
app.add_typer(act_app, name="act")
app.add_typer(export_app, name="export")
app.add_typer(ledger_app, name="ledger")
app.add_typer(register_app, name="register")
app.add_typer(round_app, name="round")
app.add_typer(frames_app, name="frames")
app.add_typer(watch_app, name="watch")
