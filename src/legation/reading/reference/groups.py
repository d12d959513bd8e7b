"""Resolves descriptions that name no person: governments, bodies, forces, groups, "the country"."""

from collections.abc import Sequence

from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorRef, ActorType
from legation.reading.names.found import Found, Sort, lemma, subjects_of
from legation.reading.names.words import JOINTS
from legation.reading.reference.cast import Cast
from legation.reading.reference.history import History, Trace, apart, is_single
from legation.reading.reference.offices import slug

STATES = (ActorType.STATE,)
OF_STATES = (ActorType.STATE, ActorType.ORGAN, ActorType.GROUP)
# What each actor of a state that was told of adds to how present it is.
FELLOW = 12.0
BODIES = (ActorType.ORGANISATION, ActorType.ORGAN, ActorType.MEDIA)
# How far back "the agency" looks, in sentences, and "the army" for the state whose army was spoken of.
BODY_REACH = 6
ORGAN_REACH = 25
# How far back "its neighbour" looks for another state, first near, then further off.
SIDES_REACH = (1, 3)
# The salience a body must have to be "the group": about that of an object in the sentence before.
CLEAR = 70.0


def state_of(ref: ActorRef, cast: Cast) -> ActorRef | None:
    """Return the state an actor is or belongs to."""
    return ref if ref.type == ActorType.STATE else cast.gazetteer.refs.get(ref.country or "")


def setting(item: Found, history: History, cast: Cast | None = None) -> ActorRef | None:
    """Return the state the text is speaking of where "the country" or "the government" stands.

    With `cast`, what is told of a state's people, organs and groups speaks of the state as well.
    """

    def wanted(trace: Trace) -> bool:
        ruling = cast is not None and is_single(trace, ActorType.PERSON) and cast.gazetteer.offices(trace.refs[0].id)
        return bool(ruling) or (is_single(trace, *(OF_STATES if cast else STATES)) and not trace.found.place)

    states: dict[str, ActorRef] = {}
    scores: dict[str, float] = {}
    for score, (ref, *_) in history.ranked(item, wanted):
        state = state_of(ref, cast) if cast else ref
        if state is not None:
            states[state.id] = state
            scores[state.id] = score + FELLOW if state.id not in scores else scores[state.id] + FELLOW
    return states[max(scores, key=lambda key: scores[key])] if scores else None


def addressed(item: Found, cast: Cast, history: History) -> ActorRef | None:
    """Return the state of whoever speaks to a nation: "President Rossi told the nation that it would hold"."""
    line, verb = item.line, item.line.heads[item.head]
    if item.dep not in ("dobj", "dative") or lemma(line, verb) not in words_of("speaking to nations"):
        return None
    doers = subjects_of(line, verb)
    for trace in history.back(history.sentence(item), 0):
        if trace.found.line is line and trace.found.head in doers and is_single(trace, ActorType.PERSON):
            return state_of(trace.refs[0], cast)
    return None


def resolve_state_body(item: Found, owner: ActorRef | None, cast: Cast, history: History) -> ActorRef | None:
    """Return the state whose government is meant; a party's or body's own leadership is that body."""
    if item.modifier is not None or owner is not None:
        return (state_of(owner, cast) or owner) if owner else None
    few = item.noun in words_of("ruling few") or set(item.words) & words_of("kinds of government")
    told = told_before(item, history, (Sort.STATE_BODY,)) if few else None
    return told or of_the_other(item, cast, history) or seat_of(item, cast, history) or setting(item, history, cast)


def of_the_other(item: Found, cast: Cast, history: History) -> ActorRef | None:
    """Return the other state of a sentence in which one comes to the help, or the end, of a government.

    "Chad's troops crossed into Sudan to topple the government", "flew to Khartoum to mediate between the government …".
    """
    line, verb = item.line, item.line.heads[item.head]
    if line.tags[verb] == "IN":
        verb = line.heads[verb]
    if lemma(line, verb) not in words_of("done to other governments") or item.dep not in ("dobj", "pobj"):
        return None
    while not (doers := subjects_of(line, verb)) and line.heads[verb] != verb:
        verb = line.heads[verb]
    traces = [t for t in history.back(history.sentence(item), 0) if t.found.line is line and t.found.end <= item.start]
    own = {state.id for t in traces if t.found.head in doers for ref in t.refs if (state := state_of(ref, cast))}
    others = (state_of(ref, cast) for trace in traces for ref in trace.refs)
    return next((state for state in others if state is not None and own and state.id not in own), None)


