"""Undertaken: to whom somebody refuses, agrees or threatens to do something is to whom it would be done.

"Refused to send peacekeepers to Somalia", "agreed to hand the suspects over to Chad": what stands first in the clause
may be whom it is done with; the word that tells the act knows to whom.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from legation.reading.frames.carrying import country
from legation.reading.frames.coding import Coding
from legation.reading.frames.fillers import foreign_to
from legation.reading.grammar.slots import fill, place_at
from legation.reading.parse.trees import VERB, Tree

ANYBODY = "clause.any"


def with_undertaken(coding: Coding, tree: Tree, codings: Mapping[int, Coding]) -> Coding:
    """Give an undertaking whose recipients are not all of states the recipients of the act it speaks of."""
    stated = {country(mention) for mention in coding.recipients}
    if coding.frame.word_class != VERB or (stated and None not in stated):
        return coding
    for act in acts_of(coding, tree):
        inner = codings.get(act)
        if inner is None or inner.frame.entry.silent or {*inner.agents} - {*coding.agents}:
            continue
        known = [mention for mention in foreign_to(coding.agents, inner.recipients) if country(mention)]
        if known and stated - {None} <= {country(mention) for mention in known}:
            return replace(coding, recipients=tuple(known), pending=False)
    return coding


def acts_of(coding: Coding, tree: Tree) -> Iterator[int]:
    """Yield the verbs of what is undertaken: those of its clause, or of the idea that is rejected ("of selling oil").

    What is denied is not undertaken: "denied having sent shells to Peru".
    """
    place = place_at(tree, coding.trigger, VERB, coding.support)
    if ANYBODY in coding.frame.to:
        yield from fill(place, "clause")
    for noun in fill(place, "obj") if coding.frame.type == "REJECT" else ():
        for preposition in tree.children(noun, "prep"):
            yield from tree.children(preposition, "pcomp")
