"""Pairs quotation marks: which words stand inside, how deep, and whether the quotation is closed."""

from collections.abc import Sequence
from dataclasses import dataclass

DOUBLE = frozenset({'"', "''", "``"})
SINGLE = frozenset({"'", "`"})
OPENERS_BEFORE = frozenset("([{—–-/")


@dataclass(frozen=True, slots=True)
class Quote:
    """Tokens `[low, high)` from the opening mark to the closing one, both included.

    `depth` is 0 for an outer quotation and 1 for one inside another. `closed` is False where the passage ends
    first: the words go on in the next paragraph. `words` counts the tokens between the marks.
    """

    low: int
    high: int
    depth: int
    closed: bool

    @property
    def words(self) -> int:
        """The number of tokens between the marks."""
        return self.high - self.low - 1 - self.closed


def find_quotes(texts: Sequence[str], tags: Sequence[str], spaced: Sequence[bool]) -> list[Quote]:
    """Return the quotations of a passage in the order of their opening marks.

    `spaced[i]` tells whether white space follows token i. A mark with space before it and none behind opens; the
    other way round it closes; where that does not tell, marks alternate.
    """
    outer = pair_marks(texts, spaced, DOUBLE)
    inner = [
        Quote(low, high, int(any(o.low < low < o.high for o in outer)), closed=True)
        for low, high in pair_single(texts, tags, spaced)
        if not any(low < o.low < high <= o.high - 1 or o.low < low < o.high <= high for o in outer)
    ]
    return sorted((*outer, *inner), key=lambda quote: (quote.low, quote.depth))


def pair_marks(texts: Sequence[str], spaced: Sequence[bool], marks: frozenset[str]) -> list[Quote]:
    """Pair double marks by the space around them and by turns."""
    found: list[Quote] = []
    opened = -1
    for i, text in enumerate(texts):
        if text not in marks:
            continue
        opens, closes = opens_at(texts, spaced, i), closes_at(texts, spaced, i)
        if opened < 0:
            # A closing mark with nothing open closes what an earlier paragraph opened: from the passage's start.
            if closes and not opens and not found:
                found.append(Quote(0, i + 1, 0, closed=True))
            elif i + 1 < len(texts):
                opened = i
        elif opens and not closes:
            if i - opened > 1:
                found.append(Quote(opened, i, 0, closed=False))
            opened = i if i + 1 < len(texts) else -1
        else:
            found.append(Quote(opened, i + 1, 0, closed=True))
            opened = -1
    if opened >= 0:
        found.append(Quote(opened, len(texts), 0, closed=False))
    return found


def pair_single(texts: Sequence[str], tags: Sequence[str], spaced: Sequence[bool]) -> list[tuple[int, int]]:
    """Pair single marks that are no apostrophes: an opening one, then the next closing one."""
    found: list[tuple[int, int]] = []
    opened = -1
    for i, text in enumerate(texts):
        if text not in SINGLE:
            continue
        if opens_at(texts, spaced, i) and not closes_at(texts, spaced, i):
            opened = i
        elif opened >= 0 and closes_at(texts, spaced, i) and tags[i] != "POS":
            found.append((opened, i + 1))
            opened = -1
    return found


def opens_at(texts: Sequence[str], spaced: Sequence[bool], i: int) -> bool:
    """Tell whether the mark at i has room before it and a word right behind it."""
    before = i == 0 or spaced[i - 1] or texts[i - 1][-1] in OPENERS_BEFORE or texts[i - 1] in DOUBLE
    return before and i + 1 < len(texts) and not spaced[i]


def closes_at(texts: Sequence[str], spaced: Sequence[bool], i: int) -> bool:
    """Tell whether the mark at i follows a word directly and no word follows it directly."""
    before = i > 0 and not spaced[i - 1]
    return before and (i + 1 == len(texts) or spaced[i] or not texts[i + 1][0].isalnum())
