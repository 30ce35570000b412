"""Runs of capitalised words that may be personal names: `Kassym-Jomart Tokayev`, `Ali bin Hamad`, `J. R. Biden, Jr.`"""

from __future__ import annotations

from dostyk.language import tokens
from dostyk.language.spans import Run
from dostyk.language.words import Words

_CLOSING = frozenset(("Jr.", "Jr", "Sr.", "Sr"))  # no name goes on behind these


class Runs(Words):
    """Adds the finding of names."""

    def runs(self) -> list[Run]:
        """Runs of capitalised words that are neither known names nor words of offices."""
        found, i, n = [], 0, len(self.doc)
        while i < n:
            if not self.can_name(i):
                i += 1
                continue
            j = self._run_end(i)
            words = tuple(t.text for t in self.doc[i:j] if t.text not in tokens.HYPHENS)
            found.append(Run(i, j, words))
            i = j
        return found

    def _run_end(self, i: int) -> int:
        j, n = i + 1, len(self.doc)
        while j < n and not self.doc[j].is_sent_start:
            token = self.doc[j]
            if self.doc[j - 1].text in _CLOSING:
                break  # `Joseph R. Biden, Jr. Celebrating the Day` in a heading
            following = j + 1 < n and self.can_name(j + 1, inside=True)
            if self.can_name(j, inside=True) or (token.text in tokens.SUFFIXES and self.doc[j - 1].text != ","):
                j += 1
            elif token.text in tokens.HYPHENS and j + 1 < n and self.glued(j) and (following or self.lower(j + 1)):
                j += 2
            elif token.lower_ in tokens.PARTICLES and (following or self._particle_pair(j)):
                j += 1
            elif (token.text in tokens.APOSTROPHES and following and self.glued(j)) or (
                token.text in (",", "the") and j + 1 < n and self.doc[j + 1].text in tokens.SUFFIXES
            ):
                j += 2
            else:
                break
        return j

    def _particle_pair(self, j: int) -> bool:
        after = self.doc[j + 1] if j + 1 < len(self.doc) else None
        if after is None:
            return False
        if after.lower_ in tokens.PARTICLES:
            return j + 2 < len(self.doc) and self.can_name(j + 2)
        return after.text in tokens.HYPHENS and j + 2 < len(self.doc) and self.can_name(j + 2)
