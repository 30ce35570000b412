"""`dostyk frames` in a process of its own, as users run it."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import yaml

from dostyk.reading.frame_shape import FIELDS, wrong_shape
from dostyk.reading.frames import VERSION, load_frames

FRAME = """kind: visit
frames:
  - id: ride-into
    verbs: [ride]
    who: [subj]
    whom: [into]
    examples: [President Dina Omarova of Kazakhstan rode into Norway.]
"""
SENTENCE = "President Dina Omarova of Kazakhstan rode into Norway on May 5, 2025."
VISITED = "President Dina Omarova of Kazakhstan visited Norway, Peru's foreign minister said."


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    code = "from dostyk.cli import main; main()"
    clean = {name: value for name, value in os.environ.items() if name != "DOSTYK_FRAMES"}
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=clean)


def test_check_test_explain_and_read(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "visit.yml").write_text(FRAME, encoding="utf-8")
    (own / "titles.yml").write_text("- {title: Grand Steersman, level: minister, unique: true}\n", encoding="utf-8")
    checked = run("frames", "check", str(own))
    assert (checked.returncode, checked.stderr) == (0, "2 files, 1 frames, 1 examples, 0 problems\n")
    rows = json.loads(run("frames", "test", SENTENCE, "--frames", str(own), "--format", "json").stdout)
    visits = [row for row in rows if row["kind"] == "visit"]
    assert [(v["frame"], v["who"], v["whom"], v["date"]) for v in visits] == [
        ("ride-into", ["KAZ:Dina Omarova"], ["NOR"], "2025-05-05")
    ]
    told = json.loads(run("frames", "test", VISITED, "--format", "json").stdout)
    assert {row["attributed_to"] for row in told if row["kind"] == "visit"} == {"PER"}
    tree = run("frames", "explain", SENTENCE, "--frames", str(own)).stdout
    assert re.search(r"^\*  *rode  \(\S+ VBD\)$", tree, re.M)
    assert "+   visit/ride-into: KAZ:Dina Omarova > NOR" in tree
    report = tmp_path / "report.txt"
    report.write_text(f"# published: 2025-05-06\n\n{SENTENCE}\n", encoding="utf-8")
    out = tmp_path / "claims.jsonl"
    read = run("read", str(report), "--frames", str(own), "--ledger", str(tmp_path / "a.db"), "--claims", str(out))
    assert read.returncode == 0
    assert '"visit"' in out.read_text(encoding="utf-8")


def test_a_title_of_ones_own_is_an_office_in_every_place(tmp_path: Path) -> None:
    (tmp_path / "titles.yml").write_text(
        "- {title: Grand Steersman, level: head_of_state, unique: true}\n"
        "- {title: Keeper of the Silver Lamp, forms: [Lampkeeper], level: minister, unique: false}\n",
        encoding="utf-8",
    )
    for sentence, office in (
        ("Grand Steersman Dina Omarova of Kazakhstan spoke.", "Grand Steersman"),
        ("Dina Omarova, the Grand Steersman of Kazakhstan, spoke.", "Grand Steersman of Kazakhstan"),
        ("Kazakh Lampkeeper Dina Omarova spoke.", "Kazakh Lampkeeper"),
        ("Kazakh Keeper of the Silver Lamp Dina Omarova spoke.", "Kazakh Keeper of the Silver Lamp"),
    ):
        told = run("frames", "test", sentence, "--frames", str(tmp_path), "--format", "json")
        offices = [row for row in json.loads(told.stdout) if row["kind"] == "office"]
        assert [(row["who"], row["what"]) for row in offices] == [(["KAZ:Dina Omarova"], office)]


def test_faults_leave_with_one_and_wrong_use_with_two(tmp_path: Path) -> None:
    (tmp_path / "visit.yml").write_text(FRAME.replace("[ride]", "ride"), encoding="utf-8")
    (tmp_path / "bodies.yml").write_text("name: one\n", encoding="utf-8")
    checked = run("frames", "check", str(tmp_path), "--format", "jsonl")
    assert checked.returncode == 1
    problems = [json.loads(line)["problem"] for line in checked.stdout.splitlines()]
    assert len(problems) == 2
    assert "frame 1 (ride-into): field 'verbs'" in problems[0]
    assert problems[1].endswith(
        "bodies.yml, line 1: must be a list of rows, each with `name`; begin each row with `- name:`"
    )
    missing = run("frames", "test", "Anything.", "--frames", str(tmp_path / "nowhere"))
    assert missing.returncode == 2
    assert "nowhere is no folder" in missing.stderr


def test_files_that_are_no_utf8_are_named_and_stop_a_run_before_it_reads(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(SENTENCE, encoding="utf-8")
    for name in ("visit.yml", "titles.yml"):
        own = tmp_path / name.partition(".")[0]
        own.mkdir()
        (own / name).write_bytes(b"- id: \xff")
        checked = run("frames", "check", str(own))
        assert checked.returncode == 1
        assert f"{name}, byte 7: is no UTF-8; save the file as UTF-8" in checked.stdout.replace("\n", "")
        ledger = tmp_path / "a.db"
        read = run("read", str(report), "--frames", str(own), "--ledger", str(ledger))
        assert read.returncode == 1
        assert "is no UTF-8" in read.stderr
        assert not ledger.exists()


def test_a_table_of_contested_names_takes_the_place_of_the_packages(tmp_path: Path) -> None:
    sentence = "Burma and Norway signed an agreement on fishery in Oslo on Monday."
    (tmp_path / "contested.yml").write_text("- {code: '', writes: Burma, names: [Burma], note: no party}\n", "utf-8")
    with_package = json.loads(run("frames", "test", sentence, "--format", "json").stdout)
    with_own = json.loads(run("frames", "test", sentence, "--frames", str(tmp_path), "--format", "json").stdout)
    assert any("MMR" in row["who"] for row in with_package)
    assert not any("MMR" in row["who"] for row in with_own)


def test_the_frames_of_the_package_are_without_fault() -> None:
    checked = run("frames", "check")
    assert (checked.returncode, checked.stderr.split(", ")[-1]) == (0, "0 problems\n")


def test_the_page_on_frames_prints_what_the_command_prints(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "frames.md").read_text(encoding="utf-8")
    blocks = [block.partition("\n") for block in page.split("```")[1::2]]
    (tmp_path / "my-frames").mkdir()
    own = next(text for _, _, text in blocks if "ride-into" in text and text.startswith("version"))
    (tmp_path / "my-frames" / "visit.yml").write_text(own, encoding="utf-8")
    title = next(text for _, _, text in blocks if "Grand Steersman" in text)
    (tmp_path / "my-frames" / "titles.yml").write_text(title, encoding="utf-8")
    assert run("frames", "check", str(tmp_path / "my-frames")).stdout == ""
    sample = next(text for _, _, text in blocks if text.startswith("$ dostyk frames explain"))
    command, _, printed = sample.partition("\n")
    arguments = shlex.split(command.removeprefix("$ dostyk ").replace("my-frames", str(tmp_path / "my-frames")))
    assert run(*arguments).stdout == printed


def test_every_field_of_a_frame_stands_on_the_page_with_an_example() -> None:
    page = (Path(__file__).parents[2] / "docs" / "frames.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `") and line.count(" | ") >= 2]
    assert {name for row in rows for name in re.findall("`([a-z_]+)`", row.split(" | ")[0])} >= set(FIELDS)
    assert f"version {VERSION}" in page
    example = re.compile(r"`([a-z_]+: .+)` \|$")
    for row in rows:
        if set(re.findall("`([a-z_]+)`", row.split(" | ")[0])) & set(FIELDS):
            found = example.search(row.replace(r"\|", "|"))
            assert found, row
            name, _, text = found.group(1).partition(": ")
            assert name in FIELDS
            assert not wrong_shape({name: yaml.safe_load(text)}), row


def test_every_frame_of_the_package_has_an_example() -> None:
    assert [(frame.kind, frame.id) for frame in load_frames().frames if not frame.examples] == []
