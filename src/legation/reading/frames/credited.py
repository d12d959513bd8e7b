"""Credited: who did what somebody is thanked or blamed for, where the noun names nobody.

"Thanked Peru for the delivery of tents", "commended Chad for the release of two pilots": Peru delivered, Chad released.
"""

from collections.abc import Iterator

from legation.lexicon.wordlists import words_of
from legation.reading.grammar import clauses
from legation.reading.parse.trees import VERB, Tree

BEHIND = frozenset({"for", "on"})


def credited_for(tree: Tree, noun: int) -> Iterator[int]:
    """Yield the words for whoever is thanked or blamed for what a noun tells."""
    while tree.deps[noun] == "conj":
        noun = tree.heads[noun]
    preposition = tree.heads[noun]
    if tree.deps[noun] != "pobj" or tree.words[preposition].lower() not in BEHIND:
        return
    above = tree.heads[preposition]
    verb = tree.heads[above] if tree.deps[above] in ("dobj", "conj") else above
    if tree.word_class(verb) == VERB and tree.lemmas[verb] in words_of("crediting"):
        yield from clauses.logical_objects(tree, verb)
