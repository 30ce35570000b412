"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dostyk.errors import UsageError
from dostyk.files import replacing, write_whole


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    place = tmp_path / "new" / "page.html"
    write_whole(place, "one\n")
    write_whole(place, "two\n")
    assert place.read_bytes() == b"two\n"
    assert list(place.parent.iterdir()) == [place]


def test_what_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    place = tmp_path / "page.html"
    write_whole(place, "old")

    def fail() -> None:
        with replacing(place) as part:
            part.write_text("half", encoding="utf-8")
            raise OSError(28, "No space left on device")

    with pytest.raises(UsageError, match=r"page\.html: cannot be written \(No space left on device\)"):
        fail()
    assert place.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [place]


def test_links_and_devices_stay_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_whole(tmp_path / "link", "words")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "words"
    write_whole(Path(os.devnull), "words")
    assert not Path(os.devnull).is_file()
    with pytest.raises(UsageError, match="cannot be written"):
        write_whole(tmp_path, "words")
