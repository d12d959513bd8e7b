"""Resolves a day, a week or a part of the day named by the longer time it lies in, or by its distance from a day."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from legation.reading.claim import TimeType
from legation.reading.times.calendars import ONE_DAY, Days, add_months, days_of_value, nth_weekday, step, week_of
from legation.reading.times.dating import (
    DATE,
    choose,
    phase_of,
    resolve_date,
    resolve_deictic,
    resolve_month,
    resolve_weekday,
    resolve_year,
    seen_from,
    stated_year,
)
from legation.reading.times.expressions import Expression
from legation.reading.times.lengths import count_of, unit_of
from legation.reading.times.meaning import Meaning, Setting, Tense
from legation.reading.times.shifting import counted, resolve_ordinal_unit

SATURDAY = 6
LONGEST_MONTH = 31
# Of the value of a day, "2025-09-12".
DAY_DIGITS = 10


def resolve_nth(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "the first Monday of March", "the last week of June 2009", "the last day of the year"."""
    low = next(place for place, token in enumerate(expression.tokens) if token.kind in "ol")
    counter, item = expression.tokens[low : low + 2]
    if item.kind == "u" and item.value in {"Q", "100Y"}:
        return resolve_ordinal_unit(expression, setting)
    if counter.kind == "l" and counter.text != "last":
        return None
    nth = -1 if counter.kind == "l" else int(counter.value)
    holder = resolve_holder(replace(expression, tokens=expression.tokens[low + 2 :]), setting)
    days = days_of_value(holder.value) if holder and holder.value else None
    value = nth_of(days, item.kind, item.value, nth) if days else None
    if holder is None or value is None or days is None:
        return None
    inside = nth_week(days, nth) if item.value == "W" and item.kind == "u" else None
    return Meaning(DATE, value, phase_of(replace(expression, tokens=expression.tokens[:low])), holder.anchor, inside)


