"""Whether frame files say what they must, and whether their examples read as they should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dostyk.errors import FrameError, ReferenceDataError
from dostyk.model import Claim, Report
from dostyk.reading.frames import Frame, own_text, package_files, parse_text
from dostyk.reference import load_reference
from dostyk.reference.own import frame_files, own_folders, table_files

_REMEDY = "dostyk frames explain shows why"


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
    """Examples that do not give what they must, and counter-examples that do. Needs files without faults."""
    for name, frame in frames:
        place = f"{name}, frame {frame.id}"
        for example in frame.examples:
            given, instead = _claims(frame, example.sentence)
            if not given:
                yield f"{place}, examples: {example.sentence!r} gives {instead}; {_REMEDY}"
            elif example.gives and _sides(example.gives) not in map(_sides, given):
                wrong = f"gives {', '.join(given)}, not {example.gives}"
                yield f"{place}, examples: {example.sentence!r} {wrong}; {_REMEDY}"
        for sentence in frame.counter_examples:
            if given := _claims(frame, sentence)[0]:
                yield f"{place}, counter_examples: {sentence!r} gives {', '.join(given)}; {_REMEDY}"


def _claims(frame: Frame, sentence: str) -> tuple[list[str], str]:
    """What a sentence gives by a frame, each claim as in `Example.gives`; and in words what it gives by others."""
    from dostyk.reading.explain import told

    made = told(Report(text=sentence, name=frame.id))
    own = [_line(item.claim) for item in made if item.claim.kind == frame.kind and item.frame == frame.id]
    return own, ", ".join(f"{item.claim.kind} by {item.frame or 'no frame'}" for item in made) or "nothing"


def _line(claim: Claim) -> str:
    """`KAZ:Dina Omarova > NOR scheduled`; what happened bears no status."""
    sides = " > ".join(" + ".join(m.key for m in side) for side in (claim.who, claim.whom) if side)
    return sides if claim.status == "happened" else f"{sides} {claim.status}"


def _sides(line: str) -> list[list[str]]:
    """The parties of each side in the order of letters, since those of a meeting have none."""
    return [sorted(part.strip() for part in side.split("+")) for side in line.split(">")]
