"""Deliveries: so many things that somebody sent, shipped or sold, of whom the text does not say who got them.

Verbs of handing over mostly make a claim only with a recipient, since "delivered parcels" is no dealing of states;
"Turkey delivered 24 armoured vehicles" is one, whoever received them.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.frames.coding import Coding
from legation.reading.frames.framebook import FrameBook
from legation.reading.grammar import clauses
from legation.reading.parse.trees import Tree

HANDED = frozenset({"AID", "COOPERATE"})


def is_delivery(coding: Coding, tree: Tree, book: FrameBook) -> bool:
    """Tell whether a coding without a recipient tells of a counted number of goods that were handed over."""
    verb, theme = coding.trigger, coding.theme
    if theme is None or coding.frame.type not in HANDED or tree.lemmas[verb] not in words_of("delivering"):
        return False
    if not any(mention.actor is not None for mention in coding.agents) or not tree.has(theme, "nummod"):
        return False
    return any(book.classes.item(tree, noun, noun + 1, noun) is not None for noun in clauses.inside_of(tree, theme))
