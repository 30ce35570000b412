"""Fuzz intake with atheris, guided by coverage; not part of the suite.

    pip install atheris
    python tests/hostile/fuzz_intake.py CORPUS -max_total_time=3600 -max_len=20000

What it finds becomes a test in `test_fuzz.py` or beside the format.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent))

with atheris.instrument_imports(include=["dostyk.intake", "pypdf", "docx", "openpyxl", "warcio", "feedparser"]):
    from test_fuzz import SUFFIXES, sound, whole_files

    from dostyk.intake.net import read_feed, read_robots


def one(data: bytes) -> None:
    """The first byte chooses the format, the last choice being feeds; the rest is the file."""
    choice = data[0] % (len(SUFFIXES) + 1) if data else 0
    if choice < len(SUFFIXES):
        sound(data[1:], SUFFIXES[choice])
    else:
        read_feed(data[1:], "https://a.example/")
        read_robots(data[1:]).allows("https://a.example/x")


def seed(folder: Path) -> None:
    """Put a sound file of each format into the corpus."""
    folder.mkdir(parents=True, exist_ok=True)
    for suffix, data in whole_files().items():
        if suffix in SUFFIXES:
            (folder / f"seed{suffix}").write_bytes(bytes([SUFFIXES.index(suffix)]) + data)


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    seed(Path(sys.argv[1]))
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
