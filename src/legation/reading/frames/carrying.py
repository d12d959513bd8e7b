"""Carry-over: the other party of an exchange, where the sentence leaves it to what was said just before.

"Iran sold Russia drones. It also sent ammunition": to whom is not said again. Only acts that need a recipient by the
ontology and name what changes hands, or the tie they end or mend, are completed so, and the claim's rule says that it
was done. Where somebody stands as the recipient whom nobody knows, nobody takes his place.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorType, Form, Mention
from legation.reading.frames.coding import Coding
from legation.reading.frames.framebook import FrameBook
from legation.reading.frames.parties import Parties
from legation.reading.frames.roles import MEETING_PLACES
from legation.reading.grammar.slots import fill, is_in_aside, place_at
from legation.reading.parse.trees import NOUN, SUBJECTS, VERB, Tree

NEED_RECIPIENT = frozenset({"AID", "COOPERATE"})
# Acts on a tie: it is somebody's with somebody.
ON_TIES = frozenset({"SANCTION", "SUPPORT", "REJECT", "RETREAT"})
# The slots that words of "toward parties" do not name.
TOWARD = frozenset({"iobj", "for"})
# What talks lead to between those who held them.
COME_OF_TALKS = frozenset({"AGREE", "SUPPORT", "COOPERATE"})
# How many earlier exchanges of the document are looked at: further back the talk has turned to something else.
REACH = 3
# How many earlier event words of any kind are looked through for them.
LOOK_BACK = 60
PAIR = 2
PARTY_TYPES = frozenset({ActorType.PERSON, ActorType.STATE, ActorType.ORGAN, ActorType.GROUP})


def country(mention: Mention) -> str | None:
    """Return the state a mention belongs to."""
    return mention.actor.country if mention.actor is not None else None


def is_exchange(coding: Coding, tree: Tree, book: FrameBook) -> bool:
    """Tell whether a coding hands something over, or ends or mends a tie, so that a recipient must exist."""
    if coding.frame.type in ON_TIES and coding.object_head is not None:
        return book.classes.has(tree, coding.object_head, ("relations",))
    if coding.frame.type not in NEED_RECIPIENT or coding.frame.entry.symmetric:
        return False
    if coding.frame.entry.object:
        return True
    if coding.theme is None:
        return False
    is_thing = tree.word_class(coding.theme) == NOUN and is_item(coding.theme, tree, book)
    return is_thing or (coding.frame.type == "AID" and not is_act(coding.theme, tree, book))


def is_act(head: int, tree: Tree, book: FrameBook) -> bool:
    """Tell whether a noun heads an act of another kind: a raid is nobody's to hand over."""
    noun = tree.word_class(head) == NOUN
    return noun and any(frame.type not in NEED_RECIPIENT for frame in book.find(NOUN, tree.lemmas[head]))


def is_filled(coding: Coding, tree: Tree) -> bool:
    """Tell whether somebody stands where the recipient should, though nobody knows him: "granted asylum to a poet"."""
    place = place_at(tree, coding.trigger, coding.frame.word_class, coding.support, "agent")
    toward = TOWARD | words_of("toward parties")
    spots = [spot for slot in coding.frame.to if slot in toward for spot in fill(place, slot)]
    return any(spot not in (coding.theme, coding.object_head) and tree.tags[spot][:2] == "NN" for spot in spots)


def is_item(noun: int, tree: Tree, book: FrameBook) -> bool:
    """Tell whether a noun is in an item class."""
    return book.classes.item(tree, noun, noun + 1, noun) is not None


def carried_recipients(
    coding: Coding, tree: Tree, parties: Parties, before: Sequence[Coding], around: Mapping[int, Coding]
) -> tuple[Mention, ...]:
    """Return who else the exchange must be with, if the text makes it clear; else nothing.

    In this order: the other side of the exchange it is in return for, whom the act that it is joined to is done to, the
    one other state the sentence names, the recipient of the same agent's last exchange. `before` holds the earlier
    codings of the document, `around` those of the passage.
    """
    own = {country(mention) for mention in coding.agents} - {None}
    if len(own) != 1:
        return ()
    for above in tree.ancestors(coding.trigger):
        found = other_side(around.get(above), own)
        if found:
            return found
    if coding.frame.type in ON_TIES and tree.deps[coding.trigger] == "conj":
        joined = around.get(tree.heads[coding.trigger])
        same = [m for m in joined.recipients if country(m) not in own] if joined is not None else []
        if same:
            return tuple(same)
    others = [m for m in named_in_sentence(coding, tree, parties) if country(m) not in own]
    if len({country(mention) for mention in others}) == 1:
        at = tree.span(coding.trigger, coding.trigger + 1).start
        return (min(others, key=lambda mention: abs(mention.span.start - at)),)
    if others or coding.frame.type in ON_TIES:
        return ()
    exchanges = [
        earlier for earlier in before[-LOOK_BACK:] if earlier.frame.type in NEED_RECIPIENT and earlier.recipients
    ]
    for earlier in reversed(exchanges[-REACH:]):
        if own & {country(mention) for mention in earlier.agents}:
            return tuple(m for m in earlier.recipients if country(m) not in own and m.actor is not None)
    return ()


def other_side(governing: Coding | None, own: set[str | None]) -> tuple[Mention, ...]:
    """Return the party of a governing exchange that is not the agent's own side."""
    if governing is None or governing.frame.type not in NEED_RECIPIENT:
        return ()
    for one, other in ((governing.agents, governing.recipients), (governing.recipients, governing.agents)):
        if one and other and {country(mention) for mention in one} <= own:
            return other
    return ()