def resolve_half_of(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "the first half of October", "the second half of the 1990s": the longer time, and half of its days."""
    at = next(place for place, token in enumerate(expression.tokens) if token.kind == "H")
    inner = replace(expression, tokens=expression.tokens[at + 1 :])
    if inner.get("uU") and unit_of(inner) in {"Y", "Q"}:
        return resolve_ordinal_unit(expression, setting)
    whole = resolve_part_whole(inner, setting)
    days = days_of_value(whole.value) if whole and whole.value else None
    counter = expression.get("ol")
    if whole is None or days is None or counter is None or counter.value not in {"1", "2", "-1"}:
        return None
    middle = days[0] + (days[1] - days[0]) / 2
    first = counter.value == "1"
    half = (days[0], middle) if first else (middle, days[1])
    return Meaning(DATE, whole.value, "START" if first else "END", whole.anchor, half)


def resolve_part_whole(inner: Expression, setting: Setting) -> Meaning | None:
    """Return the month, week, decade or century of which a half is told."""
    unit = inner.get("u")
    if inner.get("M"):
        return resolve_month(inner, setting)
    if inner.get("EB"):
        return resolve_year(inner, setting)
    if inner.get("o"):
        return resolve_ordinal_unit(inner, setting)
    if unit is None or unit.value not in {"W", "M", "10Y"}:
        return None
    return Meaning(DATE, step(setting.now, unit.value, shift_of(inner)), None, seen_from(setting))


def resolve_before_last(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "the week before last", "the night before last"."""
    part, unit = expression.get("P"), expression.get("u")
    anchor = f"two before {setting.now.isoformat()}"
    if part is not None:
        day = setting.now - 2 * ONE_DAY
        return Meaning(TimeType.TIME, f"{day.isoformat()}T{part.value}", None, anchor)
    if unit is None or unit.value not in {"W", "M", "Q", "Y"}:
        return None
    return Meaning(DATE, step(setting.now, unit.value, -2), None, anchor)


def resolve_holder(inner: Expression, setting: Setting) -> Meaning | None:
    """Return the month or year that holds what is counted."""
    if inner.get("M"):
        return resolve_month(inner, setting)
    unit, year = inner.get("u"), inner.get("Y")
    if unit is None:
        return Meaning(DATE, year.value) if year else None
    if unit.value == "M":
        month = add_months(setting.now.replace(day=1), shift_of(inner))
        return Meaning(DATE, month.isoformat()[:7], None, seen_from(setting))
    named = stated_year(inner, setting) if unit.value == "Y" else None
    return Meaning(DATE, f"{named:04d}", None, seen_from(setting)) if named else None


def shift_of(expression: Expression) -> int:
    """Return -1 for "last", 1 for "next", else 0."""
    return -1 if expression.get("l") else 1 if expression.get("xX") else 0


def nth_of(days: Days, kind: str, unit: str, nth: int) -> str | None:
    """Return the nth day, week, month or weekday (-1: the last) of an interval of days as a TIMEX3 value."""
    first, last = days[0], days[1] - ONE_DAY
    if kind == "W":
        return weekend_of(days, nth)
    if kind == "D":
        within = {"month": first.month} if (first.year, first.month) == (last.year, last.month) else None
        return nth_weekday(first.year, first.month, nth, int(unit)).isoformat() if within and -1 <= nth <= 4 else None
    if unit == "D":
        day = last if nth < 0 else first + (nth - 1) * ONE_DAY
        return day.isoformat() if day <= last else None
    if unit == "W":
        week = nth_week(days, nth)
        return week_of(week[0] + 3 * ONE_DAY) if week else None
    if unit == "M":
        month = last if nth < 0 else add_months(first, nth - 1)
        return month.isoformat()[:7] if month <= last else None
    return None


def weekend_of(days: Days, nth: int) -> str | None:
    """Return the nth weekend (-1: the last) whose Saturday lies in an interval of days; None if it has none."""
    saturdays = [days[0] + away * ONE_DAY for away in range((days[1] - days[0]).days)]
    saturdays = [day for day in saturdays if day.isoweekday() == SATURDAY]
    return f"{week_of(saturdays[nth if nth < 0 else nth - 1])}-WE" if -1 <= nth <= len(saturdays) else None


def nth_week(days: Days, nth: int) -> Days | None:
    """Return the nth seven days of an interval, or its last seven; None if it is not that long."""
    low = days[1] - 7 * ONE_DAY if nth < 0 else days[0] + 7 * (nth - 1) * ONE_DAY
    return (low, min(low + 7 * ONE_DAY, days[1])) if low < days[1] else None


def resolve_day_of(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "the 12th of this month" and "on the 12th", a day of the month last named or nearest to publication."""
    number, unit = expression.get("o"), expression.get("u")
    if number is None or not number.text[0].isdigit() or (unit is not None and unit.value != "M"):
        return None
    named = days_of_value(setting.reference or "") if len(setting.reference or "") >= 7 else None
    pointed = expression.get("T") is not None
    if pointed and named is None:
        return None
    if unit is not None and not pointed:
        month = add_months(setting.now.replace(day=1), shift_of(expression))
        return on_day(month, int(number.value), seen_from(setting))
    # "On 12 September … on the 18th", told months later: the story's month, not publication's.
    told = len(setting.reference or "") == DAY_DIGITS and setting.tense is Tense.PAST
    story = named is not None and told and (setting.now - named[0]).days > LONGEST_MONTH
    if named is not None and (setting.close or pointed or story):
        return on_day(named[0].replace(day=1), int(number.value), f"day of the month of {setting.reference}")
    day = choose(monthly(int(number.value), setting), setting)
    return Meaning(DATE, day.isoformat(), None, seen_from(setting)) if day else None


def on_day(month: dt.date, number: int, anchor: str) -> Meaning | None:
    """Return a day of a month; None if the month has no such day."""
    try:
        return Meaning(DATE, month.replace(day=number).isoformat(), None, anchor)
    except ValueError:
        return None


def monthly(number: int, setting: Setting) -> Callable[[int], dt.date | None]:
    """Return what gives this day of the month before, of and after publication's for the years around it."""

    def build(year: int) -> dt.date | None:
        month = add_months(setting.now.replace(day=1), year - setting.now.year)
        try:
            return month.replace(day=number)
        except ValueError:
            return None

    return build


def resolve_part_of(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "the morning of 9 April", "the early hours of Sunday"."""
    place = next(place for place, token in enumerate(expression.tokens) if token.kind == "P")
    inner = replace(expression, tokens=tuple(t for t in expression.tokens[place + 2 :] if t.kind != "P"))
    resolver = next((RESOLVE_DAY[kind] for kind in "MFDy" if inner.get(kind)), None)
    day = resolver(inner, setting) if resolver else None
    if day is None or day.value is None or len(day.value) != 10:
        return None
    return Meaning(TimeType.TIME, f"{day.value}T{expression.tokens[place].value}", phase_of(expression), day.anchor)


RESOLVE_DAY = {"M": resolve_date, "F": resolve_date, "D": resolve_weekday, "y": resolve_deictic}


def resolve_from_day(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "two days from now", "a week from Monday"."""
    unit, count, last = unit_of(expression), count_of(expression), expression.tokens[-1]
    if unit is None or count == "X" or (last.kind == "V" and last.text != "now"):
        return Meaning(DATE, "FUTURE_REF", None, f"after {setting.now.isoformat()}") if count == "X" else None
    base: dt.date | None = setting.now
    if last.kind != "V":
        ahead = replace(setting, tense=Tense.FUTURE)
        named = RESOLVE_DAY[last.kind](replace(expression, tokens=(last,)), ahead)
        days = days_of_value(named.value or "") if named else None
        base = days[0] if days else None
    return counted(base, unit, float(count), phase_of(expression), base.isoformat()) if base else None
