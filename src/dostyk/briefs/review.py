"""The papers of a review meeting: plain data that the page and the document both show alike."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dostyk.briefs.days import day_in_words, in_words, iso_in_words
from dostyk.briefs.review_data import Difficulty, Figure, Part, ReviewPaper, Row, number_of, short_name
from dostyk.briefs.safe import clean
from dostyk.followup.register import Item, by_need
from dostyk.followup.rounds import NOBODY, LeadStatus, Round, counts_of, filters, statuses
from dostyk.followup.steps import CLOSED, DONE, PARTLY, STARTED

NO_PARTNER = "No partner named"
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_NAMED = 5  # items that are named after what is said of all of them
_STATE_ORDER = ("open", STARTED, PARTLY, DONE)


def review_paper(
    one: Round, items: Sequence[Item], before: Round | None, names: Mapping[str, str], own: str, today: date
) -> ReviewPaper:  # fmt: skip
    """The papers of a round on `today`; `before` is the round that was closed last, `own` the keeper's state."""
    ordered = sorted(items, key=lambda item: (not _answered(item, one), by_need(item)))
    rows = {item.id: _row(item, one, names, own) for item in ordered}
    leads = statuses(one, items)
    return ReviewPaper(
        title=f"Review of commitments and agreements: round {clean(one.name)}",
        opened=iso_in_words(one.opened),
        until=day_in_words(one.until),
        closed=iso_in_words(one.closed) or day_in_words(today),
        wanted=_wanted(one.wanted, names),
        figures=_figures(items, leads, before),
        findings=_findings(list(rows.values()), leads),
        leads=tuple(leads),
        by_partner=_parts(_grouped((row.partner, row) for row in rows.values())),
        by_lead=_parts(_grouped((row.lead, row) for row in rows.values())),
        difficulties=_difficulties(ordered, rows),
        recommendations=_told((row.lead, row.recommendations, short_name(row)) for row in rows.values()),
        clashes=tuple(row for row in rows.values() if row.clash),
        before=f"round {clean(before.name)}, closed {iso_in_words(before.closed)}" if before else "",
    )  # fmt: skip


def _answered(item: Item, one: Round) -> bool:
    return any(answer.round == one.name for answer in item.answers)


def _row(item: Item, one: Round, names: Mapping[str, str], own: str) -> Row:
    last = item.reported
    partners = [names.get(code, code) for code in item.entry.states if code != own]
    seen = [f"{step.to}: {step.evidence.detail.instrument or step.evidence.what}"
            f"{', ' + in_words(step.evidence.date) if step.evidence.date else ''}" for step in item.steps]  # fmt: skip
    return Row(
        ref=clean(item.ref),
        content=clean(item.content),
        partner=clean(", ".join(partners)) or NO_PARTNER,
        lead=clean(one.asked.get(item.id, "")),
        due=in_words(item.due),
        overdue=item.overdue and item.stands not in CLOSED,
        state=item.stands,
        done=clean(last.done) if last else "",
        difficulties=clean(last.difficulties) if last else "",
        recommendations=clean(last.recommendations) if last else "",
        seen=clean("; ".join(seen)),
        clash=clean(_DAY.sub(lambda day: iso_in_words(day.group()), item.disagreement)),
        unconfirmed=item.unconfirmed,
        answered=_answered(item, one),
    )


def _figures(items: Sequence[Item], leads: Sequence[LeadStatus], before: Round | None) -> tuple[Figure, ...]:
    now, then = counts_of(items), before.counts if before else {}
    asked, answered = sum(one.asked for one in leads), sum(one.answered for one in leads)
    share = f"{answered / asked:.0%} of those asked about" if asked else ""
    figures = [
        Figure("Items asked about", f"{asked:,}", _change(now["all"], then.get("all"))),
        Figure("Answered", f"{answered:,}", share),
    ]
    labels = {"open": "Not begun, or nothing said", STARTED: "Under way", PARTLY: "Partly done", DONE: "Done"}
    for state in _STATE_ORDER:
        change = _change(now.get(state, 0), then.get(state, 0) if before else None)
        figures.append(Figure(labels[state], f"{now.get(state, 0):,}", change))
    figures.append(Figure("Overdue", f"{now['overdue']:,}", _change(now["overdue"], then.get("overdue"))))
    named = [one for one in leads if one.lead != NOBODY]
    silent = sum(one.state == "silent" for one in named)
    figures.append(Figure("Leads that did not answer", f"{silent}", f"of {len(named)}"))
    return tuple(figures)


