"""Claims: codings with their status, time, quantity, place, theme and attribution, as the record keeps them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from legation.documents.document import ZoneKind
from legation.documents.span import Span
from legation.reading.claim import (
    Attribution,
    Claim,
    Mention,
    Quantity,
    Time,
)
from legation.reading.claims.outside import stands_outside
from legation.reading.claims.settling import settle
from legation.reading.claims.timing import Dates, locate_times
from legation.reading.frames.answering import Known, addressee, answered, asked_before, is_recall
from legation.reading.frames.between import (
    Couple,
    find_couple,
    members_of_body,
    parties_between,
    parties_of_meeting,
    told_of_both,
)
from legation.reading.frames.carrying import (
    carried_recipients,
    country,
    is_exchange,
    is_filled,
    parties_of_clause,
    parties_of_whole,
    shared_parties,
)
from legation.reading.frames.coding import Coding, find_codings, find_ellipses
from legation.reading.frames.deliveries import is_delivery
from legation.reading.frames.framebook import FrameBook
from legation.reading.frames.idle import is_idle
from legation.reading.frames.occasion_parties import parties_of_occasion
from legation.reading.frames.ownforces import moved_by_owner
from legation.reading.frames.parties import Parties, locate
from legation.reading.frames.partykinds import is_place
from legation.reading.frames.reprisals import strike_back
from legation.reading.frames.resumed import parties_of_resumed
from legation.reading.frames.retold import is_retold, uses_up
from legation.reading.frames.standins import find_stand_ins
from legation.reading.frames.themes import quantity_of, theme_of
from legation.reading.frames.undertaken import with_undertaken
from legation.reading.grammar.slots import fill, place_at
from legation.reading.parse.nearby import within
from legation.reading.parse.trees import Tree
from legation.reading.status.infinitives import first_infinitive
from legation.reading.status.statuswords import StatusWords

NO_PARTY_PENALTY = 0.2
CARRIED = "; recipient carried over"


@dataclass(frozen=True, slots=True)
class Found:
    """What the earlier readers found in a document, and the document's text.

    Each list stands in text order, attributions in the order of their contents.
    """

    text: str
    mentions: Sequence[Mention]
    times: Sequence[Time]
    quantities: Sequence[Quantity]
    attributions: Sequence[Attribution]

    def within(self, extent: Span) -> "Found":
        """Return what begins in a stretch of the text."""
        low = bisect_left(self.attributions, extent.start, key=content_start)
        high = bisect_left(self.attributions, extent.end, lo=low, key=content_start)
        return Found(
            self.text,
            within(self.mentions, extent),
            within(self.times, extent),
            within(self.quantities, extent),
            self.attributions[low:high],
        )


def content_start(attribution: Attribution) -> int:
    """Return where the content of an attribution begins."""
    return attribution.content[0].start


@dataclass(frozen=True, slots=True)
class Rules:
    """The compiled lexicons that claims are read with."""

    book: FrameBook
    status: StatusWords


def find_claims(trees: Sequence[Tree], found: Found, rules: Rules) -> list[Claim]:
    """Return the claims of a document in text order, with ids c1 onward."""
    claims: list[Claim] = []
    before: list[Coding] = []
    found = replace(found, attributions=sorted(found.attributions, key=content_start))
    couple = find_couple(found.mentions)
    contexts = [context_of(tree, found, rules, couple) for tree in trees]
    for number, (tree, context) in enumerate(zip(trees, contexts, strict=True)):
        below = first_told(trees[number + 1 :], contexts[number + 1 :]) if tree.passage.zone is ZoneKind.TITLE else ()
        earlier = tuple(before[-1:])
        whole = completed(tree, context, before, below)
        stand_ins = {one.trigger: one for one in find_stand_ins(tree, whole, context.parties, earlier)}
        for coding in kept(tree, {**whole, **stand_ins}, rules.status):
            claims += claims_of(tree, coding, context)
    claims = sorted(claims, key=lambda claim: (claim.trigger, claim.type))
    return [numbered(claim, number) for number, claim in enumerate(claims, start=1)]


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a passage offers to one claim."""

    codings: Mapping[int, Coding]
    parties: Parties
    dates: Dates
    found: Found
    rules: Rules
    couple: Couple | None = None


