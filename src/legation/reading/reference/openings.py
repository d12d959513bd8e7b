"""Openings: whom a paragraph of a readout goes on about when it opens with "they" or "the two".

"Deputy Secretary Holm and Minister Rossi discussed the crisis. She urged … / They agreed …": the two who talk to each
other stay before the mind, whatever one of them has said since.
"""

from legation.reading.claim import ActorRef, ActorType
from legation.reading.names.found import SUBJECT_LABELS, Found
from legation.reading.reference.history import History, is_single

# How many sentences back the two may have been told of.
REACH = 8
PAIR = 2


def paired_people(item: Found, history: History) -> tuple[ActorRef, ...]:
    """Return the two people last told to do something together, where a paragraph opens with words for them."""
    first = next((at for at, text in enumerate(item.line.texts) if text[0].isalpha()), 0)
    if item.start != first:
        return ()
    traces = list(history.back(history.sentence(item), REACH))
    for trace in traces:
        if len(trace.refs) == PAIR and all(ref.type is ActorType.PERSON for ref in trace.refs):
            return trace.refs
        if not is_single(trace, ActorType.PERSON) or trace.found.dep != "conj":
            continue
        line = trace.found.line
        for other in traces:
            beside = other.found.line is line and line.heads[trace.found.head] == other.found.head
            if beside and is_single(other, ActorType.PERSON) and other.found.dep in SUBJECT_LABELS:
                return (*other.refs, *trace.refs)
    return ()
