"""The ledger: schema, migrations, store, search, acts."""

from dostyk.ledger.asking import Person
from dostyk.ledger.following import Bound, Place
from dostyk.ledger.ledger import Ledger
from dostyk.ledger.recording import Added, ReadingLike
from dostyk.ledger.search import Hit
from dostyk.ledger.tracing import LogLine

__all__ = ["Added", "Bound", "Hit", "Ledger", "LogLine", "Person", "Place", "ReadingLike"]
