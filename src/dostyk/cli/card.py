"""An entry on one screen: its fields, and each report's sentence with the evidence marked in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dostyk.clean import one_line
from dostyk.cli.output import text_of
from dostyk.cli.rows import carried, entry_row
from dostyk.cli.versions import version_lines

if TYPE_CHECKING:
    from dostyk.model import Claim, Entry, Passage, Report

_FIELDS = ("who", "whom", "date", "date_basis", "place", "what", "status", "flags", "detail")
_MOST = 3  # reports on a card; `dostyk show` has them all
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def card(entry: Entry, claims: Sequence[Claim], reports: Mapping[str, Report], *, bold: bool = False) -> str:
    """The lines of an entry: what it says, where reports differ, and whose words say so, marked `[who: …]`."""
    row = entry_row(entry)
    told = f"{entry.reports} reports, {entry.voices} voices" if entry.reports > 1 else "1 report"
    lines = [f"{entry.kind}  {entry.id}  confidence {entry.confidence:.2f}, {told}"]
    lines += [f"  {name:10} {one_line(text_of(row[name]))}" for name in _FIELDS if text_of(row[name])]
    lines += [f"  {line}" for line in version_lines(entry)]
    for number, claim in enumerate(claims[:_MOST], 1):
        lines += ["", *_telling(number, claim, reports[claim.report], bold=bold)]
    if len(claims) > _MOST:
        lines += ["", f"  and {len(claims) - _MOST} more: dostyk show {entry.id}"]
    return "\n".join(lines)


def _telling(number: int, claim: Claim, report: Report, *, bold: bool) -> list[str]:
    head = [report.outlet, report.published.isoformat() if report.published else "", report.title or report.name]
    lines = [
        f"  [{number}] " + one_line(" · ".join(part for part in head if part)),
        "  " + marked(claim, report, bold=bold),
    ]
    sentences = claim.evidence.get("sentence") or (claim.trigger,)
    for name, passages in carried(claim).items():
        far = [passage for passage in passages if not any(_within(passage, sentence) for sentence in sentences)]
        lines += [f"    {name} from elsewhere: “{one_line(passage.quote)}”" for passage in far]
    return lines


def marked(claim: Claim, report: Report, *, bold: bool = False) -> str:
    """The claim's sentences on one line, the evidence in them as `[field: words]`; bold on a terminal."""
    sentences = claim.evidence.get("sentence") or (claim.trigger,)
    return " … ".join(_mark(sentence, _places(claim, sentence), report, bold=bold) for sentence in sentences)


def _places(claim: Claim, sentence: Passage) -> list[tuple[int, int, str]]:
    """Start, end and fields of what is marked in a sentence; of overlapping passages the shorter."""
    names: dict[tuple[int, int], list[str]] = {}
    for name, passages in carried(claim).items():
        for passage in passages:
            if name != "sentence" and _within(passage, sentence):
                label = claim.kind if name == "trigger" else name
                names.setdefault((passage.start, passage.end), []).append(label)
    found: list[tuple[int, int, str]] = []
    for start, end in sorted(names, key=lambda span: (span[1] - span[0], span)):
        if all(end <= begin or start >= until for begin, until, _ in found):
            found.append((start, end, ", ".join(dict.fromkeys(names[start, end]))))
    return sorted(found)


def _mark(sentence: Passage, places: Sequence[tuple[int, int, str]], report: Report, *, bold: bool) -> str:
    text, at, parts = report.field_text(sentence.field), sentence.start, []
    for start, end, label in places:
        words = one_line(f"[{label}: {text[start:end]}]")
        parts += [_apart(text[at:start]), f"{_BOLD}{words}{_PLAIN}" if bold else words]
        at = end
    return "".join([*parts, _apart(text[at : sentence.end])]).strip()


def _apart(text: str) -> str:
    """One line, with the blanks kept that part it from the marks on both sides."""
    return (
        f"{' ' * text[:1].isspace()}{one_line(text)}{' ' * text[-1:].isspace()}" if text.strip() else " " * bool(text)
    )


def _within(passage: Passage, sentence: Passage) -> bool:
    return passage.field == sentence.field and sentence.start <= passage.start and passage.end <= sentence.end
