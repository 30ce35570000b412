"""Opening a ledger: connections, transactions, migrations, and what can be wrong with it said in words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Error as SqliteError

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import QueuePool

from dostyk.errors import LedgerError, Unstorable
from dostyk.ledger.schema import FORMAT, HEAD

BUSY_SECONDS = 60  # SQLite's writers wait by looking again and again, and some are less lucky than others
_ANSWER_SECONDS = 20  # for a server to let a connection in
_CACHE = 65_536  # kilobytes of pages that SQLite keeps; ids are hashes, so that rows next to each other lie far apart
_WRITERS = 0x646F7374  # the number under which writers of a PostgreSQL ledger wait for each other
_SCRUBBERS = _WRITERS + 1  # and those that write its tables anew
_MIGRATIONS = Path(__file__).parent / "migrations"
# What databases say, and what it means. The first that fits counts.
_MEANINGS = (
    (("authentication failed", "no password", "no pg_hba"), "lets nobody in by this name and password; check them"),
    (("fatal:  role",), "is on a server that knows no such user; check the name in the URL"),
    (("too many clients", "starting up", "shutting down"), "is on a server that takes nobody in now; try again later"),
    (("fatal:  database",), "is not there; make it on its server first: createdb"),
    (("permission denied",), "may not be used by this user; let its server's keeper grant the rights"),
    (("could not connect", "connection refused", "connection failed", "connection timeout", "failed to resolve",
      "connection is bad", "closed the connection", "connection is closed", "terminating connection"),
     "does not answer; check its URL, and that its server runs"),
    (("database is locked", "table is locked", "busy"), "is locked by another program; try again when it is done"),
    (("readonly", "read-only", "attempt to write"), "is read-only; check the rights of the file and its folder"),
    (("not a database",), "is not a ledger"),
    (("malformed", "corrupt"), "is damaged; restore it from a copy"),
    (("unable to open", "no such file"), "cannot be opened; check that the folder exists and may be written to"),
    (("disk is full", "no space"), "cannot grow: the disk is full"),
    (("disk i/o error",), "cannot be read or written: the disk is full or has a fault"),
)  # fmt: skip

_UNSTORABLE = ("index row", "too long for", "too big")


class Store:
    """An open database that holds a ledger, and its transactions."""

    def __init__(self, engine: Engine, name: str, *, writable: bool = True) -> None:
        self.engine, self.name, self.writable = engine, name, writable

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the ledger."""
        with spoken(self.name), self.engine.connect() as connection:
            if self.engine.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one transaction that may write; others wait for it. All of it is stored, or nothing."""
        if not self.writable:
            raise LedgerError(f"the ledger {self.name} is read-only; check the rights of the file and its folder")
        with spoken(self.name), self.engine.connect() as connection:
            writer = connection.execution_options(dostyk_write=True)
            with writer.begin():
                if self.engine.dialect.name == "postgresql":
                    writer.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITERS})
                yield writer

    def scrub(self) -> bool:
        """Write the database anew, so that nothing of what was deleted stays in its files; False where others read
        them all the while."""
        with spoken(self.name), self.engine.connect() as connection:
            if self.engine.dialect.name != "sqlite":
                _vacuum_server(connection.execution_options(isolation_level="AUTOCOMMIT"))
                return True
            cursor = connection.connection.cursor()  # outside a transaction, as VACUUM has to be
            for said in ("INSERT INTO search_index (search_index) VALUES ('optimize')", "VACUUM",
                         "PRAGMA wal_checkpoint(TRUNCATE)"):  # fmt: skip
                cursor.execute(said)
            busy = cursor.fetchone()
            return not (busy and busy[0])

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()


def _vacuum_server(connection: Connection) -> None:
    """Write the tables anew, one program at a time: two that do so at once may wait for each other for ever."""
    tables = ", ".join(f'"{name}"' for name in inspect(connection).get_table_names())
    connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _SCRUBBERS})
    try:
        connection.exec_driver_sql(f"VACUUM FULL {tables}")
    finally:
        connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _SCRUBBERS})


@contextmanager
def spoken(name: str) -> Iterator[None]:
    """Turn what the database says into a LedgerError that names the ledger and the remedy."""
    try:
        yield
    except (DBAPIError, SqliteError) as error:
        original = error.orig if isinstance(error, DBAPIError) else error
        said = str(original).lower()
        if isinstance(error, DataError) or any(sign in said for sign in _UNSTORABLE):
            raise Unstorable(f"the ledger {name} cannot hold this: {original}") from error
        meaning = next((meaning for signs, meaning in _MEANINGS if any(sign in said for sign in signs)), None)
        raise LedgerError(f"the ledger {name} {meaning or f'cannot be used: {original}'}") from error


def open_store(place: str | Path, *, create: bool) -> Store:
    """Open the ledger at a path or database URL and bring its schema up to date. Raises LedgerError."""
    address = str(place)
    if "://" in address and not address.startswith("sqlite"):
        store = _open_server(address)
    else:
        store = _open_file(Path(address.removeprefix("sqlite:///")), create=create)
    try:
        _bring_up(store, create=create)
    except BaseException:
        store.close()
        raise
    return store


def _open_server(url: str) -> Store:
    try:
        parsed = make_url(url)
        if parsed.drivername in ("postgresql", "postgres"):
            parsed = parsed.set(drivername="postgresql+psycopg")
        if parsed.drivername != "postgresql+psycopg":
            raise ArgumentError(f"{parsed.drivername} is no database for ledgers")
        waits = {"connect_timeout": parsed.query.get("connect_timeout", _ANSWER_SECONDS)}
        name = parsed.set(drivername="postgresql").render_as_string(hide_password=True)
        return Store(create_engine(parsed, connect_args=waits), name)
    except (ArgumentError, NoSuchModuleError, ImportError, ValueError) as error:
        if isinstance(error, ModuleNotFoundError) and error.name == "psycopg":
            said = "a ledger on PostgreSQL needs the extra postgres: pip install 'dostyk[postgres]'"
            raise LedgerError(said) from error
        raise LedgerError(f"no ledger can be at this URL ({error}); give a file, or postgresql://…") from error


def _open_file(path: Path, *, create: bool) -> Store:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder, not a ledger")
    if not path.exists():
        if not create:
            raise LedgerError(f"there is no ledger at {path}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LedgerError(f"no ledger can be made at {path}: {error.strerror}") from error
    writable = os.access(path if path.exists() else path.parent, os.W_OK) and os.access(path.parent, os.W_OK)
    return Store(_sqlite(path, writable=writable), str(path), writable=writable)


def _sqlite(path: Path, *, writable: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        # A file that cannot be written has no other writers, so its log need not be watched.
        uri = f"{path.absolute().as_uri()}?mode=rwc" if writable else f"{path.absolute().as_uri()}?immutable=1"
        made = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False)
        made.execute("PRAGMA foreign_keys = ON")
        if writable:
            made.execute("PRAGMA journal_mode = WAL")
            made.execute("PRAGMA synchronous = NORMAL")
        made.execute(f"PRAGMA cache_size = -{_CACHE}")
        return made

    # The URL names no file, so SQLAlchemy would take it for a ledger in memory and, past five threads, close
    # connections that others are using.
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=10, max_overflow=40)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("dostyk_write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _bring_up(store: Store, *, create: bool) -> None:
    with store.reading() as connection:
        found = _revision(connection, store.name)
    if found == HEAD:
        return
    if found and found > HEAD:
        raise LedgerError(f"the ledger {store.name} was written by a newer version of dostyk; use that version")
    if not found and not create:
        raise LedgerError(f"{store.name} is not a ledger")
    with store.writing() as connection:
        found = _revision(connection, store.name)  # another process may have been quicker
        if found != HEAD:
            migrate(connection)
        if not found:
            connection.execute(text("INSERT INTO meta (name, value) VALUES ('format', :format)"), {"format": FORMAT})


def _revision(connection: Connection, name: str) -> str:
    """The revision of the schema, empty for an empty database. Raises LedgerError for any other database."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return ""
    columns = {column["name"] for column in inspect(connection).get_columns("meta")} if "meta" in tables else set()
    if "alembic_version" not in tables or not {"name", "value"} <= columns:
        raise LedgerError(f"{name} is a database, but not a ledger")
    marked = connection.execute(text("SELECT value FROM meta WHERE name = 'format'")).scalar()
    if marked != FORMAT:
        raise LedgerError(f"{name} is a database, but not a ledger")
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def migrate(connection: Connection, to: str = "head") -> None:
    """Run the migrations up to a revision, within the connection's transaction."""
    from alembic import command  # slow to import, needed once in a ledger's life
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
