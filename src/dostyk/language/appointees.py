"""Offices that a clause gives to a person: `X was appointed Ambassador of A to B`, `A named X its ambassador in B`,
`X becomes Minister of …`, `X took office as …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language import offices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

    from dostyk.language.gazetteer import Known
    from dostyk.language.spans import Run, Title

_NAMING = frozenset("appoint reappoint name nominate designate accredit confirm select choose assign post send".split())
_TAKING = frozenset("take assume enter begin resume".split())
_FOLLOWING = frozenset(["replace", "succeed"])
_THINGS_TAKEN = frozenset("office post duty duties position post appointment role".split())
_HOLDING = frozenset(["be", "serve", "act"])
_BEING = _HOLDING | {"become", "swear"}
_AUXILIARIES = frozenset("have be will would shall get".split())
# what may stand between a verb and the office: `as the new ambassador`, `to be its first ambassador`
_LEADING = frozenset(
    "as to be the a an new next first its his her their in up over official resident non-resident".split()
)
_AWAITED = frozenset("nominate designate intend propose will next plan recommend".split())
_REACH = 9  # tokens between a name and the verb
_STATES = frozenset("state demonym capital historic people".split())


def give_offices(doc: Doc, runs: list[Run], titles: list[Title], known: list[Known]) -> list[Title]:
    """Give runs the offices that verbs give them; the titles that are left to stand alone."""
    starts = {title.start: title for title in titles}
    for run in runs:
        if run.after is not None or not (run.person or run.end - run.start > 1):
            continue
        title, verb = _active(doc, run, starts) or _passive(doc, run, starts) or (None, None)
        if title is None or verb is None or title.end <= run.start:
            continue
        title.awaited = any(t.lemma_ in _AWAITED for t in _clause_words(verb, title))
        if not title.state:
            title.state = _sender(doc, run, title, verb, known)
        title.target = title.target or _posted_to(verb, title, known)
        title.given = verb.i
        run.after, run.person = title, True
        del starts[title.start]
    return [title for title in titles if title.start in starts]


def _clause_words(verb: Token, title: Title) -> list[Token]:
    doc = verb.doc
    return [t for t in doc[max(verb.sent.start, verb.i - 3) : title.end] if t.i < title.end]


def _title_from(doc: Doc, i: int, starts: Mapping[int, Title]) -> Title | None:
    """The office that begins at a token, behind words that lead to it."""
    while i < len(doc) and i not in starts and doc[i].lower_ in _LEADING:
        i += 1
    title = starts.get(i)
    return title if title is not None and not doc[i].is_sent_start and title.head != "counterpart" else None


def _active(doc: Doc, run: Run, starts: Mapping[int, Title]) -> tuple[Title, Token] | None:
    """`A has named X its ambassador to B`."""
    first = run.before.start if run.before else run.start
    verb = doc[first - 1] if first else None
    if verb is not None and verb.lower_ == "of" and first > 1:  # `the appointment of X as ambassador`
        verb = doc[first - 2] if doc[first - 2].lower_ in ("appointment", "nomination") else None
        title = _title_from(doc, max(run.end, run.tail), starts) if verb is not None else None
        return (title, verb) if title is not None and verb is not None else None
    while verb is not None and verb.lower_ in ("the", "career", "diplomat", "mr", "ms", "mrs", "dr", "."):
        verb = doc[verb.i - 1] if verb.i else None
    if verb is None or verb.lemma_.lower() not in _NAMING or verb.sent != doc[run.start].sent:
        return None
    title = _title_from(doc, _behind_asides(doc, max(run.end, run.tail)), starts)
    return (title, verb) if title is not None else None


def _behind_asides(doc: Doc, i: int) -> int:
    """The token behind `, a career diplomat,`, or behind a comma; else the token itself."""
    if i >= len(doc) or doc[i].text != ",":
        return i
    closing = next((j for j in range(i + 1, min(i + 14, len(doc))) if doc[j].text == ","), None)
    inside = doc[i + 1 : closing] if closing is not None else None
    if closing is None or inside is None or any(t.tag_ in ("VBZ", "VBD", "VBP") for t in inside):
        return i + 1
    return closing + 1


def _passive(doc: Doc, run: Run, starts: Mapping[int, Title]) -> tuple[Title, Token] | None:
    """`X has been appointed as Ambassador`, `X becomes Ambassador`, `X took office as Ambassador`."""
    i, end = _behind_asides(doc, max(run.end, run.tail)), min(len(doc), run.end + 2 * _REACH)
    verb: Token | None = None
    while i < end and not doc[i].is_sent_start:
        token = doc[i]
        lemma = token.lemma_.lower()
        if lemma in _NAMING | _BEING | _TAKING | _FOLLOWING and token.tag_.startswith("VB"):
            verb = token
        elif lemma not in _AUXILIARIES and token.tag_ not in ("RB", "MD") and token.lower_ not in ("on", "in"):
            break
        i += 1
    if verb is None:
        return None
    naming = verb.lemma_.lower() in _NAMING
    if naming and not (verb.tag_ in ("VBN", "VBD") and i > verb.i and _has_auxiliary(doc, run, verb)):
        return None
    following = verb.lemma_.lower() in _FOLLOWING  # `X replaces Y as ambassador`
    if following or verb.lemma_.lower() in _TAKING:
        i = next((j for j in range(i, min(i + 7, len(doc))) if doc[j].lower_ == "as"), -1)
        if i < 0 or not (following or any(t.lemma_.lower() in _THINGS_TAKEN for t in doc[verb.i : i])):
            return None
    elif verb.lemma_.lower() in _HOLDING and not any(t.lower_ in ("will", "would") for t in doc[run.end : verb.i]):
        return None  # `when his brother was President`
    elif naming and doc[i].lower_ in ("to", "by", "on"):  # `was posted to B as ambassador`
        i = next((j for j in range(i, min(i + 8, len(doc))) if doc[j].lower_ == "as"), i)
    title = _title_from(doc, i, starts)
    return (title, verb) if title is not None else None


def _has_auxiliary(doc: Doc, run: Run, verb: Token) -> bool:
    return any(t.lemma_.lower() == "be" for t in doc[run.end : verb.i])


def _sender(doc: Doc, run: Run, title: Title, verb: Token, known: list[Known]) -> str:
    """The state that names its envoy: the subject of `named`, the agent of `was named by`; empty where none does."""
    if verb.lemma_.lower() not in _NAMING or not any(
        doc[j].lower_ in offices.ENVOYS for j in range(title.start, title.end)
    ):
        return ""
    sentence = verb.sent
    before = [
        k for k in known if sentence.start <= k.start < min(verb.i, run.start) and k.kind in _STATES and k.code != "IGO"
    ]
    by = [k for k in known if k.start > verb.i and k.start < sentence.end and k.kind in _STATES and _by(doc, k.start)]
    named = by if run.start < verb.i else before
    return next((k.code for k in named if k.code != title.target), "")


def _posted_to(verb: Token, title: Title, known: list[Known]) -> str:
    """`was posted to B as ambassador`."""
    between = (k for k in known if verb.i < k.start < title.start and k.kind in _STATES)
    return next((k.code for k in between if verb.doc[k.start - 1].lower_ in ("to", "the")), "")


def _by(doc: Doc, start: int) -> bool:
    return doc[start - 1].lower_ == "by" or (doc[start - 1].lower_ == "the" and doc[start - 2].lower_ == "by")
