"""Intervals between events, as far as imprecise dates let them be told: "two months after the last summit"."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legation.record.event import REAL, Event

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Kind:
    """Which events are meant: of a type and mode, with a word in what they are about; None matches all."""

    type: str | None = None
    mode: str | None = None
    about: str | None = None

    def matches(self, event: Event) -> bool:
        """Tell whether an event is of this kind; any of its claims may say so."""
        if self.type is not None and self.type not in {event.type, *(a.claim.type for a in event.accounts)}:
            return False
        if self.mode is not None and self.mode not in {a.claim.mode for a in event.accounts}:
            return False
        wanted = self.about.casefold() if self.about else None
        return wanted is None or any(wanted in a.evidence.quote.casefold() for a in event.accounts)


@dataclass(frozen=True, slots=True)
class Gap:
    """Days from one event to another: at least and at most; negative where the second may have come first."""

    least: int
    most: int

    @property
    def is_ordered(self) -> bool:
        """Whether the second came after the first, or on the same day, whatever the days were."""
        return self.least >= 0


@dataclass(frozen=True, slots=True)
class Spacing:
    """An event and the last event of another kind before it; None where the record has none."""

    event: Event
    reference: Event | None
    gap: Gap | None


def days_of_event(event: Event) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day an event may fall on; None if an end is open or it is undated."""
    time = event.time
    if time is None or time.from_ is None or time.to is None:
        return None
    return time.from_, time.to - ONE_DAY


def measure_gap(first: Event, second: Event) -> Gap | None:
    """Return the days from one event to another as bounds; None if either is undated or open."""
    earlier, later = days_of_event(first), days_of_event(second)
    if earlier is None or later is None:
        return None
    return Gap((later[0] - earlier[1]).days, (later[1] - earlier[0]).days)


def find_spacings(events: Iterable[Event], references: Sequence[Event], within: int | None = None) -> list[Spacing]:
    """Return for each dated event that took place the last reference event before it, by day.

    `within` keeps those that can have come at most so many days after it. Events that only may have happened are
    neither measured nor measured from.
    """
    real = sorted((event for event in events if is_dated(event)), key=order)
    known = [event for event in references if is_dated(event)]
    found = [space(event, known) for event in real]
    if within is None:
        return found
    return [item for item in found if item.gap is not None and max(item.gap.least, 0) <= within]


def is_dated(event: Event) -> bool:
    """Tell whether an event took place, and on days that are known."""
    return event.status in REAL and days_of_event(event) is not None


def order(event: Event) -> tuple[dt.date, str]:
    """Order events by their first day."""
    return (event.first_day or dt.date.max, event.id)


def space(event: Event, references: Iterable[Event]) -> Spacing:
    """Return an event with the last of the references that can have come before it.

    Of two events within one month, each can have come before the other; neither is called the one after.
    """
    gaps = ((reference, measure_gap(reference, event)) for reference in references if starts_before(reference, event))
    before = [(reference, gap) for reference, gap in gaps if gap is not None and gap.most > 0]
    if not before:
        return Spacing(event, None, None)
    reference, gap = min(before, key=lambda item: (item[1].most, item[1].least, item[0].id))
    return Spacing(event, reference, gap)


def starts_before(one: Event, other: Event) -> bool:
    """Tell whether the days an event may fall on begin before those of another, or end before where both begin."""
    earlier, later = days_of_event(one), days_of_event(other)
    return earlier is not None and later is not None and earlier < later