def context_of(tree: Tree, found: Found, rules: Rules, couple: Couple | None) -> Context:
    """Return what was found in a passage, with the frames of its words."""
    near = found.within(tree.passage.extent)
    parties = locate(near.mentions, tree)
    codings = find_codings(tree, parties, rules.book, rules.status)
    return Context(codings, parties, locate_times(near.times, tree, codings), near, rules, couple)


def first_told(trees: Sequence[Tree], contexts: Sequence[Context]) -> list[Coding]:
    """Return the loud frames of the first sentence that has any."""
    for tree, context in zip(trees, contexts, strict=True):
        loud = {at: coding for at, coding in sorted(context.codings.items()) if not coding.frame.entry.silent}
        if loud:
            end = tree.sentence[next(iter(loud))][1]
            return [coding for at, coding in loud.items() if at < end]
    return []


def completed(tree: Tree, context: Context, before: list[Coding], below: Sequence[Coding] = ()) -> dict[int, Coding]:
    """Give codings the parties that the text around gives them, and add them to the document's earlier ones.

    `below` is what the text tells first below a headline.
    """
    found: dict[int, Coding] = {}
    known = Known(before, found, context.codings, below)
    for token, coding in sorted(context.codings.items()):
        whole = coding if coding.frame.entry.silent else complete(coding, tree, context, known)
        if whole.pending and not is_delivery(whole, tree, context.rules.book):
            continue
        found[token] = whole
        if not whole.frame.entry.silent:
            before.append(whole)
    return found


def complete(coding: Coding, tree: Tree, context: Context, known: Known) -> Coding:
    """Carry parties over to a coding that lacks them: the recipient of an exchange, or both parties of a noun."""
    coding = moved_by_owner(coding, tree, context.parties, context.rules.book.classes)
    coding = with_undertaken(coding, tree, context.codings)
    coding = meeting_of_both(coding, tree, context)
    if is_recall(coding, tree):
        # Nobody deals with his own envoy.
        left = answered(coding, tree, known)
        others = left or tuple(mention for mention in coding.recipients if country(mention) is None)
        return replace(coding, recipients=others, carried=bool(left), pending=coding.pending and not others)
    if (reprisal := strike_back(coding, tree, context.parties, known.before)) is not None:
        return reprisal
    if coding.agents and (readers := addressee(coding, tree, known)):
        return replace(coding, recipients=readers, carried=True)
    if coding.agents and not coding.recipients and not is_filled(coding, tree):
        carried = answered(coding, tree, known)
        if not carried and is_exchange(coding, tree, context.rules.book):
            carried = carried_recipients(coding, tree, context.parties, known.before, known.done)
        return replace(coding, recipients=carried, pending=coding.pending and not carried, carried=bool(carried))
    if not coding.agents and coding.recipients and (asked := asked_before(coding, tree, known)):
        return replace(coding, agents=asked, carried=True)
    if not coding.agents and not coding.recipients:
        return with_both(coding, tree, context, known)
    return coding


def meeting_of_both(coding: Coding, tree: Tree, context: Context) -> Coding:
    """Give a meeting of a joint body, or of "the two presidents" nobody has named, to the two states it is of."""
    if both := members_of_body(coding, tree, context.couple, context.parties):
        return replace(coding, agents=both, recipients=(), pending=False)
    if coding.frame.entry.symmetric and (both := told_of_both(coding.agents, context.couple)):
        return replace(coding, agents=both, pending=False)
    return coding


def with_both(coding: Coding, tree: Tree, context: Context, known: Known) -> Coding:
    """Carry over the parties of a coding that names nobody: of what it is part of, of its occasion, of the report."""
    agents, recipients = parties_of_whole(coding, tree, known.done)
    agents = agents or parties_of_clause(coding, tree, context.codings)
    if not agents and not recipients:
        met = parties_of_occasion(coding, tree, context.codings)
        agents, recipients = parties_of_meeting(met, coding, tree, context.couple)
    agents = agents or shared_parties(coding, tree, context.parties, known.before)
    if agents or recipients:
        return replace(coding, agents=agents, recipients=recipients)
    agents, recipients = parties_of_resumed(coding, tree, known.before)
    if agents or recipients:
        return replace(coding, agents=agents, recipients=recipients, carried=True)
    agents, recipients = parties_between(
        coding, tree, context.couple, context.parties, context.rules.book.classes, known.before
    )
    return replace(coding, agents=agents, recipients=recipients, carried=bool(agents or recipients))


