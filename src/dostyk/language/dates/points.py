"""Rules for single times: days, months, years, weekdays, and what counts from the day of writing."""

from __future__ import annotations

from dostyk.language.dates.cascade import Builder, Hit, Rule, classes, compile_pattern
from dostyk.language.dates.figures import day_value, iso, iso_month, lone_year, numeric, slashed_year, split_year, years
from dostyk.language.dates.lexicon import AFTER_DAY, PROPER_DAYS, TITLES, code, codes_of
from dostyk.language.dates.values import Calendar, Explicit, Partial, Season, Vague, Value
from dostyk.model import Interval

UNIONS = classes(
    DAYNO="MONTHNO DAY ORD",
    DAYTH="ORD ORDINAL",
    PLAINNO="MONTHNO DAY",
    ANYMONTH="MONTH SHAKY ABBR",
    ANYDAY="WEEKDAY WD",
    TO="TO DASH THROUGH UNTIL OR",
    WHICH="LAST THIS NEXT PAST COMING FOLLOWING",
    AROUND="BEFORE AFTER",
)
_SURE_MONTH = codes_of("IN SINCE UNTIL LAST NEXT EDGE DURING BETWEEN")
_LIKELY_MONTH = _SURE_MONTH | codes_of("BY FROM OF TO AND DASH LATER EARLIER THIS THROUGH FOR OPEN OR MONTHONLY COMMA")
_OTHER = code("OTHER")


def rule(template: str, build: Builder) -> Rule:
    """A rule of this module's classes."""
    return Rule(compile_pattern(template, UNIONS), build)


def _day(hit: Hit) -> Value | None:
    """`May 5`, `5 May 2025`, `Tuesday, May 6`, `5-7 May`, `May 5 and 6`."""
    first, last = hit.number("d"), hit.number("e")
    if (
        first is not None
        and last is not None
        and hit.has("and")
        and last != first + 1
        and hit.before() != code("BETWEEN")
    ):
        return None
    return day_value(hit.number("y"), hit.number("m"), first if first and first > 0 else None, last)


def _listed_days(hit: Hit) -> Value | None:
    """`4, 5 and 6 May`: days that stand one behind the other."""
    first, middle, last = hit.number("d"), hit.number("n"), hit.number("e")
    if first is None or middle is None or last is None or not first < middle < last:
        return None
    return day_value(hit.number("y"), hit.number("m"), first, last)


def _day_with_weekday(hit: Hit) -> Value | None:
    """`on Saturday the 10th`, `Saturday 10th`, `Saturday (10)`: the next or last tenth that is a Saturday."""
    day = hit.number("d")
    shut = hit.tokens.codes[hit.match.end() - 1] == code("SHUT")
    noun = not shut and hit.after() == _OTHER and hit.word(1).lower() not in AFTER_DAY
    if day is None or not 1 <= day <= 31 or noun or hit.after() in (code("UNIT"), code("DASH"), code("ANNIV")):
        return None
    return Partial(day=day, weekday=hit.number("w"))


def _over_a_day(hit: Hit) -> Value | None:
    """`the day before yesterday`, `the day after tomorrow`."""
    step = hit.number("t") or 0
    return Calendar("day", 2 * step) if hit["u"] == "day" and step and step == hit.number("w") else None


def _unknown(_: Hit) -> Value | None:
    """`10 Ramadan 1444`, `2082 BS`: a calendar whose days the words do not tell."""
    return Vague()


def _nth_day(hit: Hit) -> Value | None:
    """`this fourteenth day of February`."""
    day = hit.number("d")
    return day_value(hit.number("y"), hit.number("m"), day) if hit["u"] == "day" and day and day > 0 else None


def _month_year(hit: Hit) -> Value | None:
    year, month = hit.number("y"), hit.number("m")
    if hit.has("dash") and not hit.glued("dash", "y"):
        return None
    return Explicit(Interval.month(year, month)) if year and month else None


