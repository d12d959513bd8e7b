"""Particles: prepositions that belong to their verb, what stands behind them being its object."""

from legation.lexicon.wordlists import words_of
from legation.reading.trees import Tree


def is_brought_in(tree: Tree, verb: int, noun: int) -> bool:
    """Tell whether "in" is a verb's particle and the noun behind it what is brought: "flew in 40 tonnes of flour"."""
    return tree.lemmas[verb] in words_of("bringing in") and tree.has(noun, "nummod") and tree.has(noun, "prep")
