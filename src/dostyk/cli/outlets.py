"""The file of outlets: who publishes what, and how reliable people hold them to be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from dostyk.errors import UsageError, why_unreadable
from dostyk.ledger.receiving import Outlet
from dostyk.reference import load_reference

# Admiralty code: from completely reliable (A) to unreliable (E), and what cannot be judged (F).
LETTERS = "ABCDEF"
_KEYS = frozenset({"name", "country", "language", "reliability", "feeds"})


def read_outlets(path: Path) -> list[Outlet]:
    """The outlets of a YAML file: a list of name, country, language, reliability and feeds.

    Raises UsageError that names the place of what is wrong.
    """
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # `no` is Norwegian
    except OSError as error:
        raise UsageError(f"{path}: {why_unreadable(error)}") from error
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"{path}: is no YAML ({str(error).splitlines()[0]})") from error
    if not isinstance(loaded, list) or not loaded:
        raise UsageError(f"{path}: write a list of outlets, each with name, country, language, reliability and feeds")
    outlets = [_outlet(row, f"{path}, outlet {number}") for number, row in enumerate(loaded, 1)]
    names = [outlet.name for outlet in outlets]
    twice = next((name for name in names if names.count(name) > 1), "")
    if twice:
        raise UsageError(f"{path}: {twice!r} stands there twice")
    return outlets


def _outlet(row: Any, place: str) -> Outlet:
    if not isinstance(row, dict) or not str(row.get("name") or "").strip():
        raise UsageError(f"{place}: give a name")
    strange = ", ".join(sorted(str(key) for key in row if key not in _KEYS))
    if strange:
        raise UsageError(f"{place}: no such field: {strange}; there are {', '.join(sorted(_KEYS))}")
    letter = str(row.get("reliability") or "").strip().upper()
    if letter and (len(letter) > 1 or letter not in LETTERS):
        raise UsageError(f"{place}: reliability is a letter from A (completely reliable) to F (cannot be judged)")
    feeds = row.get("feeds") or []
    if not isinstance(feeds, list) or not all(str(feed).startswith(("http://", "https://")) for feed in feeds):
        raise UsageError(f"{place}: feeds is a list of addresses that begin with http:// or https://")
    return Outlet(
        str(row["name"]).strip(),
        _country(str(row.get("country") or "").strip(), place),
        str(row.get("language") or "").strip().lower(),
        letter,
        tuple(str(feed) for feed in feeds),
    )


def _country(name: str, place: str) -> str:
    if not name:
        return ""
    code = load_reference().resolve_state(name)
    if code is None:
        raise UsageError(f"{place}: no country {name!r}; give its name or three-letter code")
    return code