def _month(hit: Hit) -> Value | None:
    """A month that stands alone; "May" and "March" only behind a word that makes a month of them."""
    month, before = hit.number("m"), hit.before()
    which = hit.number("w")
    if which is not None:
        return Partial(month, which=which)
    shaky = hit.tokens.codes[hit.match.start("m")] != code("MONTH")
    if shaky and before not in (_LIKELY_MONTH if not _surname(hit) else _SURE_MONTH):
        return None
    following = hit.word(1)
    if before == _OTHER and hit.word(-1).lower() in TITLES:
        return None
    if before in ("", _OTHER) and hit.after() == _OTHER and following[:1].isupper():
        return None
    return Partial(month)


def _surname(hit: Hit) -> bool:
    """Whether the text has the word as a name too ("Minister May"), so that only sure signs make a month of it."""
    word = hit.written("m")
    text = hit.text
    at = text.find(" " + word)
    while at >= 0:
        previous = text[max(0, at - 24) : at].split()
        if previous and previous[-1].lower().rstrip(".") in TITLES | {"theresa"}:
            return True
        at = text.find(" " + word, at + 1)
    return False


def _weekday(hit: Hit) -> Value | None:
    before, following = hit.word(-1).lower(), hit.word(1)
    if before in PROPER_DAYS or following in ("Times", "Telegraph", "Herald", "Mail", "Post", "Agreement"):
        return None
    return Partial(weekday=hit.number("d"), which=hit.number("w"))


def _season(hit: Hit) -> Value | None:
    season = hit.number("s") or 0
    if hit.after() == code("DASH") or (hit.word(1)[:1].isupper() and not (hit.has("y") or hit.has("w"))):
        return None  # "the spring-fed lake", "the Summer Olympics"
    if hit.has("y"):
        value = hit["y"]
        return Season(season, value[0] if isinstance(value, tuple) else hit.number("y"))
    if hit.has("w"):
        return Season(season, which=hit.number("w"))
    return Season(season)


def _day_of_month(hit: Hit) -> Value | None:
    """`on the 6th`, `this morning (09)`: only where no noun follows that the ordinal would number."""
    day = hit.number("d")
    if day is None or not 1 <= day <= 31 or hit.after() in (code("UNIT"), code("DASH"), code("ANNIV"), code("QUARTER")):
        return None
    following = hit.word(1)
    if hit.has("the") and hit.after() == _OTHER and (following[:1].isupper() or following.lower() not in AFTER_DAY):
        return None
    last = hit.number("e")
    return Partial(day=day, last_day=last if last and last > day else None)


def _in_month(hit: Hit) -> Value | None:
    """`the 6th of this month`: the month is told, so nothing is left to the verb."""
    which = hit.number("w")
    return Partial(day=hit.number("d"), which=which) if which is not None else None


def _christmas(hit: Hit) -> Value | None:
    return Partial(12, 24 if hit.has("eve") else 25)


def _today(hit: Hit) -> Value | None:
    return Calendar("day", hit.number("t") or 0)


def _part_of_day(hit: Hit) -> Value | None:
    return Calendar("day", hit.number("w") or 0)


_WEEK = "(?:ANYDAY (?:(?<=WD) STOP)? COMMA? THE?)?"
_MONTH = "m:ANYMONTH (?:(?<=ABBR) STOP)?"
_DAYS = "d:DAYNO (?:TO|and:AND) THE? e:DAYNO"
_YEAR_BEHIND = "(?:COMMA? OF? y:YEAR)"
_END = "(?!UNITS|UNIT|PERCENT|QUARTER)"
_LIST = "d:DAYNO COMMA n:DAYNO COMMA? AND e:DAYNO"
_LUNAR = "OF? LUNAR (?:DASH? OTHER){0,2}?"

