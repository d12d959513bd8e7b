"""Headlines: their present tense shows as done what the text below may say is yet to come; the text dates them, too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from legation.documents.document import Document, ZoneKind
from legation.reading.claim import Claim, Mention, Status, Time
from legation.reading.parse.trees import Tree
from legation.reading.status.ahead import LONG
from legation.reading.status.moods import PRESENT

REAL = frozenset({Status.HAPPENED, Status.ONGOING})


def read_headlines(
    claims: Sequence[Claim], trees: Sequence[Tree], found: tuple[Sequence[Mention], Sequence[Time]], document: Document
) -> list[Claim]:
    """Return the claims, those of headlines with the status and the date that the news below gives the same acts.

    `found` are the mentions and times of the document. What a text tells of days long before its publication is no
    news: a summit of years ago neither dates the one that a headline announces nor makes it done.
    """
    mentions, times = found
    days = document.published_days
    if not any(tree.passage.zone is ZoneKind.TITLE for tree in trees):
        return list(claims)
    old = {time.id for time in times if days and time.to is not None and time.to + LONG <= days[0]}
    news = [claim for claim in claims if claim.time not in old]
    parties = {mention.id: party(mention) for mention in mentions}
    return date_headlines(temper(claims, news, trees, parties), news, trees, parties)


def temper(
    claims: Sequence[Claim], news: Iterable[Claim], trees: Sequence[Tree], parties: Mapping[str, str]
) -> list[Claim]:
    """Give the claims of a headline's present tense the status that the text below gives the same act.

    "Peru's premier flies to Quito" reads as done; the text may say that she will fly. The same act is one of the same
    type with a party in common; one that the text does tell as done leaves the headline as it is.
    """
    shown = {start for tree in trees if tree.passage.zone is ZoneKind.TITLE for start in present_words(tree)}
    if not shown:
        return list(claims)
    below = [claim for claim in news if not is_above(claim, trees)]
    return [
        tempered(claim, under(claim, below, trees), parties)
        if claim.trigger.start in shown and claim.status is Status.HAPPENED
        else claim
        for claim in claims
    ]


def date_headlines(
    claims: Sequence[Claim], news: Iterable[Claim], trees: Sequence[Tree], parties: Mapping[str, str]
) -> list[Claim]:
    """Give the undated claims of a headline the date that the text below gives the same act.

    The same act is of the same type and status and has every party of the headline's; the first one with a date tells.
    """
    below = [claim for claim in news if claim.time is not None and not is_above(claim, trees)]

    def dated(claim: Claim) -> Claim:
        own = sides(claim, parties)
        same = (
            other.time
            for other in under(claim, below, trees)
            if (other.type, other.status) == (claim.type, claim.status) and own and own <= sides(other, parties)
        )
        return replace(claim, time=next(same, None))

    return [dated(claim) if claim.time is None and is_above(claim, trees) else claim for claim in claims]


def under(claim: Claim, below: Sequence[Claim], trees: Sequence[Tree]) -> Sequence[Claim]:
    """Return what the text tells under the headline of a claim: all of it under the first, else up to the next one."""
    titles = [tree.passage.extent for tree in trees if tree.passage.zone is ZoneKind.TITLE]
    number = next(i for i, title in enumerate(titles) if title.contains(claim.trigger))
    if number == 0:
        return below
    last = titles[number + 1].start if number + 1 < len(titles) else None
    return [
        other
        for other in below
        if other.trigger.start > titles[number].end and (last is None or other.trigger.start < last)
    ]


def is_above(claim: Claim, trees: Sequence[Tree]) -> bool:
    """Tell whether a claim stands in a headline."""
    titles = (tree.passage for tree in trees if tree.passage.zone is ZoneKind.TITLE)
    return any(title.extent.contains(claim.trigger) for title in titles)


def present_words(tree: Tree) -> Iterator[int]:
    """Yield where the words begin that stand at or under a plain present in a headline."""
    for token in range(len(tree.words)):
        if any(tree.tags[at] in PRESENT and not tree.has(at, "aux") for at in (token, *tree.ancestors(token))):
            yield tree.span(token, token + 1).start


def tempered(claim: Claim, below: Sequence[Claim], parties: Mapping[str, str]) -> Claim:
    """Return the claim with the status of the first claim of the same act in the text, if none there is done."""
    own = sides(claim, parties)
    same = [other for other in below if other.type == claim.type and own & sides(other, parties)]
    if not same or any(other.status in REAL for other in same):
        return claim
    return replace(claim, status=same[0].status)


def sides(claim: Claim, parties: Mapping[str, str]) -> set[str]:
    """Return the parties of a claim."""
    return {parties[key] for key in (*claim.agents, *claim.recipients)}


def party(mention: Mention) -> str:
    """Return by what two mentions of one party are known: their state, else their actor, else their words."""
    if mention.actor is None:
        return mention.text.lower()
    return mention.actor.country or mention.actor.id
