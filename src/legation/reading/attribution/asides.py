"""Asides: whose word it is that is said in passing: "…, or so its aides say", "…, diplomats fear, …".

What an aside says is said of the clause around it, or of the one it closes.
"""

from legation.lexicon.cues import CueEntry, CueKind, CuePart
from legation.reading.attribution.constructions import draft_as, outside
from legation.reading.attribution.rivals import FINITE, Draft, Ranges
from legation.reading.attribution.words import Words

# How many words stand before who says so in "…, or so she says", at least.
FEWEST = 4
MINDS = (CueKind.THOUGHT, CueKind.FEELING)
# What a subject before an aside is made of.
NAMES = ("NNP", "NNPS", "NN", "NNS", "JJ", "DT", "POS", "PRP$", "PRP")


def draft_aside(words: Words, i: int, entry: CueEntry | None) -> Draft | None:
    """Return the attribution of an aside that opens with "as", closes with "or so somebody says", or stands between."""
    return draft_as(words, i, entry) or draft_or_so(words, i, entry) or draft_between(words, i, entry)


def draft_or_so(words: Words, i: int, entry: CueEntry | None) -> Draft | None:
    """Return the attribution of "Chad has gone over to them, or so its aides grumble" to the aides, or None.

    Where it stands between who acts and what he does, it is of that clause alone: "and Chad, or so Togo says, left".
    """
    subject = words.kid_of(i, "nsubj")
    low = words.left(subject) if subject >= 0 else 0
    if entry is None or entry.pos is not CuePart.VERB or low < FEWEST or words.lowers[low - 2 : low] != ["or", "so"]:
        return None
    end = low - 2 - (words.texts[low - 3] == ",")
    start, last = words.sentence[i]
    start = max((at + 1 for at in range(start, end) if words.texts[at] == ";"), default=start)
    source: Ranges = ((low, words.right(subject) + 1),)
    if goes_on(words, i):
        doer = end
        while doer > start and words.tags[doer - 1] in NAMES:
            doer -= 1
        return Draft(words, i, entry, 1.0, source, ((i, i + 1),), ((doer, end), (i + 2, without_stop(words, last))))
    return Draft(words, i, entry, 1.0, source, ((i, i + 1),), ((start, end),)) if start < end else None


def goes_on(words: Words, i: int) -> bool:
    """Tell whether a verb follows right behind the comma that closes an aside."""
    after = range(i + 2, min(i + 4, len(words)))
    return words.texts[i + 1 : i + 2] == [","] and any(words.tags[at] in FINITE for at in after)


def without_stop(words: Words, end: int) -> int:
    """Return the end of a sentence without its full stop."""
    return end - (not words.texts[end - 1][-1].isalnum())


def draft_between(words: Words, i: int, entry: CueEntry | None) -> Draft | None:
    """Return the attribution of "…, diplomats fear, …" to the diplomats, or None: what they fear stands around it."""
    subject, clause = words.kid_of(i, "nsubj"), words.heads[i]
    if entry is None or entry.pos is not CuePart.VERB or entry.kind not in MINDS or words.deps[i] != "parataxis":
        return None
    low, high = (words.left(subject), i + 1) if 0 <= subject < i else (0, 0)
    if not low or words.texts[low - 1] != "," or words.texts[high : high + 1] != [","]:
        return None
    content = outside(words, clause, (low, high))
    return Draft(words, i, entry, 1.0, ((low, words.right(subject) + 1),), ((i, high),), content) if content else None
