"""Tables of a ledger, the same on every database: text ids, ISO text for days, JSON as text, no special types.

What was read and done: sources, reports, bands, readings, claims, problems, acts and act_origins; what is on its
way in: failures, feeds, fetches, outlets. What follows from it and can be
rebuilt: entries, entry_claims, entry_parties, listed, redirects, parties, offices, and of claims the columns `counts`,
`component` and the tables claim_parties and claim_blocks.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

HEAD = "0006"
FORMAT = "dostyk ledger"

metadata = MetaData()


def _ref(column: str) -> ForeignKey:
    return ForeignKey(column, ondelete="CASCADE")


meta = Table("meta", metadata, Column("name", String, primary_key=True), Column("value", Text, nullable=False))

sources = Table("sources", metadata, Column("id", Text, primary_key=True), Column("current", String, nullable=False))

reports = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),
    Column("source", Text, _ref("sources.id"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("published", String(10), nullable=False),
    Column("outlet", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("language", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("lines", Text, nullable=False, server_default=""),  # offset, page and line of a paged document's lines
    Column("recorded_at", String(20), nullable=False),
    Column("sketch", Text, nullable=False),
    Column("voice", String, nullable=False, index=True),
)

bands = Table(
    "bands",
    metadata,
    Column("band", String, primary_key=True),
    Column("report", String, _ref("reports.id"), primary_key=True, index=True),
)

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("report", String, _ref("reports.id"), nullable=False),
    Column("reader", String, nullable=False),
    Column("recorded_at", String(20), nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("counts", Boolean, nullable=False),
    Index("readings_report_reader", "report", "reader", unique=True),
)

claims = Table(
    "claims",
    metadata,
    Column("id", String, primary_key=True),
    Column("report", String, nullable=False, index=True),
    Column("reading", Integer, nullable=False, index=True),  # 0: added by an act
    Column("kind", String, nullable=False, index=True),
    Column("status", String, nullable=False),
    Column("date_low", String(10), nullable=False),
    Column("date_high", String(10), nullable=False),
    Column("date_precision", String, nullable=False),
    Column("place", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("address", String, nullable=False, index=True),
    Column("counts", Boolean, nullable=False),
    Column("component", String, nullable=False, index=True),
    Column("data", Text, nullable=False),
)

claim_parties = Table(
    "claim_parties",
    metadata,
    Column("claim", String, _ref("claims.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("role", String, nullable=False),
    Column("party", Text, nullable=False),
    Column("kind", String, nullable=False),
    Index("claim_parties_party", "party", "kind"),
)

claim_blocks = Table(
    "claim_blocks",
    metadata,
    Column("block", Text, primary_key=True),
    Column("claim", String, _ref("claims.id"), primary_key=True, index=True),
)

problems = Table(
    "problems",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("reading", Integer, nullable=False, index=True),  # 0: found while acts were replayed
    Column("report", Text, nullable=False),
    Column("code", String, nullable=False),
    Column("message", Text, nullable=False),
    Column("field", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
)

acts = Table(
    "acts",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String(20), nullable=False),
    Column("by", Text, nullable=False),
    Column("verb", String, nullable=False, index=True),
    Column("data", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("chain", String(64), nullable=False),
)

# Of acts that came from another ledger: their number and link in the log they were written to, the link before that,
# and the number of the act that an undo or redo meant there.
act_origins = Table(
    "act_origins",
    metadata,
    Column("number", Integer, ForeignKey("acts.number", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("was", Integer, nullable=False),
    Column("before", String(64), nullable=False),
    Column("chain", String(64), nullable=False, unique=True, index=True),
    Column("refers", String, nullable=False),
)

entries = Table(
    "entries",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False, index=True),
    Column("status", String, nullable=False),
    Column("date_low", String(10), nullable=False, index=True),
    Column("date_high", String(10), nullable=False),
    Column("date_precision", String, nullable=False),
    Column("published", String(10), nullable=False),
    Column("place", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("part_of", String, nullable=False, index=True),
    Column("confidence", Float, nullable=False),
    Column("accepted", Boolean, nullable=False),
    Column("data", Text, nullable=False),
)

entry_claims = Table(
    "entry_claims",
    metadata,
    Column("claim", String, primary_key=True),
    Column("entry", String, _ref("entries.id"), nullable=False, index=True),
)

entry_parties = Table(
    "entry_parties",
    metadata,
    Column("entry", String, _ref("entries.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("role", String, nullable=False),
    Column("party", Text, nullable=False, index=True),
    Column("state", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
)

# What lists choose, order and count entries by: each entry once, of no state, and once for each state it touches.
listed = Table(
    "listed",
    metadata,
    Column("state", String, primary_key=True),
    Column("entry", String, _ref("entries.id"), primary_key=True, index=True),
    Column("part", Boolean, nullable=False),  # the state takes part; else it is the place
    Column("kind", String, nullable=False),
    Column("status", String, nullable=False),
    Column("accepted", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("published", String(10), nullable=False),  # its first report
    Column("dated", Boolean, nullable=False),
    Column("first_day", String(10), nullable=False),  # of an undated one, the day of its first report
    Column("last_day", String(10), nullable=False),
    Column("due", Text, nullable=False),  # the last day, month or year of its term
    Column("states", Text, nullable=False),  # those that take part, with spaces between them
    Column("acting", Text, nullable=False),  # those of them that act
)

redirects = Table(
    "redirects",
    metadata,
    Column("address", String, primary_key=True),
    Column("entry", String, _ref("entries.id"), nullable=False, index=True),
)

parties = Table(
    "parties",
    metadata,
    Column("party", Text, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("state", String, nullable=False, index=True),
    Column("chosen", Text, nullable=False, index=True),
    Column("chosen_kind", String, nullable=False),
    Column("mentions", Integer, nullable=False),
)

offices = Table(
    "offices",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("person", Text, nullable=False, index=True),
    Column("office", Text, nullable=False),
    Column("state", String, nullable=False, index=True),
    Column("first", String(10), nullable=False),
    Column("last", String(10), nullable=False),
    Column("current", Boolean, nullable=False),
    Column("entries", Text, nullable=False),
    Column("until", String(10), nullable=False, server_default=""),
    Column("successor", Text, nullable=False, server_default=""),
    Column("basis", Text, nullable=False, server_default="[]"),
)

# Claims whose derivation is due: written with what makes it due, emptied by the derivation.
dirty = Table("dirty", metadata, Column("claim", String, primary_key=True))

# Places that could not be read, until they are: what the last attempt said.
failures = Table(
    "failures",
    metadata,
    Column("place", Text, primary_key=True),  # the file to read again; a page's address
    Column("inside", Text, primary_key=True),  # where in it, empty for the whole
    Column("reason", Text, nullable=False),
    Column("remedy", Text, nullable=False),
    Column("at", String(20), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("options", Text, nullable=False),  # day and outlet that were supplied, as JSON
)

# Feeds that are followed: what their server wants to hear next time, and when that may be.
feeds = Table(
    "feeds",
    metadata,
    Column("url", Text, primary_key=True),
    Column("etag", Text, nullable=False),
    Column("modified", Text, nullable=False),
    Column("next_at", Float, nullable=False),  # seconds since 1970
    Column("tries", Integer, nullable=False),  # failed ones in a row
    Column("reason", Text, nullable=False),
)

# Pages that feeds named: each is read once.
fetches = Table(
    "fetches",
    metadata,
    Column("url", Text, primary_key=True),
    Column("feed", Text, nullable=False),
    Column("state", String, nullable=False, index=True),  # waiting, read, failed
    Column("next_at", Float, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("item", Text, nullable=False),  # title, day, outlet and language as the feed gives them, as JSON
)

# Outlets as people grade them: the Admiralty letter of their reliability, A to F.
outlets = Table(
    "outlets",
    metadata,
    Column("name", Text, primary_key=True),
    Column("country", String, nullable=False),
    Column("language", String, nullable=False),
    Column("reliability", String(1), nullable=False),
    Column("feeds", Text, nullable=False),  # one a line
)

# Texts are compared byte by byte, as SQLite and Python do, whatever collation the database was made with.
for _column in [column for table in metadata.tables.values() for column in table.columns]:
    if isinstance(_column.type, String):
        _binary = type(_column.type)(_column.type.length, collation="C")
        _column.type = _column.type.with_variant(_binary, "postgresql")
