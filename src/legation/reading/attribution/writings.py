"""Writings: whose word a statement, a report or a website is that stands as the source of what is told.

"A statement by the ministry said", "its website said", "a report that UN experts submitted says": the source's words
are those of the paper, and who is meant by them is whoever put it out.
"""

from collections.abc import Iterator, Sequence

from legation.documents.span import Span
from legation.lexicon.wordlists import words_of
from legation.reading.attribution.words import Words
from legation.reading.claim import Mention

# How the one who put a paper out stands before it: "its report", "a Kremlin statement".
BEFORE = ("poss", "compound", "nmod", "amod")
BEHIND = frozenset({"by", "from", "of"})


def find_writer(words: Words, head: int, mentions: Sequence[Mention]) -> str | None:
    """Return the id of the mention of who put out the paper that a source names; None if it is none, or nobody's."""
    if words.lowers[head] not in words_of("papers"):
        return None
    found = (find_mention(words.span(spot, spot + 1), mentions) for spot in places(words, head))
    return next((mention for mention in found if mention is not None), None)


def places(words: Words, head: int) -> Iterator[int]:
    """Yield where a paper's writer may stand, the surest first."""
    yield from words.kids_of(head, *BEFORE)
    for preposition in words.kids_of(head, "prep"):
        if words.lowers[preposition] in BEHIND:
            yield from words.kids_of(preposition, "pobj")
    for clause in words.kids_of(head, "relcl", "acl"):
        yield from words.kids_of(clause, "nsubj")
        for agent in words.kids_of(clause, "agent"):
            yield from words.kids_of(agent, "pobj")


def find_mention(head: Span, mentions: Sequence[Mention]) -> str | None:
    """Return the id of the shortest mention around a head."""
    around = [mention for mention in mentions if mention.span.overlaps(head)]
    return min(around, key=lambda mention: len(mention.span)).id if around else None
