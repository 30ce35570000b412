from __future__ import annotations

import json
import random
import re
from datetime import date
from html.parser import HTMLParser

import pytest
from made_up import MadeUp, state_visit
from markdown_it import MarkdownIt

from dostyk.briefs import RelationBrief, relation_brief, to_html, to_json, to_markdown
from dostyk.briefs.days import iso_in_words
from dostyk.briefs.plain import escape, lead_text
from dostyk.followup import Verdicts, propose
from dostyk.model import Detail

NAMES = {"KAZ": "Kazakhstan", "VNM": "Viet Nam"}
TODAY = date(2025, 5, 20)


def brief_of(made: MadeUp, today: date = TODAY) -> RelationBrief:
    return relation_brief(made.entries, made.claims, made.reports, "KAZ", "VNM", today, NAMES)


@pytest.fixture(scope="module")
def brief() -> RelationBrief:
    return brief_of(state_visit())


def shown(brief: RelationBrief, key: str) -> list[str]:
    """The lines of a section as `day | lead, text | tags`."""
    return [
        " | ".join(filter(None, (line.day, ", ".join(filter(None, (lead_text(line.lead), line.text))), *line.tags)))
        for line in brief.section(key).lines
    ]


def test_the_head_says_level_and_since_when(brief: RelationBrief) -> None:
    assert brief.level is not None
    assert brief.since is not None
    assert (lead_text(brief.level.lead), brief.level.date) == ("Strategic partnership", "2025-05-06")
    assert brief.since.date == "1992-06-29"
    assert [(one.label, one.value, one.about) for one in brief.glance] == [
        ("Last contact", "5–7 May 2025", "To Lam to Kazakhstan: state visit"),
        ("Next date", "29 June 2025", "33rd anniversary: diplomatic relations established (29 June 1992)"),
        ("Open commitments", "3", "1 overdue"),
        ("Open invitations", "2", ""),
    ]


def test_every_section_holds_what_the_entries_say(brief: RelationBrief) -> None:
    held = {group.label.partition(",")[0]: {lead_text(line.lead): line.text for line in group.lines}
            for group in brief.section("offices").groups}  # fmt: skip
    assert held == {
        "Kazakhstan": {"Kassym-Jomart Tokayev": "President", "Dana Omarova": "Chairman of the Senate"},
        "Viet Nam": {"To Lam": "General Secretary", "Tran Thanh Man": "Chair of the National Assembly"},
    }
    contacts = shown(brief, "contacts")
    assert sorted(contacts[2:4]) == [
        "5 May 2025 | To Lam and Dana Omarova, ties of parliaments",
        "5 May 2025 | To Lam and Kassym-Jomart Tokayev, conversation at the airport",
    ]
    assert contacts[:2] + contacts[4:] == [
        "7 May 2025 | Parade for the 80th anniversary of the victory, with To Lam | planned",
        "5–7 May 2025 | To Lam to Kazakhstan, state visit",
        "6 May 2025 | To Lam and Kassym-Jomart Tokayev, talks",
        "20–22 August 2023 | Kassym-Jomart Tokayev to Viet Nam, official visit",
        "June 2023 | Kassym-Jomart Tokayev to Viet Nam, visit | cancelled",
        "1959 | Ho Chi Minh to Kazakhstan, visit",
    ]
    assert shown(brief, "agreed") == [
        "6 May 2025 | Memorandum on air services | signed", "21 August 2023 | Visa agreement | signed",
    ]  # fmt: skip
    assert shown(brief, "honours") == ["6 May 2025 | Kassym-Jomart Tokayev to To Lam, Order of Dostyk, first degree"]
    assert shown(brief, "statements") == [
        "5 May 2025 | Dana Omarova congratulates Viet Nam on fifty years since reunification",
        "5 May 2025 | To Lam thanks Kazakhstan for help in hard years",
    ]
    assert sorted(shown(brief, "invitations")) == [
        "5 May 2025 | Dana Omarova invites Tran Thanh Man to visit Kazakhstan | open",
        "5 May 2025 | Tran Thanh Man invites Dana Omarova to visit Viet Nam at a convenient time | open",
    ]
    assert shown(brief, "deeds") == []


