"""Acts dated after their report, which nobody can have told as done, and long before it, which go on no more."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from legation.documents.document import Document
from legation.lexicon.wordlists import words_of
from legation.reading.claim import Claim, Status, Time, TimeType
from legation.reading.parse.trees import Tree

DONE = frozenset({Status.HAPPENED, Status.ONGOING})
# What ended so many days before its report is no news, and nobody means that it still goes on.
LONG = dt.timedelta(31)
# Tags of verbs that tell of what is past.
PAST = frozenset({"VBD", "VBN"})


def plan_ahead(
    claims: Sequence[Claim], times: Sequence[Time], trees: Sequence[Tree], document: Document
) -> list[Claim]:
    """Return the claims with those mended that were read as done, but begin after the days of publication.

    What a noun or a present tense tells is planned: "three days before the summit", "visits Hanoi on Friday". A past
    tense is to be believed, so that the date is not the act's: "will deliver gas from April, and Brazil pledged …".
    What a past tense tells of days long over is over: "waged war on its neighbour from 1978 to 1989". How long
    something is to hold says nothing of when it was done: "extended the ban until the end of the year".
    """
    days = document.published_days
    if days is None:
        return list(claims)
    dates = {time.id: (time.from_, time.to) for time in times}
    terms = {time.id for time in times if is_term(time, days)}

    def mend(claim: Claim) -> Claim:
        first, end = dates[claim.time] if claim.time and claim.status in DONE else (None, None)
        if claim.status is Status.ONGOING and end is not None and end + LONG <= days[0] and is_past(claim, trees):
            return replace(claim, status=Status.HAPPENED)
        if claim.time in terms and claim.status is Status.HAPPENED and is_past(claim, trees):
            return replace(claim, time=None)
        if first is None or first < days[1]:
            return claim
        return replace(claim, time=None) if is_past(claim, trees) else replace(claim, status=Status.PLANNED)

    return [mend(claim) for claim in claims]


def is_term(time: Time, days: tuple[dt.date, dt.date]) -> bool:
    """Tell whether a time only says how long from publication on, or until when after it, something is to hold."""
    if time.to is None or time.to <= days[1]:
        return False
    return time.from_ is None or (time.type is TimeType.DURATION and time.from_ >= days[0])


def is_past(claim: Claim, trees: Sequence[Tree]) -> bool:
    """Tell whether the word that makes a claim is a verb that tells of what is past, or may do so by its form."""
    tree = next(tree for tree in trees if tree.passage.extent.contains(claim.trigger))
    verb = tree.tokens(claim.trigger)[0]
    alike = tree.tags[verb] == "VBP" and tree.words[verb].lower() in words_of("unchanging pasts")
    return tree.tags[verb] in PAST or alike
