"""A ledger on each database that is at hand, and reports whose claims quote them."""

from __future__ import annotations

import os
import sys
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from dostyk.ledger import Ledger
from dostyk.model import Claim, Problem

sys.path.insert(0, str(Path(__file__).parent.parent / "linking"))

POSTGRES = os.environ.get("DOSTYK_TEST_POSTGRES", "")


@dataclass(frozen=True)
class Read:
    """A reading as the ledger takes it."""

    report: str
    reader: str
    claims: Sequence[Claim]
    problems: Sequence[Problem] = ()


@pytest.fixture(params=["sqlite", *(["postgres"] if POSTGRES else [])])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The path or URL of a new ledger; DOSTYK_TEST_POSTGRES gives the URL of a server's empty database."""
    if request.param == "sqlite":
        yield str(tmp_path / "test.ledger")
        return
    name = f"dostyk_{uuid.uuid4().hex}"
    server = create_engine(POSTGRES, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        # as a server in some country would have made it: an order of letters that is not that of their bytes
        icu = "LOCALE_PROVIDER icu ICU_LOCALE 'en-US-u-ka-shifted' LC_COLLATE 'C' LC_CTYPE 'C'"
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' {icu}"))
    yield server.url.set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """A new ledger."""
    with Ledger.open(place) as opened:
        yield opened
