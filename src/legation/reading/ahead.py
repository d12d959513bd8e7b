"""Occasions dated after their report: nobody can have told that they were held."""

from collections.abc import Sequence
from dataclasses import replace

from legation.documents.document import Document
from legation.reading.claim import Claim, Status, Time
from legation.reading.trees import NOUN, Tree

DONE = frozenset({Status.HAPPENED, Status.ONGOING})


def plan_ahead(
    claims: Sequence[Claim], times: Sequence[Time], trees: Sequence[Tree], document: Document
) -> list[Claim]:
    """Return the claims with nouns that were read as done, but begin after the days of publication, as planned.

    "On Tuesday, three days before the summit": the summit is yet to come when the report is of Wednesday. A verb in
    the past stays as it is: there the date is more likely to be misread than the tense.
    """
    days = document.published_days
    if days is None:
        return list(claims)
    dates = {time.id: time.from_ for time in times}
    return [
        replace(claim, status=Status.PLANNED)
        if claim.status in DONE
        and claim.time is not None
        and (first := dates[claim.time]) is not None
        and first >= days[1]
        and is_noun(claim, trees)
        else claim
        for claim in claims
    ]


def is_noun(claim: Claim, trees: Sequence[Tree]) -> bool:
    """Tell whether the word that makes a claim is a noun."""
    tree = next(tree for tree in trees if tree.passage.extent.contains(claim.trigger))
    return tree.word_class(tree.tokens(claim.trigger)[0]) == NOUN
