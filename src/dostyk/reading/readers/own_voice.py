"""What a government judges in its own release without a verb of saying: `X is a close partner`, `these acts are
unacceptable`, `the regime violates …`, `the agreement will deepen our ties`.

Only the main clause of a sentence is judged, by the lemma of its predicate and of its subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.reading.arguments import subject
from dostyk.reading.readers.stances import negative
from dostyk.reading.readers.wrongs import WRONGS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dostyk.reading.context import Context


def _stances(words: dict[str, str]) -> dict[str, str]:
    return {word: stance for stance, listed in words.items() for word in listed.split()}


# predicates with `be`: `is unacceptable`, `is a milestone`
_PREDICATES = _stances(
    {
        "condemn": """unacceptable outrageous illegal unlawful illegitimate reprehensible deplorable barbaric cowardly
            heinous abhorrent despicable unjustified unprovoked brutal reckless irresponsible provocative inexcusable
            violation breach affront provocation aggression escalation setback abuse crime atrocity""",
        "concern": """concern concerning worrying disturbing alarming troubling regrettable disappointing tragic
            dangerous threat""",
        "deny": "nonsense baseless false untrue groundless",
        "praise": """welcome historic encouraging unprecedented outstanding remarkable impressive milestone achievement
            success tribute testament triumph breakthrough exemplary distinguished eminent exceptional""",
        "support": "supporter advocate champion",
        "affirm": """partner friend ally neighbour neighbor cornerstone foundation pillar priority opportunity evidence
            demonstration close strong vital essential crucial deep enduring step long-standing longstanding
            wide-ranging valuable substantial partnership relationship friendship alliance""",
    }
)
# subjects that tell of dealings between states, and what they are said to do
_DEALINGS = frozenset(
    """visit agreement treaty appointment relationship tie partnership fta cooperation participation signing summit
    friendship alliance link pact accord framework initiative talk meeting negotiation dialogue decision""".split()
)
_BEARING = frozenset(
    """mark reflect demonstrate underline underscore reinforce strengthen deepen enhance expand provide deliver offer
    allow promote contribute build serve represent show advance complement support benefit enable highlight
    open""".split()
)
# `has made an outstanding contribution`, `played a key role`
_GIVING = frozenset("make play give render provide show demonstrate".split())
_CREDIT = frozenset("contribution role service leadership courage example commitment dedication".split())
_LAUDED = frozenset(
    """outstanding important key vital distinguished remarkable great significant invaluable leading crucial enormous
    lasting positive tremendous extraordinary exceptional immense major courageous resolute pivotal valuable
    constructive active instrumental central critical decisive essential unique""".split()
)
_VALUED = frozenset(
    "close warm friendly fruitful productive strong valued trusted strategic successful dynamic".split()
)
_PROVING = frozenset("prove remain become".split())
_MAKING = frozenset(["build", "create", "forge", "generate"])
_POSING = frozenset("pose constitute represent remain".split())
# deeds, and the adjectives that condemn them in passing
_DEEDS = frozenset(
    """war aggression invasion attack repression violence execution abuse violation provocation campaign behaviour
    behavior action annexation crackdown assault activity terrorism detention buildup
    incursion blockade occupation conduct interference bombardment shelling""".split()
)
_BLAMING = frozenset(
    """unprovoked unjustified brutal illegal unlawful systemic horrific horrifying heinous aggressive irresponsible
    destabilizing destabilising reckless phony fraudulent barbaric egregious senseless abhorrent malign outrageous
    coercive escalating cowardly flagrant blatant destabilize""".split()
)
_TIES = frozenset("relationship friendship tie link relation partnership bond history interest value".split())
_NOTHING = frozenset(["no", "neither", "nor"])
_WORTH = frozenset(["legitimacy", "basis", "justification", "validity", "place"])


def judgement(context: Context, sentence: Sentence) -> str:
    """The stance of a sentence's main clause, empty where it judges nothing."""
    root = _said(sentence.span.root)
    joined = [c for c in root.children if c.dep_ == "conj" and any(g.dep_ == "nsubj" for g in c.children)]
    return next((stance for clause in (root, *joined) if (stance := _of_clause(context, clause))), "")


