"""Parties of an occasion: who signs what is signed "during Sall's visit to Beijing", where nobody is named for it."""

from collections.abc import Mapping

from legation.reading.claim import Mention
from legation.reading.frames.coding import Coding
from legation.reading.grammar.voice import is_passive
from legation.reading.parse.trees import VERB, Tree

OCCASIONAL = frozenset({"during", "at", "on", "after", "following"})
MADE_TOGETHER = frozenset({"SUPPORT", "AGREE", "COOPERATE"})
Both = tuple[tuple[Mention, ...], tuple[Mention, ...]]


def parties_of_occasion(coding: Coding, tree: Tree, codings: Mapping[int, Coding]) -> Both:
    """Return who met, and whom, where a passive names nobody: "six agreements were signed during his visit"."""
    verb = coding.trigger
    if coding.frame.type not in MADE_TOGETHER or tree.word_class(verb) != VERB or not is_passive(tree, verb):
        return (), ()
    for preposition in tree.children(verb, "prep"):
        for noun in tree.children(preposition, "pobj"):
            met = codings.get(noun)
            if tree.words[preposition].lower() in OCCASIONAL and met is not None and met.frame.type == "CONSULT":
                return (met.agents, met.recipients) if met.agents else ((), ())
    return (), ()
