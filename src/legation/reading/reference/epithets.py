"""What a state is called by what kind of land or rule it is: "the island", "the kingdom", "the sultanate"."""

from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorRef, ActorType
from legation.reading.names.found import Found
from legation.reading.reference.cast import Cast
from legation.reading.reference.groups import state_of
from legation.reading.reference.history import History, is_single

# How far back, in sentences, a state may have been told of that is called so.
REACH = 8


def is_epithet(item: Found) -> bool:
    """Tell whether a description is a word that only some states are called by."""
    return item.noun in words_of("epithets of states")


def resolve_epithet(item: Found, cast: Cast, history: History) -> ActorRef | None:
    """Return the state told of last that is called so; None where a place of that name is told of as well."""
    if not is_epithet(item):
        return None
    called = words_of(f"states called {item.noun}")
    for trace in history.back(history.sentence(item), REACH):
        if is_single(trace, ActorType.PLACE) and item.noun in trace.refs[0].name.lower().split():
            return None
        for ref in trace.refs:
            state = state_of(ref, cast)
            if state is not None and state.id.lower() in called:
                return state
    return None
