"""Between two: whose an act is that names nobody, in a report on two states.

"Peru and Chad share a river. A treaty was signed in 1990; the border was closed in 2001": what is made by two was made
by both, and what lies between two was closed to both, though who closed it is not told. Nobody is named where the text
speaks of more than two states, where the sentence names somebody else, or where it says with whom.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorType, Mention
from legation.reading.frames.carrying import country, named_in_sentence, one_per_country
from legation.reading.frames.coding import Coding
from legation.reading.frames.framebook import Classes
from legation.reading.frames.parties import Parties
from legation.reading.grammar import clauses
from legation.reading.grammar.voice import is_passive
from legation.reading.parse.trees import SUBJECTS, VERB, Tree

PAIR = 2
# How many event words back "the deal" has been told of.
RECENT = 6
POINTING = frozenset({"the", "this", "that"})
# A third state is at most so often named as the second: half of it.
THIRD = 2
# Classes of nouns for what two make together, beside the words of "made by two".
MADE_CLASSES = ("agreement", "talks", "ceasefire", "relations", "exercise")
BETWEEN_CLASSES = ("relations", "border", "talks", "agreement")
ONE_SIDED = frozenset({"SANCTION", "COERCE", "CONCEDE", "RETREAT", "REJECT", "SUPPORT", "COOPERATE"})
# Behind these somebody is named with whom it was done, though nobody may know him.
SAID = frozenset({"with", "between", "by", "among", "to", "against", "for"})
Both = tuple[tuple[Mention, ...], tuple[Mention, ...]]


@dataclass(frozen=True, slots=True)
class Couple:
    """The two states a document is about, by their codes, and what names them, in text order."""

    codes: frozenset[str]
    mentions: tuple[Mention, ...]

    def at(self, start: int) -> tuple[Mention, ...]:
        """Return the last mention of each of the two that begins before a character; the first one, if none does."""
        found: dict[str, Mention] = {}
        for mention in self.mentions:
            code = str(country(mention))
            if code not in found or mention.span.start < start:
                found[code] = mention
        return tuple(sorted(found.values(), key=lambda mention: mention.span.start))


def find_couple(mentions: Sequence[Mention]) -> Couple | None:
    """Return the two states that a document speaks of far more than of any other; nothing if there are not just two."""
    known = [mention for mention in mentions if mention.actor is not None and mention.actor.type is not ActorType.PLACE]
    counted = Counter(code for mention in known if (code := country(mention)) is not None)
    ranked = counted.most_common()
    if len(ranked) < PAIR or (len(ranked) > PAIR and ranked[PAIR][1] * THIRD > ranked[PAIR - 1][1]):
        return None
    codes = frozenset(code for code, _ in ranked[:PAIR])
    states = tuple(m for m in known if m.actor is not None and m.actor.type is ActorType.STATE and country(m) in codes)
    return Couple(codes, states) if {country(mention) for mention in states} == codes else None


def parties_between(
    coding: Coding, tree: Tree, couple: Couple | None, parties: Parties, classes: Classes, before: Sequence[Coding]
) -> Both:
    """Return who did, and to whom it was done, where a clause that names nobody tells of what is between the two."""
    if not is_nameless(coding, tree):
        return (), ()
    if couple is None or not speaks_of(coding, tree, couple, parties):
        return (), parties_of_that_deal(coding, tree, before)
    both = couple.at(tree.span(coding.trigger, coding.trigger + 1).start)
    nouns = [*things(coding, tree)]
    shared = coding.frame.entry.symmetric or coding.frame.lemma in words_of("signing")
    if shared and any(is_made(tree, noun, coding, classes) for noun in nouns):
        return both, ()
    if coding.frame.type in ONE_SIDED and any(is_between(tree, noun, classes) for noun in nouns):
        return (), both
    return (), ()


def parties_of_meeting(both: Both, coding: Coding, tree: Tree, couple: Couple | None) -> Both:
    """Return who signs on somebody's visit: where only one of the report's two states is named for it, both."""
    codes = {country(mention) for side in both for mention in side}
    if couple is None or len(codes) != 1 or not codes <= couple.codes or not coding.frame.entry.symmetric:
        return both
    own = both[0] or both[1]
    at = couple.at(tree.span(coding.trigger, coding.trigger + 1).start)
    return own, tuple(mention for mention in at if country(mention) not in codes)


def members_of_body(coding: Coding, tree: Tree, couple: Couple | None, parties: Parties) -> tuple[Mention, ...]:
    """Return the two states whose joint body meets: those named at it, else those that the report is about.

    "The Peru-Chad commission met", "the fourth session of the joint commission was held".
    """
    if coding.frame.type != "CONSULT" or not coding.frame.entry.symmetric or one_per_country(coding.recipients)[1:]:
        return ()
    heads = {*clauses.surface_subjects(tree, coding.trigger), *things(coding, tree)}
    inner = {noun for head in heads for kid in tree.children(head, "prep") for noun in tree.children(kid, "pobj")}
    for body in sorted(heads | inner):
        if tree.lemmas[body] not in words_of("joint bodies"):
            continue
        named = one_per_country([mention for mention in parties.within(tree, body) if is_state(mention)])
        if len(named) == PAIR:
            return named
        joint = {tree.lemmas[kid] for kid in tree.kids[body]} & words_of("held by two")
        if couple is not None and joint and {country(mention) for mention in named} <= couple.codes:
            return couple.at(tree.span(coding.trigger, coding.trigger + 1).start)
    return ()


def told_of_both(mentions: Sequence[Mention], couple: Couple | None) -> tuple[Mention, ...]:
    """Return whom "the two presidents" stands for where nobody has been named: the two states of the report."""
    for mention in mentions:
        words = mention.text.lower().split()
        counted = words[:1] == ["both"] or words[:2] == ["the", "two"]
        if (
            couple is None
            or mention.actor is not None
            or not counted
            or words[-1].removesuffix("s") not in words_of("heads")
        ):
            return ()
    return couple.at(mentions[0].span.start) if couple is not None and mentions else ()


def is_state(mention: Mention) -> bool:
    """Tell whether a mention names a state."""
    return mention.actor is not None and mention.actor.type is ActorType.STATE


def parties_of_that_deal(coding: Coding, tree: Tree, before: Sequence[Coding]) -> tuple[Mention, ...]:
    """Return to whom it is done where "the deal" just told of is stopped: its two parties, in any report."""
    nouns = [noun for noun in things(coding, tree) if tree.lemmas[noun] in words_of("deals")]
    pointed = {tree.words[kid].lower() for noun in nouns for kid in tree.children(noun, "det")} & POINTING
    if not pointed or coding.frame.type not in ("SANCTION", "REJECT"):
        return ()
    for earlier in reversed(before[-RECENT:]):
        if words_of("deals") & {earlier.frame.lemma, *earlier.frame.entry.object}:
            both = one_per_country((*earlier.agents, *earlier.recipients))
            return both if len(both) == PAIR else ()
    return ()


def is_nameless(coding: Coding, tree: Tree) -> bool:
    """Tell whether an act stands in the passive, or as what takes place, with nobody named at it."""
    at = coding.trigger
    spots = {at, *things(coding, tree)}
    behind = {kid for spot in spots for kid in tree.children(spot, "prep", "agent", "dative")}
    if any(tree.words[kid].lower() in SAID and not is_means(tree, kid) for kid in behind):
        return False
    if any(tree.has(spot, "poss") and not owned_by_them(tree, spot) for spot in spots):
        return False
    if tree.word_class(at) == VERB:
        come_of = {"talks", "visit"} & {*coding.frame.entry.subject} and clauses.surface_subjects(tree, at)
        return is_passive(tree, at) or bool(come_of)
    return coding.frame.type == "CONSULT" and (
        tree.deps[at] in SUBJECTS and tree.lemmas[tree.heads[at]] in words_of("taking place")
    )


def is_means(tree: Tree, preposition: int) -> bool:
    """Tell whether "by" names a way and nobody: "by video link", "by a memorandum"."""
    nouns = tree.children(preposition, "pobj")
    return bool(nouns) and all(tree.lemmas[noun] in words_of("means") or tree.tags[noun] == "CD" for noun in nouns)


def owned_by_them(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is "theirs"."""
    return all(tree.words[kid].lower() == "their" for kid in tree.children(noun, "poss"))


