"""Acts from the site: what they do, who did them, two at once, taken back."""

from __future__ import annotations

import re
from collections.abc import Callable

from .conftest import Visitor


def first(visitor: Visitor, kind: str) -> str:
    return visitor.json(f"/search.json?kind={kind}")["found"]["items"][0]["id"]  # type: ignore[no-any-return]


def seen(visitor: Visitor, entry: str) -> str:
    return visitor.json(f"/entries/{entry}.json")["seen"]  # type: ignore[no-any-return]


def test_accept_is_recorded_under_the_name(site: Callable[..., Visitor]) -> None:
    visitor = site("Aina Ozola")
    entry = first(visitor, "signing")
    visitor.post("/acts", verb="accept", ids=entry, seen=seen(visitor, entry), back=f"/entries/{entry}")
    assert visitor.json(f"/entries/{entry}.json")["entry"]["accepted"]
    assert visitor.json("/log.json")["acts"][0]["by"] == "Aina Ozola"


def test_queue_is_doubtful_first_and_empties(site: Callable[..., Visitor]) -> None:
    visitor = site()
    view = visitor.json("/review.json")
    confidences = [view["current"]["entry"]["confidence"], *(one["confidence"] for one in view["upcoming"])]
    assert confidences == sorted(confidences)
    left = view["left"]
    visitor.post("/review/accept?kind=figure", expected=2)
    assert visitor.json("/review.json")["left"] == left - 2
    visitor.post("/review/accept", code=400, expected=1)
    visitor.post("/review/accept", expected=left - 2)
    assert "Nothing waits" in visitor.get("/review")


def test_correct_and_undo(site: Callable[..., Visitor]) -> None:
    visitor = site("A")
    entry = first(visitor, "signing")
    visitor.post("/acts", verb="correct", ids=entry, seen=seen(visitor, entry), field="date", value="5 May 2024")
    assert visitor.json(f"/entries/{entry}.json")["entry"]["date"] == "2024-05-05"
    visitor.post("/acts", code=400, verb="correct", ids=entry, field="date", value="soonish")
    back = visitor.post("/acts/undo", back="/review?kind=signing")
    assert back == f"/review?kind=signing&at={entry}"
    assert visitor.json(f"/entries/{entry}.json")["entry"]["date"] == "2024-05-03"


def test_undo_takes_back_ones_own_only(site: Callable[..., Visitor]) -> None:
    a, b = site("A"), site("B")
    one, other = first(a, "signing"), first(a, "honour")
    a.post("/acts", verb="accept", ids=one)
    b.post("/acts", verb="accept", ids=other)
    a.post("/acts/undo")
    assert not a.json(f"/entries/{one}.json")["entry"]["accepted"]
    assert a.json(f"/entries/{other}.json")["entry"]["accepted"]
    assert "has nothing to undo" in a.post("/acts/undo", code=400)


def test_what_was_erased_stays_erased(site: Callable[..., Visitor]) -> None:
    visitor = site("Aina")
    entry = first(visitor, "honour")
    visitor.post("/acts", verb="accept", ids=entry)
    ledger = visitor.client.app.state.site.ledger  # type: ignore[attr-defined]
    ledger.keeping.erase([visitor.json("/reports.json?q=Ferries")["reports"][0]["id"]], by="Aina", reason="by law")
    assert "is an erasure, which cannot be undone" in visitor.post("/acts/undo", code=400)
    assert visitor.json(f"/entries/{entry}.json")["entry"]["accepted"]


def test_two_reviewers_never_overwrite(site: Callable[..., Visitor]) -> None:
    a, b = site("Aina"), site("Boris")
    entry = first(a, "signing")
    shown_to_both = seen(a, entry)
    assert shown_to_both == seen(b, entry)
    a.post("/acts", verb="correct", ids=entry, seen=shown_to_both, field="what", value="a treaty of ships")
    refused = b.post("/acts", code=409, verb="correct", ids=entry, seen=shown_to_both, field="what", value="a pact")
    assert "Aina" in refused
    assert "a treaty of ships" in refused
    assert b.json(f"/entries/{entry}.json")["entry"]["text"] == "a treaty of ships"
    assert len(b.json("/log.json")["acts"]) == 1


