"""Time expressions of diplomatic news: found in plain text, resolved to intervals, never guessed."""

from dostyk.language.dates.find import find
from dostyk.language.dates.narrative import read
from dostyk.language.dates.resolve import resolve
from dostyk.language.dates.scene import Habits, Resolved
from dostyk.language.dates.terms import Term, terms
from dostyk.language.dates.timex import timex
from dostyk.language.dates.values import TimeExpression

__all__ = ["Habits", "Resolved", "Term", "TimeExpression", "find", "read", "resolve", "terms", "timex"]
