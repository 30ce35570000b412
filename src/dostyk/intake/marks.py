"""The wordings by which datelines, captions, sign-offs and boilerplate are known. Patterns only, no logic."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
MONTHS = frozenset("January February March April May June July August September October November December".split())
FOR_PRESS = re.compile(r"(?:FOR )?(?:THE )?(?:PRESS|MEDIA)\b")
WORD = re.compile(r"\S+")
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_DAY = rf"{_WEEKDAY}(?:{_MONTH} \d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH})(?:,? \d{{4}})?"
_UPPER = r"[A-ZÀ-ÖØ-Þ]"
_CAPITALS = rf"{_UPPER}[A-ZÀ-ÖØ-Þ.’'-]+(?: {_UPPER}[A-ZÀ-ÖØ-Þ.’'-]*){{0,3}}"
_NAMED = rf"{_UPPER}[\w.’'-]+(?: {_UPPER}[\w.’'-]+){{0,3}}"
_LANDS = rf"{_UPPER}[\w.’'-]*(?: (?:and |of |the )?{_UPPER}[\w.’'-]*){{0,3}}"
_REGION = rf"(?:, {_LANDS}| \[{_LANDS}\])?"
_AGENCY = r"(?: ?\([A-Z][\w ./:’'-]{1,40}\)| ?/[A-Z][\w .-]{1,20}/\.?)"
_DASH = r"\s?(?:--?|–|—|―)\s+"

# A place in capitals needs only a dash behind it; one in small letters, a day or an agency as well.
DATELINES = (
    re.compile(rf"(?P<place>{_CAPITALS}{_REGION})(?:,? (?P<day>{_DAY}))?{_AGENCY}?{_DASH}"),
    re.compile(rf"(?P<place>{_CAPITALS}{_REGION}), (?P<day>{_DAY})\.?{_AGENCY}?(?:\. |\s+(?=[A-Z“\"]))"),
    re.compile(rf"(?P<place>{_CAPITALS}{_REGION})\.(?: (?P<day>{_DAY})\.)?(?: [A-Z]{{3,}}){{1,3}}{_DASH}"),
    re.compile(rf"(?P<place>{_NAMED}{_REGION}),? (?P<day>{_DAY}){_AGENCY}?(?:{_DASH}|: (?=[A-Z“\"]))"),
    re.compile(rf"(?P<place>{_NAMED}{_REGION}),? (?P<day>{_DAY}) ?\([A-Z][\w .:’'-]{{1,40}}\)\s+(?=[A-Z“\"])"),
    re.compile(rf"(?P<place>{_NAMED}{_REGION}){_AGENCY}{_DASH}"),
)
# `ISLAMABAD: …`: only behind a known place or a day
PLACE_AND_COLON = re.compile(rf"(?P<place>{_CAPITALS}{_REGION})(?:,? (?P<day>{_DAY}))?: (?=[A-Z“\"])")
# `Luanda - The …`: in small letters only a known place
PLACE_AND_DASH = re.compile(rf"(?P<place>{_NAMED}{_REGION}){_DASH}(?=[A-Z“\"])")
BEHIND_A_PLACE = (PLACE_AND_COLON, PLACE_AND_DASH)
PLACE_AND_DAY = re.compile(
    rf"(?:(?P<place>{_NAMED}{_REGION}),? )?(?P<day>{_DAY}|\d{{1,2}}\. {_MONTH},? \d{{4}}"
    rf"|\d{{1,2}} {_MONTH.upper()} \d{{4}})\.?\Z"
)
NOT_PLACES = frozenset(
    """NATO EU UN ASEAN OSCE APEC SAARC SCO BRICS OPEC URGENT NOTE UPDATE BREAKING EXPLAINER OPINION ANALYSIS
    READOUT""".split()
)

_CREDIT_WORD = r"(?:File |Illustrative |Archive )?(?:Photos?|Pictures?|Images?|Source of photo|Illustration)"
CREDIT = re.compile(
    rf"[(\[]\s*{_CREDIT_WORD}\s*(?:[:/]|by\b|courtesy\b|from\b)[^()\[\]\n]{{1,80}}[)\]]"
    rf"|[(\[](?:[A-Z][\w/.-]* ){{0,3}}(?:{_CREDIT_WORD}|photo|file photo)[)\]]"
    rf"|(?:(?<=\n)|\A|(?<=[.!?] )){_CREDIT_WORD}\s*(?::|by|courtesy of|credit:?)\s?[^\n.]{{1,80}}\.?(?=\n|\Z)",
)
POSITION = re.compile(
    r"\((?:(?:pictured|seated|standing|front row|centre|center|far|(?:first|second|third|fourth) from)[ ,]*)?"
    r"(?:L|R|C|left|right|centre|center)(?:[, ]+(?:front|row|standing|seated))?\)"
)

SIGNOFF = re.compile(
    r"[-–—*/(\[ ]*(?:[A-Z]{2,8}(?:[/-][A-Z]{2,8}){0,2}|END|ENDS|[Ee]nds?|30|-0-)[-–—*/)\]. ]*\Z"
    r"|[a-z]{2,4}(?:/[a-z]{2,4})?\Z"
    r"|#(?: ?#){1,4}\Z"
)
TAIL_SIGNOFF = re.compile(
    r"(?<=[.!?”\"])\s*(?:[-–—]+\s?[A-Z]{2,8}|-0-|\((?:[Ee]nds?|[A-Z]{3,8})\)|/(?:[A-Z]{2,8})?/?\.?)\Z"
)
_PERSON = r"[A-ZÀ-ÖØ-Þ][\w.’'-]+(?: (?:[A-ZÀ-ÖØ-Þ][\w.’'-]*|van|de|al|bin)){1,4}"
BYLINE = re.compile(
    rf"(?:By|BY) {_PERSON}(?:(?:,| and|, and| &) {_PERSON}){{0,3}}"
    rf"(?:, [\w ,.’'-]{{1,60}}| ?[–—-] ?[A-Z][\w ./]{{1,30}}:?)?\Z"
    r"|(?:Editor|Editors|Edited|Reporting|Reporter|Reported|Writing|Written|Writer|Author|Compiled|Translated"
    r"|Additional reporting)(?:\s*:|\s+by\b)[^\n]{1,200}\Z"
)

_CONTACT = (
    r"(?:[Mm]edia|[Pp]ress|[Ff]or (?:more|further)|Further|Public)"
    r" (?:[Cc]ontacts?|[Ii]nformation|[Ee]nquiries|[Ii]nquiries|[Oo]ffice)"
)
BOILERPLATE = re.compile(
    r"(?:Read (?:more|also|next|the full)\b.{0,120}|See also\b.{0,120}"
    r"|Related (?:news|stories|articles|topics)\b.{0,120}"
    r"|Share(?: this| on| via| to)?(?: \w+){0,4}|Subscribe\b.{0,100}|Sign up\b.{0,100}|Follow us\b.{0,100}"
    r"|Click here\b.{0,100}|Print(?: this)?(?: \w+)?|Download\b.{0,60}|Advertisement|ADVERTISEMENT"
    r"|(?:FOR|For) (?:IMMEDIATE|immediate|Immediate) (?:RELEASE|release|Release)\b.{0,80}"
    r"|(?:FOR (?:MEDIA|PRESS)|MEDIA RELEASE|PRESS RELEASE|Media [Rr]elease|Press [Rr]elease)\b.{0,60}"
    r"|(?:E(?:&|-)OE|PRIME MINISTER\b[^a-z]{0,40})"
    r"|(?:©|\([cC]\) ?(?:\d{4}|Copyright)|Copyright\b|All rights reserved).{0,160}"
    rf"|(?:{_CONTACT}|Contacts?:)[^\n]{{0,160}}"
    r"|(?:Tel(?:ephone)?|Phone|Ph|Fax|Mobile|E-?mail)\s?[.:][^\n]{1,120}"
    r"|(?:https?://|www\.)\S+|\S+@\S+\.\w+|[*=_~-]{3,}|(?:\* ?){3,5})\Z"
)

ITEM = re.compile(r"(?P<marker>\(?\d{1,2}[.)]|[•‣·▪◦*–—-]|\([a-z]{1,4}\)|[a-z]\))[ \t]+(?=\S)")
SENTENCE = re.compile(r"[.!?;:,…][”\"’')\]]*\Z|\w\w[.!?][”\"’')]*\s")
