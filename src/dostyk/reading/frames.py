"""Frames: how a kind shows itself in a sentence, as data. Loaded from YAML, checked, indexed by trigger word.

A frame file holds `version`, `kind` and a list of `frames`; see `docs/frames.md` for every field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from dostyk.errors import FrameError
from dostyk.model import KINDS, STANCES, STATUSES
from dostyk.reading.frame_shape import FIELDS, wrong_shape
from dostyk.reference.own import frame_files
from dostyk.reference.own_rows import yaml_fault


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which `on`, `off`, `yes` and `no` are words, as prepositions must be."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

Groups = tuple[tuple[str, ...], ...]
VERSION = 1
"""Of the format. A file without `version` is of this one; a file of another is refused."""
_FILE_FIELDS = frozenset(("version", "kind", "frames"))
_KNOWN_FIELDS = ", ".join(sorted(_FILE_FIELDS))
FILLS = frozenset(("", "pair", "sides", "home", "host", "other", "author"))


@dataclass(frozen=True)
class Example:
    """A sentence that reads by a frame, and its claim: `NOR > CHL`, with a status where it did not happen; `gives` is
    empty where any claim will do."""

    sentence: str
    gives: str = ""


@dataclass(frozen=True)
class Frame:
    """One way in which a kind shows itself.

    `verbs`, `nouns`, `adjectives`: trigger lemmas. `object`: lemmas of which the verb's object must be one; `objects`
    maps such lemmas to a stance. `light`: verbs of which one must govern the noun. `with`/`without`: slot → lemmas.
    `who`, `whom`: groups of slots; of each group the first filled slot counts, the groups are added up.
    `refers`: the words may only refer to an act told of elsewhere in the report (`during my visit`).
    `needs`: how many parties must be known. `fill`: where missing parties come from. `counter_examples`: sentences that
    must give no claim by the frame.
    """

    id: str
    kind: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    particle: str = ""
    object: frozenset[str] = frozenset()
    objects: Mapping[str, str] = field(default_factory=dict)
    light: frozenset[str] = frozenset()
    with_: Mapping[str, frozenset[str]] = field(default_factory=dict)
    without: Mapping[str, frozenset[str]] = field(default_factory=dict)
    who: Groups = ()
    whom: Groups = ()
    needs: int = 1
    fill: str = ""
    fill_whom: str = ""
    status: str = ""
    stance: str = ""
    words_near: frozenset[str] = frozenset()
    report_words: frozenset[str] = frozenset()
    case: frozenset[str] = frozenset()
    refers: bool = False
    examples: tuple[Example, ...] = ()
    counter_examples: tuple[str, ...] = ()


def _groups(value: Any) -> Groups:
    items = [value] if isinstance(value, str) else list(value or ())
    return tuple(tuple(part.strip() for part in item.split("|")) for item in items)


def _lemmas(value: Any) -> Mapping[str, frozenset[str]]:
    return {slot: frozenset(words or ()) for slot, words in (value or {}).items()}


def _frame(kind: str, data: Mapping[str, Any], place: str) -> Frame:
    unknown = sorted(set(data) - set(FIELDS))
    if unknown:
        raise FrameError(f"{place}: unknown field {unknown[0]!r}; known are {', '.join(sorted(FIELDS))}")
    if fault := wrong_shape(data):
        raise FrameError(f"{place}: {fault}")
    if not any(data.get(name) for name in ("verbs", "nouns", "adjectives")):
        raise FrameError(f"{place}: a frame needs verbs, nouns or adjectives as triggers; add one of them")
    frame = Frame(
        id=str(data.get("id") or ""),
        kind=kind,
        verbs=tuple(data.get("verbs") or ()),
        nouns=tuple(data.get("nouns") or ()),
        adjectives=tuple(data.get("adjectives") or ()),
        particle=data.get("particle") or "",
        object=frozenset(data.get("object") or ()),
        objects=dict(data.get("objects") or {}),
        light=frozenset(data.get("light") or ()),
        with_=_lemmas(data.get("with")),
        without=_lemmas(data.get("without")),
        who=_groups(data.get("who")),
        whom=_groups(data.get("whom")),
        needs=int(data.get("needs", 1)),
        fill=data.get("fill") or "",
        fill_whom=data.get("fill_whom") or "",
        status=data.get("status") or "",
        stance=data.get("stance") or "",
        words_near=frozenset(data.get("words_near") or ()),
        case=frozenset(data.get("case") or ()),
        refers=str(data.get("refers") or "").lower() == "true",
        report_words=frozenset(data.get("report_words") or ()),
        examples=tuple(Example(e) if isinstance(e, str) else Example(**e) for e in data.get("examples") or ()),
        counter_examples=tuple(data.get("counter_examples") or ()),
    )
    _check(frame, place)
    return frame


def _check(frame: Frame, place: str) -> None:
    if not frame.id:
        raise FrameError(f"{place}: a frame needs an id; add id: and a name")
    if frame.status and frame.status not in STATUSES:
        raise FrameError(f"{place}: status {frame.status!r} is none of {', '.join(STATUSES)}")
    for stance in (frame.stance, *frame.objects.values()):
        if stance and frame.kind == "statement" and stance not in STANCES:
            raise FrameError(f"{place}: stance {stance!r} is none of {', '.join(STANCES)}")
    for fill in (frame.fill, frame.fill_whom):
        if fill not in FILLS:
            raise FrameError(f"{place}: fill {fill!r} is none of {', '.join(sorted(FILLS - {''}))}")


def _lines(node: yaml.Node) -> list[int]:
    """The line that each frame of a file begins at."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    frames = next((value for key, value in pairs if key.value == "frames"), None)
    return [item.start_mark.line + 1 for item in frames.value] if isinstance(frames, yaml.SequenceNode) else []


