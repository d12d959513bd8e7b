"""Headlines: their present tense shows as done what the text below may say is yet to come; the text dates them, too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from legation.documents.document import ZoneKind
from legation.reading.claim import Claim, Mention, Status
from legation.reading.moods import PRESENT
from legation.reading.trees import Tree

REAL = frozenset({Status.HAPPENED, Status.ONGOING})


def temper(claims: Sequence[Claim], trees: Sequence[Tree], mentions: Iterable[Mention]) -> list[Claim]:
    """Give the claims of a headline's present tense the status that the text below gives the same act.

    "Peru's premier flies to Quito" reads as done; the text may say that she will fly. The same act is one of the same
    type with a party in common; one that the text does tell as done leaves the headline as it is.
    """
    shown = {start for tree in trees if tree.passage.zone is ZoneKind.TITLE for start in present_words(tree)}
    titles = [tree.passage.extent for tree in trees if tree.passage.zone is ZoneKind.TITLE]
    if not shown:
        return list(claims)
    parties = {mention.id: party(mention) for mention in mentions}
    below = [claim for claim in claims if not any(title.contains(claim.trigger) for title in titles)]
    return [
        tempered(claim, below, parties) if claim.trigger.start in shown and claim.status is Status.HAPPENED else claim
        for claim in claims
    ]


def date_headlines(claims: Sequence[Claim], trees: Sequence[Tree], mentions: Iterable[Mention]) -> list[Claim]:
    """Give the undated claims of a headline the date that the text below gives the same act.

    The same act is of the same type and status and has every party of the headline's; the first one with a date tells.
    """
    titles = [tree.passage.extent for tree in trees if tree.passage.zone is ZoneKind.TITLE]
    parties = {mention.id: party(mention) for mention in mentions} if titles else {}

    def is_above(claim: Claim) -> bool:
        return any(title.contains(claim.trigger) for title in titles)

    below = [claim for claim in claims if claim.time is not None and not is_above(claim)] if titles else []

    def dated(claim: Claim) -> Claim:
        own = sides(claim, parties)
        same = (
            other.time
            for other in below
            if (other.type, other.status) == (claim.type, claim.status) and own and own <= sides(other, parties)
        )
        return replace(claim, time=next(same, None))

    return [dated(claim) if claim.time is None and is_above(claim) else claim for claim in claims]


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
