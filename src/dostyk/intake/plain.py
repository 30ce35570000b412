"""Plain text with `# key: value` header lines, or with a leading `date YYYY-MM-DD`.

Where the text begins, and so where offset 0 is:

* a file that starts with `# ` has header lines; the text is everything after the first empty line, to the last
  character of the file, nothing stripped;
* a file that starts with ` date YYYY-MM-DD ` (an outlet may stand before `date` at the very start) begins after
  that prefix and the blanks that follow it;
* any other file is text from its first character.
"""

from __future__ import annotations

import re

from dostyk.intake.outcome import Draft, Failed

_HEADER = re.compile(r"#\s*([A-Za-z][\w-]*)\s*:\s*(.*)")
_PREFIX = re.compile(r"\s*(?:([A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3}) )?date (\d{4}-\d{2}-\d{2})[ \t]+(?=\S)")
_NOT_AN_OUTLET = frozenset({"The", "A", "On", "This", "That", "Its", "Their", "By", "Since", "Until", "Due", "Opening"})
_NO_TITLE = frozenset({"unknown", "untitled"})


def read_plain(text: str, path: str) -> Draft | Failed:
    """The report of a plain text file, already decoded."""
    if text.startswith("# "):
        return _with_header(text, path)
    if (match := _PREFIX.match(text)) and (match[1] or "").partition(" ")[0] not in _NOT_AN_OUTLET:
        return Draft(text[match.end() :], day=match[2], outlet=match[1] or "")
    return Draft(text)


def _with_header(text: str, path: str) -> Draft | Failed:
    header, blank, body = text.partition("\n\n")
    if not blank:
        return Failed(f"{path}:1", "has header lines and no text", "put an empty line between header lines and text")
    values: dict[str, str] = {}
    for line in header.split("\n"):
        if match := _HEADER.match(line):
            values.setdefault(match[1].lower(), match[2].strip())
    # A lone `# Words` on top of a text is its headline, as in Markdown.
    lone = header[2:].strip() if "\n" not in header and not values else ""
    return Draft(
        body,
        title=clean_title(values.get("title", lone)),
        day=values.get("published") or values.get("date", ""),
        outlet=values.get("outlet", ""),
        url=values.get("url", ""),
        language=values.get("language", ""),
    )


def clean_title(title: str) -> str:
    """A headline without the words that say there is none, and without the site's word joiners."""
    words = " ".join(title.replace("\u2060", "").split())
    return "" if words.lower() in _NO_TITLE else words