POINTS: tuple[Rule, ...] = (
    rule(f"THE? DAYNO {_LUNAR} COMMA? YEAR OTHERERA?", _unknown),
    rule(f"THE? DAYNO {_LUNAR}", _unknown),
    rule("LUNAR DAYNO (?:COMMA? YEAR OTHERERA?)?", _unknown),
    rule("LUNAR? YEAR OTHERERA", _unknown),
    rule("n:ISO", iso),
    rule(f"(?:THIS|THE)? d:DAYTH u:UNIT OF {_MONTH} {_YEAR_BEHIND}?", _nth_day),
    rule("n:NUMERIC", numeric),
    rule("s:SEASON (?:OF|COMMA)? y:YEAR (?:DASH DAYNO|DASH INT)?", _season),
    rule("s:SEASON (?:OF|COMMA)? y:SLASHED", _season),
    rule("a:YEAR DASH y:YEAR", years),
    rule("(?<=ON|FROM|TO|UNTIL|SINCE|BY|OPEN|BETWEEN) n:PAIR", numeric),
    rule("s:SLASHED", split_year),
    rule(f"{_WEEK} {_MONTH} n:SLASHYEAR", slashed_year),
    rule("n:SLASHYEAR", slashed_year),
    rule(f"{_WEEK} {_MONTH} {_LIST} {_YEAR_BEHIND}?", _listed_days),
    rule(f"{_WEEK} {_LIST} OF? {_MONTH} {_YEAR_BEHIND}?", _listed_days),
    rule(f"{_WEEK} {_MONTH} THE? {_DAYS} {_YEAR_BEHIND}", _day),
    rule(f"{_WEEK} {_DAYS} OF? {_MONTH} {_YEAR_BEHIND}", _day),
    rule(f"{_WEEK} {_MONTH} THE? d:DAYNO {_YEAR_BEHIND}", _day),
    rule(f"{_WEEK} d:DAYNO OF? {_MONTH} {_YEAR_BEHIND}", _day),
    rule(f"{_MONTH} {_YEAR_BEHIND}", _month_year),
    rule(f"{_MONTH} dash:DASH y:YEAR (?!DASH)", _month_year),
    rule(f"{_WEEK} d:ORDINAL OF {_MONTH} {_YEAR_BEHIND}?", _day),
    rule(f"{_WEEK} {_MONTH} THE? {_DAYS} (?!OF? ANYMONTH|DASH DAYNO) {_END}", _day),
    rule(f"{_WEEK} {_DAYS} OF? {_MONTH}", _day),
    rule(f"{_WEEK} {_MONTH} THE? d:DAYNO (?!ANYMONTH) {_END}", _day),
    rule(f"{_WEEK} d:DAYNO OF? {_MONTH}", _day),
    rule("y:YEAR dash:DASH n:PLAINNO", iso_month),
    rule("y:YEAR dash:DASH n:INT", iso_month),
    rule("w:WHICH s:SEASON", _season),
    rule("(?<=IN|BY|ON|THIS|THE|DURING|SINCE|EDGE|UNTIL|OPEN|DASH|EDGEOF|LATER) s:SEASON", _season),
    rule("y:YEAR", lone_year),
    rule("(?:ANYDAY COMMA?)? w:WHICH m:ANYMONTH", _month),
    rule("m:ANYMONTH", _month),
    rule("w:WEEKDAY COMMA? THE? d:ORD", _day_with_weekday),
    rule("w:WEEKDAY OPEN d:PLAINNO SHUT", _day_with_weekday),
    rule("w:WHICH d:WEEKDAY", _weekday),
    rule("(?<=OPEN|ON|COMMA|BY) d:WD (?=SHUT|COMMA)", _weekday),
    rule("d:WEEKDAY", _weekday),
    rule("(?:the:THE) d:ORD (?:(?:TO|AND) THE? e:ORD)? OF w:WHICH UNIT", _in_month),
    rule("(?<=ON|SINCE|FROM|BY|UNTIL|TO|AND) the:THE d:ORD (?:(?:TO|AND) THE? e:ORD)?", _day_of_month),
    rule("(?<=DAYPART OPEN) d:PLAINNO (?=SHUT)", _day_of_month),
    rule("(?<=TODAY OPEN) d:PLAINNO (?=SHUT)", _day_of_month),
    rule("CHRISTMAS eve:EVE", _christmas),
    rule("CHRISTMAS UNIT?", _christmas),
    rule("THE u:UNIT w:AROUND t:TODAY", _over_a_day),
    rule("t:TODAY DAYPART?", _today),
    rule("w:THIS DAYPART", _part_of_day),
    rule("w:LAST DAYPART", _part_of_day),
)
