"""Leaders whom a report gives no state: the reviewed table knows it, unless the report says otherwise."""

from datetime import date

from dostyk.model import Report
from dostyk.reading.context import Context


def people(text: str, year: int) -> dict[str, str]:
    """Key of each person of a text → how their state is known."""
    context = Context(Report(text=text, published=date(year, 5, 6)))
    return {p.party.key: p.state_basis for p in context.people.persons}


def test_a_leader_of_the_day_has_the_state_of_the_table() -> None:
    assert people("In Chile, President Nelson Mandela praised the port.", 1997) == {"ZAF:Nelson Mandela": "reference"}


def test_the_report_is_never_overridden() -> None:
    assert people("President Nelson Mandela of Chile praised the harbour.", 1997) == {"CHL:Nelson Mandela": "named"}


def test_another_age_has_other_leaders() -> None:
    assert people("In Chile, President Mandela praised the harbour.", 1997) == {"ZAF:Mandela": "reference"}
    assert "ZAF:Mandela" not in people("In Chile, President Mandela praised the harbour.", 2024)
