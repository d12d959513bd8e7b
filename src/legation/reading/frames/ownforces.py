"""Own forces: whose troops are sent or withdrawn, and whose envoy is called home, where a passive names no doer.

"South Africa's contingent was withdrawn", "the Rwandan troops were pulled out", "Chad's ambassador was recalled": whose
they are, they act for, and nothing is done to him.
"""

from dataclasses import replace

from legation.lexicon.wordlists import words_of
from legation.reading.frames.coding import Coding
from legation.reading.frames.framebook import Classes
from legation.reading.frames.parties import Parties
from legation.reading.grammar import clauses
from legation.reading.grammar.voice import is_passive
from legation.reading.parse.trees import VERB, Tree

OWNED = ("poss", "amod", "compound", "nmod")
MOVED = frozenset({"RETREAT", "MOBILIZE", "AID"})
HOMEWARD = frozenset({"recall", "withdraw", "call"})


def moved_by_owner(coding: Coding, tree: Tree, parties: Parties, classes: Classes) -> Coding:
    """Return the coding with the owner of troops or envoys as who moves them, if a passive leaves that open."""
    verb = coding.trigger
    if coding.agents or tree.word_class(verb) != VERB or not is_passive(tree, verb) or tree.has(verb, "agent"):
        return coding
    for noun in clauses.logical_objects(tree, verb):
        home = (
            coding.frame.type == "SANCTION"
            and coding.frame.lemma in HOMEWARD
            and tree.lemmas[noun] in words_of("envoys")
        )
        if not home and not (coding.frame.type in MOVED and classes.has(tree, noun, ("troops",))):
            continue
        owners = tuple(one for kid in tree.children(noun, *OWNED) for one in parties.by_head.get(kid, ()) if one.actor)
        own = {owner.actor.country for owner in owners if owner.actor}
        others = tuple(one for one in coding.recipients if one.actor and one.actor.country not in own)
        if owners:
            return replace(coding, agents=owners, recipients=others)
    return coding