def test_commitments_stand_with_the_side_they_bind(brief: RelationBrief) -> None:
    groups = {group.label: [lead_text(line.lead) for line in group.lines]
              for group in brief.section("commitments").groups}  # fmt: skip
    assert groups["Joint"][:2] == ["Raise trade to 1 billion dollars", "Raise trade to 2 billion dollars"]
    assert groups["Kazakhstan"] == ["Back what the leaders agree"]
    first = brief.section("commitments").lines[0]
    assert first.tags == ("overdue",)
    assert [(r.label, r.text) for r in first.remarks] == [
        ("due", "31 December 2023"), ("target", "1 billion US dollars"),
    ]  # fmt: skip


def test_two_figures_for_one_year_are_shown_as_a_disagreement(brief: RelationBrief) -> None:
    (line,) = [line for line in brief.section("disagreements").lines if line.kind == "figure"]
    assert {remark.text for remark in line.remarks} == {"879 million US dollars", "860 million US dollars"}
    outlets = {brief.notes[remark.notes[0] - 1].outlet for remark in line.remarks}
    assert outlets == {"Caspian Agency", "Kazakh Agency"}


def test_versions_of_a_field_are_shown_only_where_they_exclude_each_other() -> None:
    made = MadeUp()
    sentences = ["They met in Almaty on 3 March.", "They met in Astana in March."]
    one, other = (made.report([s], "2025-03-04", f"Outlet {n}", "A meeting") for n, s in enumerate(sentences))
    made.entry(
        "meeting", "KAZ:Ana Bek; VNM:Le Van", "", "2025-03-03", "KAZ:Almaty", "talks",
        said=((one, sentences[0]), (other, sentences[1])),
        versions={"place": ["KAZ:Almaty", "KAZ:Astana"], "date": ["2025-03-03", "2025-03"], "what": ["talks", "met"]},
    )  # fmt: skip
    (line,) = brief_of(made).section("disagreements").lines
    assert (line.text, [remark.text for remark in line.remarks]) == ("place differs", ["Almaty", "Astana"])


def test_a_date_that_another_tells_more_exactly_is_no_version_of_its_own() -> None:
    made = MadeUp()
    sentences = ["They met on 3 March.", "They met on 4 March.", "They met in March."]
    reports = [made.report([s], "2025-03-09", f"Outlet {n}", "A meeting") for n, s in enumerate(sentences)]
    made.entry("meeting", "KAZ:Ana Bek; VNM:Le Van", "", "2025-03-03", "", "talks",
               said=tuple(zip(reports, sentences, strict=True)),
               versions={"date": ["2025-03-03", "2025-03-04", "2025-03"]})  # fmt: skip
    (line,) = brief_of(made).section("disagreements").lines
    assert [remark.text for remark in line.remarks] == ["3 March 2025", "4 March 2025"]


@pytest.mark.parametrize(("iso", "words"), [
    ("2025-01-01/2025-06-30", "January–June 2025"),
    ("2025-01-01/2027-12-31", "2025–2027"),
    ("2026-01-01/2026-12-31", "2026"),
    ("2025-10-01/2026-03-31", "October 2025 – March 2026"),
    ("2024-02-01/2024-02-29", "February 2024"),
    ("2025-01-01/2025-06-29", "1 January – 29 June 2025"),
])  # fmt: skip
def test_whole_months_and_years_are_named(iso: str, words: str) -> None:
    assert iso_in_words(iso) == words


