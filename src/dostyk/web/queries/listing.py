"""Plain lists: reports, parties, problems, the log of acts; and what the site says about itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select

from dostyk.ledger.act_words import act_words
from dostyk.ledger.rows import act_from
from dostyk.ledger.schema import acts, claims, parties, problems, readings, reports
from dostyk.model import FLAGS, KINDS, STATUSES, Act, Party
from dostyk.web.queries.filters import PAGE, counted, words_of
from dostyk.web.queries.items import state_name
from dostyk.web.site import Site

Row = Mapping[str, Any]
_OF_PROBLEM = (problems.c.report, problems.c.code, problems.c.message, problems.c.field, problems.c.start,
               problems.c.end, problems.c.quote)  # fmt: skip
_OF_REPORT = (reports.c.id, reports.c.published, reports.c.outlet, reports.c.title, reports.c.name, reports.c.url,
              reports.c.language, reports.c.version, reports.c.recorded_at)  # fmt: skip


def _page(site: Site, query: Select[Any], page: int) -> tuple[list[dict[str, Any]], int]:
    with site.ledger.asking() as connection:
        total = connection.execute(select(func.count()).select_from(query.order_by(None).subquery())).scalar_one()
        rows = connection.execute(query.limit(PAGE).offset((page - 1) * PAGE)).mappings()
        return [dict(row) for row in rows], total


def _every(site: Site, query: Select[Any]) -> Iterator[Row]:
    with site.ledger.asking() as connection:
        for row in connection.execution_options(yield_per=500).execute(query).mappings():
            yield dict(row)


def _paged(total: int, page: int) -> dict[str, int]:
    return {"total": total, "page": page, "pages": max(1, -(-total // PAGE))}


def _problem_query(code: str) -> Select[Any]:
    """Problems of the readings that count, and of acts."""
    query = select(*_OF_PROBLEM).join(readings, readings.c.number == problems.c.reading, isouter=True)
    query = query.where((problems.c.reading == 0) | readings.c.counts)
    return (query.where(problems.c.code == code) if code else query).order_by(problems.c.code, problems.c.number)


def problems_view(site: Site, code: str, page: int) -> Mapping[str, Any]:
    """Problems by code, a page of them, with the titles of their reports."""
    rows, total = _page(site, _problem_query(code), page)
    with site.ledger.asking() as connection:
        counted = select(problems.c.code, func.count()).group_by(problems.c.code).order_by(problems.c.code)
        codes = [tuple(row) for row in connection.execute(counted)]
        named = select(reports.c.id, reports.c.title, reports.c.name).where(
            reports.c.id.in_({r["report"] for r in rows})
        )
        titles = {name: title or stem for name, title, stem in connection.execute(named)}
    return {"problems": [{**row, "title": titles.get(row["report"], "")} for row in rows], "codes": codes, "code": code,
            **_paged(total, page)}  # fmt: skip


def problem_rows(site: Site, code: str) -> Iterator[Row]:
    """Every problem."""
    return _every(site, _problem_query(code))


REPORT_SORTS: dict[str, ColumnElement[Any]] = {
    "-published": reports.c.published.desc(),
    "published": reports.c.published.asc(),
    "-recorded": reports.c.recorded_at.desc(),
    "outlet": func.lower(reports.c.outlet),
    "title": func.lower(func.coalesce(func.nullif(reports.c.title, ""), reports.c.name)),
}
PARTY_SORTS = ("-named", "name", "state")


def _report_query(words: str, sort: str) -> Select[Any]:
    query = select(*_OF_REPORT)
    for word in words_of(words):
        query = query.where(
            or_(*(c.icontains(word, autoescape=True) for c in (reports.c.title, reports.c.outlet, reports.c.name)))
        )
    return query.order_by(REPORT_SORTS[sort], reports.c.published.desc(), reports.c.id)


def reports_view(site: Site, words: str, sort: str, page: int) -> Mapping[str, Any]:
    """Reports whose title or outlet holds the words, in an order of REPORT_SORTS."""
    rows, total = _page(site, _report_query(words, sort), page)
    return {"reports": rows, "q": words, "sort": sort, **_paged(total, page)}


def report_rows(site: Site, words: str, sort: str) -> Iterator[Row]:
    """Every such report, without its text."""
    return _every(site, _report_query(words, sort))


# A key is a state's code, a colon and a name; of a state the code alone, and of the stateless the rest alone.
_NAME = case(
    (parties.c.chosen.like("___:%"), func.substr(parties.c.chosen, 5)),
    (parties.c.chosen.like(":%"), func.substr(parties.c.chosen, 2)),
    else_=parties.c.chosen,
)


def _party_query(words: str, state: str, sort: str) -> Select[Any]:
    mentions = func.sum(parties.c.mentions).label("mentions")
    query = select(parties.c.chosen.label("key"), parties.c.chosen_kind.label("kind"), mentions)
    for word in words_of(words):
        query = query.where(parties.c.party.icontains(word, autoescape=True))
    if state:
        query = query.where(parties.c.chosen.startswith(state, autoescape=True))
    query = query.group_by(parties.c.chosen, parties.c.chosen_kind)
    if sort == "state":  # which every key begins with
        return query.order_by(parties.c.chosen)
    if sort == "name":
        return query.order_by(func.lower(_NAME), parties.c.chosen)
    return query.order_by(mentions.desc(), parties.c.chosen)


def _party_row(row: Row) -> Row:
    party = Party.parse(row["key"], row["kind"])
    return {**row, "name": party.name or state_name(party.state), "state": party.state}


def parties_view(site: Site, words: str, state: str, sort: str, page: int) -> Mapping[str, Any]:
    """Parties in an order of PARTY_SORTS."""
    rows, total = _page(site, _party_query(words, state, sort), page)
    found = [_party_row(row) for row in rows]
    return {"parties": found, "q": words, "state": state, "sort": sort, **_paged(total, page)}


def party_rows(site: Site, words: str, state: str, sort: str) -> Iterator[Row]:
    """Every such party."""
    return (_party_row(row) for row in _every(site, _party_query(words, state, sort)))


def act_row(act: Act) -> Row:
    """An act as one row."""
    return {
        "number": act.number, "at": act.at, "by": act.by, "verb": act.verb,
        "what": act_words(act), "reason": act.reason,
        "quote": " … ".join(target.quote for target in act.targets[:3]),
        "report": act.targets[0].report if act.targets else "", "claims": act.payload.get("claims", ""),
    }  # fmt: skip


def log(site: Site, page: int) -> Mapping[str, Any]:
    """The log of acts, the latest first."""
    with site.ledger.asking() as connection:
        total = connection.execute(select(func.count()).select_from(acts)).scalar_one()
        query = select(acts).order_by(acts.c.number.desc()).limit(PAGE).offset((page - 1) * PAGE)
        found = [act_row(act_from(row)) for row in connection.execute(query).mappings()]
    return {"acts": found, **_paged(total, page)}


def log_rows(site: Site) -> Iterator[Row]:
    """The whole log, from its beginning."""
    with site.ledger.asking() as connection:
        for row in connection.execute(select(acts).order_by(acts.c.number)).mappings():
            yield act_row(act_from(row))


def about(site: Site) -> Mapping[str, Any]:
    """What the ledger holds, what read it, and the words it uses."""
    with site.ledger.asking() as connection:
        count = select(claims.c.kind, func.count()).where(claims.c.counts).group_by(claims.c.kind)
        kinds = counted(connection, count.order_by(claims.c.kind))
        readers = [tuple(row) for row in connection.execute(
            select(readings.c.reader, func.count()).where(readings.c.counts).group_by(readings.c.reader))]  # fmt: skip
        outlets = [
            tuple(row)
            for row in connection.execute(
                select(reports.c.outlet, func.count())
                .group_by(reports.c.outlet)
                .order_by(func.count().desc())
                .limit(20)
            )
        ]
        days = connection.execute(
            select(func.min(reports.c.published), func.max(reports.c.published)).where(reports.c.published != "")
        ).one()
    return {
        "kinds": [{"name": k.name, "who": k.who, "whom": k.whom, "what": k.what, "claims": kinds.get(k.name, 0)}
                  for k in KINDS.values()],
        "statuses": STATUSES, "flags": FLAGS, "readers": readers, "outlets": outlets, "first": days[0], "last": days[1],
    }  # fmt: skip
