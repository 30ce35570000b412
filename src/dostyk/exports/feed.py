"""What is new as an Atom feed (RFC 4287) and as an e-mail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.message import EmailMessage
from xml.etree import ElementTree as xml

from dostyk.followup.watch import News

_ATOM = "http://www.w3.org/2005/Atom"
_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def atom(title: str, found: Sequence[News]) -> str:
    """The feed, the newest first. Ids are the same whenever the same thing is told."""
    xml.register_namespace("", _ATOM)
    feed = xml.Element(f"{{{_ATOM}}}feed")
    _add(feed, "id", f"urn:dostyk:watch:{re.sub('[^A-Za-z0-9]+', '-', title)}")
    _add(feed, "title", title)
    _add(feed, "updated", _moment(max((one.day for one in found), default="")))
    author = xml.SubElement(feed, f"{{{_ATOM}}}author")
    _add(author, "name", "dostyk")
    for one in sorted(found, key=lambda news: (news.day, news.id, news.mark), reverse=True):
        entry = xml.SubElement(feed, f"{{{_ATOM}}}entry")
        _add(entry, "id", f"urn:dostyk:{one.id}:{one.mark}")
        _add(entry, "title", f"{_change(one)}: {one.text}")
        _add(entry, "updated", _moment(one.day))
        _add(entry, "summary", f"{one.text}. Watch {one.watch}; dostyk show {one.id} gives the sources.")
    xml.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + xml.tostring(feed, encoding="unicode") + "\n"


def _add(parent: xml.Element, name: str, text: str) -> None:
    xml.SubElement(parent, f"{{{_ATOM}}}{name}").text = _XML.sub(" ", text)


def _moment(day: str) -> str:
    return f"{day or '1970-01-01'}T00:00:00Z"


def text(found: Sequence[News]) -> str:
    """One line for each, by watch."""
    lines: list[str] = []
    watch = ""
    for one in found:
        if one.watch != watch:
            lines += ["", f"{one.watch}:"] if watch else [f"{one.watch}:"]
            watch = one.watch
        lines.append(f"  {one.day or 'undated'} {_change(one)}: {_line(one.text)} [{one.id}]")
    return "".join(f"{line}\n" for line in lines)


def _change(one: News) -> str:
    """A step is a proposal until a person settles it."""
    return one.change.replace("step: ", "may be ")


def _line(words: str) -> str:
    return " ".join(_XML.sub(" ", words).split())


def mail(found: Sequence[News], sender: str, to: str) -> EmailMessage:
    """The message; report text stands in its body only, never in a header."""
    message = EmailMessage()
    message["From"], message["To"] = sender, to
    message["Subject"] = f"dostyk: {len(found)} new"
    message.set_content(text(found))
    return message
