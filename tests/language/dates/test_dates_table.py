"""What the words mean, a sentence a line, written on 6 May 2025: tense, sentence, expression, days, basis, relation."""

from datetime import date

import pytest

from dostyk.language.dates import find, resolve

TUESDAY = date(2025, 5, 6)
PAST, FUTURE, NONE = "past", "future", None

# fmt: off
TABLE = [
    (PAST, "They spoke on May 5 evening in the capital.", "May 5 evening", "2025-05-05", "tense", "in"),
    (PAST, "The accord of 5 May 2025 was read out.", "5 May 2025", "2025-05-05", "explicit", "in"),
    (PAST, "Her tour of May 5-7 drew crowds.", "May 5-7", "2025-05-05/2025-05-07", "tense", "in"),
    (
        FUTURE,
        "She will be away from Monday 15 to Sunday 21 August 2022.",
        "Monday 15 to Sunday 21 August 2022",
        "2022-08-15/2022-08-21",
        "explicit",
        "in",
    ),
    (FUTURE, "He will tour from 30 June to 13 July.", "30 June to 13 July", "2025-06-30/2025-07-13", "tense", "in"),
    (PAST, "The January 9 to 12 round brought little.", "January 9 to 12", "2025-01-09/2025-01-12", "tense", "in"),
    (PAST, "Envoys met between 3 and 5 March.", "3 and 5 March", "2025-03-03/2025-03-05", "tense", "in"),
    (NONE, "The 6-7 May forum is open to all.", "6-7 May", "2025-05-06/2025-05-07", "published", "in"),
    (PAST, "The premier landed on the 4th and left at once.", "the 4th", "2025-05-04", "tense", "in"),
    (NONE, "The king received him this morning (06).", "this morning (06)", "2025-05-06", "published", "in"),
    (PAST, "Both sides signed on Tuesday (May 6).", "Tuesday (May 6)", "2025-05-06", "tense", "in"),
    (NONE, "The talks take place today.", "today", "2025-05-06", "published", "in"),
    (PAST, "Yesterday the envoy left.", "Yesterday", "2025-05-05", "published", "in"),
    (FUTURE, "The banquet is tomorrow evening.", "tomorrow evening", "2025-05-07", "published", "in"),
    (FUTURE, "They will dine tonight.", "tonight", "2025-05-06", "published", "in"),
    (PAST, "The ministers met on Monday.", "Monday", "2025-05-05", "tense", "in"),
    (FUTURE, "The ministers will meet on Monday.", "Monday", "2025-05-12", "tense", "in"),
    (PAST, "He flew home on Tuesday.", "Tuesday", "2025-05-06", "tense", "in"),
    (NONE, "Wednesday's session is the last.", "Wednesday", "2025-05-07", "published", "in"),
    (FUTURE, "She comes on Saturday the 14th.", "Saturday the 14th", "2025-06-14", "tense", "in"),
    (PAST, "He came on Friday (2) with his son.", "Friday (2)", "2025-05-02", "published", "in"),
    (PAST, "They met on 2, 3 and 4 May.", "2, 3 and 4 May", "2025-05-02/2025-05-04", "tense", "in"),
    (FUTURE, "They meet from May 12 through 14.", "May 12 through 14", "2025-05-12/2025-05-14", "tense", "in"),
    (FUTURE, "They meet on 12 or 13 May.", "12 or 13 May", "2025-05-12/2025-05-13", "tense", "in"),
    (FUTURE, "She comes in June or July.", "June or July", "2025-06-01/2025-07-31", "tense", "in"),
    (FUTURE, "She comes in the last week of June.", "the last week of June", "2025-06-24/2025-06-30", "tense", "in"),
    (FUTURE, "In the second week of June.", "the second week of June", "2025-06-08/2025-06-14", "tense", "in"),
    (FUTURE, "The first days of June suit both.", "The first days of June", "2025-06-01/2025-06-07", "tense", "in"),
    (FUTURE, "It opens before the year is out.", "the year is out", "2025-12", "published", "before"),
    (FUTURE, "It opens by month's end.", "month's end", "2025-05-25/2025-05-31", "published", "by"),
    (FUTURE, "It opens in mid-year.", "mid-year", "2025-05-01/2025-08-31", "published", "in"),
    (FUTURE, "They meet the week after next.", "the week after next", "2025-05-19/2025-05-25", "published", "in"),
    (PAST, "They met the weekend before last.", "the weekend before last", "2025-04-26/2025-04-27", "published", "in"),
    (PAST, "He left the day before yesterday.", "the day before yesterday", "2025-05-04", "published", "in"),
    (FUTURE, "He leaves the day after tomorrow.", "the day after tomorrow", "2025-05-08", "published", "in"),
    (PAST, "They met on Monday of last week.", "Monday of last week", "2025-04-28", "published", "in"),
    (FUTURE, "They meet on Monday next week.", "Monday next week", "2025-05-12", "published", "in"),
    (PAST, "They met a fortnight ago.", "a fortnight ago", "2025-04-21/2025-04-27", "published", "in"),
    (PAST, "They parted half a century ago.", "half a century ago", "1975", "published", "in"),
    (PAST, "Delegates arrived last Tuesday.", "last Tuesday", "2025-04-29", "published", "in"),
    (FUTURE, "She leaves next Friday.", "next Friday", "2025-05-09", "published", "in"),
    (PAST, "Parliament met last week.", "last week", "2025-04-28/2025-05-04", "published", "in"),
    (FUTURE, "The panel sits next week.", "next week", "2025-05-12/2025-05-18", "published", "in"),
    (PAST, "Trade grew last month.", "last month", "2025-04", "published", "in"),
    (FUTURE, "A summit is due next year.", "next year", "2026", "published", "in"),
    (PAST, "The embassy opened last summer.", "last summer", "2024-06-01/2024-08-31", "published", "in"),
    (NONE, "Exports fell this quarter.", "this quarter", "2025-04-01/2025-06-30", "published", "in"),
    (FUTURE, "The fair returns next May.", "next May", "2026-05", "published", "in"),
    (PAST, "The two met earlier this month.", "earlier this month", "2025-05-01/2025-05-06", "published", "in"),
    (FUTURE, "He is to come later this year.", "later this year", "2025-05-06/2025-12-31", "published", "in"),
    (FUTURE, "It ends at the end of the month.", "the end of the month", "2025-05-25/2025-05-31", "published", "in"),
    (FUTURE, "Work starts in early 2026.", "early 2026", "2026-01-01/2026-04-30", "explicit", "in"),
    (FUTURE, "The bridge opens in mid-2027.", "mid-2027", "2027-05-01/2027-08-31", "explicit", "in"),
    (FUTURE, "In the second half of 2027.", "the second half of 2027", "2027-07-01/2027-12-31", "explicit", "in"),
    (PAST, "In the first quarter of 2025.", "the first quarter of 2025", "2025-01-01/2025-03-31", "explicit", "in"),
    (PAST, "The first six months of 2024.", "The first six months of 2024", "2024-01-01/2024-06-30", "explicit", "in"),
    (FUTURE, "Both must ratify it within 90 days.", "within 90 days", "2025-05-06/2025-08-04", "published", "within"),
    (FUTURE, "It will rise in the next five years.", "the next five years", "2025-05-06/2030-05-06", "published", "in"),
    (PAST, "Ties deepened over the past decade.", "the past decade", "2015-05-06/2025-05-06", "published", "in"),
    (FUTURE, "The draft is due by the end of the year.", "the end of the year", "2025-12", "published", "by"),
    (FUTURE, "They aim at carbon neutrality by 2050.", "2050", "2050", "explicit", "by"),
    (PAST, "The states have had ties since 1992.", "1992", "1992", "explicit", "since"),
    (FUTURE, "The plan runs until 2027.", "2027", "2027", "explicit", "until"),
    (FUTURE, "A plan for the 2025–2027 period was adopted.", "2025–2027", "2025-01-01/2027-12-31", "explicit", "in"),
    (PAST, "Aid came in the 1990s.", "the 1990s", "1990-01-01/1999-12-31", "explicit", "in"),
    (PAST, "The treaty was signed two years ago.", "two years ago", "2023", "published", "in"),
    (PAST, "He wrote three months ago.", "three months ago", "2025-02", "published", "in"),
    (PAST, "He wrote ten days ago.", "ten days ago", "2025-04-26", "published", "in"),
    (PAST, "The 50th anniversary fell on April 30.", "April 30", "2025-04-30", "tense", "in"),
    (PAST, "They marked victory on 30/4.", "30/4", "2025-04-30", "tense", "in"),
    (PAST, "Entered into force: 2025-04-28.", "2025-04-28", "2025-04-28", "explicit", "in"),
    (PAST, "Note of 6.5.2025.", "6.5.2025", "2025-05-06", "explicit", "in"),
    (PAST, "Dated: April 18/2025.", "April 18/2025", "2025-04-18", "explicit", "in"),
    (PAST, "A first visit took place in 1959.", "1959", "1959", "explicit", "in"),
    (PAST, "Growth was strong in H1 2024.", "H1 2024", "2024-01-01/2024-06-30", "explicit", "in"),
    (FUTURE, "Results will come in Q3.", "Q3", "2025-07-01/2025-09-30", "tense", "in"),
    (PAST, "He came in spring 2024.", "spring 2024", "2024-03-01/2024-05-31", "explicit", "in"),
    (PAST, "It was agreed in October.", "October", "2024-10", "tense", "in"),
    (FUTURE, "It will be agreed in October.", "October", "2025-10", "tense", "in"),
    (PAST, "They met in May.", "May", "2025-05", "tense", "in"),
    (PAST, "Talks in September last year failed.", "September last year", "2024-09", "published", "in"),
    (PAST, "On 16 February this year they parted.", "16 February this year", "2025-02-16", "published", "in"),
    (PAST, "He served from March to August 2011.", "March to August 2011", "2011-03-01/2011-08-31", "explicit", "in"),
    (PAST, "On 28 Dec. 2024 to 3 Jan. 2025.", "28 Dec. 2024 to 3 Jan. 2025", "2024-12-28/2025-01-03", "explicit", "in"),
    (FUTURE, "The papers are due no later than March 2026.", "March 2026", "2026-03", "explicit", "by"),
    (FUTURE, "It applies as of 1 July 2025.", "1 July 2025", "2025-07-01", "explicit", "since"),
    (FUTURE, "It ends before Thursday, 8 May 2025.", "Thursday, 8 May 2025", "2025-05-08", "explicit", "before"),
    (FUTURE, "She will return in two weeks.", "two weeks", "2025-05-19/2025-05-25", "tense", "in"),
    (PAST, "The 19th century saw two wars.", "The 19th century", "1800-01-01/1899-12-31", "explicit", "in"),
    (PAST, "He was envoy from 2013 to the present.", "2013 to the present", "2013-01-01/2025-05-06", "published", "in"),
    (FUTURE, "It closes by year-end.", "year-end", "2025-12", "published", "by"),
    (PAST, "Signed this fourth day of May, 2024.", "this fourth day of May, 2024", "2024-05-04", "explicit", "in"),
]
# fmt: on


@pytest.mark.parametrize(
    ("tense", "sentence", "words", "iso", "basis", "relation"), TABLE, ids=[row[1] for row in TABLE]
)
def test_the_words_mean_these_days(tense: str, sentence: str, words: str, iso: str, basis: str, relation: str) -> None:
    expressions = find(sentence)
    assert [sentence[one.start : one.end] for one in expressions] == [words]
    resolved = resolve(expressions[0], published=TUESDAY, tense=tense)
    assert resolved is not None
    assert (resolved.interval.iso, resolved.basis, resolved.relation) == (iso, basis, relation)
