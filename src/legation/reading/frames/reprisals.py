"""Reprisals: against whom a step is taken that answers another, where it names no state itself.

- "in response to Chile's embargo, Peru expelled two envoys": against whose deed it was;
- "Mali accused Algeria of theft, and Algiers responded by closing its airspace": against who has just turned on it.
"""

from collections.abc import Sequence
from dataclasses import replace

from legation.lexicon.wordlists import words_of
from legation.reading.claim import Mention
from legation.reading.frames.carrying import country
from legation.reading.frames.coding import Coding
from legation.reading.frames.fillers import foreign_to
from legation.reading.frames.parties import Parties
from legation.reading.grammar.slots import fill, place_at
from legation.reading.parse.trees import NOUN, VERB, Tree

HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "REJECT", "ACCUSE", "THREATEN"})
# How many event words lie between a deed and its answer at most.
RECENT = 6
DEED = ("to", "for", "against")


def strike_back(coding: Coding, tree: Tree, parties: Parties, before: Sequence[Coding]) -> Coding | None:
    """Give a hostile step that answers another whom it is taken against; nothing if it is no answer.

    What it was thought to be done to is what it is about: "expelled two envoys".
    """
    struck = struck_back_at(coding, tree, parties, before)
    if not struck:
        return None
    things = (
        fill(place_at(tree, coding.trigger, VERB, coding.support), "obj") if coding.theme is None else [coding.theme]
    )
    return replace(coding, recipients=struck, theme=next(iter(things), None), pending=False, carried=True)


def struck_back_at(coding: Coding, tree: Tree, parties: Parties, before: Sequence[Coding]) -> tuple[Mention, ...]:
    """Return against whom a hostile step that names no state is taken as an answer; nothing if it is none."""
    if coding.frame.type not in HOSTILE or not coding.agents or coding.frame.word_class != VERB:
        return ()
    if any(country(mention) for mention in coding.recipients):
        return ()
    place = place_at(tree, coding.trigger, VERB, coding.support)
    for answer in fill(place, "in"):
        if tree.lemmas[answer] in words_of("answers in kind"):
            found = foreign_to(coding.agents, whose_deed(tree, answer, parties))
            if found:
                return tuple(found)
    by = tree.heads[coding.trigger]
    answered = tree.deps[coding.trigger] == "pcomp" and tree.words[by].lower() in ("by", "with")
    if answered and tree.lemmas[tree.heads[by]] in words_of("answering in kind"):
        return turned_on(coding, before)
    return ()


def whose_deed(tree: Tree, answer: int, parties: Parties) -> list[Mention]:
    """Return whose the deed is that a response is to: its owner or doer, or who is named alone."""
    place = place_at(tree, answer, NOUN)
    deeds = [noun for word in DEED for noun in fill(place, word)]
    slots = [
        at for noun in deeds for slot in ("poss", "by", "mod", "of") for at in fill(place_at(tree, noun, NOUN), slot)
    ]
    return parties.at(tree, slots) or parties.at(tree, deeds)


def turned_on(coding: Coding, before: Sequence[Coding]) -> tuple[Mention, ...]:
    """Return who has just done something hostile to who acts: the doer of the last such act before it."""
    own = {country(mention) for mention in coding.agents} - {None}
    hostile = (earlier for earlier in reversed(before[-RECENT:]) if earlier.frame.type in HOSTILE)
    last = next((deed for deed in hostile if own & {country(mention) for mention in deed.recipients}), None)
    if last is None:
        return ()
    return tuple(mention for mention in last.agents if country(mention) not in {None, *own})
