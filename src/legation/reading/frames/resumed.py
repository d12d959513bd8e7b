"""Resumed: whose a thing is that the text speaks of once more, where nobody is named at it.

"Chad imposed an embargo on Togo … The embargo was eased": by Chad, for Togo. "Peru offered Bolivia a pact … The offer
was declined": by Bolivia. What was told of last under the same name is meant.
"""

from collections.abc import Iterator, Sequence

from legation.lexicon.wordlists import words_of
from legation.reading.frames.answering import BROUGHT_UP, RECENT
from legation.reading.frames.between import Both, is_nameless, things
from legation.reading.frames.carrying import country
from legation.reading.frames.coding import Coding
from legation.reading.parse.trees import VERB, Tree

# How many event words back a thing may have been told of.
LOOK_BACK = 40
# What is done by whoever did, gave or imposed the thing: it is taken back, prolonged, widened.
BY_THE_SAME = frozenset({"RETREAT", "CONCEDE", "AID", "COOPERATE", "MOBILIZE"})
# What is done by the one to whom an offer or a demand was made.
BY_THE_OTHER = frozenset({"REJECT", "AGREE", "CONCEDE"})
# What such a thing may be: not a treaty, which either side may leave.
ONE_SIDED = frozenset({"SANCTION", "COERCE", "REQUEST", "ACCUSE", "AID", "AGREE", "MOBILIZE", "THREATEN", "CONSULT"})
POINTING = frozenset({"the", "this", "that", "these", "those"})


def parties_of_resumed(coding: Coding, tree: Tree, before: Sequence[Coding]) -> Both:
    """Return who does it and to whom, where a passive names nobody and its subject has been told of; else nothing."""
    if tree.word_class(coding.trigger) != VERB or not is_nameless(coding, tree):
        return (), ()
    for noun in things(coding, tree):
        found = (*told_of(tree, noun, before), *imposed(tree, noun, before)) if is_pointed_at(tree, noun) else ()
        earlier = next(iter(found), None)
        if earlier is None:
            continue
        if coding.frame.type in BY_THE_OTHER and is_answered(tree, coding.trigger, noun, earlier):
            return earlier.recipients, earlier.agents
        if coding.frame.type in BY_THE_SAME:
            return earlier.agents, earlier.recipients
    return (), ()


def is_pointed_at(tree: Tree, noun: int) -> bool:
    """Tell whether a noun has an article that points back, and nothing behind it that says which one is meant."""
    articles = {tree.words[kid].lower() for kid in tree.children(noun, "det")}
    return bool(articles & POINTING) and not tree.has(noun, "relcl", "acl")


def told_of(tree: Tree, noun: int, before: Sequence[Coding]) -> Iterator[Coding]:
    """Yield the acts that told of a thing of this name between two sides, the last one first."""
    name = tree.lemmas[noun].lower()
    for earlier in reversed(before[-LOOK_BACK:]):
        sides = [{country(mention) for mention in side} for side in (earlier.agents, earlier.recipients)]
        if earlier.frame.type in ONE_SIDED and name in named_in(earlier) and sides[0] and not sides[0] & sides[1]:
            yield earlier


def imposed(tree: Tree, noun: int, before: Sequence[Coding]) -> Iterator[Coding]:
    """Yield what "the ban" may have been just before: any act that cuts something off, the last one first."""
    if tree.lemmas[noun].lower() in words_of("imposed"):
        yield from (e for e in reversed(before[-RECENT:]) if e.frame.type in ("SANCTION", "COERCE") and e.agents)


def named_in(coding: Coding) -> frozenset[str]:
    """Return what an act may be called, or the thing that it gives or imposes: its own word and its object's."""
    return frozenset({coding.frame.lemma, *coding.things})


def is_answered(tree: Tree, verb: int, noun: int, earlier: Coding) -> bool:
    """Tell whether a thing is one that somebody makes and another answers, and is not taken back by its maker."""
    kinds = (kind for kind in BROUGHT_UP if kind != "names of steps" and tree.lemmas[noun].lower() in words_of(kind))
    made = any(earlier.frame.type in BROUGHT_UP[kind] | {"CONSULT"} for kind in kinds)
    return made and tree.lemmas[verb] not in words_of("taking back")
