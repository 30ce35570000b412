"""The queue of review: what no person has accepted, the doubtful first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import and_, func, or_, select

from dostyk.ledger.schema import acts, entries
from dostyk.web.queries.entry import entry_view
from dostyk.web.queries.filters import Filters, conditions
from dostyk.web.queries.items import items_of
from dostyk.web.queries.report import report_view
from dostyk.web.site import Site

KEYS = (
    ("accept", "a", "Accept"),
    ("reject", "x", "Reject"),
    ("next", "j", "Next"),
    ("back", "k", "Back"),
    ("undo", "u", "Undo"),
    ("correct", "c", "Correct by selecting"),
    ("same", "s", "Same as …"),
    ("split", "d", "Split"),
    ("help", "?", "Keys"),
)


def review(site: Site, given: Filters, at: str) -> Mapping[str, Any]:
    """The view of the queue at an entry, or at its beginning."""
    given = replace(given, sort="confidence", page=1)
    waiting = replace(given, checked="no")
    with site.ledger.asking() as connection:
        where = list(conditions(connection, waiting))
        total = connection.execute(
            select(func.count()).select_from(entries).where(*conditions(connection, replace(given, checked="")))
        ).scalar_one()
        left = connection.execute(select(func.count()).select_from(entries).where(*where)).scalar_one()
        place = connection.execute(select(entries.c.confidence, entries.c.id).where(entries.c.id == at)).first()
        queue = select(entries.c.id).where(*where)
        here = entries.c.confidence, entries.c.id
        current = place.id if place else connection.execute(queue.order_by(*here).limit(1)).scalar()
        if current is None:
            return {
                "filters": given,
                "current": None,
                "left": left,
                "total": total,
                "upcoming": [],
                "keys": KEYS,
                "next": "",
                "back": "",
                "bulk": 0,
            }
        stand = connection.execute(select(*here).where(entries.c.id == current)).one()
        later = or_(here[0] > stand[0], and_(here[0] == stand[0], here[1] > stand[1]))
        earlier = or_(here[0] < stand[0], and_(here[0] == stand[0], here[1] < stand[1]))
        upcoming = list(connection.execute(queue.where(later).order_by(*here).limit(8)).scalars())
        back = connection.execute(queue.where(earlier).order_by(here[0].desc(), here[1].desc()).limit(1)).scalar() or ""
        number = connection.execute(select(func.count()).select_from(entries).where(*where, earlier)).scalar_one() + 1
        listed = items_of(connection, upcoming)
        first = connection.execute(queue.order_by(*here).limit(1)).scalar() or ""
    view = entry_view(site, current)
    source = view["sources"][0] if view["sources"] else None
    told = report_view(site, source.report, (source.field, source.start, source.end)) if source else None
    return {
        "filters": given,
        "current": view,
        "told": told,
        "left": left,
        "total": total,
        "number": number,
        "next": upcoming[0] if upcoming else "",
        "back": back,
        "first": first,
        "upcoming": listed,
        "keys": KEYS,
        "bulk": left,
    }


def waiting_ids(site: Site, given: Filters, most: int = 500) -> list[str]:
    """The entries that wait in the queue under a filter, the doubtful first, at most so many."""
    with site.ledger.asking() as connection:
        where = conditions(connection, replace(given, checked="no"))
        query = select(entries.c.id).where(*where).order_by(entries.c.confidence, entries.c.id).limit(most)
        return list(connection.execute(query).scalars())


def last_act(site: Site) -> int:
    """The number of the last act; 0 for none."""
    with site.ledger.asking() as connection:
        return connection.execute(select(func.max(acts.c.number))).scalar() or 0
