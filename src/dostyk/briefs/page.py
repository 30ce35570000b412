"""The brief as one self-contained HTML page: no script, no font, no picture from elsewhere."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from dostyk.briefs.data import RelationBrief
from dostyk.briefs.days import iso_in_words
from dostyk.briefs.plain import basis_sentences


def to_html(brief: RelationBrief) -> str:
    """The page. Everything that comes from reports is escaped."""
    return _environment().get_template("relation.html.j2").render(brief=brief, basis=basis_sentences(brief.basis))


@cache
def _environment() -> Environment:
    loader = PackageLoader("dostyk.briefs")
    environment = Environment(
        loader=loader, undefined=StrictUndefined, autoescape=select_autoescape(("html.j2",)),
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["css_string"] = css_string
    environment.filters["day_in_words"] = iso_in_words
    environment.globals["style"] = Markup(loader.get_source(environment, "brief.css")[0])  # our own file, no input
    return environment


def css_string(text: str) -> Markup:
    """`text` as a CSS string: everything but letters, digits and spaces escaped by code point."""
    safe = "".join(c if c == " " or (c.isascii() and c.isalnum()) else f"\\{ord(c):x} " for c in text)
    return Markup(f'"{safe}"')