def test_what_answers_or_lies_ahead_is_named_for_what_it_is() -> None:
    made = MadeUp()
    told = {
        "promise": "They agreed to bring trade to 1 billion dollars and to send envoys.",
        "figure": "Trade came to 1 billion dollars in 2024.",
        "envoy": "Ana Bek was named ambassador to Viet Nam.",
        "expelled": "Viet Nam expelled two diplomats of Kazakhstan.",
        "treaty": "A treaty on water will be signed on 1 June 2025.",
        "dialogue": "A water dialogue will open on 2 June 2025.",
    }
    first = made.report([told["promise"]], "2024-01-05", "Outlet", "Then")
    later = made.report([text for name, text in told.items() if name != "promise"], "2025-05-01", "Outlet", "Now")
    said = {name: ((first if name == "promise" else later, text),) for name, text in told.items()}
    made.entry("commitment", "KAZ; VNM", "", "2024-01-04", "", "bring trade to 1 billion dollars", said=said["promise"],
               detail=Detail(target="1 billion dollars", field="trade"))  # fmt: skip
    made.entry("figure", "KAZ; VNM", "", "2024", "", "trade", said=said["figure"],
               detail=Detail(value="1 billion dollars"))  # fmt: skip
    made.entry("appointment", "KAZ:Ana Bek", "VNM", "2025-04-01", "", "ambassador", said=said["envoy"],
               detail=Detail(post="ambassador"))  # fmt: skip
    made.entry("sanction", "VNM", "KAZ", "2025-04-02", "", "expulsion of two diplomats", said=said["expelled"])
    made.entry("signing", "KAZ; VNM", "", "2025-06-01", "", "treaty on water", "scheduled", said=said["treaty"])
    made.entry("opening", "KAZ; VNM", "", "2025-06-02", "", "water dialogue", "scheduled", said=said["dialogue"])
    brief = brief_of(made)
    (promise,) = brief.section("commitments").lines
    assert promise.remarks[-1].text == "Trade, 1 billion dollars, 2024"
    assert shown(brief, "deeds") == [
        "2 April 2025 | Viet Nam against Kazakhstan, expulsion of two diplomats",
        "1 April 2025 | Ana Bek in Viet Nam, appointment: ambassador",
    ]
    assert shown(brief, "coming")[:2] == [
        "1 June 2025 | Treaty on water | planned",
        "2 June 2025 | Kazakhstan and Viet Nam, opening: water dialogue | planned",
    ]


def test_one_report_that_says_two_things_is_no_disagreement_of_reports() -> None:
    made = MadeUp()
    sentences = ["They met in Almaty on 3 March.", "The talks in Astana were long."]
    report = made.report(sentences, "2025-03-04", "Outlet", "A meeting")
    made.entry("meeting", "KAZ:Ana Bek; VNM:Le Van", "", "2025-03-03", "KAZ:Almaty", "talks",
               said=((report, sentences[0]), (report, sentences[1])),
               versions={"place": ["KAZ:Almaty", "KAZ:Astana"]})  # fmt: skip
    assert brief_of(made).section("disagreements").groups == ()


def test_a_person_has_one_line_with_the_fullest_title() -> None:
    made = state_visit()
    sentence = "Dana Omarova, Chairman of the Senate of Parliament and envoy for trade, spoke."
    report = made.report([sentence], "2025-05-10", "Steppe Weekly", "Trade")
    for title in ("Chairman of the Senate of Parliament", "envoy for trade"):
        made.entry("office", "KAZ:Dana Omarova", "", "", "KAZ", title, "ongoing", said=((report, sentence),))
    first = brief_of(made).section("offices").groups[0].lines[0]
    titles = {first.text, *(remark.text for remark in first.remarks)}
    assert (first.day, lead_text(first.lead)) == ("10 May 2025", "Dana Omarova")
    assert titles == {"Chairman of the Senate of Parliament", "envoy for trade"}


def test_what_both_said_together_stands_apart() -> None:
    made = state_visit()
    sentence = "Both leaders praised the pace of talks."
    report = made.report([sentence], "2025-05-06", "Outlet", "Talks")
    made.entry("statement", "KAZ; VNM", "", "2025-05-06", "", "praise pace of talks", said=((report, sentence),))
    groups = {g.label: [lead_text(line.lead) for line in g.lines] for g in brief_of(made).section("statements").groups}
    assert groups["Together"] == ["Kazakhstan and Viet Nam praise pace of talks"]


def test_a_later_visit_is_proposed_for_an_invitation_and_a_later_step_for_an_instrument(brief: RelationBrief) -> None:
    visa = brief.section("agreed").lines[1]
    assert [(r.label, r.text, r.proposed) for r in visa.remarks] == [("later step", "in force 25 May 2024", True)]
    assert brief.notes[visa.remarks[0].notes[0] - 1].outlet == "Kazakh Agency"
    made = state_visit()
    sentence = "Dana Omarova began a visit to Ha Noi on 1 June 2025."
    report = made.report([sentence], "2025-06-02", "Steppe Weekly", "Ha Noi")
    made.entry("visit", "KAZ:Dana Omarova", "VNM", "2025-06-01", "VNM:Ha Noi", "visit", said=((report, sentence),))
    later = brief_of(made, date(2025, 7, 1))
    taken = [line for line in later.section("invitations").lines if "taken up (proposed)" in line.tags]
    assert [lead_text(line.lead)[:15] for line in taken] == ["Tran Thanh Man "]
    assert taken[0].remarks[-1].text == "Dana Omarova to Viet Nam, visit, 1 June 2025"
    assert taken[0].remarks[-1].proposed


