"""Health, readiness, metrics, and one structured line in the log for each request."""

from __future__ import annotations

import time
from typing import Any

import structlog
from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dostyk import __version__
from dostyk.errors import LedgerError
from dostyk.web.site import At

router = APIRouter(tags=["observing"])
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10)
REGISTRY = CollectorRegistry()
REQUESTS = Counter("dostyk_requests_total", "Requests answered.", ("method", "route", "status"), registry=REGISTRY)
SECONDS = Histogram("dostyk_request_seconds", "Time to answer.", ("route",), buckets=_BUCKETS, registry=REGISTRY)
ACTS = Counter("dostyk_acts_total", "Acts recorded by this site.", ("verb",), registry=REGISTRY)
READ = Counter("dostyk_reports_total", "Reports sent to this site.", ("outcome",), registry=REGISTRY)
_log = structlog.get_logger("dostyk.web")


class Watch:
    """Counts and times each request, and writes it to the log: never what a report or form says."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, status = time.perf_counter(), 500

        async def watching(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watching)
        finally:
            took = time.perf_counter() - started
            route: Any = scope.get("route")
            # the pattern, not the address: addresses name people and have no end
            name = getattr(route, "path", "static" if scope["path"].startswith("/static") else "other")
            REQUESTS.labels(scope["method"], name, str(status)).inc()
            SECONDS.labels(name).observe(took)
            _log.info("request", method=scope["method"], route=name, status=status, ms=round(took * 1000, 1))


@router.get("/health", summary="the site runs")
def health() -> dict[str, str]:
    """Answers as long as the process does."""
    return {"status": "ok", "version": __version__}


@router.get("/ready", summary="the ledger answers")
def ready(at: At) -> JSONResponse:
    """503 where the ledger cannot be read."""
    try:
        acts, readings = at.stamp()
    except LedgerError as error:
        return JSONResponse({"status": "not ready", "error": str(error)}, 503)
    return JSONResponse({"status": "ready", "acts": acts, "readings": readings})


@router.get("/metrics", summary="metrics for Prometheus")
def metrics() -> Response:
    """Counts and times since the start, in the text format."""
    return Response(generate_latest(REGISTRY), media_type=CONTENT_TYPE_LATEST)
