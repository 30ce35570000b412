"""All commands under one name."""

from __future__ import annotations

from typing import Annotated

import typer

from dostyk.cli.evaluate import evaluate

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


app.command()(evaluate)
