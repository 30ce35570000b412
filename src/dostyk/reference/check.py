"""What can be wrong with the reviewed tables. Each check returns its faults as text; none raises."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

LEVELS = frozenset(
    (
        "head_of_state",
        "vice_head_of_state",
        "head_of_government",
        "foreign_minister",
        "minister",
        "deputy_minister",
        "parliament",
        "envoy",
        "diplomat",
        "official",
        "party",
        "royal",
        "military",
        "spiritual",
        "local",
        "body_head",
        "business",
        "civil",
        "spouse",
    )
)
EFFECTS = frozenset(["deputy", "acting", "former", "dead", "outgoing", "future", "current", "visiting", "rank"])
SIDES = frozenset({"any", "other", "host", "guest", "both"})
OUTLET_KINDS = frozenset({"agency", "newspaper", "broadcaster", "government", "parliament", "body"})
FAMILIES = frozenset(
    ["universal", "regional", "economic", "security", "forum", "court", "parliamentary", "humanitarian", "culture"]
)
STATE_KEYS = frozenset(
    [
        "alpha2",
        "name",
        "formal",
        "other",
        "demonyms",
        "people",
        "capital",
        "seats",
        "cities",
        "prefixes",
        "of",
        "rarely",
        "note",
    ]
)


def find_faults(sources: dict[str, Any]) -> list[str]:
    """Every fault in the tables, each naming its table and place."""
    return [
        *_state_faults(sources["states"]),
        *_history_faults(sources),
        *_body_faults(sources),
        *_group_faults(sources),
        *_outlet_faults(sources),
        *_title_faults(sources),
        *_word_faults(sources["office_words"]),
        *_other_faults(sources),
    ]


def _state_faults(states: dict[str, Any]) -> Iterator[str]:
    for code, state in states.items():
        where = f"states: {code}"
        if not re.fullmatch("[A-Z]{3}", str(code)):
            yield f"{where}: the code is not three capital letters"
        own = str(code).startswith("X") and "alpha2" not in state  # a code of dostyk's own, which ISO leaves to users
        if not own and not re.fullmatch("[A-Z]{2}", str(state.get("alpha2"))):
            yield f"{where}: alpha2 is not two capital letters"
        for key in ("name", "demonyms", "capital"):
            if not state.get(key):
                yield f"{where}: {key} is missing"
        yield from (f"{where}: unknown key {key}" for key in sorted(set(state) - STATE_KEYS))
        if state.get("of", code) not in states:
            yield f"{where}: of names no state"
        yield from _repeated(f"{where}: place", [*state.get("capital", []), *state.get("cities", [])])
    yield from _repeated("states: alpha2", [state["alpha2"] for state in states.values() if "alpha2" in state])
    yield from _repeated("states: name", [state.get("name") for state in states.values()])


def _history_faults(sources: dict[str, Any]) -> Iterator[str]:
    history, states = sources["history"], sources["states"]
    for code, state in history["ended"].items():
        if not re.fullmatch("[A-Z]{4}", str(code)):
            yield f"history: {code}: the code of an ended state has four letters"
        if state["successor"] and state["successor"] not in states:
            yield f"history: {code}: successor is no state"
        yield from _span_faults(f"history: {code}", state)
    for change in history["renamed"]:
        if change["code"] not in states:
            yield f"history: {change['name']}: {change['code']} is no state"
        yield from _span_faults(f"history: {change['name']}", change)
    for former, code in history["former_codes"].items():
        if code not in states or former in states:
            yield f"history: former code {former}: in use, or stands for no state"
    for code, day in history["founded"].items():
        if code not in states:
            yield f"history: founded: {code} is no state"
        if not _is_day(day):
            yield f"history: founded: {code}: {day} is no day"


def _span_faults(where: str, span: dict[str, Any]) -> Iterator[str]:
    if not (_is_day(span.get("begin")) and _is_day(span.get("end"))):
        yield f"{where}: begin or end is no day"
    elif span["begin"] >= span["end"]:
        yield f"{where}: ends before it begins"


def _is_day(text: Any) -> bool:
    try:
        date.fromisoformat(text)
    except (TypeError, ValueError):
        return False
    return True


def _body_faults(sources: dict[str, Any]) -> Iterator[str]:
    names = [body["name"] for body in sources["bodies"]]
    yield from _repeated(
        "bodies: name or form", [f for b in sources["bodies"] for f in (b["name"], *b.get("forms", []))]
    )
    for body in sources["bodies"]:
        where = f"bodies: {body['name']}"
        if body.get("of", names[0]) not in names:
            yield f"{where}: of names no body"
        if body.get("family") not in FAMILIES:
            yield f"{where}: unknown family {body.get('family')}"
        yield from (f"{where}: member {m} is no state" for m in body.get("members", []) if m not in sources["states"])
        yield from _repeated(f"{where}: member", body.get("members", []))


def _group_faults(sources: dict[str, Any]) -> Iterator[str]:
    codes = sources["states"] | sources["history"]["ended"]
    for group in sources["groups"]:
        where = f"groups: {group['name']}"
        yield from (f"{where}: member {m} is no state" for m in group["members"] if m not in codes)
        if len(group["members"]) < 2:
            yield f"{where}: fewer than two members"
    for words in ("adjectives", "nouns"):
        yield from _repeated(f"groups: {words}", [w for group in sources["groups"] for w in group.get(words, [])])


def _outlet_faults(sources: dict[str, Any]) -> Iterator[str]:
    codes = _party_codes(sources)
    for outlet in sources["outlets"]:
        if outlet["code"] not in codes:
            yield f"outlets: {outlet['name']}: {outlet['code']} is no party"
        if outlet.get("kind") not in OUTLET_KINDS:
            yield f"outlets: {outlet['name']}: unknown kind {outlet.get('kind')}"
        if outlet.get("reach", "world") != "world":
            yield f"outlets: {outlet['name']}: unknown reach {outlet['reach']}"
    yield from _repeated("outlets: domain", [d for outlet in sources["outlets"] for d in outlet.get("domains", [])])
    yield from _repeated("outlets: name", [f for o in sources["outlets"] for f in (o["name"], *o.get("forms", []))])


def _title_faults(sources: dict[str, Any]) -> Iterator[str]:
    table, states = sources["titles"], sources["states"] | sources["history"]["ended"]
    bodies = {body["name"] for body in sources["bodies"]}
    for title in table["titles"]:
        where = f"titles: {title['title']}"
        if title["level"] not in LEVELS:
            yield f"{where}: unknown level {title['level']}"
        if title.get("position", "both") not in {"before", "after", "both"}:
            yield f"{where}: unknown position"
        yield from (f"{where}: {code} is no state" for code in title.get("states", []) if code not in states)
        yield from (f"{where}: {body} is no body" for body in title.get("bodies", []) if body not in bodies)
    written = {form for title in table["titles"] for form in (title["title"], *title.get("forms", []))}
    yield from (f"titles: capitals_only: {word} is no title" for word in table["capitals_only"] if word not in written)
    for modifier in table["modifiers"]:
        if modifier["effect"] not in EFFECTS:
            yield f"titles: modifier {modifier['word']}: unknown effect"
    for role in table["roles"]:
        if not LEVELS.issuperset(role["levels"]) or role["side"] not in SIDES or role["number"] not in {"sg", "pl"}:
            yield f"titles: role {role['noun']}: unknown level, side or number"
    yield from _repeated("titles: modifier", [modifier["word"] for modifier in table["modifiers"]])
    yield from _repeated("titles: role", [role["noun"] for role in table["roles"]])


def _word_faults(words: dict[str, list[str]]) -> Iterator[str]:
    for name, row in words.items():
        yield from _repeated(f"office_words: {name}:", row)
        if name != "post_nominals":
            yield from (f"office_words: {name}: {word} has capitals" for word in row if word != word.lower())


def _other_faults(sources: dict[str, Any]) -> Iterator[str]:
    codes = _party_codes(sources)
    for honour in sources["honours"]["honours"]:
        if honour["code"] not in codes:
            yield f"honours: {honour['name']}: {honour['code']} is no party"
    for row in sources["contested"]:
        if row["code"] not in codes:
            yield f"contested: {row['writes']}: {row['code']} is no party"
        if not row.get("note"):
            yield f"contested: {row['writes']}: the reason is missing"
    yield from _repeated("contested: name", [name for row in sources["contested"] for name in row["names"]])
    yield from _repeated("fields: name", [field["name"] for field in sources["fields"]])
    for key, states in sources["calendars"].items():
        yield from (f"calendars: {key}: {code} is no state" for code in states if code not in sources["states"])
    both = set(sources["calendars"]["month_first"]) & set(sources["calendars"]["order_open"])
    yield from (f"calendars: {code} has two orders" for code in sorted(both))


def _party_codes(sources: dict[str, Any]) -> set[str]:
    bodies = {f"IGO:{body['name']}" for body in sources["bodies"]}
    return {"", *sources["states"], *sources["history"]["ended"], *bodies}


def _repeated(what: str, values: list[Any]) -> Iterator[str]:
    yield from (f"{what} {value} stands twice" for value, count in Counter(values).items() if count > 1)
