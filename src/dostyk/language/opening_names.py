"""Names that open a sentence with a word that is a preposition or article elsewhere: `To Lam, the leader, arrived …`.

The tagger takes such a word for what it usually is, and the name for the object of a preposition. A leader's name
that the reference data knows is put right after the parse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from dostyk.language.tokens import FUNCTION_TAGS
from dostyk.reference.leaders import begins_name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


@Language.component("dostyk_opening_names")
def opening_names(doc: Doc) -> Doc:
    """Make the first word of a known leader's name a name, and the name the subject of its sentence."""
    for sentence in doc.sents:
        if len(sentence) > 2 and sentence[0].tag_ in FUNCTION_TAGS and sentence[1].tag_.startswith("NN"):
            if sentence[1].text[:1].isupper() and begins_name(sentence[0].lower_, sentence[1].lower_):
                _mend(sentence)
    return doc


def _mend(sentence: Span) -> None:
    first, name, root = sentence[0], sentence[1], sentence.root
    first.tag_ = name.tag_ = "NNP"
    first.lemma_ = first.text
    first.head, first.dep_ = name, "compound"
    for token in (first, name):
        token.ent_type_ = "PERSON"
    if root == name or root.i < name.i or not root.tag_.startswith(("VB", "MD")):
        return
    for child in list(root.children):
        if child.dep_.startswith("nsubj") and child.i > name.i and child.i < root.i:
            child.head, child.dep_ = name, "appos"  # the title behind the name
    name.head, name.dep_ = root, "nsubj"
