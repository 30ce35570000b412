"""The ledger: schema, migrations, store, search, acts."""

from dostyk.ledger.asking import Person
from dostyk.ledger.ledger import Ledger, LogLine
from dostyk.ledger.recording import Added, ReadingLike
from dostyk.ledger.search import Hit

__all__ = ["Added", "Hit", "Ledger", "LogLine", "Person", "ReadingLike"]