def numbered(claim: Claim, number: int) -> Claim:
    """Return the claim under its id."""
    values = {name: getattr(claim, name) for name in Claim.__dataclass_fields__}
    return Claim(**(values | {"id": f"c{number}"}))


def kept(tree: Tree, codings: Mapping[int, Coding], words: StatusWords) -> Iterator[Coding]:
    """Yield the codings that make a claim: not silent, with a party, not said already by the word they depend on."""
    ellipses = {coding.trigger: coding for coding in find_ellipses(tree, codings, words)}
    codings = {**codings, **ellipses}
    used_up = {coding.object_head for coding in codings.values() if uses_up(coding)}
    for token, coding in codings.items():
        if coding.frame.entry.silent or not (coding.agents or coding.recipients):
            continue
        if token in used_up or is_idle(tree, coding) or is_retold(tree, coding, codings):
            continue
        yield coding


def claims_of(tree: Tree, coding: Coding, context: Context) -> Iterator[Claim]:
    """Yield the claim of a coding; coordinated dates ("in May and August") make one claim each."""
    kind, verdict = settle(tree, coding, context.codings, context.rules.status)
    trigger = tree.span(coding.trigger, coding.trigger + 1)
    theme = theme_of(tree, coding, context.rules.book, context.found.text)
    quantity = quantity_of(tree, coding, context.found.quantities)
    attribution = innermost(context.found.attributions, tree, coding.trigger)
    dates: list[str | None] = [*context.dates.of(tree, coding, verdict.status)]
    for time in dates or [None]:
        yield Claim(
            id="",
            type=kind,
            mode=coding.frame.mode if kind == coding.frame.type else None,
            agents=tuple(mention.id for mention in coding.agents),
            recipients=tuple(mention.id for mention in coding.recipients),
            theme=theme,
            quantity=quantity,
            time=time,
            place=place_of(tree, coding, context.parties),
            status=verdict.status,
            outcome=verdict.outcome,
            likelihood=verdict.likelihood,
            condition=verdict.condition,
            attribution=attribution,
            trigger=trigger,
            evidence=evidence_of(tree, coding.trigger),
            rule=coding.frame.rule + (CARRIED if coding.carried else ""),
            score=score_of(coding),
        )


def place_of(tree: Tree, coding: Coding, parties: Parties) -> str | None:
    """Return the place named in a locative phrase at the trigger or its support verb."""
    place = place_at(tree, coding.trigger, coding.frame.word_class, coding.support, "agent")
    for slot in ("in", "at", "near", "on", "off", "over", "to"):
        for mention in parties.at(tree, fill(place, slot)):
            if is_place(mention):
                return mention.id
    recipients = [mention.id for mention in coding.recipients if is_place(mention)]
    return recipients[0] if recipients else None


def innermost(attributions: Sequence[Attribution], tree: Tree, token: int) -> str | None:
    """Return the attribution with the shortest content that holds the trigger and is not the author's there.

    The second of two infinitives stands in what the first stands in: "is said to have met them and to have paid".
    """
    trigger = tree.span(token, token + 1)
    holding = [a for a in attributions if any(part.contains(trigger) for part in a.content)]
    holding = [a for a in holding if not stands_outside(tree, token, a)]
    if holding:
        return min(holding, key=lambda a: sum(len(part) for part in a.content)).id
    first = first_infinitive(tree, token)
    return innermost(attributions, tree, first) if first is not None else None


def evidence_of(tree: Tree, trigger: int) -> Span:
    """Return the sentence the trigger stands in, without white space at its ends."""
    low, high = tree.sentence[trigger]
    while high - low > 1 and tree.words[high - 1].isspace():
        high -= 1
    while high - low > 1 and tree.words[low].isspace():
        low += 1
    return tree.span(low, high)


def score_of(coding: Coding) -> float:
    """Return how sure the coding is, 0 to 1: the word's weight, more for a particular frame, less without parties."""
    score = coding.frame.entry.weight + 0.03 * min(coding.frame.conditions, 3)
    score -= NO_PARTY_PENALTY * (not coding.agents)
    score -= NO_PARTY_PENALTY / 2 * coding.carried
    score -= NO_PARTY_PENALTY / 2 * (not coding.recipients and bool(coding.frame.to))
    return round(min(max(score, 0.05), 0.99), 3)
