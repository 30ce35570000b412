"""How the self-contained pages are made: escaped, strict about names, their style within them."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from dostyk.briefs.days import iso_in_words


@cache
def environment(style: str) -> Environment:
    """What renders the templates of this package with the style sheet of that name."""
    loader = PackageLoader("dostyk.briefs")
    made = Environment(
        loader=loader, undefined=StrictUndefined, autoescape=select_autoescape(("html.j2",)),
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters["css_string"] = css_string
    made.filters["day_in_words"] = iso_in_words
    made.globals["style"] = Markup(loader.get_source(made, style)[0])  # our own file, no input
    return made


def css_string(text: str) -> Markup:
    """`text` as a CSS string: everything but letters, digits and spaces escaped by code point."""
    safe = "".join(c if c == " " or (c.isascii() and c.isalnum()) else f"\\{ord(c):x} " for c in text)
    return Markup(f'"{safe}"')
