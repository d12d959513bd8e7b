"""Unrealised: what stands behind words that say that something else came about, or that it only nearly did.

"Left without signing", "flew home instead of meeting him", "rather than bomb it, closed it", "far from arming them",
"held back from leaving": denied. "Came close to leaving", "came within a day of it", "on the verge of war": possible.
"The importance of signing a pact": called for.
"""

from legation.lexicon.status import StatusKind
from legation.lexicon.wordlists import words_of
from legation.reading.claim import Status
from legation.reading.parse.trees import Tree
from legation.reading.status.statuswords import StatusWords

# Words of the longest expression: "within a whisker of".
LONGEST = 4


def of_preposition(tree: Tree, preposition: int, words: StatusWords) -> Status | None:
    """Return what a preposition, alone or with the words before it, makes of what stands under it."""
    firsts = range(preposition, max(-1, preposition - LONGEST), -1)
    spelt = [spell(tree, first, preposition + 1) for first in firsts]
    # "Held back from leaving": in whatever form the verb stands.
    spelt += [f"{tree.lemmas[at]} {spell(tree, at + 1, preposition + 1)}" for at in firsts if at < preposition]
    verb, joined = above(tree, preposition)
    spelt.append(f"{tree.lemmas[verb]} {joined}")
    found = (words.status(StatusKind.REPLACED, one) for one in spelt)
    otherwise = (
        Status.POSSIBLE if is_near(tree, preposition) else Status.CALLED_FOR if matters(tree, preposition) else None
    )
    return next((status for status in found if status is not None), otherwise)


def matters(tree: Tree, preposition: int) -> bool:
    """Tell whether it is said how much it matters to do what follows: "stressed the importance of signing a pact"."""
    doing = any(tree.tags[kid] == "VBG" for kid in tree.children(preposition, "pcomp", "pobj"))
    weighty = tree.lemmas[tree.heads[preposition]] in words_of("weight of doing")
    return doing and weighty and tree.words[preposition].lower() == "of"


def above(tree: Tree, preposition: int) -> tuple[int, str]:
    """Return the verb over a preposition, and the prepositions and particles between with it: talked, "out of"."""
    chain = [preposition]
    at = tree.heads[preposition]
    while tree.word_class(at) is None and tree.heads[at] != at:
        chain.insert(0, at)
        at = tree.heads[at]
    return at, " ".join(tree.words[word] for word in chain).lower()


def is_near(tree: Tree, preposition: int) -> bool:
    """Tell whether somebody came "within a day of" doing something: in "left within a day of signing" he signed."""
    measure = tree.heads[preposition]
    within = tree.heads[measure]
    near = tree.words[preposition].lower() == "of" and tree.words[within].lower() == "within"
    verb = tree.heads[within]
    return near and tree.lemmas[verb] == "come" and not tree.has(verb, "neg") and tree.has(preposition, "pcomp")


def of_opening(tree: Tree, clause: int, words: StatusWords) -> Status | None:
    """Return what the words that open a clause without a preposition make of it: "rather than bomb the camps"."""
    first, _ = tree.subtree(clause)
    return words.status(StatusKind.REPLACED, spell(tree, first, first + 2)) if first + 2 <= clause else None


def spell(tree: Tree, first: int, end: int) -> str:
    """Return the words from one up to another, in lower case."""
    return " ".join(tree.words[first:end]).lower()
