"""Which mentions are one party, which claims are of one thing, where they disagree. Pure functions, no database."""

from dostyk.linking.acts import Bound, added_claims, bind, effective, redoable, undoable
from dostyk.linking.branches import in_words, perhaps_two
from dostyk.linking.cluster import Rulings, components, partition
from dostyk.linking.compare import Reasons, why
from dostyk.linking.corrections import CORRECTABLE, check_correction
from dostyk.linking.differing import disagreements
from dostyk.linking.entries import Derived, build, derive
from dostyk.linking.offices import Office, offices
from dostyk.linking.parties import link_counted, link_parties, unique_offices
from dostyk.linking.view import View, added_address, addresses, prepare

__all__ = [
    "CORRECTABLE", "Bound", "Derived", "Office", "Reasons", "Rulings", "View", "added_address", "added_claims",
    "addresses", "bind", "build", "check_correction", "components", "derive", "disagreements", "effective",
    "in_words", "link_counted", "link_parties", "offices", "partition", "perhaps_two", "prepare", "redoable",
    "undoable", "unique_offices", "why",
]  # fmt: skip
