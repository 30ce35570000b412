"""Reference data about the world: states, bodies, outlets, titles, honours and fields of cooperation.

The reviewed tables are the YAML files in ``data/``; ``compile.py`` checks them and writes ``compiled.json``,
the only file that is read when the program runs.
"""

from dostyk.reference.gazetteer import Reference
from dostyk.reference.loading import load_reference
from dostyk.reference.records import (
    Body,
    Calendars,
    Contested,
    Entry,
    Field,
    Honorific,
    Honour,
    Outlet,
    Role,
    State,
    Title,
)

__all__ = [
    "Body",
    "Calendars",
    "Contested",
    "Entry",
    "Field",
    "Honorific",
    "Honour",
    "Outlet",
    "Reference",
    "Role",
    "State",
    "Title",
    "load_reference",
]
