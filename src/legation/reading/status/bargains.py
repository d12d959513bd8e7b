"""Bargains: what a deal, or talks, are on. "Signed an accord on opening a port": the port is still to be opened.

What two sides talk about may come of it, what they have signed is agreed: neither is done by the signing, nor is what
somebody objects to, or what a ban is on, be it lifted.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.claim import Status
from legation.reading.parse.trees import VERB, Tree

ON = frozenset({"on", "about", "over", "for"})


def of_bargain(tree: Tree, preposition: int) -> Status | None:
    """Return how real the gerund behind a preposition is that tells what a deal or talks are on; None of others."""
    word = tree.words[preposition].lower()
    if word not in (*ON, "to") or not tree.has(preposition, "pcomp"):
        return None
    lemmas = lemmas_above(tree, preposition)
    if word == "to":
        return Status.POSSIBLE if lemmas & words_of("opposing") else None
    if lemmas & words_of("bargains"):
        return Status.PLANNED
    return Status.POSSIBLE if lemmas & (words_of("bargaining") | words_of("bans")) else None


def lemmas_above(tree: Tree, preposition: int) -> set[str]:
    """Return the lemmas of what a preposition may belong to: the word above it, that word's object, its first."""
    head = tree.heads[preposition]
    if tree.word_class(head) == VERB:
        # "Signed an accord with Mali on training guards": the parser hangs it on the verb.
        nouns = {tree.lemmas[noun] for noun in tree.children(head, "dobj", "nsubjpass")}
        return nouns if tree.words[preposition].lower() == "for" else {*nouns, tree.lemmas[head]}
    # "An accord on oil and another on rebuilding a plant".
    return {tree.lemmas[head], tree.lemmas[tree.heads[head]]} if tree.deps[head] == "conj" else {tree.lemmas[head]}
