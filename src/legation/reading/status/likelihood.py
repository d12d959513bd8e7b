"""Likelihood words and the ranges the published scale gives them (ICD 203)."""

from legation.lexicon.status import StatusKind
from legation.reading.claim import Likelihood
from legation.reading.parse.trees import VERB, Tree
from legation.reading.status.statuswords import StatusWords


def find_likelihood(tree: Tree, trigger: int, words: StatusWords) -> Likelihood | None:
    """Return the likelihood word that governs the trigger: an adverb at its verb, or an adjective over its clause."""
    spots = [trigger]
    # What a relative clause tells is no likelier for what the sentence says of its noun.
    told = tree.deps[trigger] == "relcl" and tree.tags[trigger] in ("VBD", "VBN")
    for at in () if told else tree.ancestors(trigger):
        spots.append(at)
        if tree.deps[at] in ("relcl", "conj") or (
            tree.deps[at] == "ccomp" and tree.word_class(tree.heads[at]) == VERB and tree.lemmas[tree.heads[at]] != "be"
        ):
            break
    for at in spots:
        for kid in (at, *(kid for kid in tree.kids[at] if tree.deps[kid] in ("advmod", "amod", "acomp", "attr"))):
            found = likelihood_at(tree, kid, words)
            if found is not None:
                return found
    return None


def likelihood_at(tree: Tree, word: int, words: StatusWords) -> Likelihood | None:
    """Return the likelihood that a word stands for, with up to three words before it ("almost no chance")."""
    said = [part.lower() for part in tree.words[max(0, word - 2) : word + 1]]
    for size in range(len(said), 0, -1):
        phrase = " ".join(said[-size:])
        entry = words.get(StatusKind.LIKELIHOOD, phrase)
        if entry is not None and entry.low is not None and entry.high is not None:
            return Likelihood(phrase, entry.low, entry.high)
    return None
