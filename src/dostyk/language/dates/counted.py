"""Rules for calendar units and counts of them: last week, two years ago, within 90 days, the 1990s, fiscal years."""

from __future__ import annotations

from dostyk.language.dates.cascade import Builder, Hit, Rule, classes, compile_pattern
from dostyk.language.dates.eras import century, decade, era, fiscal
from dostyk.language.dates.lexicon import code, codes_of
from dostyk.language.dates.values import (
    Calendar,
    Duration,
    Fraction,
    Offset,
    Recurring,
    Vague,
    Value,
    Window,
)

UNIONS = classes(
    NUMBER="MONTHNO DAY INT CARDINAL",
    COUNT="MONTHNO DAY INT CARDINAL ARTICLE",
    SPACE="UNIT UNITS QUARTER WEEKEND",
    ONE="UNIT QUARTER WEEKEND",
    WHICH="LAST THIS NEXT",
    BACK="LAST PAST PREVIOUS",
    FIGURES="MONTHNO DAY INT YEAR FULLYEAR",
    AROUND="AFTER BEFORE",
    EVENT="OF FROM AFTER FOLLOWING",
    AHEAD="NEXT COMING FOLLOWING",
    TIMED="MONTHONLY FULLMONTH FULLYEAR YEARREL UNITREL SEASONONLY FULL FRACTION",
    OTHERTIME="SAME THAT FOLLOWING",
    NTH="ORD ORDINAL",
    YEARLIKE="YEAR FULLYEAR FULL",
)
_HELPING = frozenset("will would shall should can could may might must to did not".split())
_THROUGH = codes_of("IN DURING FOR ABOUT WITHIN")


def rule(template: str, build: Builder) -> Rule:
    """A rule of this module's classes."""
    return Rule(compile_pattern(template, UNIONS), build)


def _unit(hit: Hit) -> str:
    return "week" if hit["u"] == "fortnight" else str(hit["u"])


def _calendar(hit: Hit) -> Value | None:
    """`last week`, `this year`, `next month`. Hours and halves have no place in the calendar."""
    unit, which = _unit(hit), hit.number("w") or 0
    if unit in ("hour", "half") or (unit == "day" and which < 0) or hit["u"] == "fortnight":
        return None
    if unit == "day" and which > 0:
        return Calendar(unit, which, anchored=True)
    if hit.has("the") and which:
        if hit.before() in _THROUGH:
            return Window(1, unit, which)
        return Calendar(unit, which, anchored=which > 0)
    return Calendar(unit, which)


def _anchored(hit: Hit) -> Value | None:
    """`that year`, `the following day`, `the previous month`: counted from a time told before."""
    unit = _unit(hit)
    if unit in ("hour", "half"):
        return None
    return Calendar(unit, hit.number("w") or 0, anchored=True)


def _told_before(hit: Hit) -> Value | None:
    """`the year before`, `the day after`, where nothing follows that the time is counted from."""
    return Calendar(_unit(hit), hit.number("w") or 0, anchored=True) if _ends_there(hit) else None


def _ends_there(hit: Hit) -> bool:
    """Whether nothing follows that a time could be counted from."""
    following = hit.word(1)
    return not following[:1].isalnum() or following.lower() in ("and", "but", "in", "at", "to", "on")


def _night_before(hit: Hit) -> Value | None:
    """`the night before`, `the evening before`, where nothing follows that it is counted from."""
    return Calendar("day", -1, anchored=True) if _ends_there(hit) else None


def _one_over(hit: Hit) -> Value | None:
    """`the week after next`, `the weekend before last`."""
    step = hit.number("w") or 0
    if step != hit.number("n") or _unit(hit) in ("hour", "half", "day"):
        return None
    return Calendar(_unit(hit), 2 * step)


def _that_part_of_day(hit: Hit) -> Value | None:
    """`the following morning`, `that night`."""
    return Calendar("day", hit.number("w") or 0, anchored=True)


def _weekend(_: Hit) -> Value | None:
    return Calendar("weekend", 0)


def _recent(hit: Hit) -> Value | None:
    """`the past week`, `the coming year`: that much time up to, or from, the day of writing."""
    return Window(1, _unit(hit), hit.number("w") or 0) if _unit(hit) != "half" else None


def _count(hit: Hit) -> int | None:
    count = hit.number("c")
    if count is None or not 0 < count < 1000:
        return None
    return 2 * count if hit["u"] == "fortnight" else count


def _ago(hit: Hit) -> Value | None:
    count = _count(hit)
    return Offset(count, _unit(hit), -1) if count else None


def _half_ago(hit: Hit) -> Value | None:
    """`half a century ago`."""
    parts = {"century": (50, "year"), "decade": (5, "year"), "year": (6, "month")}.get(_unit(hit))
    return Offset(*parts, -1) if parts else None


def _later(hit: Hit) -> Value | None:
    """`three days later`, `two years before`: counted from a time told before."""
    count = _count(hit)
    if count is None:
        return None
    told_behind = hit.after() not in ("", code("COMMA"), code("STOP"))
    if told_behind and hit.written("w").lower() in ("before", "after", "prior"):
        return None
    return Offset(count, _unit(hit), hit.number("w") or 1, anchored=True)


def _ahead(hit: Hit) -> Value | None:
    """`in two weeks`: a point to come, if the verb says so."""
    count = _count(hit)
    return Offset(count, _unit(hit), 1, only_future=True) if count else None


