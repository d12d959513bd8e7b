"""Bargains: what a deal, or talks, are on. "Signed an accord on opening a port": the port is still to be opened.

What two sides talk about may come of it, what they have signed is agreed: neither is done by the signing.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.claim import Status
from legation.reading.trees import VERB, Tree

ON = frozenset({"on", "about", "over", "for"})


def of_bargain(tree: Tree, preposition: int) -> Status | None:
    """Return how real the gerund behind a preposition is that tells what a deal or talks are on; None of others."""
    if tree.words[preposition].lower() not in ON or not tree.has(preposition, "pcomp"):
        return None
    head = tree.heads[preposition]
    lemmas = {tree.lemmas[head]}
    if tree.deps[head] == "conj":
        # "An accord on oil and another on rebuilding a plant".
        lemmas.add(tree.lemmas[tree.heads[head]])
    if tree.word_class(head) == VERB:
        # "Signed an accord with Mali on training guards": the parser hangs it on the verb.
        lemmas = {tree.lemmas[noun] for noun in tree.children(head, "dobj", "nsubjpass")} | (
            lemmas if tree.words[preposition].lower() != "for" else set()
        )
    if lemmas & words_of("bargains"):
        return Status.PLANNED
    return Status.POSSIBLE if lemmas & words_of("bargaining") else None
