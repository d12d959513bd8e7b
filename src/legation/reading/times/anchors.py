"""Dates expressions that hang on an event: "three days before the summit", where the text tells when the summit was."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.documents.document import Document
from legation.documents.span import Span
from legation.lexicon.wordlists import words_of
from legation.reading.claim import Time, TimeType
from legation.reading.parse.passages import Passage
from legation.reading.times.anchored import POINTERS, Phrase, find_phrases
from legation.reading.times.distances import Interval, measure
from legation.reading.times.finding import number
from legation.reading.times.governing import date_of_act
from legation.reading.times.inferences import count_back, infer_times
from legation.reading.times.measures import Shape
from legation.reading.times.occasions import DatedMention, date_mentions, find_base

# What may stand between a date and the words that say it again.
AFTER_GAP = re.compile(r"\s*[,(]\s*(?:(?:on|in|at)\s+)?")
GAP = re.compile(r"\s*[,—–-]{1,2}\s*(?:(?:only|just|exactly|or|that is)\s+)*|\s*\(\s*")
LONGEST_GAP = 60
# How many characters back an event's date is that the sentence before has just told.
JUST_TOLD = 250
# How far ahead an anniversary is spoken of, at most.
FAR = dt.timedelta(days=3 * 366)


def anchor_times(times: Sequence[Time], passages: Sequence[Passage], document: Document) -> list[Time]:
    """Return the times with those that hang on an event put together and, where the text allows, dated.

    "three days before the summit" becomes one time whose span covers all of it; the bare "three days" goes. A time
    inside the event's own words ("the June 12 summit") stays. Where the document does not date the event, value and
    days stay None and the anchor says so. An event whose own words hold no date gets one where the phrase and a date
    beside it tell it ("in November, two months after the summit"), or the date of the act that the phrase stands by
    ("recalled its envoy on Friday two days after Peru accused it").
    """
    phrases = [phrase for passage in passages for phrase in find_phrases(passage) if not is_told(phrase, times)]
    if not phrases:
        return list(times)
    mentions = list(date_mentions(passages, times))
    phrases = [replace(phrase, span=stretched(phrase.span, times)) for phrase in phrases]
    told = [
        (phrase, own)
        for phrase in phrases
        if (own := find_beside(phrase, times, document) or date_of_act(phrase, passages, mentions, document))
    ]
    own_dates = {phrase.span: own for phrase, own in told}
    made = [(phrase, make(phrase, (times, mentions), document, own_dates.get(phrase.span))) for phrase in phrases]
    kept = [(phrase, time) for phrase, time in made if time is not None]
    times = infer_times(times, told, passages, document)
    covered = {time.id for time in times if any(replaces(phrase, time) for phrase, _ in kept)}
    undated = [back for back in count_back(told, document) if not any(back.span.overlaps(time.span) for time in times)]
    return number([time for time in times if time.id not in covered] + [time for _, time in kept] + undated)


def is_told(phrase: Phrase, times: Sequence[Time]) -> bool:
    """Tell whether the words are a date by themselves ("the first week of March")."""
    return any(time.span.contains(phrase.measure_span) and time.from_ is not None for time in times)


def stretched(span: Span, times: Sequence[Time]) -> Span:
    """Return a span with a date that it cuts taken in whole."""
    return Span(span.start, max([span.end, *(time.span.end for time in times if time.span.overlaps(span))]))


def replaces(phrase: Phrase, time: Time) -> bool:
    """Tell whether a time is the measure of an anchored phrase rather than a date inside its event."""
    return phrase.measure_span.overlaps(time.span)


def make(
    phrase: Phrase, dated: tuple[Sequence[Time], Sequence[DatedMention]], document: Document, beside: Time | None
) -> Time | None:
    """Return the time an anchored phrase stands for; None if it has no date and its words may mean something else.

    `dated` are the document's times and what they date; `beside` is the date that the same words are given otherwise.
    """
    text = document.quote(phrase.span)
    times, mentions = dated
    coarse: Time | None = None
    for base in find_bases(phrase, times, mentions, document):
        distance = measure(phrase.measure, base)
        # Where the date told just before is too coarse to count from, only a finer one inside it is the event's.
        fits = coarse is None or within(base, coarse)
        just_told = 0 < phrase.span.start - base.span.end <= JUST_TOLD
        coarse = coarse or (base if distance is None and just_told else None)
        if fits and distance is not None and (beside is None or meets(distance[1], beside)):
            value, days, granularity = distance
            if is_too_far(phrase, days, document):
                continue
            anchor = f"{phrase.words} {base.value or base.text}"
            return Time("", phrase.span, text, value, days[0], days[1], granularity, TimeType.DATE, anchor)
    if beside is not None:
        anchor = f"{phrase.words} {phrase.event}: the same as {beside.text}"
        return replace(beside, id="", span=phrase.span, text=text, type=TimeType.DATE, anchor=anchor)
    if not phrase.measure.certain or phrase.head in POINTERS:
        return None
    anchor = f"{phrase.words} {phrase.event}: the document does not date it"
    return Time("", phrase.span, text, None, None, None, None, TimeType.DATE, anchor)


def is_too_far(phrase: Phrase, days: Interval, document: Document) -> bool:
    """Tell whether an anniversary lies years ahead: the date found is that of the feast, not of what it is held for."""
    day = document.published_day
    if phrase.measure.shape is not Shape.ANNIVERSARY or day is None or days[0] is None:
        return False
    return days[0] - day > FAR


def within(time: Time, other: Time) -> bool:
    """Tell whether the days of a time lie within those of another."""
    if time.from_ is None or time.to is None or other.from_ is None or other.to is None:
        return False
    return other.from_ <= time.from_ and time.to <= other.to


def find_bases(
    phrase: Phrase, times: Sequence[Time], mentions: Sequence[DatedMention], document: Document
) -> Iterator[Time]:
    """Yield the dates the event may have, best first: one among its own words, else those of its other mentions."""
    inside = [time for time in times if phrase.event_span.overlaps(time.span) and is_date(time)]
    if inside:
        yield inside[0]
        return
    if phrase.head in POINTERS or (
        phrase.head in words_of("what was told") and phrase.event.lower().startswith("the ")
    ):
        before = [time for time in times if time.span.end <= phrase.span.start and is_date(time)]
        yield from before[-1:]
        return
    for mention in find_base(phrase, mentions, document):
        yield mention.time


def find_beside(phrase: Phrase, times: Sequence[Time], document: Document) -> Time | None:
    """Return the date right before a phrase that says the same in other words ("on Tuesday, three days before …")."""
    for time in times:
        if not is_date(time):
            continue
        gap = document.text[phrase.span.end : time.span.start]
        if phrase.measure.side == 0 and 0 < len(gap) <= LONGEST_GAP and AFTER_GAP.fullmatch(gap):
            return time
        near = 0 <= phrase.span.start - time.span.end <= LONGEST_GAP
        if near and GAP.fullmatch(document.text[time.span.end : phrase.span.start]):
            return time
    return None


def meets(days: Interval, other: Time) -> bool:
    """Tell whether an interval shares a day with a time."""
    low, high = days
    return (low is None or other.to is None or low < other.to) and (
        high is None or other.from_ is None or other.from_ < high
    )


def is_date(time: Time) -> bool:
    """Tell whether a time has both its days."""
    return time.type in {TimeType.DATE, TimeType.TIME} and time.from_ is not None and time.to is not None
