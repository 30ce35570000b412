"""`dostyk watch`: filters that are kept, and what is new since last time."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dostyk.cli.output import json_text, notice, wrapped
from dostyk.cli.place import LedgerOption, open_ledger

if TYPE_CHECKING:
    from dostyk.followup.watch import News, Watch

watch_app = typer.Typer(help="Keep filters, and say what is new since last time.", invoke_without_command=True)
FileOption = Annotated[
    Path | None,
    typer.Option("--watches", metavar="FILE", envvar="DOSTYK_WATCHES", help="Where filters are kept; else per user."),
]


class WatchFormat(StrEnum):
    """How news is written."""

    TEXT = "text"
    JSON = "json"
    ATOM = "atom"


@watch_app.callback()
def watch(
    context: typer.Context,
    form: Annotated[WatchFormat, typer.Option("--format", help="How to write it.")] = WatchFormat.TEXT,
    peek: Annotated[bool, typer.Option("--peek", help="Tell it again next time.")] = False,
    mail: Annotated[str, typer.Option("--mail", metavar="ADDRESS", help="Send it there too, if there is any.")] = "",
    sender: Annotated[str, typer.Option("--from", metavar="ADDRESS", help="The sender of the mail.")] = "",
    smtp: Annotated[
        str, typer.Option("--smtp", metavar="HOST[:PORT]", envvar="DOSTYK_SMTP", help="The server that sends it.")
    ] = "",
    watches: FileOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Say what is new for every filter since last time. `add`, `list` and `remove` keep the filters."""
    if context.invoked_subcommand:
        return
    from dostyk.errors import UsageError
    from dostyk.exports import feed
    from dostyk.followup import load, today_everywhere
    from dostyk.followup.watch import news, told

    if mail and not (smtp and sender):
        raise UsageError("--mail needs --smtp HOST[:PORT] and --from ADDRESS")
    known = _load(watches)
    if not known:
        raise UsageError("no filter is kept yet; dostyk watch add NAME --with STATE keeps one")
    with open_ledger(ledger) as store:
        record = load(store, today_everywhere())
    found = [(one, news(one, record.entries, record.steps)) for one in known]
    every = [item for _, items in found for item in items]
    if form is WatchFormat.ATOM:
        sys.stdout.write(feed.atom("dostyk watch", every))
    elif form is WatchFormat.JSON:
        sys.stdout.write(json_text([_row(item) for item in every]))
    else:
        sys.stdout.write(wrapped(feed.text(every)))
    if mail and every:
        _send(every, sender, mail, smtp)
    if not peek:
        _save(watches, [told(one, items) for one, items in found])
    notice(f"{len(every)} new")


@watch_app.command()
def add(
    name: Annotated[str, typer.Argument(help="Its name.")],
    states: Annotated[list[str] | None, typer.Option("--with", metavar="STATE", help="Takes part; repeatable.")] = None,
    person: Annotated[str, typer.Option("--person", help="A name, or part of one.")] = "",
    field: Annotated[list[str] | None, typer.Option("--field", help="A field of cooperation; repeatable.")] = None,
    kind: Annotated[list[str] | None, typer.Option("--kind", help="A kind of entry; repeatable.")] = None,
    watches: FileOption = None,
) -> None:
    """Keep a filter; one of the same name is replaced, and tells everything anew."""
    from dostyk.cli.options import known_kinds
    from dostyk.cli.parties import state_code
    from dostyk.followup.watch import Watch

    codes = tuple(state_code(state) for state in states or ())
    made = Watch(name, codes, person, tuple(sorted(known_kinds(kind or ()))), tuple(field or ()))
    _save(watches, [*(one for one in _load(watches) if one.name != name), made])
    notice(f"kept: {name}; dostyk watch says what is new")


@watch_app.command("list")
def list_watches(watches: FileOption = None) -> None:
    """List the filters."""
    for one in _load(watches):
        parts = [*one.states, one.person, *one.kinds, *one.fields]
        print(f"{one.name}: {', '.join(part for part in parts if part) or 'everything'}")


@watch_app.command()
def remove(name: Annotated[str, typer.Argument(help="Its name.")], watches: FileOption = None) -> None:
    """Forget a filter."""
    from dostyk.errors import UsageError

    known = _load(watches)
    if all(one.name != name for one in known):
        raise UsageError(f"no filter {name!r}; there are {', '.join(one.name for one in known) or 'none'}")
    _save(watches, [one for one in known if one.name != name])


def _place(given: Path | None) -> Path:
    from platformdirs import user_data_path

    return given or user_data_path("dostyk", appauthor=False) / "watches.json"


def _load(given: Path | None) -> list[Watch]:
    from dostyk.errors import UsageError
    from dostyk.followup.watch import from_json

    path = _place(given)
    if not path.exists():
        return []
    try:
        return from_json(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: holds no filters that can be read; move it away ({error})") from error


def _save(given: Path | None, watches: Sequence[Watch]) -> None:
    from dostyk.files import write_whole
    from dostyk.followup.watch import to_json

    write_whole(_place(given), json.dumps(to_json(watches), ensure_ascii=False, indent=1))


def _row(item: News) -> dict[str, str]:
    return {"watch": item.watch, "change": item.change, "id": item.id, "day": item.day, "text": item.text}


def _send(found: Sequence[News], sender: str, to: str, server: str) -> None:
    """Send one mail; with STARTTLS where the server offers it, and a login where DOSTYK_SMTP_USER names one."""
    import smtplib
    import ssl

    from dostyk.errors import UsageError
    from dostyk.exports.feed import mail

    host, _, port = server.partition(":")
    user = os.environ.get("DOSTYK_SMTP_USER", "")
    try:
        with smtplib.SMTP(host, int(port or 25), timeout=30) as connection:
            connection.ehlo()
            if connection.has_extn("starttls"):
                connection.starttls(context=ssl.create_default_context())
            if user:
                connection.login(user, os.environ.get("DOSTYK_SMTP_PASSWORD", ""))
            connection.send_message(mail(found, sender, to))
    except (OSError, ValueError, smtplib.SMTPException) as error:
        raise UsageError(f"{server}: the mail was not sent ({error}); nothing was marked as told") from error
