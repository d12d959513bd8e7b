"""Infers the year of a bare month, or the week of a bare weekday, from a distance that the text tells elsewhere.

"It succeeded in November 2023, two months after the last summit" puts the summit in September 2023; so the September in
"they last met in September" is that one, even where the day of publication is not known.
"""

from collections.abc import Sequence
from dataclasses import replace

from legation.documents.document import Document
from legation.reading.claim import Time, TimeType
from legation.reading.parse.passages import Passage
from legation.reading.times.anchored import POINTERS, Phrase
from legation.reading.times.calendars import ONE_DAY, Days, days_of_value, step
from legation.reading.times.distances import GRANULARITY, LETTERS, exact
from legation.reading.times.measures import Measure, Shape
from legation.reading.times.occasions import date_mentions, find_base
from legation.reading.times.timewords import default_index

# Units whose count tells when an event was, as finely as they are themselves, and how fine a date each must start from.
TELLING = {
    "day": frozenset({"day"}),
    "week": frozenset({"day", "week"}),
    "month": frozenset({"day", "month"}),
    "year": frozenset({"day", "month", "year"}),
}
# So many hours before or after a day is that day or the one next to it.
HALF = 24
# What the anchor of an event's own time begins with.
COUNTED_BACK = "counted back:"


def infer_times(
    times: Sequence[Time], told: Sequence[tuple[Phrase, Time]], passages: Sequence[Passage], document: Document
) -> list[Time]:
    """Return the times with bare months and weekdays dated that a phrase with a date beside it dates.

    `told` are phrases with the date that stands beside them. Only a time without a value is touched; its name must be
    the one that the distance gives, and its word must be of the phrase's event. The anchor says that it is inferred.
    """
    found = list(times)
    for phrase, beside in told:
        value = event_value(phrase.measure, beside)
        if value is None:
            continue
        for place, time in enumerate(found):
            dated = dated_as(time, value) if time.value is None else None
            if dated is not None and find_base(phrase, list(date_mentions(passages, [dated])), document):
                anchor = f"inferred: {phrase.words} {phrase.event} is {beside.value}"
                found[place] = replace(dated, anchor=anchor)
    return found


def count_back(told: Sequence[tuple[Phrase, Time]], document: Document) -> list[Time]:
    """Return a time for each event that a distance and the date beside it date; its span is the event's words.

    "In November 2023, two months after the summit" gives "the summit" September 2023.
    """
    return [
        back
        for phrase, beside in told
        if phrase.head not in POINTERS and (back := counted_back(phrase, beside, document)) is not None
    ]


def counted_back(phrase: Phrase, beside: Time, document: Document) -> Time | None:
    """Return the time of a phrase's event, given the date that lies the phrase's measure away; None if inexact."""
    value = event_value(phrase.measure, beside)
    days = days_of_value(value) if value else within_hours(phrase.measure, beside)
    if days is None:
        return None
    anchor = f"{COUNTED_BACK} {phrase.words} it is {beside.value}"
    granularity = GRANULARITY[len(value)] if value else "interval"
    # The words are quoted as the report has them: those of the phrase are the parser's, with plain quotation marks.
    return Time(
        "", phrase.event_span, document.quote(phrase.event_span), value, *days, granularity, TimeType.DATE, anchor
    )


def within_hours(how: Measure, beside: Time) -> Days | None:
    """Return the two days on which an event was that lies hours before or after something of one day; else None."""
    told = how.unit in {"hour", "minute"} and how.shape is Shape.POINT and how.side and how.bound is None
    if not told or beside.granularity != "day" or beside.from_ is None or beside.to is None or (how.count or 0) > HALF:
        return None
    return (beside.from_ - ONE_DAY, beside.to) if how.side > 0 else (beside.from_, beside.to + ONE_DAY)


def is_counted_back(time: Time) -> bool:
    """Tell whether a time is that of the event its words name, worked out from a distance told beside it."""
    return time.anchor is not None and time.anchor.startswith(COUNTED_BACK)


def event_value(how: Measure, beside: Time) -> str | None:
    """Return when an event was, given the date that lies a measure before or after it; None if inexact."""
    plain = how.shape is Shape.POINT and how.bound is None and how.count is not None and how.count % 1 == 0
    if not plain or beside.granularity not in TELLING.get(how.unit, ()) or beside.from_ is None:
        return None
    try:
        day = exact(beside.from_, how.unit, -(how.count or 0) * how.side)
    except (ValueError, OverflowError):
        return None
    return step(day, LETTERS[how.unit], 0)


def dated_as(time: Time, value: str) -> Time | None:
    """Return a time without a value as the month or day `value`, if that is what its word names; else None."""
    word = default_index().single.get(time.text.lower())
    days = days_of_value(value)
    if word is None or days is None:
        return None
    month = word.kind == "month" and len(value) == 7 and int(word.value) == days[0].month
    weekday = word.kind == "weekday" and len(value) == 10 and int(word.value) == days[0].isoweekday()
    if not (month or weekday):
        return None
    return replace(time, value=value, from_=days[0], to=days[1], granularity=GRANULARITY[len(value)])
