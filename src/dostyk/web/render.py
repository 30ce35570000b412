"""Templates to pages. Whatever comes from a report is escaped; nothing is marked as safe but our own files."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from secrets import token_hex
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from dostyk import __version__
from dostyk.briefs.days import MONTHS
from dostyk.briefs.safe import clean, safe_url
from dostyk.errors import LedgerError
from dostyk.web import globe
from dostyk.web.queries import items
from dostyk.web.site import Site, site
from dostyk.web.strings import LANGUAGES, translate
from dostyk.web.visitor import remember, visitor

_MONTH = re.compile(rf"\b({'|'.join((*MONTHS, *(name[:3] for name in MONTHS)))})\b")
# Pages are kept without the visitor's token; this word, new for each process, stands where it belongs.
_TOKEN = f"token-{token_hex(16)}"
NAV = (
    ("/", "Home"),
    ("/search", "Search"),
    ("/commitments", "Commitments"),
    ("/register", "Register"),
    ("/timeline", "Timeline"),
    ("/calendar", "Calendar"),
    ("/map", "Map"),
    ("/network", "Network"),
    ("/instruments", "Instruments"),
    ("/review", "Review"),
    ("/problems", "Problems"),
    ("/add", "Add reports"),
)


@cache
def environment() -> Environment:
    """The templates with what they may use."""
    made = Environment(
        loader=PackageLoader("dostyk.web"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        clean=clean,
        url=safe_url,
        day=pass_context(lambda here, iso: _local(here, items.day_words(iso))),
        local=pass_context(_local),
        state=items.state_name,
        segment=partial(quote, safe=":,()'"),
        thousands="{:,}".format,
        zip=zip,
    )
    made.globals.update(nav=NAV, languages=LANGUAGES, outlines=globe.outlines, named=globe.named, version=__version__)
    return made


def html(
    request: Request, template: str, build: Callable[[], Mapping[str, Any]], *, kept: bool = False, status: int = 200
) -> HTMLResponse:
    """The page, made now or kept from before."""
    here, who = site(request), visitor(request)

    def make() -> bytes:
        return page(request, template, build())

    key = (str(request.url.path), request.url.query, who.language, who.name, here.today, here.stamp()) if kept else None
    body = here.kept.answer(key, make) if key else make()
    response = HTMLResponse(body.replace(_TOKEN.encode(), who.token.encode()), status)
    remember(response, who)
    return response


def page(request: Request, template: str, view: Mapping[str, Any]) -> bytes:
    """The page as UTF-8; lone surrogates, which UTF-8 cannot hold, become question marks."""
    here, who = site(request), visitor(request)
    text = (
        environment()
        .get_template(f"{template}.html.j2")
        .render(
            **view,
            t=partial(_said, who.language),
            who=who,
            csrf=_field,
            token=_TOKEN,
            today=here.today.isoformat(),
            path=request.url.path,
            query=request.url.query,
            ledger_name=here.ledger.name,
            bare=_bare(here),
        )
    )
    return text.encode("utf-8", "replace")


def _bare(site: Site) -> bool:
    """Whether nothing has been read yet; False where the ledger does not answer, which the page itself tells."""
    try:
        return not site.stamp()[1]
    except LedgerError:
        return False


def _said(language: str, text: str, **values: object) -> Markup | str:
    """A text of the interface; values are escaped, the text is ours."""
    if not values:
        return translate(language, text)
    return Markup(escape(translate(language, text))).format(**values)


def _local(here: Context, day: str) -> str:
    """A day in English words with its months in the reader's language."""
    language = here["who"].language
    return day if language == "en" else _MONTH.sub(lambda found: translate(language, found[0]), day)


def _field() -> Markup:
    return Markup('<input type="hidden" name="csrf" value="{}">').format(_TOKEN)
