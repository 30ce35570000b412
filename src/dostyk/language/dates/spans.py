"""Rules that build on single times: parts of them, times inside a year told beside them, and ranges."""

from __future__ import annotations

from dostyk.language.dates.cascade import Builder, Hit, Rule, classes, compile_pattern
from dostyk.language.dates.ranges import range_by_number, range_inside, range_of, to_now, value_in
from dostyk.language.dates.values import (
    Calendar,
    Explicit,
    Fraction,
    InYear,
    Part,
    Partial,
    Season,
    Value,
)

UNIONS = classes(
    DAYLIKE="FULLDAY DATE DOM WEEKDAYONLY DAYREL",
    DATED="FULLDAY DATE DOM DAYREL",
    NAMED="FULLDAY DATE",
    NAMEDTIME="FULLYEAR FULLMONTH MONTHONLY",
    NOYEAR="DATE MONTHONLY SEASONONLY FRACTION DOM",
    YEARLY="FULLYEAR YEARREL",
    WHOLE="FULLYEAR YEARREL FULLMONTH MONTHONLY FULL SEASONONLY UNITREL FRACTION ATOM",
    END="FULLDAY DATE DOM WEEKDAYONLY DAYREL FULLMONTH MONTHONLY FULLYEAR YEARREL SEASONONLY FULL FRACTION ATOM"
    " UNITREL",
    CALUNIT="UNIT QUARTER",
    COUNT="MONTHNO DAY INT CARDINAL",
    NTH="ORDINAL ORD LAST",
    MONTHLY="MONTHONLY FULLMONTH ATOM",
    SPACE="UNIT UNITS",
    MOVED="EARLIER LATER",
)


def rule(template: str, build: Builder) -> Rule:
    """A rule of this module's classes."""
    return Rule(compile_pattern(template, UNIONS), build)


def _same(hit: Hit) -> Value | None:
    """What stands around the atom names the same time again: `Tuesday (May 6)`, `the evening of May 5`."""
    return value_in(hit, "x")


def _in_year(hit: Hit) -> Value | None:
    """`16 September this year`, `Q3 of 2025`, `the second half of 2027`, `last year's first quarter`."""
    value, year = value_in(hit, "x"), value_in(hit, "y")
    if value is None or year is None:
        return None
    if isinstance(value, Partial | Season) and value.which is not None:
        return None
    if isinstance(value, Fraction):
        return Part("fraction", year, value.number, value.parts)
    if isinstance(value, Season) and isinstance(year, Explicit):
        return Season(value.season, year.interval.low.year)
    if isinstance(value, Partial) and value.month is None:
        return None
    return InYear(value, year)


def _fraction_of(hit: Hit) -> Value | None:
    """`the first half of May`, `the first quarter of the 21st century`."""
    value, whole = value_in(hit, "x"), value_in(hit, "y")
    return Part("fraction", whole, value.number, value.parts) if isinstance(value, Fraction) and whole else None


def _fraction_of_unit(hit: Hit) -> Value | None:
    """`the first half of the year`."""
    value, unit = value_in(hit, "x"), str(hit["u"])
    if not isinstance(value, Fraction) or unit not in ("year", "month", "decade", "century", "quarter"):
        return None
    return Part("fraction", Calendar(unit, 0), value.number, value.parts)


def _edge(hit: Hit) -> Value | None:
    """`early 2026`, `mid-May`, `the end of 2027`, `late last year`."""
    whole = value_in(hit, "x")
    return Part(str(hit["e"]), whole) if whole and not isinstance(whole, Part) else None


def _edge_of_unit(hit: Hit) -> Value | None:
    """`the end of the month`: of the one that runs on the day of writing."""
    unit = str(hit["u"])
    return Part(str(hit["e"]), Calendar(unit, 0)) if unit not in ("hour", "day", "half") else None


def _year_end(hit: Hit) -> Value | None:
    unit = str(hit["u"])
    if hit["e"] != "end" or unit not in (("year", "month", "week", "quarter") if hit.has("s") else ("year",)):
        return None
    whole = value_in(hit, "x") if hit.has("x") else Calendar(unit, 0)
    return Part("end", whole) if whole else None


def _moved(hit: Hit) -> Value | None:
    """`earlier this month`, `later this year`; with a day, only the day."""
    whole = value_in(hit, "x")
    if whole is None:
        return None
    return Part("earlier" if hit["m"] == -1 else "later", whole)


def _moved_unit(hit: Hit) -> Value | None:
    """`earlier in the year`."""
    unit = str(hit["u"])
    if unit in ("hour", "day", "half"):
        return None
    return Part("earlier" if hit["m"] == -1 else "later", Calendar(unit, 0))


def _first_units(hit: Hit) -> Value | None:
    """`the first nine months of 2024`, `the last two weeks of May`, `the last months of the year`."""
    count, number = hit.number("c"), hit.number("n")
    whole = value_in(hit, "x") if hit.has("x") else Calendar(str(hit["v"]), 0)
    if number not in (1, -1) or not whole or not count or count > 1000:
        return None
    return Part("first" if number == 1 else "last", whole, number=count, unit=str(hit["u"]))


def _nth_of(hit: Hit) -> Value | None:
    """`the first week of May`, `the second week of June`, `the last day of the year`."""
    number = hit.number("n") or 0
    whole = value_in(hit, "x") if hit.has("x") else Calendar(str(hit["v"]), 0)
    if whole is None or not -1 <= number <= 5:
        return None
    if number in (1, -1):
        return Part("first" if number == 1 else "last", whole, unit=str(hit["u"]))
    return Part("nth", whole, number, unit="week") if number and hit["u"] == "week" else None


