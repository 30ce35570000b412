"""Where a sentence cannot begin: behind anything but a full stop, a closing quotation mark and the like.

Paragraphs are parsed one by one, so inside them a sentence ends with punctuation. Telling the parser so before it
starts keeps it from cutting long names in two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ENDS = frozenset(
    (".", "!", "?", "…", "...", ":", ";", '"', "”", "''", ")", "]", "»", "’", "'", "–", "—", "--", "•", "*")
)
_CLOSING = frozenset(("”", "''", ")", "]", "»"))
_STRAIGHT = frozenset(('"', "'"))  # these open and close: only the blanks beside them tell which
_ABBREVIATIONS = frozenset(
    """Mr. Mrs. Ms. Dr. Prof. Gen. Lt. Col. Sen. Gov. Rep. St. Hon. Rt. Amb. Brig. Capt. Cde. Eng. Maj. Cllr. Pres. No.
    Jr. H.E. Rev. Jan. Feb. Mar. Apr. Jun. Jul.
    Aug. Sept. Sep. Oct. Nov. Dec.""".split()
)
_CUT_IN_TWO = frozenset(["Smt", "a.i"])  # the tokenizer cuts their full stop off


@Language.component("dostyk_bounds")
def bounds(doc: Doc) -> Doc:
    """Mark every token that cannot begin a sentence; leave the others to the parser."""
    for token in doc[1:]:
        if not _can_end(token.nbor(-1)) or _closes(token):
            token.is_sent_start = False
    return doc


def _can_end(token: Token) -> bool:
    """Whether a sentence can end with this token."""
    text = token.text
    if text == ")" and _is_part_of_a_name(token):
        return False
    if text == "." and token.i and token.nbor(-1).text in _CUT_IN_TWO:
        return False
    if text in _ABBREVIATIONS or (text in _STRAIGHT and not _closes(token)):
        return False
    return text in _ENDS or text.endswith((".", "!", "?"))


def _is_part_of_a_name(bracket: Token) -> bool:
    """`the United States (USA) X`: behind a short form in brackets the sentence goes on."""
    short = bracket.nbor(-1) if bracket.i > 1 else bracket
    return short.text.isupper() and short.text.isalpha() and short.nbor(-1).text == "("


def _closes(token: Token) -> bool:
    """Whether this is the second of two quotation marks or brackets, which belongs to the words before it."""
    if token.text in _STRAIGHT:
        return token.i > 0 and not token.nbor(-1).whitespace_
    return token.text in _CLOSING
