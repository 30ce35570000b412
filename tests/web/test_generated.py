"""Schemathesis makes requests from the OpenAPI description; none may end in a server error."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.schemas import OpenApiSchema

from dostyk.ledger import Ledger
from dostyk.web import Settings, make_app

from .conftest import TODAY, fill

pytestmark = pytest.mark.site
SECRET, SESSION = b"0" * 32, "s" * 24
TOKEN = hmac.new(SECRET, SESSION.encode(), hashlib.sha256).hexdigest()


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenApiSchema]:
    place: Path = tmp_path_factory.mktemp("generated") / "made.db"
    with Ledger.open(fill(place)) as ledger:
        asked = Settings(str(place), hosts=("testserver", "localhost"), secret=SECRET, today=lambda: TODAY)
        yield schemathesis.openapi.from_asgi("/openapi.json", make_app(asked, ledger))


def test_no_server_error(described: OpenApiSchema) -> None:
    tried = 0
    for found in described.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy())
        @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        def check(case: schemathesis.Case) -> None:
            answer = case.call(headers={"X-CSRF-Token": TOKEN}, cookies={"dostyk_session": SESSION})
            assert answer.status_code < 500, (case.method, case.path, answer.text[:300])
            assert answer.status_code != 421

        check()
        tried += 1
    assert tried > 40
