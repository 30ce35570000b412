"""The brief as Markdown and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict

from dostyk.briefs.data import Basis, Earlier, Group, Line, Note, Piece, RelationBrief, Remark, Section
from dostyk.briefs.days import iso_in_words

# what is markup anywhere, what only in an address that programs would turn into a link, and what only at the beginning
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~]|&(?=#?\w+;)|:(?=//)|(?<=\w)@(?=\w)|(?<=\bwww)\.)", re.IGNORECASE)
_AT_BEGINNING = re.compile(r"^(\s*\d*)((?<=\d)[.)]|(?<!\d)[-+#=])")


def to_json(brief: RelationBrief) -> str:
    """The brief as JSON, keys in the order of its classes; ends with a line break."""
    return json.dumps(asdict(brief), ensure_ascii=False, indent=2) + "\n"


def to_markdown(brief: RelationBrief) -> str:
    """The brief as CommonMark with footnotes written out at the end."""
    parts = [f"# {escape(brief.title)}", f"Brief of the relation, {brief.today_in_words}", _standing(brief)]
    parts += [escape(earlier_sentence(one)) for one in brief.earlier]
    parts.append("\n".join(f"- {one.label}: {_with(one.value, one.about)}" for one in brief.glance))
    parts += [_section(section) for section in brief.sections]
    parts += ["## What this brief rests on", _basis(brief.basis)]
    parts += ["## Sources", "\n".join(_note(note) for note in brief.notes) or "No source."]
    return "\n\n".join(part for part in parts if part) + "\n"


def escape(text: str) -> str:
    """`text`, one line of its own or part of one, with what Markdown or HTML would take for markup there escaped."""
    return _AT_BEGINNING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _standing(brief: RelationBrief) -> str:
    since = f"Diplomatic relations since {brief.since.day}{_refs(brief.since.notes)}" if brief.since else ""
    if brief.level is None or brief.level == brief.since:
        return since
    level = f"{escape(lead_text(brief.level.lead))}, {brief.level.day or 'day not known'}{_refs(brief.level.notes)}"
    return "; ".join(filter(None, (level, since)))


def earlier_sentence(earlier: Earlier) -> str:
    """`Before: Soviet Union and Bangladesh, 2 entries (SUHH BGD).`"""
    sides = f"{earlier.a.name} and {earlier.b.name}"
    return f"Before: {sides}, {_count(earlier.entries, 'entry', 'entries')} ({earlier.a.code} {earlier.b.code})."


def lead_text(lead: Iterable[Piece]) -> str:
    """A lead as words."""
    return "".join(piece.text for piece in lead)


def _with(value: str, about: str) -> str:
    return f"{escape(value)} ({escape(about)})" if about else escape(value)


def _section(section: Section) -> str:
    body = "\n\n".join(_group(group) for group in section.groups) if section.groups else section.empty
    return f"## {section.title}\n\n{body}"


def _group(group: Group) -> str:
    lines = "\n".join(_line(line) for line in group.lines)
    head = f"### {escape(group.label)}\n\n" if group.label else ""
    return f"{head}{lines}" + (f"\n\n{group.omitted}" if group.omitted else "")


def _line(line: Line) -> str:
    words = ", ".join(filter(None, (_lead(line.lead), escape(line.text), escape(line.place))))
    tags = "".join(f" [{escape(tag)}]" for tag in line.tags)
    day = f"{line.day}: " if line.day else ""
    remarks = "".join(f"; {_remark(remark)}" for remark in line.remarks)
    more = f" (and {line.more} more)" if line.more else ""
    return f"{'  ' if line.within else ''}- {day}{words}{tags}{remarks}{_refs(line.notes)}{more}"


def _lead(lead: tuple[Piece, ...]) -> str:
    """Parties in bold; a lead without parties whole."""
    bare = all(piece.role == "text" for piece in lead)
    return "".join(f"**{escape(p.text)}**" if bare or p.role != "text" else escape(p.text) for p in lead).strip()


def _remark(remark: Remark) -> str:
    proposed = " (proposed)" if remark.proposed else ""
    label = f"{escape(remark.label)}: " if remark.label else ""
    return f"{label}{escape(remark.text)}{proposed}{_refs(remark.notes)}"


def _refs(numbers: Iterable[int]) -> str:
    return "".join(f" [{number}](#note-{number})" for number in numbers)


def _note(note: Note) -> str:
    source = ", ".join(escape(part) for part in (note.outlet, note.title, note.day or "day not given") if part)
    link = f" <{note.url}>" if note.url else ""
    return f'{note.number}. <a id="note-{note.number}"></a>“{escape(note.quote)}” {source}{link}'


def _basis(basis: Basis) -> str:
    lines = [f"- {sentence}" for sentence in basis_sentences(basis)]
    lines += [f"- {escape(code)}: {escape(message)}" for code, message in basis.problems]
    return "\n".join(lines)


def basis_sentences(basis: Basis) -> tuple[str, ...]:
    """What the brief rests on, in sentences of our own words; outlets are escaped by who shows them."""
    period = f", published {iso_in_words(basis.first)} to {iso_in_words(basis.last)}" if basis.first else ""
    undated = f"; {basis.undated} of them without a day of publication" if basis.undated else ""
    problems = len(basis.problems)
    return (
        f"{_count(basis.reports, 'report')}{period}{undated}.",
        f"{_count(basis.entries, 'entry', 'entries')} between the two{_and_more(basis)}; "
        f"{basis.accepted} accepted and {basis.corrected} corrected by people.",
        "Every line says what reports say; links between entries are proposals of the program.",
        f"{_count(problems, 'problem')} found in these reports{':' if problems else '.'}",
    )


def _and_more(basis: Basis) -> str:
    """`, 3 of one side in the same reports, 24 of offices`."""
    more = [(basis.beside, "of one side in the same reports"), (basis.offices, "of offices")]
    return "".join(f", {number} {words}" for number, words in more if number)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
