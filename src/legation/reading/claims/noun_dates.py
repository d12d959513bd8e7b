"""Dates of nouns and terms: what a time says of a thing, or of what is still to be done, and not of the act itself.

"Suspended the 1992 treaty": it was not suspended then; "welcomed the completion in May of the road": it was completed.
"""

from collections.abc import Container, Sequence

from legation.lexicon.wordlists import words_of
from legation.reading.claim import Time
from legation.reading.parse.trees import NOUN, VERB, Tree

BEFORE_NOUNS = frozenset({"nummod", "nmod", "compound", "amod"})
OBJECTS = ("dobj", "nsubjpass")
# How months, days and years are tagged.
NAMING = frozenset({"NNP", "CD"})
# How the times are anchored that say until when something is to hold.
TERMS = ("until ", "till ", "through ")
YEARS = frozenset({"year", "month", "week", "decade", "century"})


def is_of_paper(tree: Tree, year: int, codings: Container[int]) -> bool:
    """Tell whether a year only says which law or treaty is meant: "suspended the 1992 treaty", not "signed" it."""
    noun = tree.heads[year]
    if tree.deps[year] not in BEFORE_NOUNS or tree.lemmas[noun] not in words_of("dated papers") or noun < year:
        return False
    if tree.deps[noun] in OBJECTS:
        return tree.lemmas[tree.heads[noun]] not in words_of("making papers")
    return noun not in codings


def noun_around(tree: Tree, at: int) -> int | None:
    """Return the noun that a time stands inside of, before its "of": "the completion in May of the road"."""
    low = high = at
    while low > 0 and tree.tags[low - 1] in NAMING:
        low -= 1
    while tree.tags[high] in NAMING and high + 1 < len(tree.tags):
        high += 1
    inside = low > 1 and tree.tags[low - 1] == "IN" and tree.words[high].lower() == "of"
    # "Accused the builder in April of hiding arms": it was accused then.
    inside = inside and tree.word_class(tree.heads[high]) != VERB
    # "On March 3 of last year".
    inside = inside and not any(
        tree.lemmas[kid] in YEARS or tree.tags[kid] == "CD" for kid in tree.children(high, "pobj")
    )
    return low - 2 if inside and tree.word_class(low - 2) == NOUN else None


def dated_thing(tree: Tree, at: int, codings: Container[int]) -> int | None:
    """Return the thing whose own date a time behind "of" is, not of what is done to it: "kept the pact of 1967"."""
    joint = tree.heads[at]
    noun = tree.heads[joint]
    if tree.deps[at] != "pobj" or tree.words[joint].lower() != "of" or tree.deps[noun] not in OBJECTS:
        return None
    kept = tree.lemmas[tree.heads[noun]] in words_of("done to what was") and tree.word_class(noun) == NOUN
    return noun if kept and noun not in codings and tree.lemmas[noun] not in words_of("calendar") else None


def is_over_by(tree: Tree, verb: int, later: int, times: Sequence[Time]) -> bool:
    """Tell whether a clause ends with the span of time it took: "served from 2020 to 2022 and resigned"."""
    places = [tree.tokens(time.span)[0] for time in times if time.granularity == "interval"]
    return any(
        verb < place < later and "from" in (tree.words[place].lower(), tree.words[place - 1].lower())
        for place in places
    )


def is_term(tree: Tree, time: Time, trigger: int, *, asks: bool) -> bool:
    """Tell whether a time only says until when something is to hold: "extended the ban until 2030".

    Or by when it is to be done, behind a promise or demand (`asks`): "promised an answer by May".
    """
    if time.anchor is not None and time.anchor.startswith(TERMS) and tree.lemmas[trigger] in words_of("setting terms"):
        return True
    low, _ = tree.tokens(time.span)
    return asks and low > trigger and "by" in (tree.words[low].lower(), tree.words[low - 1].lower())
