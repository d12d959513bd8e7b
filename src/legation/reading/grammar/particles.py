"""Particles: prepositions that belong to their verb, what stands behind them being its object."""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.trees import Tree


def is_brought_in(tree: Tree, verb: int, noun: int) -> bool:
    """Tell whether "in" is a verb's particle and the noun behind it what is brought: "flew in 40 tonnes of flour"."""
    if tree.lemmas[verb] not in words_of("bringing in"):
        return False
    # Nobody flies in soldiers as one flies in May.
    return tree.lemmas[noun] in words_of("sent in") or (tree.has(noun, "nummod") and tree.has(noun, "prep"))
