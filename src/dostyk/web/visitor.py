"""Who asks: the session, the token that its forms carry, the name under which acts are recorded, the language."""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from secrets import token_urlsafe
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import Depends, HTTPException, Request
from starlette.responses import Response

from dostyk.web.settings import Settings
from dostyk.web.strings import LANGUAGES

SESSION, NAME, LANGUAGE = "dostyk_session", "dostyk_name", "dostyk_language"
_YEAR = 365 * 24 * 3600
_SESSION = re.compile(r"[\w-]{20,64}\Z")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Visitor:
    """`session` is a random word kept in a cookie that no script can read; `token` follows from it."""

    session: str
    token: str
    name: str
    language: str


def visitor(request: Request) -> Visitor:
    """Who asks. A first visit gets a session; `remember` sends it."""
    known: Visitor | None = getattr(request.state, "visitor", None)
    if known is not None:
        return known
    settings: Settings = request.app.state.settings
    session = request.cookies.get(SESSION, "")
    if not _SESSION.match(session):
        session = token_urlsafe(24)
    named = clean_name(unquote(request.cookies.get(NAME, "")))
    language = request.cookies.get(LANGUAGE, "") or _preferred(request.headers.get("accept-language", ""))
    found = Visitor(
        session,
        hmac.new(settings.secret, session.encode(), hashlib.sha256).hexdigest(),
        named or settings.by,
        language if language in LANGUAGES else "en",
    )
    request.state.visitor = found
    return found


def _preferred(accepted: str) -> str:
    """The first of the reader's languages that the site speaks."""
    for part in accepted.split(","):
        code = part.partition(";")[0].strip().lower().partition("-")[0]
        if code in LANGUAGES:
            return code
    return "en"


def clean_name(name: str) -> str:
    """A name on one line, without controls, at most 80 characters."""
    return " ".join("".join(c for c in name if c.isprintable()).split())[:_LONGEST_NAME]


def remember(response: Response, who: Visitor) -> None:
    """Send the session's cookie."""
    response.set_cookie(SESSION, who.session, max_age=_YEAR, httponly=True, samesite="strict", path="/")


def remember_choice(response: Response, name: str, value: str) -> None:
    """Send a cookie of the reader's own choosing: a name or a language."""
    response.set_cookie(name, quote(value), max_age=_YEAR, httponly=True, samesite="strict", path="/")


async def actor(request: Request) -> Visitor:
    """Who changes something, proved by the token in the header `X-CSRF-Token` or the form's `csrf`. Else 403."""
    who = visitor(request)
    given = request.headers.get("x-csrf-token", "")
    kind = request.headers.get("content-type", "")
    if not given and kind.startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
        field = (await request.form()).get("csrf", "")
        given = field if isinstance(field, str) else ""
    if not hmac.compare_digest(given.encode(), who.token.encode()):
        raise HTTPException(403, "This form is out of date. Open its page again and repeat.")
    return who


Who = Annotated[Visitor, Depends(visitor)]
Actor = Annotated[Visitor, Depends(actor)]
