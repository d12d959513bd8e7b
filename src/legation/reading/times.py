"""Finds the times a text names and gives each the days it stands for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.documents.document import Document
from legation.documents.span import Span
from legation.reading.calendars import days_of_value, granularity_of, narrow
from legation.reading.claim import Time
from legation.reading.ranges import join_ranges
from legation.reading.resolution import Dated, resolve_all
from legation.reading.timewords import tokenise


def find_times(document: Document, stretches: Sequence[Span] | None = None) -> list[Time]:
    """Return the times of a document's text, in text order, with ids t1 onward.

    Only the given stretches are read, all of the text if there are none. Relative expressions count from
    `document.published`; what that leaves open stays None. Ranges ("from March 3 to 5") are one time.
    """
    return number(join_ranges(find_atoms(document, stretches), document.text))


def find_atoms(document: Document, stretches: Sequence[Span] | None = None) -> list[Time]:
    """Return the times as TIMEX3 cuts them: both ends of a range apart, no preposition taken in."""
    atoms: list[Time] = []
    for stretch in stretches if stretches is not None else [Span(0, len(document.text))] if document.text else []:
        tokens = tokenise(document.text, stretch.start, stretch.end)
        atoms += [make_time(dated, document.text) for dated in resolve_all(tokens, document)]
    return atoms


def make_time(dated: Dated, text: str) -> Time:
    """Return the time of a resolved expression."""
    meaning, span = dated.meaning, dated.expression.span
    from_, to = meaning.days or (None, None)
    if meaning.days is None and meaning.value is not None:
        days = days_of_value(meaning.value)
        if days is not None:
            from_, to = narrow(days, meaning.modifier)
    granularity = granularity_of(meaning.value) if meaning.value else None
    if granularity is None and from_ is not None:
        granularity = "interval"
    return Time("", span, span.of(text), meaning.value, from_, to, granularity, meaning.type, meaning.anchor)


def number(times: Sequence[Time]) -> list[Time]:
    """Return the times with ids t1, t2… in text order."""
    return list(numbered(sorted(times, key=lambda time: time.span)))


def numbered(times: Sequence[Time]) -> Iterator[Time]:
    """Yield each time with its id."""
    for place, time in enumerate(times, start=1):
        yield replace(time, id=f"t{place}")