def test_what_lies_ahead_is_no_last_contact() -> None:
    before = brief_of(state_visit(), date(2025, 5, 6))
    assert not any("Parade" in line for line in shown(before, "contacts"))
    assert [line for line in shown(before, "coming") if "Parade" in line] == [
        "7 May 2025 | Parade for the 80th anniversary of the victory, with To Lam | planned"
    ]
    after = [line for line in brief_of(state_visit()).section("contacts").lines if "planned" in line.tags]
    assert [remark.text for line in after for remark in line.remarks] == ["no report that it took place"]


def test_every_line_leads_to_its_sentence(brief: RelationBrief) -> None:
    sentences = {claim.evidence["sentence"][0].quote for claim in state_visit().claims.values()}
    assert {note.quote for note in brief.notes} <= sentences
    assert [note.number for note in brief.notes] == list(range(1, len(brief.notes) + 1))
    for section in brief.sections:
        for line in section.lines:
            cited = [*line.notes, *(number for remark in line.remarks for number in remark.notes)]
            assert cited, (section.key, line)
            assert max(cited) <= len(brief.notes)


def test_others_relations_stay_out() -> None:
    made = state_visit()
    sentences = ["Chile and Peru signed a pact.", "Chile's minister promised to send grain.", "Kazakhstan met Chile."]
    report = made.report(sentences, "2025-05-08", "Andes Post", "Elsewhere")
    made.entry("signing", "CHL; PER", "", "2025-05-08", "", "pact", said=((report, sentences[0]),))
    made.entry("commitment", "CHL:Ana Paz", "", "2025-05-08", "", "send grain", said=((report, sentences[1]),))
    made.entry("meeting", "KAZ; CHL", "", "2025-05-08", "", "talks", said=((report, sentences[2]),))
    assert to_json(brief_of(made)) == to_json(brief_of(state_visit()))


def test_order_of_input_does_not_matter(brief: RelationBrief) -> None:
    made = state_visit()
    random.Random(7).shuffle(made.entries)
    assert to_json(brief_of(made)) == to_json(brief)


def test_an_empty_ledger_says_so_section_by_section() -> None:
    empty = brief_of(MadeUp())
    page, text = to_html(empty), to_markdown(empty)
    for section in empty.sections:
        assert not section.groups
        assert section.empty in page
        assert section.empty in text
    assert empty.strip is None
    assert empty.basis.reports == 0


def test_one_state_is_no_relation() -> None:
    with pytest.raises(ValueError, match="two states"):
        relation_brief([], {}, {}, "KAZ", "KAZ", TODAY, NAMES)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def parsed(html: str) -> _Page:
    page = _Page()
    page.feed(html)
    return page


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_the_three_forms_agree(brief: RelationBrief) -> None:
    page = words("".join(parsed(to_html(brief)).text))
    markdown = words(re.sub(r"\\(.)", r"\1", to_markdown(brief)).replace("**", ""))
    data = json.loads(to_json(brief))
    for section in data["sections"]:
        for group in section["groups"]:
            for line in group["lines"]:
                for said in (*(piece["text"] for piece in line["lead"]), line["text"], line["day"]):
                    assert words(said) in page, said
                    assert words(said) in markdown, said
    for note in data["notes"]:
        for said in (note["quote"], note["outlet"], note["title"], note["day"]):
            assert words(said) in page
            assert words(said) in markdown


def test_the_page_asks_for_nothing_from_elsewhere(brief: RelationBrief) -> None:
    html = to_html(brief)
    page = parsed(html)
    loading = {"script", "link", "img", "iframe", "object", "embed", "audio", "video", "source", "use", "image"}
    assert not loading & {tag for tag, _ in page.tags}
    assert "url(" not in html
    assert "@import" not in html
    for tag, attributes in page.tags:
        assert not {"src", "srcset", "style", "background"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]
        if "href" in attributes:
            assert tag == "a"


def test_every_number_leads_somewhere(brief: RelationBrief) -> None:
    page = parsed(to_html(brief))
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    inside = {a["href"][1:] for tag, a in page.tags if tag == "a" and (a["href"] or "").startswith("#")}  # type: ignore[index]
    assert inside <= set(ids)
    assert {f"note-{note.number}" for note in brief.notes} <= set(ids)


