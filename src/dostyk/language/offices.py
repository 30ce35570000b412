"""The words that offices and bodies are named with: what a title is built of, whatever its length.

They stand in the reference data (`office_words.yml`, with the heads of titles of one's own) and are read when one is
first asked for, so that importing this module reads nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reference import load_reference

if TYPE_CHECKING:  # the constants below are made by `__getattr__`
    TITLE_HEADS: frozenset[str]
    """A title has one of these as its head: `Minister for Foreign Affairs`, `National Security Coordinator`."""
    PERSONAL: frozenset[str]
    """Titles that people bear as such, not as an office in a state."""
    BORNE_AS_NAMES: frozenset[str]
    """Words for ranks that people bear as names, too: `Mr Prince X`."""
    POSTNOMINALS: frozenset[str]
    """Letters behind a name, as written."""
    OFFICE_WORDS: frozenset[str]
    """Words that stand inside the names of offices and bodies, and so end a personal name."""
    PARLIAMENTS: frozenset[str]
    """Parliaments by the names that only one state's bears; `of the Sejm` says which house somebody presides over."""
    BODY_HEADS: frozenset[str]
    """Words with which the name of a body ends or begins."""
    GOVERNMENT_WORDS: frozenset[str]
    """States act through these: the name of the state stands for them."""
    ENVOYS: frozenset[str]
    """Offices that are held in another state or body."""
    POSTS: frozenset[str]
    """The same with their plurals."""
    NAMING: frozenset[str]
    """Every word that belongs to the name of an office or body."""

_TABLES = {
    "TITLE_HEADS": ("heads",),
    "PERSONAL": ("personal",),
    "BORNE_AS_NAMES": ("borne_as_names",),
    "POSTNOMINALS": ("post_nominals",),
    "OFFICE_WORDS": ("fields",),
    "PARLIAMENTS": ("parliaments",),
    "BODY_HEADS": ("bodies", "parliaments"),
    "GOVERNMENT_WORDS": ("governments",),
    "ENVOYS": ("envoys",),
    "POSTS": ("envoys", "envoys_in_plural"),
    "NAMING": ("heads", "fields", "bodies", "parliaments"),
}


def __getattr__(name: str) -> frozenset[str]:
    """A constant, read from the reference data when it is first asked for and kept."""
    if name not in _TABLES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    words = load_reference().office_words
    value = frozenset[str]().union(*(words[table] for table in _TABLES[name]))
    globals()[name] = value
    return value


def singular(word: str) -> str:
    """A head of offices without its plural: `Ministers` → `Minister`; any other word as it is."""
    heads = load_reference().office_words["heads"]
    return word[:-1] if word.lower().endswith("s") and word.lower()[:-1] in heads else word