def _ahead_of_now(hit: Hit) -> Value | None:
    """`two weeks from now`."""
    count = _count(hit)
    return Offset(count, _unit(hit), 1) if count else None


def _window(hit: Hit) -> Value | None:
    """`the last two years`, unlike `will last two years`."""
    count = _count(hit)
    if count and hit.written("w").lower() == "last" and hit.word(-1).lower() in _HELPING:
        return Duration(count, _unit(hit))
    return Window(count, _unit(hit), hit.number("w") or 0) if count else None


def _within(hit: Hit) -> Value | None:
    """`within 90 days`, counted from the event where one follows: "of signing"."""
    count = _count(hit)
    return Window(count, _unit(hit), 1, anchored=hit.has("of")) if count else None


def _duration(hit: Hit) -> Value | None:
    count = _count(hit)
    if not count or "old" in (hit.word(1).lower()[:3], hit.word(2).lower()[:3] if hit.after() == code("DASH") else ""):
        return None  # an age
    if _unit(hit) == "quarter" and hit.after() == code("OF"):
        return None  # a fourth of something
    return Duration(count, _unit(hit))


def _fraction(hit: Hit) -> Value | None:
    """`first half`, `third quarter` of a year told elsewhere."""
    number = hit.number("n")
    parts = {"half": 2, "quarter": 4}[_unit(hit)]
    number = parts if number == -1 else number
    return Fraction(number, parts) if number and number <= parts else None


def _lettered(hit: Hit) -> Value | None:
    value = hit["p"]
    return Fraction(*value) if isinstance(value, tuple) else None


def _recurring(_: Hit) -> Value | None:
    return Recurring()


def _vague(_: Hit) -> Value | None:
    return Vague()


COUNTED: tuple[Rule, ...] = (
    rule("y:FIGURES ERA", era),
    rule("ERA y:FIGURES", era),
    rule("FIGURES bce:BCE", era),
    rule("FISCAL ONE? y:YEAR", fiscal),
    rule("FISCAL ONE? a:YEARLIKE", fiscal),
    rule("a:YEARLIKE FISCAL ONE", fiscal),
    rule("w:WHICH FISCAL ONE", fiscal),
    rule("y:FY", fiscal),
    rule("the:THE? d:DECADE", decade),
    rule("THE? n:NTH DASH? u:UNIT bce:BCE?", century),
    rule("THE? TURN OF (?:THE UNIT|ATOM|FULL)", _vague),
    rule("EVERY COUNT? (?:WEEKDAY|WEEKDAYONLY|UNIT|UNITS|QUARTER|SEASON|MONTH|MONTHONLY|DAYPART)", _recurring),
    rule("RECUR", _recurring),
    rule("THE? n:NTH DASH? u:HALF", _fraction),
    rule("THE? n:NTH DASH? u:QUARTER (?!UNIT)", _fraction),
    rule("p:PERIOD", _lettered),
    rule("THE? w:PREVIOUS u:ONE", _anchored),
    rule("THE? w:OTHERTIME SAME? u:ONE", _anchored),
    rule("THE u:ONE w:BEFORE", _told_before),
    rule("THE u:ONE w:AFTER", _told_before),
    rule("THE? w:OTHERTIME DAYPART", _that_part_of_day),
    rule("THE w:NEXT DAYPART", _that_part_of_day),
    rule("THE u:ONE w:AFTER n:NEXT", _one_over),
    rule("THE u:ONE w:BEFORE n:LAST", _one_over),
    rule("THE DAYPART BEFORE", _night_before),
    rule("(?<=DURING|AT|ABOUT|FOR) THE WEEKEND", _weekend),
    rule("THE? w:PAST u:ONE", _recent),
    rule("THE? w:COMING u:ONE", _recent),
    rule("the:THE? w:WHICH u:ONE (?!(?<=LAST UNIT) OF (?:THE? TIMED|THE UNIT|WHICH ONE))", _calendar),
)

WINDOWS: tuple[Rule, ...] = (
    rule("HALF COUNT u:UNIT AGO", _half_ago),
    rule("c:COUNT (?:OR COUNT)? DASH? u:SPACE AGO", _ago),
    rule("ARTICLE? FEW OF? SPACE (?:AGO|LATER|EARLIER)", _vague),
    rule("THE? (?:BACK|AHEAD) FEW OF? UNITS", _vague),
    rule("(?:FEW|COMING|PAST|BACK|THIS) UNITS", _vague),
    rule("UNITS AGO", _vague),
    rule("RECENT", _vague),
    rule("THE? w:BACK c:NUMBER DASH? u:SPACE", _window),
    rule("THE? w:AHEAD c:NUMBER DASH? u:SPACE", _window),
    rule("WITHIN c:COUNT DASH? u:SPACE (?=of:EVENT (?!PRESENT|DAYREL))", _within),
    rule("WITHIN c:COUNT DASH? u:SPACE", _within),
    rule("c:COUNT u:SPACE w:LATER", _later),
    rule("c:COUNT u:SPACE w:EARLIER", _later),
    rule("c:COUNT u:SPACE w:AROUND", _later),
    rule("c:COUNT u:SPACE FROM PRESENT", _ahead_of_now),
    rule("(?<=IN) c:COUNT u:SPACE (?:POSS TIME)?", _ahead),
    rule("c:NUMBER DASH? u:SPACE", _duration),
    rule("(?<=FOR) c:ARTICLE u:SPACE", _duration),
)
