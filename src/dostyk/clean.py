"""Text of reports on its way out. It is data: it must not steer a terminal, a spreadsheet or a page."""

from __future__ import annotations

import re

# C0 and C1 controls but tab and line feed, and the characters that turn the direction of what is shown.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_FORMULA = re.compile(r"\s*[=+\-@\t\r]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


def visible(text: str) -> str:
    """The text with every steering character replaced by U+FFFD, which is seen and does nothing."""
    return _STEERING.sub("\ufffd", text)


def one_line(text: str) -> str:
    """`visible`, and blanks of any length made one."""
    return " ".join(visible(" ".join(text.split())).split())


def escaped(json_text: str) -> str:
    """JSON with steering characters as escapes: the same value, harmless on a terminal."""
    return _STEERING.sub(lambda m: f"\\u{ord(m[0]):04x}", json_text)


def cell(text: str) -> str:
    """A cell of a table file: one line, and no formula (a quote in front makes a spreadsheet take it as text)."""
    return no_formula(one_line(text))


def no_formula(text: str) -> str:
    """The text with a quote in front where a spreadsheet would calculate it, blanks in front or not."""
    return f"'{text}" if _FORMULA.match(text) else text


def markdown(text: str) -> str:
    """One line in which Markdown and HTML mean nothing."""
    return _MARKDOWN.sub(r"\\\1", one_line(text)).replace("\\<", "&lt;").replace("\\>", "&gt;")
