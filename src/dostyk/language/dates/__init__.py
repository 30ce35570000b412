"""Time expressions of diplomatic news: found in plain text, resolved to intervals, never guessed."""

from dostyk.language.dates.find import find
from dostyk.language.dates.narrative import read
from dostyk.language.dates.resolve import Habits, Resolved, resolve
from dostyk.language.dates.values import TimeExpression

__all__ = ["Habits", "Resolved", "TimeExpression", "find", "read", "resolve"]