EVIL = "<script>alert(1)</script> \"quoted' [a](javascript:alert(1)) \u202egnirts\u2066 {{ 7*7 }} | **x** `y`"


@pytest.fixture(scope="module")
def hostile() -> RelationBrief:
    made = MadeUp()
    report = made.report([EVIL], "2025-05-06", EVIL, EVIL, "javascript:alert(1)")
    kinds = "visit meeting signing commitment invitation honour statement figure relations"
    for kind in kinds.split():
        detail = Detail(due="2025-06", target=EVIL, value=EVIL, period="2025", conveyed_by=EVIL, award=EVIL, level=EVIL,
                        instrument=EVIL, conditions=EVIL)  # fmt: skip
        made.entry(kind, f"KAZ:{EVIL.replace(';', '')}", "VNM", "2025-05-06", f"KAZ:{EVIL}", EVIL,
                   said=((report, EVIL),), detail=detail)  # fmt: skip
    made.entry("office", f"KAZ:{EVIL}", "", "", "KAZ", EVIL, "ongoing", said=((report, EVIL),))
    return brief_of(made)


def test_hostile_text_is_shown_and_does_nothing(hostile: RelationBrief) -> None:
    html = to_html(hostile)
    page = parsed(html)
    assert "script" not in {tag for tag, _ in page.tags}
    assert not [a for tag, a in page.tags if tag == "a" and not (a["href"] or "").startswith("#")]
    assert "<script>alert(1)</script>" in "".join(page.text)
    assert "{{ 7*7 }}" in html
    for form in (html, to_markdown(hostile), to_json(hostile)):
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", form)


def test_hostile_text_is_no_markup_in_markdown(hostile: RelationBrief) -> None:
    tokens = MarkdownIt("commonmark").parse(to_markdown(hostile))
    inline = [child for token in tokens for child in token.children or ()]
    assert not [t for t in inline if t.type == "html_inline" and not t.content.startswith(('<a id="note-', "</a>"))]
    assert not [t for t in tokens if t.type == "html_block"]
    links = [dict(t.attrs)["href"] for t in inline if t.type == "link_open"]
    assert links
    assert all(str(link).startswith("#note-") for link in links)


def test_escape_leaves_the_words() -> None:
    assert re.sub(r"\\(.)", r"\1", escape(EVIL)) == EVIL


@pytest.mark.parametrize(
    "text",
    [
        "- x",
        "+ x",
        "2023. x",
        "12) x",
        "# x",
        "===",
        "a *b* _c_ `d`",
        "[x](y) ![i](u)",
        "<b>x</b>",
        "&lt; R&D",
        "~~x~~",
    ],
)
def test_what_would_be_markup_stays_the_text_it_is(text: str) -> None:
    (_, shown, _) = MarkdownIt().enable("strikethrough").parse(escape(text))
    assert "".join(child.content for child in shown.children or ()) == text


@pytest.mark.parametrize("text", ["https://evil.example/x", "www.evil.example", "ada@evil.example"])
def test_addresses_become_no_links(text: str) -> None:
    assert "\\" in escape(text)


def test_words_are_not_littered_with_signs() -> None:
    text = "high-level talks (2023–2025) on 1.5 billion USD: 12-13 May!"
    assert escape(text) == text


def test_what_people_settled_of_a_commitment_counts() -> None:
    made = state_visit()
    told = ["Kazakhstan will open an embassy school in Hanoi.", "Kazakhstan opened an embassy school in Hanoi."]
    for day, kind, what, sentence in (
        ("2025-05-06", "commitment", "open an embassy school in Hanoi", told[0]),
        ("2025-05-14", "opening", "embassy school in Hanoi", told[1]),
    ):
        report = made.report([sentence], day, "Steppe Post", "School")
        made.entry(kind, "KAZ", "VNM", day, "VNM:Hanoi", what, said=((report, sentence),))
    (step,) = [step for step in propose(made.entries, TODAY) if step.subject.what.startswith("open an embassy")]

    def promised(verdict: str) -> bool:
        said = Verdicts({(step.subject.id, step.to, step.evidence.id): verdict} if verdict else {})
        page = relation_brief(made.entries, made.claims, made.reports, "KAZ", "VNM", TODAY, NAMES, verdicts=said)
        return any("embassy school" in line for line in shown(page, "commitments"))

    assert step.to == "done"
    assert [promised(""), promised("reject"), promised("accept")] == [True, True, False]
