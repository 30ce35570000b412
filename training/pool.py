"""Names of people and places from the open records of visits and travels, to put into training texts."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# What a title ends in, right before a name, and words that may stand before that.
TITLE_ENDS = (
    "President President-elect Minister King Queen Prince Princess Emir Sheikh Shaikh Sultan Shah Emperor Empress "
    "Chancellor Premier Chairman Chairwoman Chairperson Secretary Secretary-General Duke Duchess Taoiseach Pope "
    "Ambassador Senator Speaker Representative Governor General Admiral Marshal Colonel Captain Mayor Commissioner "
    "Dr Sir Mr Mrs Ms Lady Archbishop Cardinal Congressman Congresswoman Envoy Chief Leader Director Spokesperson "
    "Spokesman Spokeswoman Adviser Advisor Administrator Coordinator Justice Judge Professor"
).split()
NOT_IN_PERSONS = set(
    "Agreement Agreements Conference Committee Council Summit Assembly Accords Accord Treaty Forum Consultations "
    "Center Centre Affairs Union States Nations Government Administration Party Commission Session Meeting "
    "Level South North West East National Joint Republic Weapons Peace Islands Trade Security Foreign Partnership "
    "House Ministerial Cooperation Dialogue Begin Initiative Group Day Act University Order Award Report "
    "Announces Delivers Welcomes Signs Met Visited Addressed Discussed January February March April May June July "
    "August September October November December".split()
) | set(TITLE_ENDS)
# Short family and given names that the records have few of; some are English words ("To", "He", "An").
FAMILY = (
    "Nguyen Tran Le Pham Hoang Vu Vo Dang Bui Do Ho Ngo Duong Ly To Luong Dinh Ha Wang Li Zhang Liu Chen Yang Zhao Wu "
    "Xu Sun Ma He Hu Guo Lin Xie Han Wen Zhu Qin Kim Lee Park Choi Jung Kang Cho Yoon Jang An Shin Song Hun Sok Tea"
).split()
GIVEN = (
    "Anh Minh Hung Tuan Dung Lan Mai Thang Quang Son Huong Phuc Trong Hai Duc Long Nam Jun Wei Yi Fang Jiechi Keqiang "
    "Lei Ping Na Qiang Hua Jun-ho Seo-yeon Min-jae Hyun-woo Tae-hyun Kyung-soo Young-mi Sang-hoon Sen Vibol Banh"
).split()
MIDDLE = "Thi Van Xuan Huu Duy Ngoc Thanh Cong".split()
MADE_SHARE = 8  # one made-up short name for so many of the records' names
PERSONS = "visits-to-us-until-2022.jsonl.gz"
PLACES = "us-travels-until-2022.jsonl.gz"
_TITLED = re.compile(rf"\b(?:{'|'.join(TITLE_ENDS)})\b\.? (?:(?:{'|'.join(TITLE_ENDS)})\b\.? )*")
_WORD = r"(?:[A-ZÀ-ÖØ-Þ]\.|(?:al-|el-)?[A-ZÀ-ÖØ-Þ][\w’\-]*\w)"
_NAME = re.compile(rf"{_WORD}(?: (?:(?:bin|bint|al|el|de|da|dos|del|van|von|ibn|la|der|di) )*{_WORD}){{0,5}}")


@dataclass(frozen=True, slots=True)
class Pool:
    """Full names of people without titles, states, and towns; each sorted and free of repeats."""

    people: tuple[str, ...]
    states: tuple[str, ...]
    towns: tuple[str, ...]


def read_pool(folder: Path) -> Pool:
    """The pool from the records of visits to, and travels from, the United States."""
    people: set[str] = set()
    states: set[str] = set()
    towns: set[str] = set()
    for visit in _records(folder / PERSONS):
        people.update(titled_names(visit["visitor"]))
        states.update(_plain(visit["from"]))
    for travel in _records(folder / PLACES):
        people.update(titled_names(travel.get("remarks") or ""))
        states.update(_plain(travel.get("country") or ""))
        for place in re.split(r"[,;/]", travel.get("locale") or ""):
            towns.update(_plain(place.strip()))
    people.update(_made_up(len(people) // MADE_SHARE))
    return Pool(tuple(sorted(people)), tuple(sorted(states)), tuple(sorted(towns - states)))


def _made_up(most: int) -> Iterator[str]:
    rng = random.Random(most)
    for _ in range(most):
        middle = [rng.choice(MIDDLE)] if rng.random() < 0.3 else []
        yield " ".join([rng.choice(FAMILY), *middle, rng.choice(GIVEN)])


def _records(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _plain(name: str) -> Iterator[str]:
    plain = re.sub(r" \(.*", "", name)
    if 2 < len(plain) < 30 and plain[0].isupper() and "," not in plain:
        yield plain.removeprefix("The ").removeprefix("the ")


def titled_names(text: str) -> Iterator[str]:
    """Full names (two words or more) that stand behind a title in `text`."""
    for start, end in titled_spans(text):
        if " " in text[start:end]:
            yield text[start:end]


def titled_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where names stand right behind a title, in characters; those with unlikely words are left out."""
    for title in _TITLED.finditer(text):
        found = _NAME.match(text, title.end())
        if found:
            name = re.sub(r"[’']s$", "", found[0])
            words = set(name.split())
            shouted = any(word.isupper() and len(word) > 3 for word in words)
            if "’s " not in name and not words & NOT_IN_PERSONS and not shouted:
                yield title.end(), title.end() + len(name)
