"""The site, put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from dostyk import __version__
from dostyk.errors import DostykError, LedgerError, PassageMismatch, UsageError
from dostyk.ledger import Ledger
from dostyk.web.observe import Watch
from dostyk.web.observe import router as observing
from dostyk.web.pages.adding import router as adding
from dostyk.web.pages.deciding import router as deciding
from dostyk.web.pages.following import router as following
from dostyk.web.pages.reading import router as reading
from dostyk.web.render import html
from dostyk.web.safety import HEADERS, Guard
from dostyk.web.settings import Settings
from dostyk.web.site import Kept, Site
from dostyk.web.twins import Moved, moved

_STATIC_SECONDS = 3600
_NOT_HERE = ("no entry", "no report", "no claim")


class Files(StaticFiles):
    """Our own files, kept by the browser for an hour."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers["Cache-Control"] = f"private, max-age={_STATIC_SECONDS}"
        return response


def make_app(settings: Settings, ledger: Ledger | None = None) -> FastAPI:
    """The site over a ledger; opened and closed with the site where none is given. Raises LedgerError."""
    opened = ledger or Ledger.open(settings.ledger)
    opened.prepare_pages()

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        yield
        if ledger is None:
            opened.close()

    app = FastAPI(title="dostyk", version=__version__, docs_url=None, redoc_url=None, lifespan=life,
                  description="The ledger of what states did and promised, as pages, JSON and CSV.")  # fmt: skip
    app.state.settings = settings
    app.state.site = Site(opened, settings, Kept(settings.cache))
    app.include_router(observing)
    app.include_router(adding)
    app.include_router(deciding)
    app.include_router(following)
    app.include_router(reading)
    app.mount("/static", Files(directory=str(files("dostyk.web") / "static")), name="static")
    app.add_exception_handler(Moved, moved)
    app.add_exception_handler(DostykError, _told)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _misasked)
    app.add_exception_handler(Exception, _failed)
    app.add_middleware(Watch)
    app.add_middleware(Guard, hosts=settings.hosts, largest=settings.largest_request)
    return app


def _answer(request: Request, status: int, message: str) -> Response:
    """What went wrong, as a page for people and as JSON for programs."""
    if wants_json(request):
        return JSONResponse({"error": message}, status)
    return html(request, "error", lambda: {"status": status, "message": message}, status=status)


def wants_json(request: Request) -> bool:
    """True for the twins of pages, and for programs that say so."""
    path = request.url.path
    accepted = request.headers.get("accept", "")
    return path.endswith((".json", ".csv")) or ("application/json" in accepted and "text/html" not in accepted)


def _told(request: Request, error: Exception) -> Response:
    status = 503 if isinstance(error, LedgerError) else 422 if isinstance(error, PassageMismatch) else 400
    said = str(error)
    if (
        isinstance(error, UsageError)
        and request.method == "GET"
        and said.startswith(("no entry", "no report", "no claim"))
    ):
        status = 404
    return _answer(request, status, said)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = "There is no such page." if error.status_code == 404 else str(error.detail)
    response = _answer(request, error.status_code, said)
    for name, value in (error.headers or {}).items():
        response.headers[name] = value
    return response


def _misasked(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    said = "; ".join(f"{'.'.join(str(p) for p in e['loc'][1:])}: {e['msg']}" for e in error.errors())
    return _answer(request, 422, f"The address asks for something impossible. {said}")


def _failed(request: Request, error: Exception) -> Response:
    """A fault of the program: said as such, without what it was doing. The error itself goes to the log."""
    answer = _answer(request, 500, f"The program failed here ({type(error).__name__}). Please report what you did.")
    answer.headers.update(HEADERS)  # this answer goes out past the guard
    return answer
