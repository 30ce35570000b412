"""Ctrl-C ends a long run at the next place where nothing is half done; a second one ends it at once."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from dostyk.cli.output import notice

STOPPED = 130  # the exit code that shells give to a program ended by Ctrl-C


class Stop:
    """True once the user asked to stop. `wait` sleeps, and wakes when that happens."""

    def __init__(self) -> None:
        self._asked = threading.Event()

    def __bool__(self) -> bool:
        return self._asked.is_set()

    def ask(self) -> None:
        """Ask the run to stop."""
        self._asked.set()

    def wait(self, seconds: float) -> None:
        """Sleep for so long, or until it is to stop."""
        self._asked.wait(max(0.0, seconds))


@contextmanager
def stoppable(what: str) -> Iterator[Stop]:
    """Let Ctrl-C and a polite end of the process ask for a stop; `what` is what is finished first."""
    stop = Stop()

    def asked(number: int, frame: FrameType | None) -> None:
        if stop:
            raise KeyboardInterrupt
        stop.ask()
        notice(f"dostyk: stopping after this {what}; again to stop at once")

    if threading.current_thread() is not threading.main_thread():
        yield stop  # signals reach the main thread only
        return
    before = {number: signal.signal(number, asked) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
