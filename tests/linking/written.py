"""Reports written for tests, with claims whose passages stand in them."""

from __future__ import annotations

from datetime import date

from dostyk.model import Claim, Detail, Interval, Mention, Party, Passage, Report


def write(published: str, *sentences: str, outlet: str = "Harbour Wire", url: str = "", title: str = "") -> Report:
    """A report of these sentences, one paragraph each."""
    text = "\n\n".join(sentences)
    day = date.fromisoformat(published) if published else None
    return Report(text=text, title=title or sentences[0][:40], published=day, outlet=outlet, url=url)


def tell(
    report: Report,
    kind: str,
    trigger: str,
    who: str,
    whom: str = "",
    *,
    date: str = "",
    reader: str = "hand",
    **said: str,
) -> Claim:
    """A claim of the report: `trigger` and parties are looked for in its text, parties as `KEY=words` or `KEY`."""
    names = {"what", "place", "status"}
    start = report.text.index(trigger)
    passage = Passage.of(report, start, start + len(trigger))
    begin = report.text.rfind("\n\n", 0, start) + 2 if "\n\n" in report.text[:start] else 0
    end = report.text.find("\n\n", start)
    sentence = Passage.of(report, begin, end if end > 0 else len(report.text))
    return Claim(
        report=report.id,
        reader=reader,
        kind=kind,
        who=_mentions(report, who),
        whom=_mentions(report, whom),
        date=Interval.parse(date) if date else None,
        date_basis="explicit" if date else "",
        detail=Detail(**{name: value for name, value in said.items() if name not in names}),
        evidence={"trigger": (passage,), "sentence": (sentence,)},
        **{name: value for name, value in said.items() if name in names},  # type: ignore[arg-type]
    )


def _mentions(report: Report, listed: str) -> tuple[Mention, ...]:
    found = []
    for part in (part for part in listed.split("; ") if part):
        key, _, words = part.partition("=")
        words = words or key.partition(":")[2]
        start = report.text.index(words)
        found.append(Mention(Party.parse(key), Passage.of(report, start, start + len(words))))
    return tuple(found)
