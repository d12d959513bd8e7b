"""Finds the times a text names and gives each the days it stands for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from legation.documents.document import Document
from legation.documents.span import Span
from legation.reading.claim import Time
from legation.reading.times.calendars import days_of_value, granularity_of, narrow
from legation.reading.times.leads import lead_day
from legation.reading.times.ranges import join_ranges
from legation.reading.times.resolution import Dated, resolve_all
from legation.reading.times.timewords import TimeToken, tokenise


def find_times(document: Document, stretches: Sequence[Span] | None = None) -> list[Time]:
    """Return the times of a document's text, in text order, with ids t1 onward.

    Only the given stretches are read, all of the text if there are none. Relative expressions count from
    `document.published`; what that leaves open stays None. Ranges ("from March 3 to 5") are one time.
    """
    return times_of(cut_tokens(document, stretches), document)


def cut_tokens(document: Document, stretches: Sequence[Span] | None = None) -> list[list[TimeToken]]:
    """Return the tokens of each stretch, those of all of the text if there are none; offsets are the document's."""
    if stretches is None:
        stretches = [Span(0, len(document.text))] if document.text else []
    return [tokenise(document.text, stretch.start, stretch.end) for stretch in stretches]


def times_of(stretches: Iterable[Sequence[TimeToken]], document: Document, names: Sequence[Span] = ()) -> list[Time]:
    """Return the times that stand in these stretches of tokens, as `find_times` does.

    What opens one of the `names` of people is no time: "June Kelly", "Jan Boer".
    """
    opened = {name.start: name.end for name in names}
    atoms = [atom for atom in atoms_of(stretches, document) if atom.span.end >= opened.get(atom.span.start, 0)]
    return number(join_ranges(atoms, document.text))


def find_atoms(document: Document) -> list[Time]:
    """Return the times as TIMEX3 cuts them: both ends of a range apart, no preposition taken in."""
    return atoms_of(cut_tokens(document), document)


def atoms_of(stretches: Iterable[Sequence[TimeToken]], document: Document) -> list[Time]:
    """Return what `find_atoms` finds, in these stretches of tokens."""
    stretches = list(stretches)
    found = [dated for tokens in stretches for dated in resolve_all(tokens, document)]
    lead = lead_day(found, document)
    if lead is not None:
        found = [dated for tokens in stretches for dated in resolve_all(tokens, document, lead)]
    return [make_time(dated, document.text) for dated in found]


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
