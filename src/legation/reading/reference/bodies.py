"""Bodies of one name: whose "Congress" or "the Senate" is, where the state of the best known one is not told of."""

from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorRef, ActorType
from legation.reading.names.found import Found
from legation.reading.reference.cast import Cast


def body_elsewhere(item: Found, cast: Cast) -> ActorRef | None:
    """Return the body of the state that a document is about, by a name that many states' bodies have; else None.

    The state is the one named most often, of those the one named first. Where the lexicon's own state of that name is
    told of, the name means what the lexicon says.
    """
    actor, words = item.actor, " ".join(item.line.lows[item.start : item.end]).removeprefix("the ")
    if actor is None or actor.country is None or actor.type != ActorType.ORGAN:
        return None
    if words not in words_of("common names of bodies") or cast.tells_of(actor.country):
        return None
    states = [part for part in cast.parts.values() if part.ref.type == ActorType.STATE]
    about = min(states, key=lambda part: (-len(part.places), min(part.places), part.ref.id), default=None)
    if about is None:
        return None
    name = f"{words} of {about.ref.name}"
    return ActorRef(f"{about.ref.id}/{words.replace(' ', '-')}", name, actor.type, about.ref.country)
