"""Fillers: the parties that stand in the slots of a frame, each list of them without those that are somebody else's."""

from collections.abc import Sequence

from legation.lexicon.wordlists import words_of
from legation.reading.claim import Mention
from legation.reading.frames.parties import Parties
from legation.reading.frames.sufferers import suffers
from legation.reading.grammar.slots import Place, fill


def first_filled(place: Place, slots: Sequence[str], parties: Parties, taken: set[str]) -> list[Mention]:
    """Return the parties in the first slot that holds one not yet taken."""
    if not parties.by_head:
        return []
    for slot in slots:
        heads = fill(place, slot)
        if slot == "poss":
            heads = [head for head in heads if not suffers(place.tree, head, parties)]
        if not heads:
            continue
        found = [mention for mention in parties.at(place.tree, heads) if mention.id not in taken]
        if slot == "clause.any":
            own = [mention for parts in parties.by_head.values() for mention in parts if mention.id in taken]
            # "Demanded that Oman hand over the Kurd": it is Oman that is asked.
            asked = parties.at(place.tree, fill(place, "clause.subj"))
            found = foreign_to(own, [one for one in asked if one.id not in taken]) or foreign_to(own, found)
        if found:
            return found
    return []


def merge(one: Sequence[Mention], other: Sequence[Mention]) -> list[Mention]:
    """Join two lists of mentions, each mention once."""
    return list({mention.id: mention for mention in (*one, *other)}.values())


def apart_from(recipients: Sequence[Mention], agents: Sequence[Mention]) -> list[Mention]:
    """Leave out recipients that are the agents again under another name, or whose "their" nobody can tell."""
    actors = {mention.actor.id for mention in agents if mention.actor is not None}
    ids = {mention.id for mention in agents}
    told = [m for m in recipients if m.actor is not None or not (agents and m.text.lower() in words_of("possessives"))]
    return [m for m in told if m.id not in ids and (m.actor is None or m.actor.id not in actors)]


def foreign_to(agents: Sequence[Mention], found: Sequence[Mention]) -> list[Mention]:
    """Leave out parties of the agents' own states: what is theirs is not whom they deal with."""
    own = {mention.actor.country for mention in agents if mention.actor is not None} - {None}
    return [mention for mention in found if mention.actor is None or mention.actor.country not in own]