def test_conflict_in_json(site: Callable[..., Visitor]) -> None:
    a = site("Aina")
    entry = first(a, "signing")
    said = {"verb": "accept", "ids": [entry], "seen": seen(a, entry)}
    a.get("/")
    headers = {"X-CSRF-Token": a.token}
    assert a.client.post("/acts.json", json=said, headers=headers).status_code == 200
    answer = a.client.post("/acts.json", json=said, headers=headers)
    assert answer.status_code == 409
    assert "changed" in answer.json()


def test_rejected_entry_is_a_conflict_for_the_other(site: Callable[..., Visitor]) -> None:
    a, b = site("Aina"), site("Boris")
    entry = first(a, "signing")
    shown = seen(b, entry)
    a.post("/acts", verb="reject", ids=entry, seen=shown, back="/search")
    assert "was rejected" in b.post("/acts", code=409, verb="accept", ids=entry, seen=shown)


def test_split_merge_and_links_survive(site: Callable[..., Visitor]) -> None:
    visitor = site("A")
    entry = first(visitor, "meeting")
    claims = [one["claim"] for one in visitor.json(f"/entries/{entry}.json")["sources"]]
    assert len(claims) == 2
    visitor.post("/acts", verb="split", entry=entry, ids=claims[1:], seen=seen(visitor, entry))
    apart = [one["id"] for one in visitor.json("/search.json?kind=meeting")["found"]["items"]]
    assert len(apart) == 2
    other = next(one for one in apart if one != entry)
    visitor.get(f"/entries/{other}")
    visitor.post("/acts/undo")
    assert visitor.json("/search.json?kind=meeting")["found"]["total"] == 1
    answer = visitor.client.get(f"/entries/{other}.json", follow_redirects=False)
    assert answer.status_code == 301
    assert answer.headers["location"] == f"/entries/{entry}.json"


def test_same_merges_two(site: Callable[..., Visitor]) -> None:
    visitor = site("A")
    found = visitor.json("/search.json?kind=figure")["found"]["items"]
    visitor.post("/acts", verb="same", ids=[found[0]["id"], found[1]["id"]], seen=seen(visitor, found[0]["id"]))
    assert visitor.json("/search.json?kind=figure")["found"]["total"] == 1
    visitor.post("/acts/undo")
    assert visitor.json("/search.json?kind=figure")["found"]["total"] == 2


def test_lead_and_progress_stand_in_the_register(site: Callable[..., Visitor]) -> None:
    visitor = site("A")
    line = next(row for row in visitor.json("/register.json")["rows"] if row["kind"] == "instrument" or row["content"])
    visitor.post("/register/lead", id=line["id"], lead="Ministry of Ferries", focal="A. Person")
    visitor.post("/register/progress", id=line["id"], lead="Ministry of Ferries", state="started", done="two piers")
    page = visitor.get("/register?lead=Ministry of Ferries")
    assert "two piers" in page
    assert visitor.json("/register.json?lead=ministry of ferries")["total"] == 1


def test_queue_page_names_its_keys(site: Callable[..., Visitor]) -> None:
    page = site().get("/review")
    assert dict(re.findall(r'data-key-for="(\w+)" data-default="(.)"', page))["accept"] == "a"


def test_another_entry_is_named_by_its_address(site: Callable[..., Visitor]) -> None:
    visitor = site()
    one, other = (item["id"] for item in visitor.json("/search.json?kind=figure")["found"]["items"][:2])
    visitor.get(f"/entries/{one}")
    where = f"http://127.0.0.1/entries/{other}?x=1#sources"
    visitor.post("/acts", verb="same", ids=[one, where], back=f"/entries/{one}")
    assert visitor.json(f"/entries/{one}.json")["entry"]["id"] == visitor.json(f"/entries/{other}.json")["entry"]["id"]
    assert "no entry" in visitor.post("/acts", 400, verb="same", ids=[one, "/entries/e00000000"])
