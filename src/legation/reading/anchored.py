"""Finds expressions that are measured from an event: the measure, the side, and the words that name the event."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from legation.documents.span import Span
from legation.reading.numerals import CARDINALS
from legation.reading.passages import Passage

NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|\d+)"
UNIT = r"(?:minute|hour|day|week|fortnight|month|year|decade)"
LEAD = (
    r"(?:(?:less|more|fewer)\ than|barely|just(?:\ over|\ under)?|only|about|around|nearly|almost|roughly|some"
    r"|at\ least|over|exactly|shortly|within)"
)
MEASURE = re.compile(
    rf"""\b(?:
      (?P<eve>(?:on\ )?(?:the\ )?eve\ of)
    | (?P<mod>{LEAD}\ )?(?P<num>(?:{NUMBER}|several|a\ few|a\ couple\ of|many|half\ a)\ )?(?:more\ )?(?P<unit>{UNIT})s?
      (?:\ (?P<half>and\ a\ half))?\ (?P<side>before|after|prior\ to|following|ahead\ of|into|preceding|from)
    | the\ (?P<whole>{UNIT}|morning|night|evening|weekend)\ (?P<wside>before|after|of|preceding|following)
    )(?=\s)""",
    re.VERBOSE | re.IGNORECASE,
)
# What may not follow "after": "a week after week", "two days from now".
NO_EVENTS = frozenset("now then today that this which all week day month year".split())
CLOSERS = frozenset({",", ";", ":", "--", "—", "–", '"', "(", ")", ".", "'"})
LONGEST = 14


@dataclass(frozen=True, slots=True)
class Phrase:
    """An expression measured from an event.

    count      how many units; None where the text does not tell ("months after")
    unit       "day", "week" … ; bound: "less" or "more" than the count, or None
    side       -1 before the event, 1 after it, 0 on its day; `into` counts from its beginning
    head       the word that names the event, lower case; names: the capitalised words around it; `last` marks
               "the last …", "the previous …"
    """

    span: Span
    measure: Span
    event_span: Span
    words: str
    event: str
    count: float | None
    unit: str
    bound: str | None
    side: int
    into: bool
    head: str
    names: frozenset[str]
    last: bool


def find_phrases(passage: Passage) -> Iterator[Phrase]:
    """Yield the anchored expressions of a passage, left to right."""
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


def find_event(doc: Doc, place: int) -> tuple[int, int, Token] | None:
    """Return first token, end and head of the event named right after character `place`; None if there is none."""
    low = next((token.i for token in doc if token.idx >= place), None)
    if low is None or doc[low].lower_ in NO_EVENTS or doc[low].tag_ in {"CD", "."}:
        return None
    relation = doc[low - 1] if low else doc[low]
    head = governed(relation, doc[low])
    if head is None or head.tag_.startswith("PRP"):
        return None
    high = low
    sentence_end = doc[low].sent.end
    edge = max(head.i + 1, min(right_edge(head), low + LONGEST))
    while high < min(edge, sentence_end) and not (doc[high].text in CLOSERS and high > head.i):
        high += 1
    return low, high, head


def governed(relation: Token, first: Token) -> Token | None:
    """Return the noun, gerund or verb that names the event after "before", "after", "of"."""
    for child in relation.children:
        if child.i > relation.i and child.dep_ in {"pobj", "pcomp"}:
            return child
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
    unit, count, side, bound = measure_of(match)
    if side == 0 and match["wside"] == "of" and head.tag_.startswith("NNP") and not names_event(head):
        return None
    measure_end = match.end()
    return Phrase(
        span=Span(start + match.start(), start + extent[1]),
        measure=Span(start + match.start(), start + measure_end),
        event_span=Span(start + extent[0], start + extent[1]),
        words=match.group().strip().lower(),
        event=event,
        count=count,
        unit=unit,
        bound=bound,
        side=side,
        into=match["side"] == "into",
        head=head.lower_,
        names=frozenset(name for name in names if name and name != head.lower_),
        last=any(word.lower() in {"last", "previous", "latest", "most"} for word in tokens[:3]),
    )


def names_event(head: Token) -> bool:
    """Tell whether a name is built on an event noun ("the Singapore Summit")."""
    return head.lower_.endswith(("summit", "election", "war", "talks", "conference", "forum", "day"))


def measure_of(match: re.Match[str]) -> tuple[str, float | None, int, str | None]:
    """Return unit, count, side and bound of a match."""
    if match["eve"]:
        return "day", 1.0, -1, None
    if match["whole"]:
        side = {"before": -1, "preceding": -1, "after": 1, "following": 1, "of": 0}[match["wside"].lower()]
        unit = match["whole"].lower()
        return (unit if unit in {"week", "month", "year", "decade"} else "day"), 1.0, side, None
    side = -1 if match["side"].lower() in {"before", "prior to", "ahead of", "preceding"} else 1
    lead = (match["mod"] or "").strip().lower()
    bound = {"less than": "less", "fewer than": "less", "barely": "less", "within": "less", "just under": "less",
             "more than": "more", "over": "more", "at least": "more", "just over": None}.get(lead)  # fmt: skip
    count = count_of((match["num"] or "").strip().lower())
    if count is not None and match["half"]:
        count += 0.5
    return match["unit"].lower(), count, side, bound


def count_of(words: str) -> float | None:
    """Return the number of units; None for "several", "a few" or nothing."""
    if words in {"a", "an"}:
        return 1.0
    if words == "a couple of":
        return 2.0
    if words == "half a":
        return 0.5
    if words.isdigit():
        return float(words)
    total = sum(CARDINALS.get(part, 0) for part in words.split("-"))
    return float(total) if total else None