def seat_of(item: Found, cast: Cast, history: History) -> ActorRef | None:
    """Return the state whose organ the clause is about: "Chad's navy asked the government for ships"."""
    line, verb = item.line, item.head
    while line.tags[verb][0] != "V" and line.heads[verb] != verb:
        verb = line.heads[verb]
    subjects = [at for at in subjects_of(line, verb) if at < item.start]
    for trace in history.back(history.sentence(item), 0):
        if trace.found.line is line and trace.found.head in subjects and is_single(trace, ActorType.ORGAN):
            return state_of(trace.refs[0], cast)
    return None


def resolve_sent(item: Found, owner: ActorRef | None, cast: Cast, history: History) -> ActorRef | None:
    """Return whom a delegation stands for: whose it is, else that of the one last told of."""
    if item.modifier is not None or owner is not None:
        person = owner is not None and owner.type == ActorType.PERSON
        return (state_of(owner, cast) or owner) if owner and not person else None
    return told_before(item, history, (Sort.SENT,))


def told_before(item: Found, history: History, sorts: Sequence[Sort]) -> ActorRef | None:
    """Return whom "the envoy", "the negotiators" name: the last told of by such words; None where there were two."""
    if item.words[:1] not in (("the",), ("this",), ("that",), ("these",)):
        return None
    alike = [
        trace
        for trace in history.back(history.sentence(item), ORGAN_REACH)
        if trace.refs and trace.found.sort in sorts and trace.found.plural == item.plural
        if Sort.SENT in sorts or trace.found.noun == item.noun or is_of_arms(trace, item)
        if set(trace.found.words) >= set(item.words) & words_of("kinds of government")
    ]
    last = {ref.id: ref for trace in alike if trace.sentence == alike[0].sentence for ref in trace.refs}
    return next(iter(last.values())) if len(last) == 1 else None


def is_of_arms(trace: Trace, item: Found) -> bool:
    """Tell whether a government was told of as a junta is: "the military government … the junta"."""
    return trace.found.sort == Sort.STATE_BODY and item.noun == "junta" and "military" in trace.found.words


def resolve_organ(item: Found, owner: ActorRef | None, cast: Cast, history: History) -> ActorRef | None:
    """Return the organ of a state: from the lexicon if known there, else one with an id of its own.

    An embassy is not that of the state it stands in, nor of the one a text just speaks of. A "multinational force" is
    of no state around.
    """
    if item.modifier is None and owner is None and is_of_several(item):
        words = " ".join(item.line.lows[item.start : item.head + 1]).removeprefix("the ")
        return ActorRef(f"group:{slug(words)}", words, ActorType.GROUP, None)
    if item.noun in words_of("missions abroad") and (is_host(item) if item.modifier else owner is None):
        owner = owner_told(item, cast, history)
    elif item.modifier is None and owner is None:
        owner = commander(item, cast, history) or told_by(item, cast, history) or foe(item, cast, history)
        owner = owner or owner_told(item, cast, history) or setting(item, history)
    if owner is None:
        return None
    if owner.type == ActorType.PERSON and (item.noun in words_of("personal bodies") or not owner.country):
        return None
    if owner.type in (ActorType.PERSON, ActorType.PLACE):
        owner = state_of(owner, cast) or owner
    known = cast.gazetteer.organ(owner.id, item.noun)
    return known or part_of(owner, item.noun, ActorType.ORGAN)


def is_of_several(item: Found) -> bool:
    """Tell whether a description calls its forces those of several states, or of others: "coalition forces"."""
    return not words_of("of several states").isdisjoint(item.line.lows[item.start : item.head])


def is_host(item: Found) -> bool:
    """Tell whether a description only names the place where a mission stands: "the embassy in Lima"."""
    named = item.modifier
    return named is not None and named.start > item.head and item.line.low(named.start - 1) in ("in", "at", "to")


def commander(item: Found, cast: Cast, history: History) -> ActorRef | None:
    """Return the state of whoever sends the army out: "President Rossi sent the army to the border"."""
    line, verb = item.line, item.line.heads[item.head]
    if item.noun not in words_of("armies") or item.dep != "dobj" or lemma(line, verb) not in words_of("commanding"):
        return None
    doers = subjects_of(line, verb)
    for trace in history.back(history.sentence(item), 0):
        person = is_single(trace, ActorType.PERSON, ActorType.STATE)
        if trace.found.line is line and trace.found.head in doers and person:
            return state_of(trace.refs[0], cast)
    return None


def told_by(item: Found, cast: Cast, history: History) -> ActorRef | None:
    """Return the state whose forces act in what an army tells: "Turkish jets bombed the camp, the military said"."""
    line, verb = item.line, item.line.heads[item.head]
    told = next((kid for kid in line.children[verb] if line.deps[kid] == "ccomp" and kid < item.start), None)
    if item.noun not in words_of("armies") or told is None:
        return None
    doers = subjects_of(line, told)
    for trace in history.back(history.sentence(item), 0):
        forces = trace.found.noun in words_of("forces") and is_single(trace, ActorType.GROUP, ActorType.ORGAN)
        if trace.found.line is line and trace.found.head in doers and forces:
            return state_of(trace.refs[0], cast)
    return None