def parse_text(text: str, name: str) -> tuple[list[Frame], list[str]]:
    """The frames of one YAML file, and what is wrong with the others, each naming file, frame and field."""
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        data = loader.construct_document(node) if node is not None else None
    except yaml.YAMLError as error:
        return [], [yaml_fault(name, error)]
    if not isinstance(data, dict) or not isinstance(data.get("kind"), str) or data["kind"] not in KINDS:
        return [], [f"{name}: `kind` must be one of {', '.join(KINDS)}"]
    if data.get("version", VERSION) != VERSION:
        return [], [f"{name}: `version` {data['version']!r} of the frame format is not known; write version: {VERSION}"]
    items = data.get("frames") or []
    faults = [
        f"{name}: unknown field {field!r}; known are {_KNOWN_FIELDS}" for field in sorted(set(data) - _FILE_FIELDS)
    ]
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        return [], [*faults, f"{name}: `frames` must be a list of frames"]
    frames: list[Frame] = []
    lines = _lines(node)
    for number, item in enumerate(items, 1):
        try:
            place = f"{name}, line {lines[number - 1]}, frame {number} ({item.get('id', '?')})"
            frame = _frame(data["kind"], item, place)
        except FrameError as error:
            faults.append(str(error))
            continue
        if any(other.id == frame.id for other in frames):
            faults.append(f"{place}: id stands twice; give one of the two another id")
        frames.append(frame)
    return frames, faults


def load_text(text: str, name: str) -> list[Frame]:
    """The frames of one YAML file. Raises FrameError naming file, frame and field of the first fault."""
    frames, faults = parse_text(text, name)
    if faults:
        raise FrameError(faults[0])
    return frames


class FrameSet:
    """Frames indexed by their triggers."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        self.frames = tuple(frames)
        self._index: dict[tuple[str, str], list[Frame]] = defaultdict(list)
        for frame in self.frames:
            for pos, words in (("V", frame.verbs), ("N", frame.nouns), ("A", frame.adjectives)):
                for word in words:
                    self._index[pos, word].append(frame)

    def of(self, pos: str, lemma: str) -> list[Frame]:
        """Frames triggered by a lemma as verb (`V`), noun (`N`) or adjective (`A`)."""
        return self._index.get((pos, lemma), [])


def package_files() -> list[tuple[str, str]]:
    """Name and text of each frame file of the package, by name."""
    own = resources.files("dostyk.reading") / "frames_data"
    files = sorted((item for item in own.iterdir() if item.name.endswith(".yml")), key=lambda item: item.name)
    return [(item.name, item.read_text(encoding="utf-8")) for item in files]


def own_text(path: Path) -> str:
    """The text of a frame file of one's own. Raises FrameError where it cannot be read as UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise FrameError(f"{path}, byte {error.start + 1}: is no UTF-8; save the file as UTF-8") from error
    except OSError as error:
        raise FrameError(f"{path}: cannot be read ({error.strerror})") from error


@cache
def load_frames(*folders: str) -> FrameSet:
    """The frames of the package and of a user's folders, in the order of file names.

    A frame of a folder takes the place of an earlier one of its kind and id, else it is added behind them.
    """
    frames: dict[tuple[str, str], Frame] = {}
    texts = package_files()
    for folder in folders:
        texts += [(str(path), own_text(path)) for path in frame_files(Path(folder))]
    for name, text in texts:
        frames.update({(frame.kind, frame.id): frame for frame in load_text(text, name)})
    return FrameSet(frames.values())
