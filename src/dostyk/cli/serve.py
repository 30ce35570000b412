"""`dostyk serve`: the site on this computer."""

from __future__ import annotations

from typing import Annotated

import typer

from dostyk.cli.output import notice
from dostyk.cli.place import LedgerOption, ledger_place

_HOST = "127.0.0.1"


def serve(
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")] = 8787,
    by: Annotated[
        str | None, typer.Option("--by", help="Who decides. Without it DOSTYK_USER, else the computer's user.")
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Show the ledger in a browser, on this computer only: http://127.0.0.1:8787."""
    import socket

    import uvicorn

    from dostyk.cli.options import acting_person
    from dostyk.errors import LedgerError
    from dostyk.web import Settings, make_app

    log_to_stderr()
    app = make_app(Settings(ledger_place(ledger, create=True), acting_person(by)))
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((_HOST, port))
        except OSError as error:
            raise LedgerError(f"port {port} cannot be used ({error.strerror}); choose another with --port") from error
        notice(f"dostyk: the site is at http://{_HOST}:{listening.getsockname()[1]}  (stop with Ctrl+C)")
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, date_header=False)
        uvicorn.Server(config).run(sockets=[listening])


def log_to_stderr() -> None:
    """One line of JSON for each request on standard error."""
    import logging
    import sys

    import structlog

    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )
