"""dostyk: a ledger of what states did and promised each other, every line tied to its sentence."""

__version__ = "0.1.0"
