"""Progress of long work on standard error: how much is done, how fast, how long it will take, and what went wrong."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dostyk.clean import one_line
from dostyk.cli.output import notice

if TYPE_CHECKING:
    from rich.progress import TaskID

_EVERY = 30.0  # seconds between lines where no terminal watches
_MOST_KINDS = 3


@dataclass
class Gauge:
    """What is known of a run: the share of its bytes that is done, reports so far, failures by kind."""

    total: int = 0
    before: int = 0  # bytes of what is finished
    inside: int = 0  # bytes of what is being read
    reports: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    started: float = field(default_factory=time.monotonic)

    def text(self, now: float | None = None) -> str:
        """`1,200 reports, 14.2 a second, 3:10 left; 2 is empty`."""
        seconds = max((time.monotonic() if now is None else now) - self.started, 1e-6)
        parts = [f"{self.reports:,} reports", f"{self.reports / seconds:,.1f} a second"]
        done = self.before + self.inside
        if 0 < done < self.total:
            parts.append(f"{clock(seconds * (self.total - done) / done)} left")
        worst = self.errors.most_common(_MOST_KINDS)
        said = ", ".join(f"{number:,} {kind}" for kind, number in worst)
        return ", ".join(parts) + (f"; {said}" if said else "")


def clock(seconds: float) -> str:
    """`0:07`, `3:10`, `2:03:10`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@contextmanager
def gauged(gauge: Gauge) -> Iterator[Callable[[str], None]]:
    """Show the gauge; give a function to call with the name of what is being read, whenever the gauge has moved.

    On a terminal it is a bar; elsewhere a line every half minute, so that a log shows that the run lives.
    """
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn

    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        BarColumn(bar_width=20),
        TaskProgressColumn(),
        TextColumn("{task.description}", markup=False),
    )
    watched = console.is_terminal
    last = time.monotonic()
    with Progress(*columns, console=console, transient=True, disable=not watched) as bar:
        task = bar.add_task("starting", total=max(gauge.total, 1))

        def step(name: str) -> None:
            nonlocal last
            if watched:
                told = one_line(f"{gauge.text()} · {name}")[: max(20, console.width - 35)]
                bar.update(task, description=told, completed=gauge.before + gauge.inside)
            elif time.monotonic() - last >= _EVERY:
                last = time.monotonic()
                notice(f"dostyk: {gauge.text()}")

        yield step


@contextmanager
def progress(total: int | None = None) -> Iterator[Callable[[str], None]]:
    """Give a function to call with the name of each report before it is read."""
    gauge = Gauge(total=total or 0)
    with gauged(gauge) as show:

        def step(name: str) -> None:
            gauge.before = gauge.reports
            show(name)
            gauge.reports += 1

        yield step


@contextmanager
def bars(begun: str = "") -> Iterator[Callable[[str, int, int], None]]:
    """Give a function that shows on a terminal how far work is: what is done, how much of it, of how much. `begun` is
    said when the work begins, on a terminal or not."""
    with ExitStack() as stack:
        shown: dict[str, Callable[[str, int, int], None]] = {}

        def told(what: str, done: int, total: int) -> None:
            if not shown:  # rich takes a while to load, and there may be nothing to tell
                if begun:
                    notice(begun)
                shown["bars"] = stack.enter_context(_started())
            shown["bars"](what, done, total)

        yield told


@contextmanager
def _started() -> Iterator[Callable[[str, int, int], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (TextColumn("{task.description:14}"), BarColumn(bar_width=30), TaskProgressColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as shown:
        tasks: dict[str, TaskID] = {}

        def told(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = shown.add_task(what, total=total)
            shown.update(tasks[what], completed=done)

        yield told