def named_in_sentence(coding: Coding, tree: Tree, parties: Parties) -> Iterator[Mention]:
    """Yield the states, organs, groups and people with a state that the sentence names, whoever says it left out."""
    low, high = tree.sentence[coding.trigger]
    says = [above for above in tree.ancestors(coding.trigger) if tree.has(above, "ccomp")]
    speakers = {kid for above in says for kid in tree.children(above, "nsubj")}
    told = {country(mention) for speaker in speakers for mention in parties.by_head.get(speaker, ())} - {None}
    refused = refused_beside(tree, coding.trigger)
    for token in range(low, high):
        # Whom something is used against is nobody's partner: "sent missiles that may be used against Chad".
        # Nor is one that only a refusal beside it tells of: "Chad, which vetoed a resolution on Cuba, sold grain".
        # Nor whose reaction is told: "sold shells, to the fury of Chad".
        preposition = tree.heads[token]
        aside = tree.lemmas[tree.heads[preposition]] in words_of("reactions")
        # Nor who is named only as not meant: "sent not by Peru but by Chile".
        aside = aside or tree.is_set_apart(token) or tree.is_set_apart(preposition)
        if token in speakers or token in refused or aside or tree.words[preposition].lower() == "against":
            continue
        named = parties.by_head.get(token, ())
        if not named or is_in_aside(tree, token, coding.trigger):
            continue
        for mention in named:
            party = mention.actor is not None and mention.actor.type in PARTY_TYPES and country(mention) is not None
            if party and not (mention.form is Form.PRONOUN and country(mention) in told):
                yield mention


def refused_beside(tree: Tree, trigger: int) -> set[int]:
    """Return the words under the vetoes of the sentence that the act itself is no part of."""
    above = {trigger, *tree.ancestors(trigger)}
    low, high = tree.sentence[trigger]
    vetoes = [at for at in range(low, high) if tree.lemmas[at] in words_of("vetoing") and at not in above]
    return {at for veto in vetoes for at in range(low, high) if tree.under(at, veto)}


def shared_parties(coding: Coding, tree: Tree, parties: Parties, before: Sequence[Coding]) -> tuple[Mention, ...]:
    """Return the states that "bilateral" or "trilateral" at a noun speaks of.

    They are those the sentence names, if they are so many, else the parties of the last coding with so many. "The deal"
    is that of the last deal's parties.
    """
    head = coding.theme if coding.theme is not None else coding.trigger
    spots = {coding.trigger, head, *(kid for spot in (coding.trigger, head) for kid in tree.kids[spot])}
    said = {tree.words[kid].lower() for spot in spots for kid in (spot, *tree.kids[spot])} & words_of("joint")
    if not said:
        return parties_of_deal(coding, tree, before)
    wanted = 3 if said & {"trilateral", "tripartite"} else 2
    found = one_per_country(named_in_sentence(coding, tree, parties))
    if len(found) == wanted:
        return found
    circles = [(earlier, one_per_country((*earlier.agents, *earlier.recipients))) for earlier in before[-LOOK_BACK:]]
    fitting = [(earlier, circle) for earlier, circle in reversed(circles) if len(circle) == wanted]
    # What is done once more ("strengthen the trilateral alliance") is done by those who did it before.
    same = [circle for earlier, circle in fitting if earlier.frame.lemma == coding.frame.lemma]
    return next(iter([*same, *(circle for _, circle in fitting)]), ())


def parties_of_deal(coding: Coding, tree: Tree, before: Sequence[Coding]) -> tuple[Mention, ...]:
    """Return between whom "the deal" is that somebody signed: the two states of the last deal told before."""
    noun = coding.object_head
    deals = words_of("deals")
    if noun is None or not coding.frame.entry.symmetric or not deals & {*coding.frame.entry.object}:
        return ()
    if tree.has(coding.trigger, "agent"):
        # "The treaty was concluded by two generals": nobody knows them, and they are not those of the last deal.
        return ()
    if not any(tree.words[kid].lower() in ("the", "this", "that") for kid in tree.children(noun, "det")):
        return ()
    for earlier in reversed(before[-LOOK_BACK:]):
        if deals & {earlier.frame.lemma, *earlier.frame.entry.object}:
            both = one_per_country((*earlier.agents, *earlier.recipients))
            if len(both) == PAIR:
                return both
    return ()


def one_per_country(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the first mention of each country."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        code = country(mention)
        if code is not None:
            found.setdefault(code, mention)
    return tuple(found.values())


def parties_of_clause(coding: Coding, tree: Tree, codings: Mapping[int, Coding]) -> tuple[Mention, ...]:
    """Return who met, where a meeting names nobody and what came of it does: "restored ties with Iran after talks"."""
    at = coding.trigger
    head = tree.heads[at]
    if not coding.frame.entry.symmetric or tree.deps[at] != "pobj" or tree.words[head].lower() not in MEETING_PLACES:
        return ()
    clause = codings.get(tree.heads[head])
    if clause is None or clause.frame.type not in COME_OF_TALKS:
        return ()
    both = one_per_country((*clause.agents, *clause.recipients))
    return both if len(both) > 1 and clause.agents else ()


def parties_of_whole(
    coding: Coding, tree: Tree, codings: Mapping[int, Coding]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Return the parties of what this word is part of: coordinated with it, or listed under it after "including"."""
    at = coding.trigger
    if tree.word_class(at) == VERB and tree.has(at, *SUBJECTS):
        # "Tallinn asked for talks, and the allies met": they are somebody else.
        return (), ()
    while at != tree.heads[at]:
        label, above = tree.deps[at], tree.heads[at]
        listed = label in ("conj", "appos") or tree.words[above].lower() == "including"
        if not listed and tree.words[at].lower() != "including":
            return (), ()
        at = above
        whole = codings.get(at)
        if whole is not None and not whole.frame.entry.silent and (whole.agents or whole.recipients):
            return whole.agents, whole.recipients
    return (), ()
