"""The words that name times, each with its class and its value.

A class is one character, so that a text becomes a string of classes and the grammar's rules are regular
expressions over it. `code("MONTH")` gives the character; `OTHER` is any word that says nothing about time.
"""

from __future__ import annotations

_CODES: dict[str, str] = {}


def code(name: str) -> str:
    """The one character that stands for a class; made at first use, so only this package's modules ask for it."""
    return _CODES.setdefault(name, chr(0x100 + len(_CODES)))


def codes_of(names: str) -> frozenset[str]:
    """The characters of several classes, named in one string."""
    return frozenset(code(name) for name in names.split())


OTHER = code("OTHER")

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}
CARDINALS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
TENS = {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
}
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
SINGULAR = ("hour", "day", "weekend", "week", "month", "quarter", "half", "year", "decade", "century")
PLURAL = {
    "hours": "hour", "days": "day", "weekends": "weekend", "weeks": "week", "months": "month",
    "quarters": "quarter", "years": "year", "decades": "decade", "centuries": "century",
}  # fmt: skip

OTHER_MONTHS = (
    "muharram", "safar", "rabi", "jumada", "rajab", "shaban", "shaaban", "sha’ban", "ramadan", "ramadhan", "ramazan",
    "shawwal", "dhu", "dhul", "zulhijjah", "zilhaj",
    "baisakh", "baishakh", "jestha", "jeth", "ashadh", "asar", "shrawan", "saun", "bhadra", "bhadau", "ashwin", "asoj",
    "kartik", "mangsir", "poush", "magh", "falgun", "phalgun", "fagun", "chaitra", "chait",
    "farvardin", "ordibehesht", "khordad", "mordad", "shahrivar", "aban", "azar", "bahman", "esfand",
)  # fmt: skip
"""Months of the Hijri, Bikram and Persian calendars, whose days cannot be told by the words alone."""

CAPITALISED_ONLY = {
    "ah",
    "bs",
    *OTHER_MONTHS,
    "may",
    "march",
    "mar",
    "jan",
    "sun",
    "sat",
    "wed",
    "sep",
    "dec",
    "mon",
    "august",
    "ad",
    "ce",
    "bc",
    "bce",
}
"""Words that name a time only with a capital: verbs, adjectives and abbreviations otherwise."""

Entry = tuple[str, "str | int | None"]


