"""Works out the days that lie a measured way before or after an event."""

import datetime as dt

from legation.reading.anchored import Phrase
from legation.reading.calendars import ONE_DAY, Days, add_months, days_of_value, step
from legation.reading.claim import Time

LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "10Y", "fortnight": "2W"}
# How fine a date must be for a step of each unit to mean something, in days.
COARSEST = {"minute": 1, "hour": 1, "day": 1, "week": 7, "fortnight": 7, "month": 31, "year": 366, "decade": 3660}
Interval = tuple[dt.date | None, dt.date | None]
Found = tuple[str | None, Interval, str]


def measure(phrase: Phrase, base: Time) -> Found | None:
    """Return value, days and granularity of a phrase, given when its event was; None if that is too coarse.

    A vague count ("months before") gives an interval open on one side; "less than" and "more than" give the days
    between the event and the distance named, or those beyond it.
    """
    if base.from_ is None or base.to is None:
        return None
    days = (base.from_, base.to)
    if phrase.side == 0:
        return base.value, days, base.granularity or "interval"
    if phrase.count is None:
        return None, open_side(phrase, days), "interval"
    if (days[1] - days[0]).days > COARSEST[phrase.unit] and base.granularity != "interval":
        return None
    origin = days[0]
    if base.granularity == "interval" and phrase.side > 0 and not phrase.into:
        origin = days[1] - ONE_DAY
    try:
        return at_distance(phrase, origin, days)
    except (ValueError, OverflowError):
        return None


def open_side(phrase: Phrase, days: Days) -> Interval:
    """Return everything before, or after, the event; hours and minutes stay within a day of it."""
    if phrase.unit in {"minute", "hour"}:
        return (days[0] - ONE_DAY, days[1]) if phrase.side < 0 else (days[0], days[1] + ONE_DAY)
    return (None, days[0]) if phrase.side < 0 else (days[0] if phrase.into else days[1], None)


def at_distance(phrase: Phrase, origin: dt.date, days: Days) -> Found:
    """Return the unit that lies `count` units away, or the interval a bound leaves."""
    count = (phrase.count or 0.0) * phrase.side
    if phrase.unit in {"minute", "hour"}:
        reach = -(-abs(count) // (24 if phrase.unit == "hour" else 1440)) * ONE_DAY
        near = (days[0] - reach, days[1]) if count < 0 else (days[0], days[1] + reach)
        return None, near, "interval"
    far = exact(origin, phrase.unit, count)
    if phrase.bound == "less":
        return None, ((far, days[0]) if count < 0 else (days[1], far + ONE_DAY)), "interval"
    if phrase.bound == "more":
        return None, ((None, far + ONE_DAY) if count < 0 else (far, None)), "interval"
    letters = LETTERS[phrase.unit]
    if count % 1:
        value = far.isoformat()[:7] if phrase.unit in {"year", "decade"} else far.isoformat()
    else:
        value = step(far, letters.lstrip("0123456789") if phrase.unit != "decade" else "Y", 0)
    found = days_of_value(value)
    if found is None:
        raise ValueError(value)
    granularity = {10: "day", 8: "week", 7: "month", 4: "year"}[len(value)]
    return value, found, granularity


def exact(day: dt.date, unit: str, count: float) -> dt.date:
    """Return the day so many units away; half months count as fifteen days."""
    if unit in {"month", "year", "decade"}:
        months = count * {"month": 1, "year": 12, "decade": 120}[unit]
        return add_months(day, int(months)) + round((months % 1) * 30) * ONE_DAY
    return day + round(count * {"day": 1, "week": 7, "fortnight": 14}[unit]) * ONE_DAY
