"""What kind of word a token is, for finding names: capitals, initials, particles, function words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

PARTICLES = frozenset(
    """al el de da do dos das di del della der den du van von bin ibn bint abu la le y e ter ten zu ud ul ur
    bte""".split()
)
SUFFIXES = frozenset(("Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", "V", "VI", "XIV", "XVI"))
# Words that begin sentences with a capital and are no part of a name.
FUNCTION_TAGS = frozenset("""DT IN CC PRP PRP$ WDT WP WRB WP$ MD TO EX RB RBR RBS UH PDT CD POS RP""".split())
CALENDAR = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday today yesterday tomorrow jan feb mar apr jun jul aug sep sept oct nov dec
    neither either both also""".split()
)
BORNE_MONTHS = frozenset("jan april may june august".split())  # that people bear as a name, too
BORNE_DAYS = frozenset("friday wednesday sunday".split())
NUMERALS = frozenset("two three four five six seven eight nine ten".split())
# verbs that stand capitalised behind names in headlines
HEADLINE_VERBS = frozenset(
    """announces announce meets meet visits visit sends send receives receive signs sign calls call hosts host welcomes
    welcome names name holds hold speaks speak travels travel departs arrives attends addresses hails praises condemns
    urges says tells marks arrive leaves leave begins ends honors honours thanks congratulates appoints nominates
    delivers presents opens inaugurates pledges wins statement readout remarks message""".split()
)
SMALL = frozenset("of the and for to in on at by with from a an as or is are be".split())
HYPHENS = frozenset(("-", "\u2010", "\u2011"))
APOSTROPHES = frozenset(("'", "\u2019", "\u2018", "`", "\u02bb", "\u02bc"))
QUOTES = frozenset(('"', "\u201c", "\u201d", "``", "''", "\u00ab", "\u00bb"))


def is_capital(token: Token) -> bool:
    """True for `Lam`, `J.`, `UNESCO`, `el-Sisi` parts that begin with a capital letter."""
    text = token.text
    article, hyphen, name = text.partition("-")
    if hyphen and name and article in PARTICLES:
        text = name  # `el-Sisi`
    first = next((c for c in text if c.isalpha()), "")
    return bool(first) and first.isupper() and not text[0].isdigit()


def starts_sentence(token: Token) -> bool:
    """True for the first word of a sentence, opening quotes left aside."""
    if token.is_sent_start:
        return True
    before = token.nbor(-1) if token.i else None
    return before is None or (before.text in QUOTES and bool(before.is_sent_start))


def is_common(token: Token) -> bool:
    """True for a capitalised word that is likely no name: a function word at the start of a sentence."""
    return starts_sentence(token) and (token.tag_ in FUNCTION_TAGS or token.tag_.startswith("VB") or token.is_stop)
