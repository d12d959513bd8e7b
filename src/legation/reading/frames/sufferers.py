"""Sufferers: whose a noun is that tells what was done to them: "Rossi's murder", "her expulsion by Chad".

With whom it was done to behind "of" the owner is the doer: "Chad's expulsion of the envoy".
"""

from collections.abc import Iterable

from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorType, Mention
from legation.reading.frames.parties import Parties
from legation.reading.grammar.prepositions import prepositions
from legation.reading.grammar.slots import Place, fill
from legation.reading.parse.trees import NOUN, Tree

# These act where nothing else is said: "Chad's executions", but "Chad's expulsion from the league".
ACTING = frozenset({ActorType.STATE, ActorType.ORGAN, ActorType.ORGANISATION, ActorType.MEDIA})
OTHERS_ACT = frozenset({"by", "from"})


def sufferers(place: Place, parties: Parties) -> list[Mention]:
    """Return to whom it was done that own the noun at this place."""
    return owners(place, "poss", parties) if place.word_class == NOUN else []


def sufferers_in(place: Place, slots: Iterable[str], parties: Parties) -> set[str]:
    """Return the mentions of those who own, in these slots, what was done to them: "condemned Rossi's murder"."""
    return {mention.id for slot in slots if slot.endswith(".poss") for mention in owners(place, slot, parties)}


def owners(place: Place, slot: str, parties: Parties) -> list[Mention]:
    """Return those in a slot of owners who own what was done to them."""
    tree = place.tree
    return [m for owner in fill(place, slot) if suffers(tree, owner, parties) for m in parties.named(tree, owner)]


def suffers(tree: Tree, owner: int, parties: Parties) -> bool:
    """Tell whether a word is, or goes with, the owner of what was done to it."""
    while tree.deps[owner] in ("conj", "appos"):
        owner = tree.heads[owner]
    noun = tree.heads[owner]
    if tree.deps[owner] != "poss" or not {tree.lemmas[noun], tree.words[noun].lower()} & words_of("suffered"):
        return False
    said = {word for word, _ in prepositions(tree, noun)}
    if "of" in said:
        return False
    acting = any(m.actor is not None and m.actor.type in ACTING for m in parties.named(tree, owner))
    return not acting or not said.isdisjoint(OTHERS_ACT)
