"""The papers of a review meeting as one self-contained HTML page."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from dostyk.briefs.days import iso_in_words
from dostyk.briefs.review import ReviewPaper


def to_html(paper: ReviewPaper) -> str:
    """The page. Everything that comes from registers and reports is escaped."""
    return _environment().get_template("review.html.j2").render(paper=paper)


@cache
def _environment() -> Environment:
    loader = PackageLoader("dostyk.briefs")
    environment = Environment(
        loader=loader, undefined=StrictUndefined, autoescape=select_autoescape(("html.j2",)),
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["day_in_words"] = iso_in_words
    environment.globals["style"] = Markup(loader.get_source(environment, "review.css")[0])  # our own file, no input
    return environment