def things(coding: Coding, tree: Tree) -> Iterator[int]:
    """Yield what is made or closed: the objects of the verb, or the noun itself."""
    if tree.word_class(coding.trigger) == VERB:
        yield from clauses.logical_objects(tree, coding.trigger)
    else:
        yield coding.trigger


def speaks_of(coding: Coding, tree: Tree, couple: Couple, parties: Parties) -> bool:
    """Tell whether the sentence names nobody but the two, and the one before it, if it names anybody, one of them."""
    here = {country(mention) for mention in named_in_sentence(coding, tree, parties)}
    low, high = tree.sentence[coding.trigger]
    bodies = (m for at in range(low, high) for m in parties.by_head.get(at, ()))
    if not here <= couple.codes or any(is_body(mention) for mention in bodies):
        return False
    if low == 0:
        return True
    first, last = tree.sentence[low - 1]
    before = {country(m) for at in range(first, last) for m in parties.by_head.get(at, ())} - {None}
    return not before or bool(before & couple.codes)


def is_body(mention: Mention) -> bool:
    """Tell whether a mention is of a body of several states, or of a company."""
    return mention.actor is not None and mention.actor.type is ActorType.ORGANISATION and mention.actor.country is None


def is_made(tree: Tree, noun: int, coding: Coding, classes: Classes) -> bool:
    """Tell whether two make a thing together; of "it" the verb says so ("it was initialled in May")."""
    if tree.tags[noun] in ("PRP", "WDT", "DT"):
        return coding.frame.lemma in words_of("signing") and not tree.has(coding.trigger, "ccomp", "xcomp")
    return tree.lemmas[noun] in words_of("made by two") or classes.has(tree, noun, MADE_CLASSES)


def is_between(tree: Tree, noun: int, classes: Classes) -> bool:
    """Tell whether a thing lies, or goes, between two: a border, trade, flights."""
    return tree.lemmas[noun] in words_of("between two") or classes.has(tree, noun, BETWEEN_CLASSES)
