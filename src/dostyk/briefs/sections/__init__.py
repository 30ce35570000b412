"""The sections of the brief of a relation: each a pure function from entries to plain data."""