def _table() -> dict[str, Entry]:
    words: dict[str, Entry] = {}

    def put(name: str, *pairs: tuple[str, str | int | None]) -> None:
        words.update({word: (code(name), value) for word, value in pairs})

    put("MONTH", *((name, number) for number, name in enumerate(MONTHS, 1)))
    put("SHAKY", ("may", 5), ("march", 3))  # also a modal verb, a surname, a walk
    put("ABBR", *((name[:3], number) for number, name in enumerate(MONTHS, 1) if name != "may"), ("sept", 9))
    put("WEEKDAY", *((name, number) for number, name in enumerate(WEEKDAYS)))
    put(
        "WD",
        *((name[:3], number) for number, name in enumerate(WEEKDAYS)),
        ("tues", 1),
        ("thurs", 3),
        ("thur", 3),
    )
    put("SEASON", *SEASONS.items())
    put("CARDINAL", *((name, number) for number, name in enumerate(CARDINALS, 1)), *TENS.items())
    put("ARTICLE", ("a", 1), ("an", 1))
    put("ORDINAL", *((name, number) for number, name in enumerate(ORDINALS, 1)), ("final", -1))
    put("UNIT", *((name, name) for name in SINGULAR))
    put("WEEKEND", ("weekend", "weekend"))
    put("QUARTER", ("quarter", "quarter"))
    put("HALF", ("half", "half"))
    put("UNITS", *PLURAL.items())
    put("UNIT", ("fortnight", "fortnight"))
    put("UNITS", ("fortnights", "fortnight"))
    put("LUNAR", *((name, None) for name in OTHER_MONTHS))
    put("OTHERERA", *((name, None) for name in ("ah", "bs", "hijri", "bikram")))
    put("ENDS", ("ends", None), ("closes", None), ("finishes", None))
    put("IS", ("is", None))
    put("OUT", ("out", None))
    put(
        "FEW",
        *((word, None) for word in ("few", "several", "some", "many", "couple", "recent", "dozen", "dozens")),
    )
    put("LAST", ("last", -1))
    put("PAST", ("past", -1))
    put("PREVIOUS", ("previous", -1), ("preceding", -1))
    put("THIS", ("this", 0), ("current", 0), ("present", 0), ("ongoing", 0))
    put("NEXT", ("next", 1))
    put("COMING", ("coming", 1), ("upcoming", 1))
    put("FOLLOWING", ("following", 1))
    put("SAME", ("same", 0))
    put("THAT", ("that", 0))
    put("TODAY", ("today", 0), ("tonight", 0), ("yesterday", -1), ("tomorrow", 1))
    put(
        "DAYPART",
        *((word, None) for word in ("morning", "afternoon", "evening", "night", "noon", "midnight", "midday")),
    )
    put("AGO", ("ago", -1), ("back", -1))
    put("EARLIER", ("earlier", -1))
    put("BEFORE", ("before", -1), ("prior", -1))
    put("LATER", ("later", 1))
    put("AFTER", ("after", 1), ("afterwards", 1))
    put("EDGE", ("early", "early"), ("mid", "mid"), ("late", "late"))
    put(
        "EDGEOF",
        ("beginning", "start"),
        ("start", "start"),
        ("outset", "start"),
        ("end", "end"),
        ("close", "end"),
    )
    put("EDGEOF", ("middle", "mid"), ("opening", "start"))
    put("TURN", ("turn", None))
    put("ANNIV", ("anniversary", None))
    put("FISCAL", ("fiscal", None), ("financial", None), ("fy", None), ("budget", None))
    put("EVERY", ("every", None), ("each", None))
    put("RECUR", ("annually", None), ("yearly", None))
    put("RECENT", *((word, None) for word in ("recently", "lately")))
    put("PRESENT", ("now", None), ("date", None))
    put("OLD", ("old", None), ("olds", None))
    put("YEAREND", ("yearend", None))
    for word in (
        "the",
        "of",
        "in",
        "on",
        "to",
        "and",
        "or",
        "from",
        "between",
        "within",
        "by",
        "since",
        "until",
        "at",
    ):
        put(word.upper(), (word, None))
    put("UNTIL", ("till", None))
    put("THROUGH", ("through", None))
    put("DURING", ("during", None), ("throughout", None))
    put("FOR", ("for", None))
    put(
        "ABOUT",
        *((word, None) for word in ("around", "about", "circa", "approximately", "nearly", "almost", "over")),
    )
    put("CHRISTMAS", ("christmas", 25))
    put("EVE", ("eve", None))
    put("TIME", ("time", None))
    put("ERA", ("ce", None), ("ad", None))
    put("BCE", ("bce", None), ("bc", None))
    return words


WORDS = _table()
TENS_WORDS = {"twenty": 20} | {word: value for word, value in TENS.items() if value < 100}
UNITS_WORDS = CARDINALS[:9] + ORDINALS[:9]
"""What may stand behind a ten: "thirty-one", "thirty-first"."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COUNTED_WORDS = _words(
    "people troops soldiers men women children personnel students percent million billion trillion km kilometres"
    " kilometers miles metres meters tons tonnes dollars euros rubles yuan dong tenge workers seats members delegates"
    " copies hectares acres barrels megawatts mw gw households companies enterprises firms jobs votes visitors tourists"
    " police officers citizens scholarships places units vehicles cases deaths refugees homes houses families words"
    " pages feet ft kg calories cubic square usd eur times"
)
"""What stands behind a number that counts things, and so is no year."""

NUMBERED = _words(
    "resolution resolutions no nos number numbers flight article articles paragraph section decree decision order law"
    " act room gate bill document boeing airbus page pages chapter model highway route directive regulation series"
)
"""What stands before a number that is a name, and so is no year."""

TITLES = _words("mr mrs ms miss dr sir lord lady minister president secretary chancellor senator ambassador")
"""What stands before a surname: "Minister May" is no month."""

NAMED = _words("agenda vision expo strategy covid disease")
"""What stands beside a year that is part of a name: "Expo 2025"."""

PROPER_DAYS = _words("bloody black good palm ash holy cyber super")
"""What stands before a weekday that is a feast or an event: "Black Friday"."""

MEASURES = _words("strong ton tonne km mile member meter metre seat mw kw bed unit fed")
"""What stands behind the dash of a number in a compound word: "1200-strong"."""

AFTER_DAY = _words(
    "with when where while as at he she they it we i after before for his her their its but which who is was were"
    ' will a an also has had into near that both than ; : " ” ! ?'
)
"""What may follow "on the 6th" where it is a day; a noun there would be what the ordinal numbers."""
