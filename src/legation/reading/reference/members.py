"""Resolves sets of parties that the text has named before: "the two leaders", "both sides", "the presidents"."""

from collections.abc import Sequence

from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorRef, ActorType
from legation.reading.names.descriptions import MEMBER_COUNTS
from legation.reading.names.found import Found, Sort, lemma, subjects_of
from legation.reading.names.titles import find_offices
from legation.reading.reference.cast import Cast
from legation.reading.reference.groups import ORGAN_REACH, state_of
from legation.reading.reference.history import History, Trace
from legation.reading.reference.offices import holder_in, holds
from legation.reading.reference.openings import paired_people
from legation.reading.reference.pairs import PAIR, Bond, Projection, acting_pair, is_third, kept_set, title_set

SPEAKING = (ActorType.STATE, ActorType.ORGAN)
# Where "the two countries" looks for its members: how many sentences back, and whether for those that the text joins
# ("Iran and Oman"), for one that acts on the other, or for any. A pair joined, or at odds, goes before any two.
SEARCH = (
    (0, Bond.JOINED), (0, Bond.ACTING), (0, Bond.ANY), (1, Bond.JOINED), (0, Bond.TITLE), (1, Bond.ACTING),
    (2, Bond.JOINED), (1, Bond.ANY), (2, Bond.ACTING), (3, Bond.JOINED), (2, Bond.ANY), (3, Bond.ANY),
)  # fmt: skip
# How many sentences back "the presidents" are those of whom several were last spoken of together.
NEAR = 4


def resolve_members(item: Found, history: History, cast: Cast) -> tuple[ActorRef, ...]:
    """Return the actors that "the two leaders" or "both sides" are; none unless they can all be told."""
    count = next((MEMBER_COUNTS[word] for word in item.words if word in MEMBER_COUNTS), 2)
    noun = lemma(item.line, item.head)
    if item.words == ("the",) and noun in words_of("persons") and (several := several_told(item, history)):
        return several
    if noun == "korea":
        return tuple(cast.gazetteer.refs[key] for key in ("PRK", "KOR") if key in cast.gazetteer.refs)
    now = history.sentence(item)
    if noun in MEMBER_COUNTS and (people := people_counted(item, history, cast, count)):
        return people
    project = in_office(item.noun, member_projection(noun, cast), cast)
    barred = outside(item, history, project, count)
    for window, bond in SEARCH:
        traces = [
            trace
            for trace in history.back(now, window)
            if trace.found.end <= item.start or trace.found.line is not item.line
        ]
        if noun in words_of("sides"):
            traces = [trace for trace in traces if not is_third(trace)]
        # "They welcomed the accord of the two": of the many who do so, two may be meant, whom other words tell.
        few = [trace for trace in traces if len(trace.refs) <= count]
        free = [trace for trace in few if not any(ref.id in barred for ref in trace.refs)]
        chosen = bound_by(bond, (traces, free), (item, history), project, count)
        if not chosen and (window, bond) == SEARCH[2] and noun not in words_of("persons"):
            # "Rossi will visit Lima, and the two sides hope …": nearer than any two of the sentences before.
            chosen = distinct(free, lambda ref: project(ref) or seated(ref, cast), count)
        if chosen and not any(ref.id in barred for ref in chosen):
            return chosen
    told = set_told(item, history, count) or posts_of(item, noun, history, cast)
    if told:
        return told
    # "Chavez visited Tehran … the two governments": only then does a capital that was visited count for its state.
    near = [
        trace for trace in history.back(now, 1) if trace.found.end <= item.start or trace.found.line is not item.line
    ]
    return (
        distinct(near, lambda ref: project(ref) or seated(ref, cast), count) if noun not in words_of("persons") else ()
    )


def people_counted(item: Found, history: History, cast: Cast, count: int) -> tuple[ActorRef, ...]:
    """Return the people "the two" are: the two last spoken of, if there are two; none where states are meant."""
    people = [trace for window in (0, 1) for trace in history.back(history.sentence(item), window)]
    alone = member_projection("leader", cast)
    two = {ref.id: ref for trace in people for ref in map(alone, trace.refs) if ref is not None}
    # Two of one state are seldom two sides.
    states = {ref.country or ref.id for ref in two.values()}
    if len(two) == len(states) == count:
        return tuple(two.values())
    return paired_people(item, history) if count == PAIR else ()


def posts_of(item: Found, noun: str, history: History, cast: Cast) -> tuple[ActorRef, ...]:
    """Return who holds an office in both states of which the text makes a pair: "the two ministers of transport"."""
    counted = any(word in MEMBER_COUNTS for word in item.words)
    if noun not in words_of("offices by title") or noun == item.noun or not counted:
        return ()
    project = member_projection("country", cast)
    states = kept_set(item, history, project, PAIR) or title_set(item, history, project, PAIR)
    return tuple(holder_in(item.noun, state, cast) for state in states)


def several_told(item: Found, history: History) -> tuple[ActorRef, ...]:
    """Return the three or more last spoken of together, whom an uncounted word means again: "the Presidents signed"."""
    for trace in history.back(history.sentence(item), NEAR):
        if trace.found.sort == Sort.MEMBERS and len(trace.refs) > PAIR:
            return trace.refs
    return ()


def set_told(item: Found, history: History, count: int) -> tuple[ActorRef, ...]:
    """Return whom the same words last named: "the two Presidents", then "the Presidents"."""
    for trace in history.back(history.sentence(item), ORGAN_REACH):
        if trace.found.sort == Sort.MEMBERS and trace.found.noun == item.noun and len(trace.refs) == count:
            return trace.refs
    return ()


