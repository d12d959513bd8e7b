"""Works out the days that lie a measured way before or after an event."""

import datetime as dt
import re
from collections.abc import Callable

from legation.reading.claim import Time
from legation.reading.times.calendars import ONE_DAY, Days, add_months, days_of_value, step
from legation.reading.times.measures import Measure, Shape

LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "Y", "century": "Y", "fortnight": "W"}
YEARS = {"year": 1, "decade": 10, "century": 100}
# How fine a date must be for a step of each unit to mean something, in days.
COARSEST = {
    "minute": 1, "hour": 1, "day": 1, "week": 7, "fortnight": 7, "month": 31, "year": 366, "decade": 3660,
    "century": 36600,
}  # fmt: skip
GRANULARITY = {10: "day", 8: "week", 7: "month", 4: "year"}
CLOCK = re.compile(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d")
Interval = tuple[dt.date | None, dt.date | None]
Found = tuple[str | None, Interval, str]


def measure(how: Measure, base: Time) -> Found | None:
    """Return value, days and granularity of a measure, given when its event was; None if that is too coarse.

    A vague count ("months before") gives an interval open on one side; "less than" and "more than" give the days
    between the event and the distance named, or those beyond it.
    """
    if base.from_ is None or base.to is None:
        return None
    days = (base.from_, base.to)
    coarse = (days[1] - days[0]).days > COARSEST[how.unit] and base.granularity != "interval"
    try:
        if how.shape in SHAPES:
            return None if coarse else SHAPES[how.shape](how, days)
        if how.side == 0:
            return base.value, days, base.granularity or "interval"
        if how.count is None:
            return None, open_side(how, days), "interval"
        return None if coarse else distant(how, base, days)
    except (ValueError, OverflowError):
        return None


def distant(how: Measure, base: Time, days: Days) -> Found:
    """Return the unit that lies `count` units away, or the interval a bound leaves."""
    if how.unit in {"minute", "hour"}:
        return hours_away(how, base, days)
    count = (how.count or 0.0) * how.side
    late = base.granularity == "interval" and how.side > 0 and not how.into
    far = exact(days[1] - ONE_DAY if late else days[0], how.unit, count)
    if how.bound == "less":
        return None, between(far, days, how), "interval"
    if how.bound == "more":
        return None, ((None, far + ONE_DAY) if count < 0 else (far, None)), "interval"
    if how.exact:
        return named(far.isoformat())
    if count % 1 and how.unit != "century":
        return named(far.isoformat()[:7] if how.unit in YEARS else far.isoformat())
    return named(step(far, LETTERS[how.unit], 0))


def hours_away(how: Measure, base: Time, days: Days) -> Found:
    """Return the time of day so many hours or minutes away; from a day without an hour, the days it may be."""
    size = dt.timedelta(hours=how.count or 0) if how.unit == "hour" else dt.timedelta(minutes=how.count or 0)
    if base.value and CLOCK.fullmatch(base.value[:16]) and how.bound is None:
        at = dt.datetime.fromisoformat(base.value[:16]) + how.side * size
        return f"{at.isoformat()[:16]}", (at.date(), at.date() + ONE_DAY), "hour"
    reach = -(-size // ONE_DAY) * ONE_DAY
    return None, ((days[0] - reach, days[1]) if how.side < 0 else (days[0], days[1] + reach)), "interval"


def named(value: str) -> Found:
    """Return a TIMEX3 date with its days and granularity."""
    found = days_of_value(value)
    if found is None:
        raise ValueError(value)
    return value, found, GRANULARITY[len(value)]


def open_side(how: Measure, days: Days) -> Interval:
    """Return everything before, or after, the event; hours and minutes stay within a day of it.

    Days before or after what is only known to lie in a month may lie in that month too.
    """
    if how.unit in {"minute", "hour"}:
        return (days[0] - ONE_DAY, days[1]) if how.side < 0 else (days[0], days[1] + ONE_DAY)
    coarse = (days[1] - days[0]).days > COARSEST[how.unit]
    if how.side < 0:
        return None, days[1] if coarse else days[0]
    return days[0] if how.into or coarse else days[1], None


def between(far: dt.date, days: Days, how: Measure) -> Interval:
    """Return the days from an event to a day before or after it; its own are in only if counted from its beginning."""
    if how.side < 0:
        return far, days[0]
    return (days[0] if how.into else days[1]), far + ONE_DAY


def exact(day: dt.date, unit: str, count: float) -> dt.date:
    """Return the day so many units away; half months count as fifteen days."""
    if unit == "month" or unit in YEARS:
        months = count * (12 * YEARS[unit] if unit in YEARS else 1)
        return add_months(day, int(months)) + round((months % 1) * 30) * ONE_DAY
    return day + round(count * {"day": 1, "week": 7, "fortnight": 14}[unit]) * ONE_DAY


def stretch(how: Measure, days: Days) -> Found | None:
    """Return the days of "the two weeks before", "within a month of"."""
    if how.count is None:
        return None, open_side(how, days), "interval"
    if how.unit in {"minute", "hour"}:
        return None, (days[0], days[1] + ONE_DAY), "interval"
    return None, between(exact(days[0], how.unit, how.count * how.side), days, how), "interval"


def holding(how: Measure, days: Days) -> Found | None:
    """Return the week, month or year that an event lies in."""
    return named(step(days[0], LETTERS[how.unit], 0))


def weekday(how: Measure, days: Days) -> Found | None:
    """Return the last such weekday before an event, or the first after it."""
    number = int(how.count or 1)
    if how.side < 0:
        return named((days[0] - ((days[0].isoweekday() - number - 1) % 7 + 1) * ONE_DAY).isoformat())
    last = days[1] - ONE_DAY
    return named((last + ((number - last.isoweekday() - 1) % 7 + 1) * ONE_DAY).isoformat())


def weekend(how: Measure, days: Days) -> Found | None:
    """Return the weekend that holds an event, or the nearest one wholly before or after it."""
    if how.side == 0:
        saturday = days[0] + (6 - days[0].isoweekday()) * ONE_DAY
    elif how.side < 0:
        saturday = days[0] - ((days[0].isoweekday() - 1) % 7 + 2) * ONE_DAY
    else:
        saturday = days[1] + ((6 - days[1].isoweekday()) % 7) * ONE_DAY
    value = f"{step(saturday, 'W', 0)}-WE"
    return value, (saturday, saturday + 2 * ONE_DAY), "week"


def nth(how: Measure, days: Days) -> Found | None:
    """Return the nth day, week, month or year of what began with the event (its first day is the first)."""
    count = int(how.count or 1) - (how.side == 0)
    low, high = exact(days[0], how.unit, count), exact(days[0], how.unit, count + 1)
    if how.unit == "day":
        return named(low.isoformat())
    return None, (low, high), "interval"


def anniversary(how: Measure, days: Days) -> Found | None:
    """Return the day, or month, so many years after an event."""
    day = add_months(days[0], 12 * int(how.count or 1))
    return named(day.isoformat() if (days[1] - days[0]).days == 1 else day.isoformat()[: 7 if fine(days) else 4])


def fine(days: Days) -> bool:
    """Tell whether an interval is no longer than a month."""
    return (days[1] - days[0]).days <= 31


SHAPES: dict[Shape, Callable[[Measure, Days], Found | None]] = {
    Shape.STRETCH: stretch,
    Shape.UNIT: holding,
    Shape.WEEKDAY: weekday,
    Shape.WEEKEND: weekend,
    Shape.NTH: nth,
    Shape.ANNIVERSARY: anniversary,
}
