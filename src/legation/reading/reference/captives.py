"""Resolves "they were freed": those who have just been told to be held, not who holds them."""

from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorRef, ActorType
from legation.reading.names.found import Found, Sort, lemma
from legation.reading.reference.cast import Cast
from legation.reading.reference.groups import state_of
from legation.reading.reference.history import History

# How many sentences back the capture may have been told.
NEAR = 2
HELD = frozenset({"dobj", "nsubjpass"})


def captives(item: Found, cast: Cast, history: History) -> tuple[ActorRef, ...] | None:
    """Return who was held before, for a pronoun to whom is done what is done to captives; None if that is not told.

    The actors are empty where nobody known is held: "arrested two surveyors and a guide. They were freed".
    """
    line = item.line
    if item.dep != "nsubjpass" or lemma(line, line.heads[item.head]) not in words_of("done to captives"):
        return None
    before = history.back(history.sentence(item), NEAR)
    traces = [trace for trace in before if trace.found.line is not line or trace.found.end < item.start]
    for trace in traces:
        told, noun = trace.found.line, trace.found.head
        taken = told.deps[noun] in HELD and lemma(told, told.heads[noun]) in words_of("taking captive")
        if not taken or item.plural != (told.tags[noun] in ("NNS", "NNPS") or len(trace.refs) > 1):
            continue
        if trace.refs:
            return trace.refs
        # "Two Colombian surveyors", of whom the nation alone is known.
        inside = (t for t in traces if t.found.line is told and told.heads[t.found.head] == noun and t.refs)
        states = (state_of(t.refs[0], cast) for t in inside if t.found.sort == Sort.ADJECTIVE)
        return tuple(
            ActorRef(f"{state.id}/people", f"people of {state.name}", ActorType.GROUP, state.country)
            for state in states
            if state is not None
        )
    return None
