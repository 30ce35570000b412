"""`dostyk follow`: feeds, watched; what is new in them, read."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dostyk.cli.output import notice
from dostyk.cli.place import LedgerOption, open_ledger

if TYPE_CHECKING:
    from dostyk.cli.following import Follower
    from dostyk.cli.stopping import Stop
    from dostyk.ledger import Ledger


def follow(
    feeds: Annotated[
        list[str] | None, typer.Argument(metavar="FEED…", help="Addresses of RSS, Atom or news sitemaps.")
    ] = None,
    outlets: Annotated[
        Path | None,
        typer.Option(
            "--outlets", metavar="FILE", help="YAML list: name, country, language, reliability A to F, feeds."
        ),
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Read what is due now, and end.")] = False,
    every: Annotated[float, typer.Option("--every", metavar="MINUTES", min=0, help="Look at a feed so often.")] = 30,
    delay: Annotated[
        float, typer.Option("--delay", metavar="SECONDS", min=0, help="Wait so long between two requests to a host.")
    ] = 2,
    again: Annotated[
        float, typer.Option("--again", metavar="SECONDS", min=0, help="Wait before a second try; doubled each time.")
    ] = 60,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", min=0.1, help="Give a page so long to arrive.")
    ] = 60,
    allow_private: Annotated[
        list[str] | None,
        typer.Option("--allow-private", metavar="HOST", help="Ask this host or network though it is not public."),
    ] = None,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try pages again that were given up.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Follow feeds: fetch their pages politely and read what is new, until Ctrl-C; the next run goes on.

    Only public addresses are asked, redirects too; robots.txt and what servers ask for are kept to.
    """
    from dostyk.cli.following import Follower, Manners, by_feed
    from dostyk.cli.frames import usable
    from dostyk.cli.outlets import read_outlets
    from dostyk.cli.receive import Receiver, summary
    from dostyk.cli.stopping import STOPPED, stoppable
    from dostyk.errors import UsageError
    from dostyk.intake.net import Fetcher, Guard, Limits
    from dostyk.reading import read_report

    usable()
    listed = read_outlets(outlets) if outlets else []
    urls = tuple(dict.fromkeys([*(feeds or ()), *(feed for outlet in listed for feed in outlet.feeds)]))
    strange = next((url for url in urls if not url.startswith(("http://", "https://"))), None)
    if strange is not None:
        raise UsageError(f"{strange!r} is no address of a feed; it begins with http:// or https://")
    if not urls:
        raise UsageError("name feeds, or a file of outlets that have feeds")
    with open_ledger(ledger, create=True) as store, stoppable("page") as stop:
        store.receiving.put_outlets(listed)
        receiver = Receiver(store, read_report)
        fetcher = Fetcher(Guard(allow_private or ()), Limits(seconds=timeout, silence=min(timeout, 20.0)))
        manners = Manners(delay, every * 60, again)
        follower = Follower(store.receiving, receiver, fetcher, urls, stop, notice, manners, by_feed(listed))
        if retry_failed:
            _wait_again(store, urls)
        _watch(follower, store, stop, once=once)
    for line in summary(receiver.outcome):
        print(line)
    if stop and once:
        notice("dostyk: stopped; the same command goes on")
        raise typer.Exit(STOPPED)
    if receiver.outcome.failures or follower.troubled:
        raise typer.Exit(1)


def _wait_again(store: Ledger, urls: Iterable[str]) -> None:
    from dostyk.ledger.receiving import WAITING

    wanted = set(urls)
    for page in store.receiving.failed_pages():
        if page.feed in wanted:
            store.receiving.put_page(replace(page, state=WAITING, next_at=0.0, tries=0))


def _watch(follower: Follower, store: Ledger, stop: Stop, *, once: bool) -> None:
    """Round after round, or one."""
    while not stop:
        with store.bulk():
            follower.round()
        if stop or once:
            left = follower.waiting()
            if left:
                notice(f"dostyk: {left:,} pages wait for the next run")
            return
        due = follower.due_at()
        notice(f"dostyk: {_state(follower)}; next look at {datetime.fromtimestamp(due):%H:%M:%S}")
        stop.wait(due - time.time())


def _state(follower: Follower) -> str:
    outcome = follower.receiver.outcome
    return f"{outcome.reports:,} read, {outcome.known:,} known already, {outcome.failures:,} failed"