def bound_by(
    bond: Bond,
    traces: tuple[Sequence[Trace], Sequence[Trace]],
    place: tuple[Found, History],
    project: Projection,
    count: int,
) -> tuple[ActorRef, ...]:
    """Return the members that a bond makes of some traces, given with and without whoever acts on them."""
    (every, free), (item, history) = traces, place
    if bond is Bond.JOINED:
        return coordinated(every, project, count)
    if bond is Bond.ACTING:
        return acting_pair(free, project) if count == PAIR else ()
    if bond is Bond.TITLE:
        return title_set(item, history, project, count)
    # "The presidents", not counted, are two of whom the text makes a pair, not any two.
    return (
        () if item.words == ("the",) and item.noun.split()[-1] in words_of("heads") else distinct(free, project, count)
    )


def seated(ref: ActorRef, cast: Cast) -> ActorRef | None:
    """Return the state whose capital a place is."""
    return state_of(ref, cast) if ref.type == ActorType.PLACE and ref.id.startswith("place:") else None


def outside(item: Found, history: History, project: Projection, count: int) -> set[str]:
    """Return the subjects of the clause that are too few to be the members: "X imposed sanctions on both countries"."""
    line, verb = item.line, item.head
    while line.tags[verb][0] != "V" and line.heads[verb] != verb:
        verb = line.heads[verb]
    subjects = subjects_of(line, verb)
    # "Scrapped the two countries' pact": who scraps it is one of the two.
    if not subjects or item.head in subjects or item.dep == "poss":
        return set()
    traces = [trace for trace in history.back(history.sentence(item), 0) if trace.found.line is line]
    # "Its envoy shuttled between the two capitals": whose envoy he is is outside as well.
    whose = [kid for at in subjects for kid in line.children[at] if line.deps[kid] == "poss"]
    heads = [trace for trace in traces if trace.found.head in (*subjects, *whose)]
    joined = [other for other in traces for trace in heads if is_joined(other.found, trace.found)]
    members = {ref.id for trace in (*heads, *joined) for ref in map(project, trace.refs) if ref is not None}
    return {ref.id for trace in heads for ref in trace.refs} | members if len(members) < count else set()


def member_projection(noun: str, cast: Cast) -> Projection:
    """Return how an actor counts as a member of "the two <noun>s": itself, its state, or not at all."""
    if noun in words_of("persons"):
        return lambda ref: ref if ref.type == ActorType.PERSON and "/" not in ref.id else None
    if noun in words_of("parties"):
        named = (ActorType.STATE, ActorType.ORGANISATION, ActorType.GROUP, ActorType.ORGAN)
        return lambda ref: (
            ruled(ref, cast)
            if ref.type == ActorType.PERSON
            else ref
            if ref.type in named and ":" not in ref.id
            else None
        )
    return lambda ref: (
        ruled(ref, cast) if ref.type == ActorType.PERSON else state_of(ref, cast) if ref.type in SPEAKING else None
    )


def in_office(noun: str, project: Projection, cast: Cast) -> Projection:
    """Return a projection that lets in only who holds the office by which several are called: "the two premiers"."""
    if noun.rpartition(" ")[2] not in words_of("offices by title"):
        return project

    def projected(ref: ActorRef) -> ActorRef | None:
        member = project(ref)
        if member is None or member.id not in cast.parts:
            return None
        offices = find_offices(noun, member.country, cast.gazetteer.titles)
        return member if holds(member, offices, cast, past=False) else None

    return projected


def ruled(ref: ActorRef, cast: Cast) -> ActorRef | None:
    """Return the state that a person of office speaks for."""
    return state_of(ref, cast) if cast.gazetteer.offices(ref.id) or "/" in ref.id else None


def distinct(traces: Sequence[Trace], project: Projection, count: int) -> tuple[ActorRef, ...]:
    """Return the members if the traces name at least so many; of more, the weightiest, in text order."""
    weights: dict[str, float] = {}
    refs: dict[str, ActorRef] = {}
    for trace in reversed(traces):
        for ref in trace.refs:
            member = project(ref)
            if member is not None:
                refs.setdefault(member.id, member)
                weights[member.id] = max(weights.get(member.id, 0.0), trace.weight)
    if len(refs) < count or (count > 2 and len(refs) != count):
        return ()
    for ref in [ref for ref in refs.values() if ref.type == ActorType.ORGAN and ref.country in refs]:
        # A state and its ministry are one side.
        weights[ref.country or ""] = max(weights[ref.country or ""], weights[ref.id])
        del refs[ref.id]
    if len(refs) < count:
        return ()
    best = sorted(refs, key=lambda key: -weights[key])[:count]
    return tuple(refs[key] for key in refs if key in best)


def coordinated(traces: Sequence[Trace], project: Projection, count: int) -> tuple[ActorRef, ...]:
    """Return the members if the text joins just so many of them: "Iran and Oman … the two countries"."""
    for trace in traces:
        whole = {ref.id: ref for ref in map(project, trace.refs) if ref is not None}
        if len(trace.refs) == len(whole) == count:
            return tuple(whole.values())
        joined = [other for other in traces if is_joined(trace.found, other.found)]
        members = {ref.id: ref for other in (*joined, trace) for ref in map(project, other.refs) if ref is not None}
        goes_on = any(is_joined(other.found, trace.found) for other in traces)
        if joined and not goes_on and len(members) == count:
            return tuple(members.values())
    return ()


def is_joined(last: Found, other: Found) -> bool:
    """Tell whether `last` is joined to `other` by a conjunction, over the names between them."""
    line, at = last.line, last.head
    if other.line is not line or other is last:
        return False
    while line.deps[at] == "conj" and line.heads[at] != at:
        at = line.heads[at]
        if at == other.head:
            return True
    return False