def _edge_days(hit: Hit) -> Value | None:
    """`the first days of June`, `the last weeks of the year`."""
    whole = value_in(hit, "x") if hit.has("x") else Calendar(str(hit["v"]), 0)
    edge = {1: "start", -1: "end"}.get(hit.number("n") or 0)
    return Part(edge, whole) if edge and whole else None


def _of_the_week(hit: Hit) -> Value | None:
    """`Monday of last week`, `Monday next week`."""
    day, week = value_in(hit, "x"), value_in(hit, "y")
    if not isinstance(day, Partial) or day.weekday is None or not isinstance(week, Calendar) or week.unit != "week":
        return None
    return Part("weekday", week, number=day.weekday)


def _out(hit: Hit) -> Value | None:
    """`before the year is out`, `before the month ends`."""
    unit = str(hit["u"])
    return Part("end", Calendar(unit, 0)) if unit in ("year", "month", "week", "decade") else None


def _mid_unit(hit: Hit) -> Value | None:
    """`around mid-year`, `in mid-month`."""
    return Part("mid", Calendar(str(hit["u"]), 0)) if hit["e"] == "mid" and hit["u"] in ("year", "month") else None


SPANS: tuple[Rule, ...] = (
    rule("WEEKDAYONLY COMMA? THE? x:DATED", _same),
    rule("WEEKDAYONLY OPEN x:DATED SHUT", _same),
    rule("DAYREL OPEN x:DATED SHUT", _same),
    rule("DAYREL OPEN WEEKDAYONLY COMMA? x:DATED SHUT", _same),
    rule("x:DAYREL OPEN (?:WEEKDAYONLY|PAIR) SHUT", _same),
    rule("x:WEEKDAYONLY OPEN PAIR SHUT", _same),
    rule("x:DATED OPEN WEEKDAYONLY SHUT", _same),
    rule("DAYREL COMMA x:NAMED", _same),
    rule("THE? DAYPART OF x:DAYLIKE", _same),
    rule("EDGE? x:DAYLIKE DAYPART", _same),
    rule("(?:EARLIER|LATER|EDGE) ON? x:DAYLIKE", _same),
    rule("FROM? a:MONTHONLY (?:TO|DASH|AND) b:MONTHONLY (?:IN|OF) y:YEARLY", range_inside),
    rule("x:FRACTION (?:OF|IN|COMMA) THE? y:YEARLY", _in_year),
    rule("x:FRACTION OF THE? y:WHOLE", _fraction_of),
    rule("x:FRACTION OF THE u:CALUNIT", _fraction_of_unit),
    rule("x:NOYEAR (?:OF|IN|COMMA)? THE? y:YEARREL", _in_year),
    rule("x:NOYEAR (?:OF|IN|COMMA)? y:FULLYEAR", _in_year),
    rule("y:YEARLY POSS? x:FRACTION", _in_year),
    rule("THE? n:NTH c:COUNT u:UNITS OF x:WHOLE", _first_units),
    rule("THE? n:NTH c:COUNT u:UNITS OF THE v:CALUNIT", _first_units),
    rule("THE? n:NTH u:CALUNIT OF x:WHOLE", _nth_of),
    rule("THE? n:NTH u:CALUNIT OF THE v:CALUNIT", _nth_of),
    rule("THE? e:EDGE DASH? x:WHOLE", _edge),
    rule("e:EDGEOF DASH? x:NAMEDTIME", _edge),
    rule("THE? e:EDGE (?:IN|OF) THE? x:WHOLE", _edge),
    rule("THE? e:EDGEOF OF THE? x:WHOLE", _edge),
    rule("THE? e:EDGE (?:IN|OF) THE u:CALUNIT", _edge_of_unit),
    rule("THE? e:EDGEOF OF THE u:CALUNIT", _edge_of_unit),
    rule("THE? u:CALUNIT (?:DASH|s:POSS)? e:EDGEOF x:FULLYEAR?", _year_end),
    rule("(?<=BEFORE) THE u:UNIT (?:ENDS|IS (?:OUT|ABOUT|ENDS))", _out),
    rule("e:EDGE DASH u:UNIT", _mid_unit),
    rule("THE? n:NTH UNITS OF x:WHOLE", _edge_days),
    rule("THE? n:NTH UNITS OF THE v:CALUNIT", _edge_days),
    rule("x:WEEKDAYONLY OF? y:UNITREL", _of_the_week),
    rule("e:EDGEOF OF u:CALUNIT", _edge_of_unit),
    rule("m:MOVED (?:IN|OF)? x:WHOLE", _moved),
    rule("m:MOVED IN THE u:CALUNIT", _moved_unit),
    rule(
        "WEEKDAYONLY COMMA? n:COUNT (?:TO|DASH|THROUGH|UNTIL|AND) WEEKDAYONLY? COMMA? b:NAMED",
        range_by_number,
    ),
    rule("a:END (?:TO|DASH) THE? PRESENT", to_now),
    rule("(?<=FROM) a:END (?:UNTIL|TO|THROUGH) THE? (?:PRESENT|THIS)", to_now),
    rule("(?<=BETWEEN) a:END AND THE? b:END", range_of),
    rule("(?<=FROM) a:END (?:TO|UNTIL|THROUGH|DASH) THE? b:END", range_of),
    rule("a:END (?:TO|DASH|THROUGH) THE? b:END", range_of),
    rule("a:FULLYEAR SLASH b:FULLYEAR", range_of),
    rule("a:MONTHLY OR b:MONTHLY", range_of),
    rule("a:DATE OR b:DATE", range_of),
)