def _of_clause(context: Context, root: Token) -> str:
    if root.lemma_ in _PROVING and not any(c.dep_ == "obj" for c in root.children):  # `has proved a vital partner`
        root = next((c for c in root.children if c.dep_ == "xcomp"), root)
        return _of_predicate(root)
    if any(c.dep_ == "cop" for c in root.children):
        return _of_predicate(root)
    if not root.tag_.startswith("VB"):
        return ""
    return _of_verb(context, root)


def _said(root: Token) -> Token:
    """`Make no mistake: these acts have no legitimacy`: what stands behind the opening words."""
    if root.lemma_ in ("make", "let") and root.tag_ == "VB":
        return next((c for c in root.children if c.dep_ in ("parataxis", "ccomp") and c.i > root.i), root)
    return root


def _of_predicate(root: Token) -> str:
    stance = _PREDICATES.get(root.lemma_.lower(), "")
    if not stance:  # `is one of our closest friends`, `is a cause for serious concern`, `is of deep concern to us`
        near = [c for c in root.children if c.dep_ in ("nmod", "amod", "compound") and c.i > root.i - 6]
        stance = next((s for c in near if (s := _PREDICATES.get(c.lemma_.lower(), ""))), "")
    if not stance and root.lemma_ in ("one", "mechanism", "forum", "country", "nation", "power", "market", "relation"):
        valued = (g for c in root.children if c.dep_ == "amod" for g in (c, *c.children))
        stance = "affirm" if any(g.lemma_.lower() in _LAUDED | _VALUED for g in valued) else ""
    if negative(root):
        return {"affirm": "", "praise": "", "support": "reject", "condemn": ""}.get(stance, "")
    return stance


def _of_verb(context: Context, root: Token) -> str:
    lemma = root.lemma_.lower()
    doers = subject(root)
    if lemma in WRONGS and not negative(root):
        return "condemn" if any(_foreign(context, t) for t in doers) else ""
    objects = [c for c in root.children if c.dep_ == "obj"]
    if lemma == "have" and any(c.lower_ in _NOTHING for o in objects for c in o.children):
        return "reject" if any(o.lemma_ in _WORTH for o in objects) else ""
    if lemma in ("enjoy", "share", "have") and any(o.lemma_.lower() in _TIES for o in objects):
        return "affirm" if any(context.resolve(t) for t in doers) else ""
    if lemma in _GIVING and any(o.lemma_.lower() in _CREDIT for o in objects):
        return "praise" if any(c.lemma_.lower() in _LAUDED for o in objects for c in o.children) else ""
    if lemma in _POSING and any(o.lemma_.lower() in _PREDICATES for o in objects):
        return next(s for o in objects if (s := _PREDICATES.get(o.lemma_.lower())))
    if lemma == "look" and any(c.lower_ == "forward" for c in root.children):
        return "support" if any(c.dep_ == "obl" and c.tag_.startswith("NN") for c in root.children) else ""
    if lemma in _BEARING | _MAKING and any(_gain(o) for o in objects):
        return "affirm" if not negative(root) else ""
    dealing = any(t.lemma_.lower() in _DEALINGS for t in doers)
    return "affirm" if dealing and lemma in _BEARING and not negative(root) else ""


def _gain(thing: Token) -> bool:
    """`deep and enduring links`, `new opportunities for …`: what dealings between states bring."""
    return thing.lemma_.lower() in _TIES - {"interest", "value", "history"} | {"opportunity", "cooperation"}


def _foreign(context: Context, doer: Token) -> bool:
    """True for another state, its government or a regime."""
    states = {m.party.state for m in context.resolve(doer)}
    return bool(states - {context.home, "", "IGO"}) or doer.lemma_.lower() in ("regime", "junta")


def blamed_in_passing(context: Context, sentence: Sentence) -> Token | None:
    """`the consequences of Russia's brutal war`: the deed of another that a phrase condemns by its adjectives."""
    for token in sentence.span:
        if token.lemma_.lower() not in _DEEDS or not token.tag_.startswith("NN"):
            continue
        coloured = (g for c in token.children if c.dep_ == "amod" for g in (c, *c.children))
        owners = [c for c in token.children if c.dep_ == "nmod:poss"]
        if any(g.lemma_.lower() in _BLAMING for g in coloured) and any(_foreign(context, o) for o in owners):
            return token
    return None
