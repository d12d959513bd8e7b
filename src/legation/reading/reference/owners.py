"""Owners: a state that the sentence before names only as whose something is, or as whom it is for, and that then acts.

"China's weight is felt across the region. It buys nine tenths of Laos's power", "For Ankara the price is small. It
supplied the drones": a weight buys nothing, nor does a price supply.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorRef, ActorType
from legation.reading.names.found import SUBJECT_LABELS, Found, Sort, lemma
from legation.reading.reference.history import History, Trace, is_single


def owner_before(item: Found, history: History) -> tuple[ActorRef, ...]:
    """Return the state that "it" means as who does what only states do, if the sentence before is on what it has."""
    line = item.line
    if item.dep not in SUBJECT_LABELS or lemma(line, line.heads[item.head]) not in words_of("doings of states"):
        return ()
    now = history.sentence(item)
    traces = [
        trace for trace in history.back(now, 1) if not (trace.found.line is line and trace.found.end > item.start)
    ]
    named = [trace for trace in traces if is_single(trace, ActorType.STATE)]
    if any(trace.sentence == now for trace in named):
        return ()
    for thing in traces:
        if thing.found.sort != Sort.RIVAL or thing.found.dep not in SUBJECT_LABELS:
            continue
        had = thing.found.noun in words_of("had by states")
        for trace in named:
            if trace.found.line is thing.found.line and (is_for(trace) or (had and owns(trace, thing))):
                return trace.refs
    return ()


def owns(trace: Trace, thing: Trace) -> bool:
    """Tell whether a name stands as whose a thing is: "China's weight"."""
    return trace.found.dep == "poss" and trace.found.line.heads[trace.found.head] == thing.found.head


def is_for(trace: Trace) -> bool:
    """Tell whether a sentence opens with a name as for whom, or to whom, something is so."""
    line = trace.found.line
    first = line.sentences.index(line.sentences[trace.found.start])
    return trace.found.start == first + 1 and line.lows[first] in ("for", "to")
