"""`dostyk review`: the doubtful on the terminal, one after the other, each settled with one key."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

import typer

from dostyk.cli.act import By
from dostyk.cli.output import notice
from dostyk.cli.place import LedgerOption, open_ledger
from dostyk.cli.timeline import PartiesArgument

if TYPE_CHECKING:
    from dostyk.ledger import Ledger
    from dostyk.linking import Office
    from dostyk.model import Entry

_KEYS = "a accept  r reject  c correct  n note  s skip  b back  u undo  q quit"
_LETTERS = frozenset((*_KEYS.split()[::2], "?"))


def review(
    parties: PartiesArgument = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", help="Only entries of this kind; may be repeated.")
    ] = None,
    below: Annotated[float, typer.Option("--below", min=0, max=1, help="Only those less sure than this.")] = 1.0,
    by: By = None,
    ledger: LedgerOption = None,
) -> None:
    """Walk through what nobody has accepted or corrected, the least sure first, and settle each with one key.

    Keys may be piped: one a line, and after `c` and `n` a line with FIELD=VALUE or the note. A line that is one of the
    keys leaves that question and does what the key does.
    """
    from dostyk.cli.options import acting_person, known_kinds
    from dostyk.cli.parties import select

    kinds = known_kinds(kind or ())
    with open_ledger(ledger) as store:
        found = [
            entry
            for entry in select(store.entries(), parties or (), store.named())
            if not (kinds and entry.kind not in kinds)
        ]
        open_ = [entry for entry in found if not entry.accepted and not entry.corrected and entry.confidence < below]
        open_.sort(key=lambda entry: (entry.confidence, entry.id))
        if not open_:
            notice("nothing to review: every entry here is accepted or corrected" if found else "no entries here")
            return
        walk = Walk(store, [entry.id for entry in open_], acting_person(by), terminal_keys if _watched() else piped)
        walk.run()
    done = ", ".join(f"{number} {verb}" for verb, number in sorted(walk.done.items())) or "nothing decided"
    notice(f"{done}; {len(walk.left())} of {len(open_)} left")


def _watched() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


Ask = Callable[[str, bool], str | None]
"""Asks with a prompt for a key, or for a line of text; None where there is no more input."""


def terminal_keys(prompt: str, line: bool) -> str | None:
    """One key as it is pressed, or a line."""
    import click

    sys.stdout.write(prompt)
    sys.stdout.flush()
    try:
        if line:
            return input()
        key = click.getchar()
    except (EOFError, KeyboardInterrupt):
        return None
    print(key if key.isprintable() else "")
    return key


def piped(prompt: str, line: bool) -> str | None:
    """The next line of standard input, of which the first letter is the key."""
    sys.stdout.write(prompt + "\n")
    said = sys.stdin.readline()
    while said and not line and not said.strip():
        said = sys.stdin.readline()
    return None if not said else said.strip() if line else said.strip()[:1]


@dataclass
class Walk:
    """The queue of entries, where the reader stands in it, and the acts done on the way."""

    ledger: Ledger
    ids: list[str]
    by: str
    ask: Ask
    place: int = 0
    acts: list[tuple[int, str, int]] = field(default_factory=list)  # number, verb, place in the queue
    settled: set[str] = field(default_factory=set)
    instead: str = ""  # a key that was typed where a line was asked for

    @property
    def done(self) -> Counter[str]:
        """How many acts of each verb stand."""
        names = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "note": "noted"}
        return Counter(names[verb] for _, verb, _ in self.acts)

    def left(self) -> list[str]:
        """Those not settled."""
        return [name for name in self.ids if name not in self.settled]

    def run(self) -> None:
        """Show and ask until the queue is through or the reader has enough."""
        steps: dict[str, Callable[[Entry], None]] = {
            "a": lambda entry: self._act("accept", entry), "r": lambda entry: self._act("reject", entry),
            "c": self._correct, "n": self._note, "s": lambda _: self._go(1), "b": lambda _: self._go(-1),
            "u": lambda _: self._undo(), "?": lambda _: print(_KEYS),
        }  # fmt: skip
        print(_KEYS)
        shown = -1
        while self.place < len(self.ids):
            if self.place != shown:
                entry, shown = self._show(), self.place
            key, self.instead = self.instead or self.ask("> ", False), ""
            if key is None or key.lower() in ("q", "\x03", "\x04"):
                return
            step = steps.get(key.lower())
            if step is None:
                print(f"no key {key!r}: {_KEYS}" if key.isprintable() else _KEYS)
            else:
                step(entry)

    def _line(self, prompt: str) -> str:
        """What is written at a prompt; empty where that is one of the keys, which is kept to be done next."""
        said = (self.ask(f"{prompt} (empty: none; a key leaves this) > ", True) or "").strip()
        if said.lower() in _LETTERS:
            self.instead = said
            return ""
        return said

    def _show(self) -> Entry:
        from dostyk.cli.card import card
        from dostyk.linking import in_words

        entry = self.ledger.entry(self.ids[self.place])
        claims = sorted(self.ledger.claims(entry=entry.id), key=lambda claim: entry.claims.index(claim.id))
        reports = {name: self.ledger.report(name) for name in {claim.report for claim in claims}}
        print(f"\n{self.place + 1} of {len(self.ids)}, {len(self.settled)} settled")
        print(card(entry, claims, reports, bold=_watched()))
        for pair in self.doubts:
            if any(entry.id in office.entries for office in pair):
                print(f"{in_words(*pair)} dostyk act namesake tells two apart")
        return entry

    @cached_property
    def doubts(self) -> list[tuple[Office, Office]]:
        """Offices of one name that are likely those of two people."""
        from dostyk.linking import perhaps_two

        return perhaps_two(self.ledger.offices())

    def _go(self, step: int) -> None:
        """On or back, past those that were rejected on the way."""
        place = self.place + step
        while 0 <= place < len(self.ids) and self._rejected(place):
            place += step
        if place < 0:
            print("this is the first")
            return
        self.place = place

    def _rejected(self, place: int) -> bool:
        return any(verb == "reject" and at == place for _, verb, at in self.acts)

    def _act(self, verb: str, entry: Entry, payload: dict[str, str] | None = None) -> None:
        act = self.ledger.act(verb, [entry.id], by=self.by, payload=payload)
        self.acts.append((act.number, verb, self.place))
        if verb != "note":
            self.settled.add(self.ids[self.place])
            self._go(1)

    def _correct(self, entry: Entry) -> None:
        from dostyk.cli.options import pairs_option
        from dostyk.errors import UsageError

        said = self._line("FIELD=VALUE")
        if not said:
            return
        try:
            self._act("correct", entry, pairs_option([said], "{!r}: write FIELD=VALUE, as in date=2025-05-06"))
        except UsageError as error:
            print(error)

    def _note(self, entry: Entry) -> None:
        said = self._line("note")
        if said:
            self._act("note", entry, {"text": said})

    def _undo(self) -> None:
        """Take back the latest act of this walk, and go back to its entry."""
        if not self.acts:
            print("nothing to undo here; dostyk undo takes back what was done before")
            return
        number, _, place = self.acts.pop()
        self.ledger.undo(by=self.by, number=number)
        self.place = place
        if not any(at == place and verb != "note" for _, verb, at in self.acts):
            self.settled.discard(self.ids[place])
