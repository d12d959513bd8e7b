"""Antecedents: the thing that an object "it", "them" or "which" stands for, so that frames may ask what it is."""

from collections.abc import Iterator
from itertools import islice

from legation.lexicon.wordlists import words_of
from legation.reading.grammar.clauses import logical_objects
from legation.reading.parse.trees import NOUN, SUBJECTS, Tree

# Words that stand for one thing, and for several, with the tag of what they stand for.
NUMBERS = dict.fromkeys(("it", "one"), "NN") | dict.fromkeys(("them", "they", "both"), "NNS")
# How many things told before are looked at: further back the talk has turned to something else.
REACH = 5
MAIN = (*SUBJECTS, "dobj", "attr", "pobj")


def things_meant(tree: Tree, verb: int) -> list[int]:
    """Return the things that the object of a verb may stand for, nearest first; nothing if it names a thing itself.

    Those told of just before ("A treaty was drafted. It was signed in May"), or what the name before "which" says more
    of ("its border with Chad, which it closed"). Which of them is meant, a frame tells by the objects it asks for.
    """
    objects = logical_objects(tree, verb)
    said = {tree.words[at].lower() for at in objects if tree.deps[at] in ("dobj", "nsubjpass")}
    if tree.lemmas[verb] in words_of("of little meaning"):
        return []
    if len(said) == len(objects) == 1 and said <= NUMBERS.keys():
        return [*islice(told_before(tree, verb, NUMBERS[said.pop()]), REACH)]
    if tree.deps[verb] == "relcl":
        return [over for at in objects if at == tree.heads[verb] for over in owners_over(tree, at)]
    return []


def told_before(tree: Tree, verb: int, tag: str) -> Iterator[int]:
    """Yield the subjects and objects of a number that stand before a verb in its sentence and the one before."""
    low, _ = tree.sentence[verb]
    first = tree.sentence[low - 1][0] if low else low
    for at in range(verb - 1, first - 1, -1):
        if tree.tags[at] == tag and tree.deps[at] in MAIN and tree.words[at].lower() not in NUMBERS:
            yield at


def owners_over(tree: Tree, name: int) -> Iterator[int]:
    """Yield the noun that a name in a phrase behind it says more of: "the border with Chad", the border."""
    preposition = tree.heads[name]
    over = tree.heads[preposition]
    if tree.deps[name] == "pobj" and tree.deps[preposition] == "prep" and tree.word_class(over) == NOUN:
        yield over
