"""Puts dates together into the intervals a text means: "from March 3 to 5", "since 2022", "until June"."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from legation.documents.span import Span
from legation.reading.claim import Time, TimeType
from legation.reading.times.calendars import days_of_value

TO = re.compile(r"\s*(?:-|–|—|\bto\b|\bthrough\b|\buntil\b|\btill\b)\s*(?:the\s+)?")
AND = re.compile(r"\s+and\s+(?:the\s+)?")
BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
OPENING = re.compile(
    r"\b(since|until|till|through|by|before|after|as of|starting(?: from| in| on)?)\s+$", re.IGNORECASE
)
# "From Monday on"; "next week on a trip" goes on to say what for.
ONWARD = re.compile(r"\s+(?:on(?=\s*(?:[,.;:)]|$))|onward\b|onwards\b|and beyond\b|or later\b)", re.MULTILINE)
# "since 2000, when they met": the clause speaks of the day itself.
POINTED = re.compile(r"\s*,?\s*when\b")
# "three days after Christmas" is measured from the day and leaves it as it is.
MEASURED = re.compile(r"\b(?:minute|hour|day|week|month|year|decade)s?\s+$", re.IGNORECASE)
WEEK = dt.timedelta(days=7)


def join_ranges(atoms: Sequence[Time], text: str) -> list[Time]:
    """Return the atoms with ranges joined and ends opened where a preposition opens them; `text` is the document's.

    A range has the value "FIRST/LAST". "since", "as of" leave no end, "until", "through" and "by" no beginning (the
    day named is in), nor does "before" (it is out); "after" begins behind the day. A date in the genitive ("after
    Friday's vote") belongs to what follows and stays as it is.
    """
    found: list[Time] = []
    for atom in atoms:
        joined = join(found[-1], atom, text) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(atom)
    return [time if "/" in (time.value or "") else open_ended(time, text) for time in found]


def join(first: Time, last: Time, text: str) -> Time | None:
    """Return the range of two neighbouring dates; None if the text makes none of them."""
    gap = text[first.span.end : last.span.start]
    between = AND.fullmatch(gap) and BETWEEN.search(text, max(0, first.span.start - 20), first.span.start)
    if not (TO.fullmatch(gap) or between) or not (is_dated(first) and is_dated(last)):
        return None
    first, last = settle(first, last)
    if first.from_ is None or last.to is None or last.from_ is None or first.from_ >= last.from_:
        return None
    span = Span(first.span.start, last.span.end)
    value = f"{first.value}/{last.value}"
    return Time("", span, span.of(text), value, first.from_, last.to, "interval", TimeType.DATE, last.anchor)


def is_dated(time: Time) -> bool:
    """Tell whether a time is a date with both its days, and no range yet."""
    dated = time.type in {TimeType.DATE, TimeType.TIME} and time.from_ is not None and time.to is not None
    return dated and "/" not in (time.value or "")


def settle(first: Time, last: Time) -> tuple[Time, Time]:
    """Return both ends in order: a borrowed year goes back by one, a weekday on by a week."""
    if (
        first.from_ is None
        or last.from_ is None
        or first.from_ < last.from_
        or first.value is None
        or last.value is None
    ):
        return first, last
    if first.anchor == "year of the coordination":
        return revalued(first, f"{int(first.value[:4]) - 1:04d}{first.value[4:]}"), last
    if last.granularity == "day" and first.from_ - last.from_ < WEEK:
        return first, revalued(last, (last.from_ + WEEK).isoformat())
    return first, last


def revalued(time: Time, value: str) -> Time:
    """Return a date with another value and the days of that."""
    days = days_of_value(value)
    return time if days is None else replace(time, value=value, from_=days[0], to=days[1])


def open_ended(time: Time, text: str) -> Time:
    """Return a date with the end opened that the words around it open."""
    if not is_dated(time) or text[time.span.end : time.span.end + 2] in {"'s", "’s"}:
        return time
    if POINTED.match(text, time.span.end):
        return time
    lead = OPENING.search(text, max(0, time.span.start - 16), time.span.start)
    if lead and MEASURED.search(text, max(0, lead.start() - 12), lead.start()):
        return time
    word = lead.group(1).lower() if lead else "since" if ONWARD.match(text, time.span.end) else ""
    if not word:
        return time
    anchor = f"{word} {time.value}"
    if word in {"until", "till", "through", "by"}:
        return replace(time, from_=None, anchor=anchor, granularity="interval")
    if word == "before":
        # "Before the end of the year": the end is the last day, not the months that lead up to it.
        return replace(
            time, from_=None, to=time.to if is_end(time) else time.from_, anchor=anchor, granularity="interval"
        )
    low = time.to if word == "after" else time.from_
    return replace(time, from_=low, to=None, anchor=anchor, granularity="interval")


def is_end(time: Time) -> bool:
    """Tell whether a date is the last part of what its value names: "the end of the year", "late May"."""
    whole = days_of_value(time.value or "")
    return whole is not None and time.to == whole[1] and time.from_ != whole[0]
