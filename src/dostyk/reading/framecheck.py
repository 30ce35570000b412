"""Whether frame files say what they must, and whether their examples read as they should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dostyk.errors import FrameError, ReferenceDataError
from dostyk.model import Report
from dostyk.reading.frames import Frame, own_text, package_files, parse_text
from dostyk.reference import load_reference
from dostyk.reference.own import frame_files, own_folders, table_files


@dataclass(frozen=True)
class Files:
    """What was checked: how many files, their frames by file, and every fault."""

    count: int
    frames: tuple[tuple[str, Frame], ...]
    faults: tuple[str, ...]

    @property
    def examples(self) -> int:
        """How many example sentences the frames give."""
        return sum(len(frame.examples) for _, frame in self.frames)


def check_files() -> Files:
    """The frame files of one's own folders, else those of the package; tables of one's own are checked too."""
    folders = own_folders()
    own = [path for folder in folders for path in frame_files(folder)]
    frames: list[tuple[str, Frame]] = []
    faults: list[str] = []
    for name, text in _texts(own, faults) if folders else package_files():
        found, wrong = parse_text(text, name)
        frames += [(name, frame) for frame in found]
        faults += wrong
    try:
        load_reference()
    except ReferenceDataError as error:
        faults += [line.strip() for line in str(error).splitlines()]
    tables = table_files(folders)
    if folders and not own and not tables:
        faults.append(f"{', '.join(map(str, folders))}: holds no frame file (*.yml)")
    return Files((len(own) if folders else len(package_files())) + len(tables), tuple(frames), tuple(faults))


def _texts(paths: Iterable[Path], faults: list[str]) -> Iterator[tuple[str, str]]:
    """Names and texts of files; one that cannot be read is a fault."""
    for path in paths:
        try:
            yield str(path), own_text(path)
        except FrameError as error:
            faults.append(str(error))


def check_examples(frames: Iterable[tuple[str, Frame]]) -> Iterator[str]:
    """Examples that give no claim by their own frame. Needs files without faults."""
    from dostyk.reading.explain import told

    for name, frame in frames:
        for example in frame.examples:
            made = told(Report(text=example, name=frame.id))
            if not any(item.claim.kind == frame.kind and item.frame == frame.id for item in made):
                instead = ", ".join(f"{item.claim.kind} by {item.frame or 'no frame'}" for item in made) or "nothing"
                yield f"{name}, frame {frame.id}, examples: {example!r} gives {instead}"
