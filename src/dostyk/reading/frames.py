"""Frames: how a kind shows itself in a sentence, as data. Loaded from YAML, checked, indexed by trigger word.

A frame file holds `kind` and a list of `frames`; see `docs/frames.md` for every field.
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


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which `on`, `off`, `yes` and `no` are words, as prepositions must be."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

Groups = tuple[tuple[str, ...], ...]
_FIELDS = frozenset(
    "id verbs nouns adjectives particle object objects light with without who whom needs fill fill_whom status stance "
    "stances what level examples words_near report_words case refers".split()
)
FILLS = frozenset(("", "pair", "sides", "home", "host", "other", "author"))


@dataclass(frozen=True)
class Frame:
    """One way in which a kind shows itself.

    `verbs`, `nouns`, `adjectives`: trigger lemmas. `object`: lemmas of which the verb's object must be one; `objects`
    maps such lemmas to a stance. `light`: verbs of which one must govern the noun. `with`/`without`: slot → lemmas.
    `who`, `whom`: groups of slots; of each group the first filled slot counts, the groups are added up.
    `refers`: the words may only refer to an act told of elsewhere in the report (`during my visit`).
    `needs`: how many parties must be known. `fill`: where missing parties come from.
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
    stances: Mapping[str, str] = field(default_factory=dict)
    what: tuple[str, ...] = ()
    level: str = ""
    words_near: frozenset[str] = frozenset()
    report_words: frozenset[str] = frozenset()
    case: frozenset[str] = frozenset()
    refers: bool = False
    examples: tuple[str, ...] = ()


def _groups(value: Any) -> Groups:
    items = [value] if isinstance(value, str) else list(value or ())
    return tuple(tuple(part.strip() for part in item.split("|")) for item in items)


def _lemmas(value: Any) -> Mapping[str, frozenset[str]]:
    return {slot: frozenset(words or ()) for slot, words in (value or {}).items()}


def _frame(kind: str, data: Mapping[str, Any], place: str) -> Frame:
    unknown = set(data) - _FIELDS
    if unknown:
        raise FrameError(f"{place}: unknown field {sorted(unknown)[0]!r}; known are {', '.join(sorted(_FIELDS))}")
    if not any(data.get(name) for name in ("verbs", "nouns", "adjectives")):
        raise FrameError(f"{place}: a frame needs verbs, nouns or adjectives as triggers")
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
        stances=dict(data.get("stances") or {}),
        what=tuple(data.get("what") or ()),
        level=data.get("level") or "",
        words_near=frozenset(data.get("words_near") or ()),
        case=frozenset(data.get("case") or ()),
        refers=str(data.get("refers") or "").lower() == "true",
        report_words=frozenset(data.get("report_words") or ()),
        examples=tuple(data.get("examples") or ()),
    )
    _check(frame, place)
    return frame


def _check(frame: Frame, place: str) -> None:
    if not frame.id:
        raise FrameError(f"{place}: a frame needs an id")
    if frame.status and frame.status not in STATUSES:
        raise FrameError(f"{place}: status {frame.status!r} is none of {', '.join(STATUSES)}")
    for stance in (frame.stance, *frame.objects.values(), *frame.stances.values()):
        if stance and frame.kind == "statement" and stance not in STANCES:
            raise FrameError(f"{place}: stance {stance!r} is none of {', '.join(STANCES)}")
    for fill in (frame.fill, frame.fill_whom):
        if fill not in FILLS:
            raise FrameError(f"{place}: fill {fill!r} is none of {', '.join(sorted(FILLS))}")


def load_text(text: str, name: str) -> list[Frame]:
    """The frames of one YAML file. Raises FrameError naming file, frame and field."""
    try:
        data = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise FrameError(f"{name}: not YAML: {error}") from error
    if not isinstance(data, dict) or data.get("kind") not in KINDS:
        raise FrameError(f"{name}: `kind` must be one of {', '.join(KINDS)}")
    return [
        _frame(data["kind"], item, f"{name}, frame {number} ({item.get('id', '?')})")
        for number, item in enumerate(data.get("frames") or (), 1)
    ]


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


@cache
def load_frames(*folders: str) -> FrameSet:
    """The frames of the package and of a user's folders, in the order of file names."""
    frames: list[Frame] = []
    own = resources.files("dostyk.reading") / "frames_data"
    for item in sorted(own.iterdir(), key=lambda p: p.name):
        if item.name.endswith(".yml"):
            frames += load_text(item.read_text(encoding="utf-8"), item.name)
    for folder in folders:
        for path in sorted(Path(folder).glob("*.yml")):
            frames += load_text(path.read_text(encoding="utf-8"), str(path))
    return FrameSet(frames)
