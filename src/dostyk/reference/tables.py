"""The compiled tables, each made from the reviewed ones by a pure function."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dostyk.reference.portfolios import minister_titles
from dostyk.reference.surfaces import is_noun, plural, variants

KINDS = ("state", "demonym", "people", "historic", "body", "capital", "city", "seat", "outlet")
"""Kinds of entry; where one surface has several, the likelier reading in running text stands first."""
NEWS = frozenset({"agency", "newspaper", "broadcaster"})
"""Outlets whose names are entries; those of governments and bodies read as offices and institutions in a text."""
Row = tuple[str, str, str, str, str, str]
"""surface, kind, code, canonical name, begin, end."""


def body_code(name: str) -> str:
    """``ASEAN`` → ``IGO:ASEAN``."""
    return f"IGO:{name}"


def people_of(state: dict[str, Any]) -> list[str]:
    """The singular nouns for the people of a state, taken from its demonyms where the table gives none."""
    nouns: list[str] = state.get("people", [word for word in state["demonyms"] if is_noun(word)])
    return nouns


def as_written(sources: dict[str, Any]) -> dict[str, Any]:
    """The states under the names that contested.yml writes; the name of the table becomes one more form."""
    written = dict(sources["states"])
    for row in sources["contested"]:
        state = written.get(row["code"], {})
        if state.get("name") in row["names"] and state["name"] != row["writes"]:
            other = [*state.get("other", []), state["name"]]
            written[row["code"]] = {**state, "name": row["writes"], "other": other}
    return written


def states(sources: dict[str, Any]) -> list[list[Any]]:
    """Rows for records.State, present and ended."""
    founded = sources["history"]["founded"]
    rows = [_state_row(code, state, founded.get(code, ""), "") for code, state in sources["states"].items()]
    ended = sources["history"]["ended"]
    rows += [_state_row(code, state, state["begin"], state["end"]) for code, state in ended.items()]
    return sorted(rows)


def _state_row(code: str, state: dict[str, Any], begin: str, end: str) -> list[Any]:
    return [
        code,
        state.get("alpha2", ""),
        state["name"],
        state.get("formal", state["name"]),
        state["demonyms"],
        people_of(state),
        state["capital"],
        state.get("seats", []),
        state.get("of", ""),
        state.get("successor", ""),
        begin,
        end,
    ]


def former_codes(sources: dict[str, Any]) -> dict[str, str]:
    """Three-letter codes of ended states, and former codes of present ones → the code in use here."""
    codes: dict[str, str] = dict(sources["history"]["former_codes"])
    ended = sources["history"]["ended"]
    return codes | {state["alpha3"]: code for code, state in ended.items() if "alpha3" in state}


def names(sources: dict[str, Any]) -> list[list[Any]]:
    """Rows of surface and records.Entry, without repeats; sorted by surface, then kind."""
    rows: dict[tuple[str, str, str], Row] = {}
    filed = _contested_codes(sources)
    for surface, kind, code, name, begin, end in _all_rows(sources):
        for form in variants(surface):
            filed_under = filed.get(form, code) if kind != "outlet" else code
            row = (form, kind, filed_under, name, begin, end)
            rows.setdefault((form, kind, filed_under), row)
    known = {form for form, *_ in rows}
    for form, code in filed.items():
        if form not in known and code:
            rows[form, "city", code] = (form, "city", code, form, "", "")
    codes: dict[str, set[str]] = {}
    for form, _, code in rows:
        codes.setdefault(form, set()).add(code)
    rarely = {code: state.get("rarely", ()) for code, state in sources["states"].items()}
    marked = {form for surface in sources["ambiguous"] for form in variants(surface)}
    return sorted(
        (
            [form, kind, code, name, int(len(codes[form]) > 1 or form in marked), begin, end]
            for form, kind, code, name, begin, end in rows.values()
            if code or kind == "outlet"
        ),
        key=lambda row: (row[0], KINDS.index(row[1]), row[0] in rarely.get(row[2], ()), row[2]),
    )


def _contested_codes(sources: dict[str, Any]) -> dict[str, str]:
    """Contested surface → the code it is filed under; a name that no other table has is taken for a place."""
    return {form: row["code"] for row in sources["contested"] for name in row["names"] for form in variants(name)}


def _all_rows(sources: dict[str, Any]) -> Iterator[Row]:
    for code, state in sources["states"].items():
        for surface in (state["name"], state.get("formal", state["name"]), *state.get("other", [])):
            yield surface, "state", code, state["name"], "", ""
        yield from _of_people(code, state["name"], state, ("demonym", "people"), "", "")
        yield from _places(code, state)
    for code, state in sources["history"]["ended"].items():
        yield from _historic(code, state)
    for change in sources["history"]["renamed"]:
        yield from _historic(change["code"], change)
    for body in sources["bodies"]:
        for surface in (body["name"], *body.get("forms", [])):
            yield surface, "body", body_code(body["name"]), body["name"], "", ""
    for outlet in sources["outlets"]:
        if outlet["kind"] in NEWS:
            for surface in (outlet["name"], *outlet.get("forms", [])):
                yield surface, "outlet", outlet["code"], outlet["name"], "", ""


def _of_people(
    code: str, name: str, state: dict[str, Any], kinds: tuple[str, str], begin: str, end: str
) -> Iterator[Row]:
    for demonym in state["demonyms"]:
        yield demonym, kinds[0], code, name, begin, end
    for noun in people_of(state):
        if noun not in state["demonyms"]:
            yield noun, kinds[1], code, name, begin, end
        if plural(noun) != noun:
            yield plural(noun), kinds[1], code, name, begin, end


def _historic(code: str, state: dict[str, Any]) -> Iterator[Row]:
    name, begin, end = state["name"], state["begin"], state["end"]
    for surface in (name, state.get("formal", name), *state.get("other", [])):
        yield surface, "historic", code, name, begin, end
    yield from _of_people(code, name, state, ("historic", "historic"), begin, end)


def _places(code: str, state: dict[str, Any]) -> Iterator[Row]:
    for surface in state["capital"]:
        yield surface, "capital", code, state["capital"][0], "", ""
    for surface in state.get("seats", []):
        yield surface, "seat", code, surface, "", ""
    for surface in state.get("cities", []):
        yield surface, "city", code, surface, "", ""


def prefixes(sources: dict[str, Any]) -> dict[str, str]:
    """First parts of compounds such as ``Sino-Vietnamese`` → code."""
    every = sources["states"] | sources["history"]["ended"]
    return {prefix: code for code, state in every.items() for prefix in state.get("prefixes", [])}


def bodies(sources: dict[str, Any]) -> list[list[Any]]:
    """Rows for records.Body."""
    return [
        [
            body_code(body["name"]),
            body["name"],
            body.get("forms", []),
            body_code(body["of"]) if "of" in body else "",
            body["family"],
            body.get("members", []),
            body.get("seats", []),
        ]
        for body in sources["bodies"]
    ]


def groups(sources: dict[str, Any]) -> dict[str, dict[str, list[str]]]:
    """Adjectives, and nouns, in small letters → the states that they name together."""
    return {
        words: {word.casefold(): group["members"] for group in sources["groups"] for word in group.get(words, [])}
        for words in ("adjectives", "nouns")
    }


def outlets(sources: dict[str, Any]) -> list[list[Any]]:
    """Rows for records.Outlet."""
    return [
        [outlet["name"], outlet["code"], outlet["kind"], outlet.get("reach") == "world"]
        for outlet in sources["outlets"]
    ]


def outlet_names(sources: dict[str, Any]) -> dict[str, int]:
    """Spelling → row of the outlet that it names."""
    return {
        form: row
        for row, outlet in enumerate(sources["outlets"])
        for surface in (outlet["name"], *outlet.get("forms", []))
        for form in variants(surface)
    }


def domains(sources: dict[str, Any]) -> dict[str, int]:
    """Domain → row of the outlet that it belongs to."""
    return {domain: row for row, outlet in enumerate(sources["outlets"]) for domain in outlet.get("domains", [])}


def titles(sources: dict[str, Any]) -> dict[str, Any]:
    """The tables of offices, with ``surfaces`` as pairs of spelling and row of the office."""
    table = sources["titles"]
    offices: list[list[Any]] = []
    surfaces: dict[tuple[str, int], None] = {}
    for title in (*table["titles"], *minister_titles(table["portfolios"])):
        offices.append(
            [
                title["title"],
                title["level"],
                title["unique"],
                title.get("states", []),
                [body_code(body) for body in title.get("bodies", [])],
                title.get("position", "both"),
            ]
        )
        for form in (title["title"], *title.get("forms", [])):
            for surface in variants(form):
                surfaces[surface, len(offices) - 1] = None
    return {
        "titles": offices,
        "title_surfaces": [list(pair) for pair in surfaces],
        "capitals_only": table["capitals_only"],
        "modifiers": {modifier["word"]: modifier["effect"] for modifier in table["modifiers"]},
        "honorifics": _honorifics(table["honorifics"]),
        "post_nominals": table["post_nominals"],
        "roles": [[role["noun"], role["levels"], role["side"], role["number"]] for role in table["roles"]],
    }


def _honorifics(rows: list[dict[str, Any]]) -> dict[str, list[str]]:
    return {form: [row["word"], row["gender"]] for row in rows for form in (row["word"], *row.get("forms", []))}


def honours(sources: dict[str, Any]) -> dict[str, Any]:
    """Spellings of orders and medals → name and code, and the words that an unlisted one is known by."""
    named = {
        surface: [honour["name"], honour["code"]]
        for honour in sources["honours"]["honours"]
        for form in (honour["name"], *honour.get("forms", []))
        for surface in variants(form)
    }
    return {"named": named, **{key: sources["honours"][key] for key in ("heads", "ranks", "degrees")}}
