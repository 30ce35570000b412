"""Frames of one's own: what is wrong is named by file, frame and field; what is right reads."""

from datetime import date
from pathlib import Path

import pytest

from dostyk.errors import FrameError
from dostyk.model import Report
from dostyk.reading.explain import explain, told
from dostyk.reading.framecheck import check_examples, check_files
from dostyk.reading.frames import load_frames, load_text, parse_text
from dostyk.reading.version import RULES, reader_version

OWN = """version: 1
kind: meeting
frames:
  - id: break-bread
    verbs: [break]
    object: [bread]
    who: [subj, with]
    needs: 2
    examples: [President Dina Omarova of Kazakhstan broke bread with Prime Minister Erik Sand of Norway.]
"""
SENTENCE = "President Dina Omarova of Kazakhstan broke bread with Prime Minister Erik Sand of Norway on May 5, 2025."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "meeting.yml").write_text(OWN, encoding="utf-8")
    monkeypatch.setenv("DOSTYK_FRAMES", str(tmp_path))
    return tmp_path


def test_a_frame_of_ones_own_reads(folder: Path) -> None:
    found = [item for item in told(Report(SENTENCE)) if item.frame == "break-bread"]
    assert [(c.claim.kind, [m.key for m in c.claim.who], str(c.claim.date.iso)) for c in found if c.claim.date] == [
        ("meeting", ["KAZ:Dina Omarova", "NOR:Erik Sand"], "2025-05-05")
    ]
    assert not list(check_examples(check_files().frames))


def test_without_it_the_sentence_tells_no_meeting() -> None:
    assert all(item.claim.kind != "meeting" for item in told(Report(SENTENCE, published=date(2025, 5, 6))))


def test_other_frames_are_another_reader(folder: Path) -> None:
    first = reader_version()
    assert first.startswith(f"{RULES}+")
    (folder / "meeting.yml").write_text(OWN.replace("bread", "salt"), encoding="utf-8")
    assert reader_version() != first


def test_a_frame_of_the_same_id_takes_the_place(tmp_path: Path) -> None:
    (tmp_path / "visit.yml").write_text("kind: visit\nframes: [{id: visit, verbs: [behold], whom: [obj]}]", "utf-8")
    frames = load_frames(str(tmp_path))
    assert [frame.verbs for frame in frames.frames if (frame.kind, frame.id) == ("visit", "visit")] == [("behold",)]
    assert len(frames.frames) == len(load_frames().frames)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "kind: visit\nframes: [{id: a, verbs: go}]",
            "a.yml, line 2, frame 1 (a): field 'verbs' must be a list of words",
        ),
        ("kind: visit\nframes: [{id: a, verbs: [go], speed: 3}]", "frame 1 (a): unknown field 'speed'"),
        ("kind: visit\nframes: [{id: a, verbs: [go], needs: some}]", "field 'needs' must be a number"),
        ("kind: visit\nframes: [{id: a, verbs: [go], with: {to: home}}]", "field 'with' must be a table of slots"),
        ("kind: visit\nframes: [{id: a, verbs: [go], fill: nobody}]", "fill 'nobody' is none of"),
        ("kind: visit\nframes: [{id: a, verbs: [go]}, {id: a, verbs: [come]}]", "frame 2 (a): id stands twice"),
        ("kind: visit\nframes: [{id: a, who: [subj]}]", "needs verbs, nouns or adjectives"),
        ("kind: picnic\nframes: []", "`kind` must be one of"),
        ("kind: visit\nversion: 2\nframes: []", "`version` 2"),
        ("kind: visit\nframe: []", "unknown field 'frame'"),
        ("kind: [", "not YAML"),
    ],
)
def test_faults_name_file_frame_and_field(text: str, words: str) -> None:
    assert words in "\n".join(parse_text(text, "a.yml")[1])
    with pytest.raises(FrameError, match=r"a\.yml"):
        load_text(text, "a.yml")


def test_an_example_that_reads_as_something_else_is_a_fault(folder: Path) -> None:
    other = "Ambassador Erik Sand of Norway left Astana."
    (folder / "meeting.yml").write_text(OWN.split("    examples")[0] + f"    examples: [{other}]\n", encoding="utf-8")
    faults = list(check_examples(check_files().frames))
    assert len(faults) == 1
    assert "frame break-bread, examples: 'Ambassador" in faults[0]


def test_what_an_example_gives_and_a_counter_example_does_not_is_checked(folder: Path) -> None:
    told = "President Dina Omarova of Kazakhstan broke bread with Prime Minister Erik Sand of Norway."
    start = OWN.split("    examples")[0]
    for given, faults in (("NOR:Erik Sand + KAZ:Dina Omarova", 0), ("KAZ:Dina Omarova + CHL", 1), ("KAZ", 1)):
        text = f"{start}    examples: [{{sentence: {told}, gives: '{given}'}}]\n"
        (folder / "meeting.yml").write_text(text, encoding="utf-8")
        assert len(list(check_examples(check_files().frames))) == faults
    (folder / "meeting.yml").write_text(f"{start}    counter_examples: [{told}]\n", encoding="utf-8")
    (fault,) = check_examples(check_files().frames)
    assert "counter_examples: 'President" in fault


def test_a_missing_folder_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOSTYK_FRAMES", str(tmp_path / "nowhere"))
    with pytest.raises(FrameError, match="nowhere"):
        check_files()


def test_explaining_says_why_a_frame_did_not_fit(folder: Path) -> None:
    (only,) = explain(
        Report("President Dina Omarova of Kazakhstan broke ranks with Prime Minister Erik Sand of Norway.")
    )
    trigger = next(t for t in only.triggers if t.lemma == "break")
    assert {trial.frame: trial.outcome for trial in trigger.trials}["break-bread"] == "unmet: object bread"
    assert any(word.endswith(" = KAZ:Dina Omarova") for word in trigger.slots["subj"])
    assert sum(word.head == word.index for word in only.words) == 1
