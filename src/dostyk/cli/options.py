"""Values of options, checked."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterable
from datetime import date

from dostyk.errors import UsageError


def day_option(name: str, text: str | None) -> date | None:
    """The day an option gives; None where it is not given. Raises UsageError for anything but a day."""
    from dostyk.intake.days import read_day

    if not text:
        return None
    reading = read_day(text)
    if reading.day is None:
        why = reading.message.partition(", so ")[0] or f"{text!r} is no day"
        raise UsageError(f"{name}: {why}; give a day as YYYY-MM-DD")
    return reading.day


def day_asked(until: str | None, as_of: str | None) -> date:
    """The day for which things are told: `--until`, else `--as-of`, else today. Raises UsageError."""
    from dostyk.followup import today_everywhere

    return day_option("--until", until) or day_option("--as-of", as_of) or today_everywhere()


def pairs_option(pairs: Iterable[str], refusal: str) -> dict[str, str]:
    """What `NAME=VALUE` gives, by name. Raises UsageError where `=` is missing; `refusal` holds the pair as `{!r}`."""
    found = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(refusal.format(pair))
        found[name.strip()] = value.strip()
    return found


_SPANS = {"d": 1, "w": 7, "m": 30, "y": 365}


def days_option(name: str, text: str) -> int:
    """The days that `90d`, `12w`, `6m` or `1y` stand for. Raises UsageError for anything else."""
    number, unit = text[:-1], text[-1:].lower()
    if number.isdecimal() and unit in _SPANS and len(number) < 5:
        return int(number) * _SPANS[unit]
    raise UsageError(f"{name}: give a span as 90d, 12w, 6m or 1y, not {text!r}")


def known_kinds(kinds: Iterable[str]) -> frozenset[str]:
    """The kinds, all of them known. Raises UsageError that lists what there is."""
    from dostyk.model import KINDS

    for kind in kinds:
        if kind not in KINDS:
            raise UsageError(f"no kind {kind!r}; kinds are {', '.join(KINDS)}")
    return frozenset(kinds)


def known_status(status: str) -> str:
    """The status, which is known, or empty. Raises UsageError that lists what there is."""
    from dostyk.model import STATUSES

    if status and status not in STATUSES:
        raise UsageError(f"no status {status!r}; statuses are {', '.join(STATUSES)}")
    return status


def acting_person(given: str | None) -> str:
    """Who acts: as given, else `DOSTYK_USER`, else the computer's user."""
    return given or os.environ.get("DOSTYK_USER") or getpass.getuser()