def foe(item: Found, cast: Cast, history: History) -> ActorRef | None:
    """Return the state whose army an armed group of it has to do with: "the Front ambushed the army"."""
    if item.noun not in words_of("armies"):
        return None
    for trace in history.back(history.sentence(item), 0):
        known = is_single(trace, ActorType.GROUP) and trace.found.sort == Sort.KNOWN
        if known and trace.found.end <= item.start and not apart(trace.found, item):
            return state_of(trace.refs[0], cast)
    return None


def owner_told(item: Found, cast: Cast, history: History) -> ActorRef | None:
    """Return the state whose organ of this name was last spoken of: "Chad's army … the army"."""
    for trace in history.back(history.sentence(item), ORGAN_REACH):
        ref = trace.refs[0] if is_single(trace, ActorType.ORGAN) else None
        owner = cast.gazetteer.refs.get(ref.country or "") if ref is not None else None
        if owner is not None and (trace.found.noun == item.noun or cast.gazetteer.organ(owner.id, item.noun) == ref):
            return owner
    return None


def part_of(owner: ActorRef, noun: str, kind: ActorType) -> ActorRef:
    """Return the unnamed part of an actor that a noun describes: "RUS/troops"."""
    return ActorRef(f"{owner.id}/{slug(noun)}", f"{noun} of {owner.name}", kind, owner.country)


def resolve_group(item: Found, owner: ActorRef | None, place: ActorRef | None, history: History) -> ActorRef:
    """Return a group, of the actor or place that the phrase names; "the negotiators" are those told of before."""
    told = told_before(item, history, (Sort.GROUP,)) if owner is None and place is None else None
    if told is not None and told.country is not None:
        return told
    start = item.head + 1 - len(item.noun.split())
    words = [
        item.line.lows[i] for i in range(max(start, item.start), item.head + 1) if item.line.texts[i] not in JOINTS
    ]
    noun = " ".join(words)
    # "Coalition forces in Niger" are not Niger's.
    owner = place if is_of_several(item) and is_host(item) else owner or place
    if owner is not None and owner.type in (ActorType.STATE, ActorType.ORGANISATION, ActorType.ORGAN, ActorType.GROUP):
        return part_of(owner, noun, ActorType.GROUP)
    country = owner.country if owner else None
    return ActorRef(f"{country}/{slug(noun)}" if country else f"group:{slug(noun)}", noun, ActorType.GROUP, country)


def resolve_related(item: Found, owner: ActorRef | None) -> ActorRef | None:
    """Return "its allies" as a group of the one whose they are."""
    if owner is None:
        return None
    noun = item.line.lows[item.head]
    return ActorRef(f"{owner.id}/{noun}", f"{noun} of {owner.name}", ActorType.GROUP, None)


def other_side(item: Found, owner: ActorRef | None, history: History, cast: Cast) -> ActorRef | None:
    """Return the one other state of the last sentences for "its neighbour" in the singular; None if there are more.

    Where the last two tell of no other, those before them are asked.
    """
    if owner is not None and owner.type == ActorType.PERSON:
        owner = state_of(owner, cast)
    if owner is None or owner.type != ActorType.STATE or item.plural or item.noun not in words_of("other sides"):
        return None
    others: dict[str, ActorRef] = {}
    for reach in SIDES_REACH:
        states = (state_of(ref, cast) for trace in history.back(history.sentence(item), reach) for ref in trace.refs)
        others = others or {state.id: state for state in states if state is not None and state.id != owner.id}
    return next(iter(others.values())) if len(others) == 1 else None


def resolve_body(item: Found, history: History) -> ActorRef | None:
    """Return the body that "the agency" is: the last one named that is called so, else the last one named."""
    types: tuple[ActorType, ...] = BODIES
    if item.noun in words_of("media nouns"):
        types = (ActorType.MEDIA,)
    elif item.noun in words_of("armed nouns"):
        types = (ActorType.ORGANISATION, ActorType.ORGAN, ActorType.GROUP)

    def wanted(trace: Trace) -> bool:
        return is_single(trace, *types) and trace.found.sort in (Sort.KNOWN, Sort.UNKNOWN, Sort.ORGAN)

    scored = [(score, refs[0]) for score, refs in history.ranked(item, wanted, BODY_REACH)]
    ranked = [ref for _, ref in scored]
    called = [ref for ref in ranked if item.noun in ref.name.lower()]
    if called or not ranked:
        return called[0] if called else None
    telling = item.noun in words_of("telling bodies")
    clear = scored[0][0] >= CLEAR and item.words == ("the",)
    return ranked[0] if clear and (telling or types == (ActorType.MEDIA,)) else None
