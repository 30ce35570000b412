"""The ledger: schema, migrations, store, search, acts."""

from dostyk.ledger.asking import Person
from dostyk.ledger.following import Bound, Place
from dostyk.ledger.ledger import Ledger, LogLine
from dostyk.ledger.recording import Added, ReadingLike
from dostyk.ledger.search import Hit

__all__ = ["Added", "Bound", "Hit", "Ledger", "LogLine", "Person", "Place", "ReadingLike"]
