"""Resolves what figures are of and compared with: "the same month last year", "the quarter ended Sept. 30"."""

import datetime as dt
from dataclasses import replace

from legation.reading.times.calendars import ONE_DAY, add_months, days_of_value, quarter_of, step
from legation.reading.times.dating import DATE, direction, part_year, resolve_date, resolve_month, seen_from
from legation.reading.times.expressions import Expression
from legation.reading.times.meaning import Meaning, Setting, Tense

# Half the days of a quarter: the calendar's quarter in which the middle of another lies is nearest to it.
HALF_QUARTER = 45 * ONE_DAY


def resolve_same_unit(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "the same period of 2007", "the quarter a year ago": the unit told of, in that year or so much earlier.

    None if the two do not fit together ("the same day last week" does, "the same quarter last month" does not).
    """
    inner = next(token for token in expression.tokens if token.kind in "ub")
    outer = expression.tokens[-1] if expression.tokens[-1].kind in "uY" else expression.get("u", last=True)
    unit = "" if inner.kind == "b" else inner.value
    base = base_of(unit, setting)
    if outer is None or base is None:
        return None
    if outer.kind == "Y" or outer.value == "Y":
        return Meaning(DATE, in_year(base, year_of(expression, base, setting)), None, f"the same as {base}")
    days = days_of_value(base)
    if unit != "D" or outer.value not in {"W", "M"} or days is None:
        return None
    away = -1 if expression.get("ge") else direction(replace(expression, tokens=expression.tokens[2:]))
    day = days[0] + 7 * away * ONE_DAY if outer.value == "W" else add_months(days[0], away)
    return Meaning(DATE, day.isoformat(), None, f"the same as {base}")


def base_of(unit: str, setting: Setting) -> str | None:
    """Return the value of the month, quarter or day told of; of a period the quarter or month, or else its year."""
    reference = setting.reference or ""
    if unit == "Q":
        return setting.quarter or (reference if "-Q" in reference else quarter_of(add_months(setting.now, -3)))
    if unit == "":
        fine = len(reference) == 7 and reference[5:].isdigit()
        return setting.quarter or (reference if fine else str(setting.now.year))
    if unit in {"M", "D"}:
        told = setting.close and len(reference) >= (7 if unit == "M" else 10) and days_of_value(reference)
        return step(told[0] if told else setting.now, unit, 0)
    return None


def year_of(expression: Expression, base: str, setting: Setting) -> int:
    """Return the year that is named, or counted from publication ("last year") or what is told of ("a year ago")."""
    named = expression.get("Y")
    if named is not None:
        return int(named.value)
    if expression.get("ge"):
        return int(base[:4]) - 1
    return setting.now.year + direction(replace(expression, tokens=expression.tokens[2:]))


def in_year(value: str, year: int) -> str:
    """Return the month, quarter or day of a value in another year; 29 February may become no day."""
    return f"{year:04d}{value[4:]}"


def resolve_quarter_ended(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "the quarter ended Sept. 30": the calendar's quarter nearest to those three months, and their days."""
    at = next(place for place, token in enumerate(expression.tokens) if token.kind == "u") + 1
    tense = Tense.FUTURE if expression.tokens[at].text == "ending" else Tense.PAST
    named = replace(expression, tokens=expression.tokens[at + 1 :])
    seen = replace(setting, tense=tense)
    month = named.get("M") and not named.get("do")
    last = resolve_month(named, seen) if month else resolve_date(named, seen)
    days = days_of_value(last.value) if last and last.value else None
    if last is None or days is None:
        return None
    span: tuple[dt.date | None, dt.date | None] = (add_months(days[1], -3), days[1])
    return Meaning(DATE, quarter_of(days[1] - HALF_QUARTER), None, f"ended {last.value}", span)


def resolve_months_quarter(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "the July-September quarter"."""
    month = expression.get("M", last=True)
    part = f"Q{int(month.value) // 3}" if month else "Q1"
    return Meaning(DATE, f"{part_year(part, setting):04d}-{part}", None, seen_from(setting))
