"""Finds expressions that are measured from an event: the measure, the side, and the words that name the event."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from legation.documents.span import Span
from legation.lexicon.wordlists import words_of
from legation.reading.parse.passages import Passage
from legation.reading.times.measures import HINT, MEASURE, UNITS, Measure, Shape, read_measure

# "Ten days after that": the date told before is the event's.
POINTERS = frozenset({"that", "this", "then"})
CLOSERS = frozenset({",", ";", ":", "--", "—", "–", '"', "(", ")", ".", "'"})
LONGEST = 14


@dataclass(frozen=True, slots=True)
class Phrase:
    """An expression measured from an event.

    words      those of the measure, lower case; `event` those of the event
    head       the word that names the event, lower case; names: the capitalised words around it; `last` marks
               "the last …", "the previous …"; `act` that a verb names it
    """

    span: Span
    measure_span: Span
    event_span: Span
    words: str
    event: str
    measure: Measure
    head: str
    names: frozenset[str]
    last: bool
    act: bool = False


def find_phrases(passage: Passage) -> Iterator[Phrase]:
    """Yield the anchored expressions of a passage, left to right."""
    if not may_measure(passage.text.lower()) or HINT.search(passage.text) is None:
        return
    doc = passage.doc
    end = 0
    for match in MEASURE.finditer(passage.text):
        if match.start() < end:
            continue
        event = find_event(doc, match.end())
        if event is None:
            continue
        low, high, head = event
        phrase = build(passage, match, doc[low:high].text, (doc[low].idx, doc[high - 1].idx + len(doc[high - 1])), head)
        if phrase is not None:
            end = match.end()
            yield phrase


def may_measure(low: str) -> bool:
    """Tell whether a text in lower case holds the letters of a unit at all: quicker to find than whole words."""
    return any(unit in low for unit in UNITS)


def find_event(doc: Doc, place: int) -> tuple[int, int, Token] | None:
    """Return first token, end and head of the event named right after character `place`; None if there is none."""
    low = next((token.i for token in doc if token.idx >= place), None)
    if low is None or doc[low].tag_ in {"CD", "."}:
        return None
    if doc[low].tag_ == "IN" and doc[low].lower_ not in POINTERS and doc[low].dep_ == "prep":
        # "Fired it the day before in a test": no event is named.
        return None
    if doc[low].lower_ in words_of("no occasions"):
        alone = doc[low].lower_ in POINTERS and (low + 1 == len(doc) or doc[low + 1].is_punct)
        return (low, low + 1, doc[low]) if alone else None
    relation = doc[low - 1] if low else doc[low]
    head = governed(relation, doc[low])
    if head is None or head.tag_.startswith("PRP"):
        return None
    head = whole_word(head)
    high = low
    sentence_end = doc[low].sent.end
    edge = max(head.i + 1, min(right_edge(head), low + LONGEST))
    while high < min(edge, sentence_end) and not (doc[high].text in CLOSERS and high > head.i):
        high += 1
    return low, high, head


def whole_word(head: Token) -> Token:
    """Return the last part of a noun that the tokeniser cuts at its hyphens ("re-election")."""
    doc = head.doc
    while head.i + 2 < len(doc) and doc[head.i + 1].text == "-" and doc[head.i + 2].tag_.startswith("NN"):
        head = doc[head.i + 2]
    return head


def governed(relation: Token, first: Token) -> Token | None:
    """Return the noun, gerund or verb that names the event after "before", "after", "of"."""
    for child in relation.children:
        if child.i > relation.i and child.dep_ in {"pobj", "pcomp"}:
            return child
    clause = next((child for child in relation.children if child.dep_ == "relcl" and child.i > relation.i), None)
    if clause is not None and relation.tag_.startswith("NN"):
        return clause
    if relation.dep_ == "mark" and relation.head.i > relation.i:
        return relation.head
    for child in relation.children:
        if child.i > relation.i and child.dep_ in {"prep"}:
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return next_noun(first)


def next_noun(first: Token) -> Token | None:
    """Return the last noun of the noun phrase that begins at a token, else the first verb within reach."""
    doc, place, found = first.doc, first.i, None
    while place < min(len(doc), first.i + LONGEST):
        token = doc[place]
        if token.tag_.startswith("NN"):
            found = token
        elif found is not None or token.tag_.startswith("VB") or token.text in CLOSERS:
            break
        place += 1
    if found is not None:
        return found
    return doc[place] if place < len(doc) and doc[place].tag_.startswith("VB") else None


def right_edge(head: Token) -> int:
    """Return where the words of an event end: relative clauses and what is loosely joined are left out."""
    edge = head.i + 1
    if head.tag_.startswith("VB"):
        return max([edge] + [child.right_edge.i + 1 for child in head.children if child.dep_ not in {"punct", "advcl"}])
    for child in head.children:
        if child.i > head.i and child.dep_ in {"prep", "compound", "case", "nummod"}:
            edge = max(edge, child.right_edge.i + 1)
    return edge


def build(passage: Passage, match: re.Match[str], event: str, extent: tuple[int, int], head: Token) -> Phrase | None:
    """Return the phrase of a match and the event found behind it; None where the words measure nothing."""
    start = passage.start
    tokens = event.split()
    names = {word.strip("'s.,").lower() for word in re.split(r"[\s-]+", event) if word[:1].isupper()}
    measure = read_measure(match)
    if measure.shape is Shape.POINT and passage.text[: match.start()].lower().endswith("for "):
        # "Guarded it for two years after the raid": all that time.
        measure = replace(measure, shape=Shape.STRETCH)
    if measure.side == 0 and match["wside"] == "of" and head.tag_.startswith("NNP") and not names_event(head):
        return None
    return Phrase(
        span=Span(start + match.start(), start + extent[1]),
        measure_span=Span(start + match.start(), start + match.end()),
        event_span=Span(start + extent[0], start + extent[1]),
        words=match.group().strip().lower(),
        event=event,
        measure=measure,
        head=head.lower_,
        names=frozenset(name for name in names if name and name != head.lower_),
        last=any(word.lower() in {"last", "previous", "latest", "most"} for word in tokens[:3]),
        act=head.tag_.startswith("VB"),
    )


def names_event(head: Token) -> bool:
    """Tell whether a name is built on an event noun ("the Singapore Summit")."""
    return head.lower_.endswith(("summit", "election", "war", "talks", "conference", "forum", "day"))