def _change(now: int, then: int | None) -> str:
    if then is None:
        return ""
    return "as in the last round" if now == then else f"{now - then:+,} since the last round".replace("-", "−")


def _findings(rows: Sequence[Row], leads: Sequence[LeadStatus]) -> tuple[str, ...]:
    """The few sentences that a chair needs first."""
    found = []
    late = Counter(row.lead for row in rows if row.overdue)
    if late:
        lead, number = late.most_common(1)[0]
        found.append(f"{_items(sum(late.values()))} overdue; {lead} has the most ({number}).")
    silent = [one.lead for one in leads if one.state == "silent" and one.lead != NOBODY]
    if silent:
        found.append(f"No answer from {_list(silent)}.")
    nobody = sum(one.asked for one in leads if one.lead == NOBODY)
    if nobody:
        found.append(f"{number_of(nobody)} without a lead: nobody was asked.")
    slow = [one.lead for one in leads if one.late]
    if slow:
        found.append(f"Answers came after the last day from {_list(slow)}.")
    clashes = sum(bool(row.clash) for row in rows)
    if clashes:
        found.append(f"In {_cases(clashes)} what the lead reports and what independent reports show do not agree.")
    alone = sum(row.unconfirmed for row in rows)
    if alone:
        done = sum(row.state == DONE for row in rows)
        which = "The one item" if done == 1 else f"{alone:,} of {done:,} items"
        verb = "is" if alone == 1 else "are"
        found.append(f"{which} that leads report as done {verb} in no independent report.")
    return tuple(found)


def _items(number: int) -> str:
    return "1 item is" if number == 1 else f"{number:,} items are"


def _cases(number: int) -> str:
    return "1 case" if number == 1 else f"{number:,} cases"


def _list(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _grouped(pairs: Iterable[tuple[str, Row]]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for name, row in pairs:
        found[name].append(row)
    return dict(found)


def _parts(groups: Mapping[str, Sequence[Row]]) -> tuple[Part, ...]:
    return tuple(_part(title, groups[title]) for title in sorted(groups, key=lambda name: (name == NO_PARTNER, name)))


def _part(title: str, rows: Sequence[Row]) -> Part:
    done = tuple(row for row in rows if row.state in CLOSED)
    late = tuple(row for row in rows if row.overdue)
    running = tuple(row for row in rows if row.state not in CLOSED and not row.overdue)
    unanswered = sum(not row.answered for row in rows)
    line = f"{number_of(len(rows))}: {len(done)} done or closed, {len(late)} late, "
    line += f"{len(running)} under way or not begun" + (f"; {unanswered} without an answer" if unanswered else "")
    return Part(title, line, done, late, running)


def _difficulties(items: Sequence[Item], rows: Mapping[str, Row]) -> tuple[Difficulty, ...]:
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for item in items:
        row, last = rows[item.id], item.reported
        if last and row.difficulties:
            found[last.kind or "kind not given"].append((row.lead, row.difficulties, short_name(row)))
    ordered = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(Difficulty(kind, len(told), _told(told)) for kind, told in ordered)


def _told(lines: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, str], ...]:
    """What leads say, each text once with the items that it is said of."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for lead, text, item in lines:
        if text:
            found[lead, text].append(item)
    return tuple((lead, f"{text} ({_among(of)})") for (lead, text), of in sorted(found.items()))


def _among(items: Sequence[str]) -> str:
    """The items; of many the first few and their number, so that one can read on."""
    if len(items) <= _NAMED:
        return ", ".join(items)
    return f"{len(items):,} items, among them {', '.join(items[:_NAMED])}"


def _wanted(what: str, names: Mapping[str, str]) -> str:
    """The filter of a round in words."""
    words = {"with": "partner", "due": "due by"}
    parts = []
    for name, value in filters(what):
        shown = names.get(value.upper(), value) if name == "with" else iso_in_words(value) if name == "due" else value
        parts.append(f"{words.get(name, name)} {shown}")
    return clean(", ".join(parts))
