"""Files of every format are read on the site as on the command line, within limits."""

from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from dostyk.ledger import Ledger
from dostyk.web import Settings, make_app
from tests.intake.papers import pdf, set_lines, zipped

from .conftest import TODAY, Visitor

SAYS = "RIGA, May 3 - Latvian Foreign Minister Anna Ozola met Estonian Foreign Minister Juhan Kask in Riga on Friday."
Told = dict[str, Any]


def send(visitor: Visitor, name: str, data: bytes, code: int = 200, **fields: str) -> list[Told]:
    """What the site says of a file, line by line."""
    visitor.get("/")
    answer = visitor.client.post(
        "/add/file.jsonl",
        files={"file": (name, data)},
        data={"published": "2024-05-04", **fields},
        headers={"X-CSRF-Token": visitor.token},
    )
    assert answer.status_code == code, answer.text
    return [json.loads(line) for line in answer.text.splitlines()]


def word() -> bytes:
    paper, out = Document(), io.BytesIO()
    paper.add_paragraph(SAYS)
    paper.save(out)
    return out.getvalue()


def mail() -> bytes:
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "desk@example.org", "you@example.org", "Talks in Riga"
    letter["Message-ID"] = "<1@example.org>"
    letter.set_content(SAYS)
    return letter.as_bytes()


def tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        about = tarfile.TarInfo("folder/talks.txt")
        about.size = len(SAYS)
        archive.addfile(about, io.BytesIO(SAYS.encode()))
    return out.getvalue()


FORMATS = {
    "talks.txt": SAYS.encode(),
    "talks.html": f"<html><body><article><p>{SAYS}</p></article></body></html>".encode(),
    "talks.pdf": pdf([set_lines([SAYS[:70], SAYS[70:]])]),
    "talks.docx": word(),
    "talks.eml": mail(),
    "talks.jsonl": json.dumps({"text": SAYS}).encode(),
    "talks.csv": f'title,text\nTalks,"{SAYS}"\n'.encode(),
    "talks.zip": zipped({"talks.txt": SAYS.encode()}),
    "talks.tar.gz": tar(),
    "no suffix": pdf([set_lines([SAYS[:70], SAYS[70:]])]),
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_read(site: Callable[..., Visitor], name: str) -> None:
    visitor = site()
    told = send(visitor, name, FORMATS[name])
    assert [one["claims"] > 0 for one in told] == [True], told
    assert "met" in visitor.get(f"/reports/{told[0]['report']}")


def test_one_that_fails_does_not_cost_the_others(site: Callable[..., Visitor]) -> None:
    told = send(
        site(), "week.zip", zipped({"a.txt": SAYS.encode(), "b.doc": b"\xd0\xcf\x11\xe0old", "c.pdf": b"%PDF-"})
    )
    assert told[0]["claims"] > 0
    assert [one["place"] for one in told[1:]] == ["week/b.doc", "week/c.pdf"]
    assert "save it as DOCX" in told[1]["remedy"]


def test_entries_are_there_at_once_and_the_same_file_is_known(site: Callable[..., Visitor]) -> None:
    visitor = site()
    before = visitor.json("/search.json")["found"]["total"]
    first = send(visitor, "talks.eml", mail())
    after = visitor.json("/search.json")["found"]["total"]
    assert after > before
    assert send(visitor, "copy.eml", mail())[0] == {**first[0], "known": True}
    assert visitor.json("/search.json")["found"]["total"] == after


def test_two_texts_of_one_name_are_two_sources(site: Callable[..., Visitor]) -> None:
    visitor = site()
    one = send(visitor, "talks.txt", SAYS.encode())
    other = send(visitor, "talks.txt", SAYS.replace("Riga", "Tallinn").encode())
    assert one[0]["report"] != other[0]["report"]
    assert "a newer version" not in visitor.get(f"/reports/{one[0]['report']}")


@pytest.mark.parametrize(
    ("limits", "data", "said"),
    [
        ({"most_members": 3}, zipped({f"{n}.txt": SAYS.encode() for n in range(5)}), "more than 3 files"),
        ({"largest_unpacked": 20 << 20}, zipped({"a.txt": b"words " * (4 << 20)}), "unpacks to more than"),
        ({}, zipped({"a.txt": b"0" * (60 << 20)}), "zip bomb"),
    ],
)
def test_what_is_packed_is_bounded(place: Path, limits: dict[str, int], data: bytes, said: str) -> None:
    with Ledger.open(place) as ledger:
        visitor = Visitor(make_app(Settings("", today=lambda: TODAY, **limits), ledger))  # type: ignore[arg-type]
        told = send(visitor, "packed.zip", data)
        assert said in told[-1]["error"] + told[-1]["remedy"]


def test_a_day_that_is_none_is_told(site: Callable[..., Visitor]) -> None:
    visitor = site()
    visitor.get("/")
    answer = visitor.client.post(
        "/add/file.jsonl",
        files={"file": ("a.txt", b"x")},
        data={"published": "soon"},
        headers={"X-CSRF-Token": visitor.token, "Accept": "application/json"},
    )
    assert answer.status_code == 400
    assert "soon" in answer.json()["error"]


def test_files_sent_at_once_while_people_decide(site: Callable[..., Visitor]) -> None:
    visitor = site()
    held = visitor.json("/reports.json")["total"]
    entries = [one["id"] for one in visitor.json("/search.json")["found"]["items"][:6]]
    visitor.get("/")

    def sent(number: int) -> int:
        headers = {"X-CSRF-Token": visitor.token}
        if number % 2:
            act = {"verb": "accept", "ids": [entries[number // 2]]}
            return visitor.client.post("/acts.json", json=act, headers=headers).status_code
        data = SAYS.replace("Friday", f"Friday, for the {number}th time").encode()
        return visitor.client.post("/add/file.json", files={"file": ("a.txt", data)}, headers=headers).status_code

    with ThreadPoolExecutor(6) as people:
        assert set(people.map(sent, range(12))) == {200}
    assert visitor.json("/reports.json")["total"] == held + 6
    assert sum(visitor.json(f"/entries/{one}.json")["entry"]["accepted"] for one in entries) == 6


def test_a_problem_is_told_once(site: Callable[..., Visitor]) -> None:
    visitor = site()
    told = send(visitor, "talks.txt", SAYS.replace(", May 3", "").encode(), published="")[0]
    codes = [said.partition(":")[0] for said in told["problems"]]
    assert codes == ["no-published-day"]
