"""Carry-over: the other party of an exchange, where the sentence leaves it to what was said just before.

"Iran sold Russia drones. It also sent ammunition": to whom is not said again. Only acts that need a recipient by the
ontology and name what changes hands are completed so, and the claim's rule says that it was done.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from legation.reading.claim import ActorType, Mention
from legation.reading.coding import Coding, Parties
from legation.reading.framebook import FrameBook
from legation.reading.trees import NOUN, Tree

NEED_RECIPIENT = frozenset({"AID", "COOPERATE"})
# How many earlier exchanges of the document are looked at: further back the talk has turned to something else.
REACH = 3
PARTY_TYPES = frozenset({ActorType.PERSON, ActorType.STATE, ActorType.ORGAN, ActorType.GROUP})
SHARED = frozenset({"bilateral", "mutual", "reciprocal", "two-way", "trilateral", "tripartite"})


def country(mention: Mention) -> str | None:
    """Return the state a mention belongs to."""
    return mention.actor.country if mention.actor is not None else None


def is_exchange(coding: Coding, tree: Tree, book: FrameBook) -> bool:
    """Tell whether a coding hands something over, so that a recipient must exist."""
    if coding.frame.type not in NEED_RECIPIENT or coding.frame.entry.symmetric:
        return False
    if coding.frame.entry.object:
        return True
    return coding.theme is not None and tree.word_class(coding.theme) == NOUN and is_item(coding.theme, tree, book)


def is_item(noun: int, tree: Tree, book: FrameBook) -> bool:
    """Tell whether a noun is in an item class."""
    return book.classes.item(tree, noun, noun + 1, noun) is not None


def carried_recipients(
    coding: Coding, tree: Tree, parties: Parties, earlier: Sequence[tuple[Sequence[Mention], Sequence[Mention]]]
) -> tuple[Mention, ...]:
    """Return the one other state the sentence names, else the recipient of the agent's last exchange, if clear."""
    own = {country(mention) for mention in coding.agents} - {None}
    if len(own) != 1:
        return ()
    others = [m for m in named_in_sentence(coding, tree, parties) if country(m) not in own]
    if len({country(mention) for mention in others}) == 1:
        return (
            min(others, key=lambda m: abs(m.span.start - tree.passage.start - tree.passage.doc[coding.trigger].idx)),
        )
    if others:
        return ()
    for agents, recipients in reversed(earlier[-REACH:]):
        if own & {country(mention) for mention in agents}:
            found = [mention for mention in recipients if country(mention) not in own and mention.actor is not None]
            return tuple(found)
    return ()


def named_in_sentence(coding: Coding, tree: Tree, parties: Parties) -> Iterator[Mention]:
    """Yield the states, organs, groups and people with a state that the sentence names."""
    low, high = tree.sentence[coding.trigger]
    speakers = {kid for above in tree.ancestors(coding.trigger) for kid in tree.children(above, "nsubj")}
    for token in range(low, high):
        if token in speakers and coding.agents:
            continue
        for mention in parties.by_head.get(token, ()):
            if mention.actor is not None and mention.actor.type in PARTY_TYPES and mention.actor.country is not None:
                yield mention


def shared_parties(coding: Coding, tree: Tree, parties: Parties) -> tuple[Mention, ...]:
    """Return the states of the sentence that "bilateral" or "trilateral" speaks of, if they are so many."""
    head = coding.theme if coding.theme is not None else coding.trigger
    spots = {coding.trigger, head, *(kid for spot in (coding.trigger, head) for kid in tree.kids[spot])}
    words = {tree.words[kid].lower() for spot in spots for kid in (spot, *tree.kids[spot])}
    said = words & SHARED
    if not said:
        return ()
    wanted = 3 if said & {"trilateral", "tripartite"} else 2
    found: dict[str | None, Mention] = {}
    for mention in named_in_sentence(coding, tree, parties):
        found.setdefault(country(mention), mention)
    if not found:
        for mention in named_before(coding, tree, parties):
            found.setdefault(country(mention), mention)
    return tuple(found.values()) if len(found) == wanted else ()


def named_before(coding: Coding, tree: Tree, parties: Parties) -> Iterator[Mention]:
    """Yield the mentions of the sentence before, in the same passage."""
    low, _ = tree.sentence[coding.trigger]
    if low > 0:
        yield from named_in_sentence(replace(coding, trigger=low - 1), tree, parties)


def coordinated_parties(
    coding: Coding, tree: Tree, codings: Mapping[int, Coding]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Return the parties of the event noun that this one is coordinated with ("cooperation and exchange of …")."""
    at = coding.trigger
    while tree.deps[at] in ("conj", "appos") and tree.word_class(at) == NOUN:
        at = tree.heads[at]
        head = codings.get(at)
        if head is not None and not head.frame.entry.silent and (head.agents or head.recipients):
            return head.agents, head.recipients
    return (), ()
