"""Where a sentence cannot begin: behind anything but a full stop, a closing quotation mark and the like.

Paragraphs are parsed one by one, so inside them a sentence ends with punctuation. Telling the parser so before it
starts keeps it from cutting long names in two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ENDS = frozenset(
    (".", "!", "?", "…", "...", ":", ";", '"', "”", "''", ")", "]", "»", "’", "'", "–", "—", "--", "•", "*")
)
_ABBREVIATIONS = frozenset(
    """Mr. Mrs. Ms. Dr. Prof. Gen. Lt. Col. Sen. Gov. Rep. St. Hon. Rt. Amb. Brig. Capt. Cde. Eng. Maj. Cllr. Pres. No.
    Jr. H.E. Rev. Jan. Feb. Mar. Apr. Jun. Jul.
    Aug. Sept. Sep. Oct. Nov. Dec.""".split()
)


@Language.component("dostyk_bounds")
def bounds(doc: Doc) -> Doc:
    """Mark every token that cannot begin a sentence; leave the others to the parser."""
    for token in doc[1:]:
        before = token.nbor(-1).text
        if before in _ABBREVIATIONS or not (before in _ENDS or before.endswith((".", "!", "?"))):
            token.is_sent_start = False
    return doc
