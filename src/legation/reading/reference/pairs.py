"""Pairs: two parties that the text sets against each other, for "the two governments" and "both sides"."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from legation.documents.document import ZoneKind
from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorRef
from legation.reading.names.found import Found, Sort, lemma, subjects_of
from legation.reading.reference.history import History, Trace

Projection = Callable[[ActorRef], ActorRef | None]
PAIR = 2
# How many sentences back a set named as such is kept before the mind.
KEPT_REACH = 12
# What a word may be to the noun whose place in the clause it shares: "Colombian goods", "Chad's border".
WITHIN = frozenset({"amod", "compound", "nmod", "poss", "conj"})
OBJECTS = frozenset({"dobj", "dative", "nsubjpass"})


class Bond(StrEnum):
    """What makes several parties a set."""

    JOINED = "joined"
    ACTING = "acting"
    TITLE = "title"
    ANY = "any"


def acting_pair(traces: Sequence[Trace], project: Projection) -> tuple[ActorRef, ...]:
    """Return the two of whom the text last tells that one does something to the other; `traces` come latest first."""
    for trace in traces:
        verb = verb_over(trace.found)
        doers = subjects_of(trace.found.line, verb) if verb is not None else []
        for other in traces:
            if other.found.line is trace.found.line and other.found.head in doers:
                pair = {ref.id: ref for one in (other, trace) for ref in map(project, one.refs) if ref is not None}
                if len(pair) == PAIR:
                    return tuple(pair.values())
    return ()


def verb_over(found: Found) -> int | None:
    """Return the verb over a mention in its object or behind a preposition ("quarrelled with Peru"), if it has one."""
    line, at = found.line, found.head
    while line.deps[at] in WITHIN and line.heads[at] != at:
        at = line.heads[at]
    if line.deps[at] == "pobj" and line.lows[line.heads[at]] in words_of("toward parties"):
        at = line.heads[at]
    elif line.deps[at] not in OBJECTS:
        return None
    verb = line.heads[at]
    journey = found.place or lemma(line, verb) in words_of("journeys")
    return verb if line.tags[verb][0] == "V" and not journey else None


def is_third(trace: Trace) -> bool:
    """Tell whether a trace is of several who only call on the sides or bring them together: "Oman and Qatar urged …".

    One alone may be a side that calls on the other.
    """
    line, at = trace.found.line, trace.found.head
    if line.deps[at] != "conj" and not any(line.deps[kid] == "conj" for kid in line.children[at]):
        return False
    while line.deps[at] == "conj" and line.heads[at] != at:
        at = line.heads[at]
    if line.deps[at] == "agent" or (line.deps[at] == "pobj" and line.deps[line.heads[at]] == "agent"):
        verb = line.heads[at] if line.deps[at] == "agent" else line.heads[line.heads[at]]
    elif line.deps[at] in ("nsubj", "nsubjpass"):
        verb = line.heads[at]
    else:
        return False
    return lemma(line, verb) in words_of("acts of third parties")


def title_set(item: Found, history: History, project: Projection, count: int) -> tuple[ActorRef, ...]:
    """Return the parties of the title, if they are just so many, where a paragraph begins to speak of them."""
    line = item.line
    # Paragraphs may be numbered: "5. The two countries agreed".
    first = next((place for place, text in enumerate(line.texts) if text[0].isalpha()), 0)
    if line.zone != ZoneKind.BODY or line.sentences[item.head] != line.sentences[first]:
        return ()
    named = {ref.id: ref for ref in titled(history, project)}
    return tuple(named.values()) if len(named) == count else kept_set(item, history, project, count)


def kept_set(item: Found, history: History, project: Projection, count: int) -> tuple[ActorRef, ...]:
    """Return whom the text last made a set of in so many words, wherever it has strayed since: "both sides"."""
    for trace in history.back(history.sentence(item), KEPT_REACH):
        kept = {ref.id: ref for ref in map(project, trace.refs) if ref is not None}
        if trace.found.sort == Sort.MEMBERS and len(trace.refs) == len(kept) == count:
            return tuple(kept.values())
    return ()


def titled(history: History, project: Projection) -> Iterator[ActorRef]:
    """Yield the parties that the title names."""
    for trace in history.traces:
        if trace.found.line.zone == ZoneKind.TITLE:
            yield from (ref for ref in map(project, trace.refs) if ref is not None)
