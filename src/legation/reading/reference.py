"""Resolves found mentions inside one document: who is meant by a short name, a title, a description, a pronoun."""

from collections.abc import Sequence

from legation.documents.document import Document
from legation.reading.claim import ActorRef, ActorType
from legation.reading.gazetteer import Gazetteer, Kind
from legation.reading.mentions_found import Found, Sort
from legation.reading.reference_cast import Cast, gather, lexicon_person, refer_unknown


def resolve(found: Sequence[Found], gazetteer: Gazetteer, document: Document) -> list[tuple[ActorRef, ...]]:
    """Return for every found mention, in text order, the actors it names; empty when it cannot be told."""
    cast = gather(found, gazetteer, document)
    return [resolve_name(item, cast) for item in found]


def resolve_name(item: Found, cast: Cast) -> tuple[ActorRef, ...]:
    """Return the actor that a name, an adjective or a city stands for."""
    place = item.line.starts[item.start]
    if item.sort == Sort.CITY and item.actor is not None:
        return (place_of(item),) if item.place else (item.actor,)
    if item.sort == Sort.SHORT:
        return short_form(item, cast)
    if item.sort == Sort.SURNAME:
        ref = cast.called(item.line.lows[item.end - 1], place) or lexicon_person(item.line.lows[item.end - 1], cast)
        return (ref,) if ref else ()
    if item.sort == Sort.UNKNOWN:
        ref = cast.called(item.line.lows[item.start], place) if item.end - item.start == 1 else None
        return (ref or refer_unknown(item, cast.gazetteer),)
    if item.sort == Sort.ADJECTIVE and item.actor is not None:
        return (people_of(item.actor),) if item.line.tags[item.head] in ("NNS", "NNPS") else (item.actor,)
    return (item.actor,) if item.actor is not None else ()


def place_of(item: Found) -> ActorRef:
    """Return the capital as a place."""
    sense = next(sense for sense in item.senses if sense.kind == Kind.CAPITAL)
    slug = "-".join(sense.surface.lower().replace(".", "").split())
    return ActorRef(f"place:{slug}", sense.surface, ActorType.PLACE, sense.actor.country)


def people_of(state: ActorRef) -> ActorRef:
    """Return the people of a state as a group: "Russians"."""
    return ActorRef(f"{state.id}/people", f"people of {state.name}", ActorType.GROUP, state.country)


def short_form(item: Found, cast: Cast) -> tuple[ActorRef, ...]:
    """Return what "the North" is short for: the one of its meanings that the document names, the last one named."""
    place = item.line.starts[item.start]
    named = [sense.actor for sense in item.senses if cast.mentions_state(sense.actor.id)]
    return (min(named, key=lambda ref: (cast.distance(ref.id, place), ref.id)),) if named else ()
