"""Figures that bear on a target: reached, on the way, or set anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dostyk.followup.amounts import Amount, amounts_in, certain_unit, same_unit
from dostyk.followup.answer import first_told, made_on, took_place
from dostyk.followup.matching.sides import told_later
from dostyk.followup.steps import DONE, MEASURED, PARTLY, RESTATED, RETARGETED, Step
from dostyk.followup.targets import Target, indicator_of, is_relative, target_of
from dostyk.followup.words import first_word
from dostyk.linking.terms import due_of_entry
from dostyk.model import Entry, Interval

_GROWING = frozenset(("boost", "expand", "grow", "improve", "increase", "raise"))
_NEAR = 0.97  # of the target: "about a billion" reaches a billion


def figure_steps(commitment: Entry, others: Sequence[Entry], today: date) -> Iterator[Step]:
    """What later figures and later targets say about a commitment."""
    target = target_of(commitment)
    indicator = target.indicator if target else indicator_of(commitment.what)
    if not indicator:
        return
    for other in others:
        if not told_later(other, commitment) or not _same_relation(commitment, other):
            continue
        if other.kind == "figure" and indicator_of(other.what) == indicator and took_place(other, today):
            yield from _measured(commitment, target, other)
        elif other.kind == "commitment" and target is not None:
            yield from _set_anew(commitment, target, other)


def _same_relation(commitment: Entry, other: Entry) -> bool:
    ours = set(commitment.states)
    theirs = set(other.states)
    if other.kind == "figure":
        return len(ours) > 1 and ours == theirs
    return bool(ours & theirs) and (ours <= theirs or theirs <= ours)


def _period(figure: Entry) -> Interval | None:
    if figure.detail.period:
        try:
            return Interval.parse(figure.detail.period)
        except ValueError:
            return None
    told = first_told(figure)
    return figure.date or (Interval.day(told) if told else None)


def _measured(commitment: Entry, target: Target | None, figure: Entry) -> Iterator[Step]:
    period, made = _period(figure), made_on(commitment)
    value = next(iter(amounts_in(figure.detail.value or figure.what)), None)
    if period is None or made is None or value is None or period.high <= made.high:
        return
    if target is None:
        if first_word(commitment.what) in _GROWING:
            why = (f"a later count of what was to grow: {value.words}", "the reports give no count of before")
            yield Step(commitment, PARTLY, figure, 0.5, why)
    elif is_relative(target):
        yield Step(commitment, MEASURED, figure, 0.5, (f"a later figure: {value.words}; no figure of before is known",))
    elif same_unit(value, target.amount):
        yield _against(commitment, target.amount, figure, value, period)


def _against(commitment: Entry, target: Amount, figure: Entry, value: Amount, period: Interval) -> Step:
    share = value.number / target.number if target.number else 0.0
    told = f"{value.words} in {period.iso} against {target.words}, {share:.0%}"
    doubts = () if certain_unit(value, target) else ("a report does not say whose dollar it means",)
    if share < _NEAR:
        return Step(commitment, MEASURED, figure, 0.8, (told, *doubts))
    due = due_of_entry(commitment).interval
    if due is not None and period.low > due.high:
        return Step(commitment, DONE, figure, 0.6, (told, "reached after its term", *doubts))
    about = ("the report says “about”",) if value.about else ()
    return Step(commitment, DONE, figure, 0.7 if about or doubts else 0.9, (told, *about, *doubts))


def _on_the_way(due: Interval | None, target: Target, sooner: Interval | None, less: Target) -> bool:
    """True for a smaller figure that is to be reached sooner: a mark on the way to a target that stands."""
    if due is None or sooner is None or is_relative(target) or is_relative(less):
        return False
    return sooner.high < due.high and less.amount.number < target.amount.number


def _set_anew(commitment: Entry, target: Target, other: Entry) -> Iterator[Step]:
    later, first, then = target_of(other), made_on(commitment), made_on(other)
    if later is None or later.indicator != target.indicator or not (first and then and then.low > first.high):
        return  # two targets of one day stand beside each other
    due = due_of_entry(commitment).interval
    if due is not None and due.high < then.low:
        return  # its time was over
    if _on_the_way(due, target, due_of_entry(other).interval, later):
        return
    if is_relative(later) or is_relative(target):
        yield Step(commitment, RETARGETED, other, 0.5, ("a later commitment on the same figure, without a number",))
        return
    same = same_unit(later.amount, target.amount) and later.amount.number == target.amount.number
    if same:
        yield Step(commitment, RESTATED, other, 0.9, (f"the same target again: {later.amount.words}",))
    else:
        why = f"another target for the same figure: {later.amount.words} after {target.amount.words}"
        yield Step(commitment, RETARGETED, other, 0.7, (why,))
