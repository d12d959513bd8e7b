"""Resolves expressions that count: "two years ago", "the third quarter", "next month"."""

import datetime as dt
import re
from dataclasses import replace

from legation.lexicon.wordlists import words_of
from legation.reading.claim import TimeType
from legation.reading.times.calendars import (
    ONE_DAY,
    add_months,
    days_of_value,
    quarter_of,
    step,
    week_of,
)
from legation.reading.times.dating import DATE, direction, part_year, phase_of, seen_from, stated_year
from legation.reading.times.expressions import Expression
from legation.reading.times.lengths import count_of, period, unit_of
from legation.reading.times.meaning import Meaning, Setting, Tense
from legation.reading.times.timewords import TimeToken

# Units with the days they have, where the date they are counted from must be as fine.
FINE = {"D": 1, "W": 7}


def resolve_whole(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "the quarter", "the year", "the day" by the date before it in the text."""
    unit = expression.tokens[-1]
    if unit.value == "Q":
        return Meaning(DATE, setting.quarter or quarter_of(add_months(setting.now, -3)), None, "quarter named before")
    if unit.value in {"Y", "M", "W"}:
        if setting.before in RUNNING[unit.value] and setting.after not in words_of("ending spans"):
            return Meaning(DATE, step(setting.now, unit.value, 0), None, seen_from(setting))
        return Meaning(TimeType.DURATION, f"P1{unit.value}", None, "length of time")
    if unit.value == "D" and setting.before in {"of", "in"}:
        return Meaning(DATE, setting.now.isoformat(), None, seen_from(setting))
    return None


# "a high for the year", "ended the week lower" mean the running one; "in the year ended in June" is a length of time.
RUNNING_ALL = frozenset("of for in ended closed finished".split())
RUNNING = {"Y": RUNNING_ALL, "M": RUNNING_ALL, "W": RUNNING_ALL | {"over", "during"}}


def resolve_ago(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "seven years ago" to the unit's granularity; a vague count gives a reference to the past."""
    unit, count = unit_of(expression), count_of(expression)
    if unit is None:
        return None
    approx = expression.get("q")
    modifier = approx.value if approx else "APPROX" if expression.get("1") else None
    if expression.kinds == "Ug" or count == "X":
        return Meaning(DATE, "PAST_REF", modifier, f"before {setting.now.isoformat()}", (None, setting.now))
    if len(unit) > 1 and unit.endswith("Y"):
        # "Two decades ago" looks back to a year about then, not to a decade that begins with a zero.
        return counted(setting.now, "Y", -float(count) * int(unit[:-1]), modifier, setting.now.isoformat())
    if unit == "Y" and count == "1" and setting.quarter:
        return year_before(setting, "Y")
    return counted(setting.now, unit, -float(count), modifier, setting.now.isoformat())


def counted(day: dt.date, unit: str, count: float, modifier: str | None, base: str) -> Meaning | None:
    """Return the unit that lies `count` units from a day, named by its own granularity."""
    side = "before" if count < 0 else "after"
    anchor = f"{abs(count):g} {unit} {side} {base}"
    try:
        if unit.startswith("T"):
            hours = count / {"TH": 1, "TM": 60, "TS": 3600}[unit]
            day += round(hours / 24) * ONE_DAY
            return Meaning(DATE, day.isoformat(), modifier, anchor)
        if count % 1:
            return Meaning(DATE, add_months(day, round(12 * count)).isoformat()[:7], modifier, anchor)
        return Meaning(DATE, step(day, unit, int(count)), modifier, anchor)
    except (ValueError, OverflowError):
        return None


def resolve_shift(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "two days earlier", "a year later", "the year-ago quarter" from the date before it in the text."""
    unit, count = unit_of(expression), count_of(expression)
    first = expression.get("uU")
    if expression.get("P"):
        return part_before(expression, setting)
    if unit is None or first is None:
        return None
    if expression.get("-") and expression.get("ge"):
        return year_before(setting, first.value)
    if count == "X":
        return Meaning(TimeType.DURATION, period(unit, count), None, "not told from when")
    if first.value == "Y" and not expression.get("L") and setting.quarter and setting.after != "than":
        return year_before(setting, "Y", int(float(count)))
    return away(unit, count, expression, setting)


def away(unit: str, count: str, expression: Expression, setting: Setting) -> Meaning | None:
    """Return what lies so many units before or after the date told of; without one, only how long it is."""
    sign = 1 if expression.get("L") else -1
    approx = expression.get("q")
    modifier = approx.value if approx else None
    base = setting.reference or (setting.now.isoformat() if sign < 0 else None)
    days = days_of_value(base) if base else None
    if days is None or base is None or setting.after == "than":
        # "Two years later than planned" counts from no date.
        return Meaning(TimeType.DURATION, period(unit, count), modifier, "length of time")
    far = sign * float(count)
    if unit.startswith("T"):
        # "Two hours later" is still a length of time; the day is the one it is counted from.
        near = counted(days[0], unit, far, None, base)
        span = days_of_value(near.value or "") if near else None
        anchor = near.anchor if near else "length of time"
        return Meaning(TimeType.DURATION, period(unit, count), modifier, anchor, span)
    if unit in FINE and (days[1] - days[0]).days > FINE[unit]:
        # "The day before" what is only known to lie in a month is in no certain week.
        gone = round(far * FINE[unit]) * ONE_DAY
        anchor = f"{abs(far):g} {unit} {'before' if far < 0 else 'after'} some day of {base}"
        return Meaning(DATE, None, None, anchor, (days[0] + gone, days[1] + gone))
    return counted(days[0], unit, far, modifier, base)


def part_before(expression: Expression, setting: Setting) -> Meaning:
    """Return "the night before" of the day named before it in the text."""
    part = expression.get("P")
    days = days_of_value(setting.reference or "") if len(setting.reference or "") == 10 else None
    value = f"{(days[0] - ONE_DAY).isoformat()}T{part.value}" if days and part else None
    return Meaning(TimeType.TIME, value, None, f"before {setting.reference}" if value else "not told from when")


def year_before(setting: Setting, unit: str, count: int = 1) -> Meaning | None:
    """Return the quarter or year before the one that the document last named."""
    base = setting.quarter or str(setting.now.year)
    if unit != "Y":
        return None
    return Meaning(DATE, f"{int(base[:4]) - count:04d}{base[4:]}", None, f"{count} Y before {base}")


def resolve_rolling(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "the last two weeks": a length of time with an end at publication."""
    unit, count = unit_of(expression), count_of(expression)
    if unit is None:
        return None
    approx = expression.get("q")
    shift = direction(expression)
    days: tuple[dt.date | None, dt.date | None] = (None, None)
    if count != "X" and not unit.startswith("T"):
        other = counted(setting.now, unit, shift * float(count), None, "")
        far = exact_shift(setting.now, unit, shift * float(count))
        if other is not None and far is not None:
            days = (far, setting.now) if shift == -1 else (setting.now, far)
    return Meaning(
        TimeType.DURATION,
        period(unit, count),
        approx.value if approx else None,
        f"up to {setting.now.isoformat()}" if shift == -1 else f"from {setting.now.isoformat()}",
        days,
    )


def exact_shift(day: dt.date, unit: str, count: float) -> dt.date | None:
    """Return the day that lies so many units away; None if the calendar does not reach there."""
    match = re.fullmatch(r"(\d*)([DWMQY])", unit)
    if match is None:
        return None
    size = int(match[1] or 1) * count
    try:
        if match[2] in "DW":
            return day + dt.timedelta(days=round(size * (7 if match[2] == "W" else 1)))
        return add_months(day, round(size * {"M": 1, "Q": 3, "Y": 12}[match[2]]))
    except (ValueError, OverflowError):
        return None


def resolve_unit(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "this year", "last week", "early next month", "that day", "the end of the year"."""
    token = expression.get("uUb", last=True)
    if token is None or token.kind == "U" or token.value.startswith("T") or token.value == "2W":
        return None
    if token.value == "D" and expression.get("feLV") and not expression.get("T"):
        return None
    if is_stretch(expression, token, setting):
        return resolve_rolling(expression, setting)
    shift, year = direction(expression), expression.get("YN")
    if year is not None:
        return year_unit(expression, year.value, token, setting)
    if token.kind == "b":
        return same_period(expression, setting)
    base, basis = base_day(expression, token.value, setting)
    if base is None:
        return Meaning(DATE, None, None, "not told from when")
    steps = shift if shift in {-1, 1} else 0
    if token.value == "Q" and shift == -1 and names_latest(expression):
        return Meaning(DATE, setting.quarter or step(base, "Q", -1), None, "quarter named before")
    value = step(base, token.value, steps)
    modifier = phase_of(expression)
    days = side_of_now(value, expression, setting)
    side = {-1: "before", 0: "of", 1: "after"}[steps]
    return Meaning(DATE, value, modifier, f"{token.text} {side} {basis}", days)


# What makes "the last decade" a length of time.
OVER = frozenset("over in within during for throughout".split())


def names_latest(expression: Expression) -> bool:
    """Tell whether a time is named as the latest of its kind."""
    word = expression.get("l")
    return word is not None and word.text == "latest"


def is_stretch(expression: Expression, token: TimeToken, setting: Setting) -> bool:
    """Tell whether "the past decade", "in the next century" mean a length of time rather than the unit by the calendar.

    TimeBank's annotators give shorter units ("in the past year") the value of the calendar's unit.
    """
    if expression.kinds not in {"tlu", "txu"} or token.value not in {"10Y", "100Y"}:
        return False
    word = expression.tokens[1].text
    return word in {"past", "coming"} or (word in {"last", "next"} and setting.before in OVER)


def year_unit(expression: Expression, year: str, token: TimeToken, setting: Setting) -> Meaning | None:
    """Resolve "the year 2000" and "the 1988 quarter": the quarter named before, in that year."""
    if token.value == "Y":
        return Meaning(DATE, year, phase_of(expression)) if len(year) == 4 else None
    if token.kind == "b" or token.value == "Q":
        return Meaning(DATE, year + (setting.quarter or "")[4:], None, "quarter named before")
    return None


def fits(unit: str, reference: str) -> bool:
    """Tell whether a date is fine enough to tell "that day", "the following month" of it."""
    return len(reference) >= {"D": 10, "W": 8, "M": 7, "Q": 7}.get(unit, 4)


def base_day(expression: Expression, unit: str, setting: Setting) -> tuple[dt.date | None, str]:
    """Return the day from which "last", "that" or "following" counts, and its words."""
    shift = direction(expression)
    # "The next day" goes on from the day before it in the text, "next week" from publication.
    coming = any(token.text in {"coming", "upcoming"} for token in expression.tokens)
    following = expression.get("X") is not None or (expression.kinds.startswith("tx") and not coming)
    text = " ".join(token.text for token in expression.tokens)
    if shift == 2 or following or re.search(r"\b(following|ensuing|previous|preceding|prior)\b", text):
        days = days_of_value(setting.reference or "")
        if days is None or not fits(unit, setting.reference or ""):
            return None, ""
        return days[0], setting.reference or ""
    return setting.now, setting.now.isoformat()


def side_of_now(value: str, expression: Expression, setting: Setting) -> tuple[dt.date, dt.date] | None:
    """Return the part of a running unit that "earlier" or "later" leaves."""
    days = days_of_value(value)
    if days is None or not days[0] <= setting.now < days[1]:
        return None
    if expression.get("e"):
        return days[0], setting.now + ONE_DAY
    return (setting.now, days[1]) if expression.get("L") else None


def same_period(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "the latest period" by the quarter named before."""
    if expression.get("l") is None or setting.quarter is None:
        return None
    return Meaning(DATE, setting.quarter, None, "quarter named before")


def resolve_weekend(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "the weekend", "last weekend", "this weekend"."""
    if expression.tokens[-1].text == "weekends":
        return Meaning(TimeType.SET, "XXXX-WXX-WE", None, "repeated")
    if len(expression.tokens) == 1:
        return None
    shift, now = direction(expression), setting.now
    monday = now - (now.isoweekday() - 1) * ONE_DAY
    if shift in {0, 9}:
        back = 7 if (shift == 9 and setting.tense is not Tense.FUTURE and now.isoweekday() < 6) else 0
        monday -= back * ONE_DAY
    else:
        monday += 7 * ONE_DAY * (1 if shift == 1 else -1)
    return Meaning(DATE, f"{week_of(monday)}-WE", phase_of(expression), seen_from(setting))


def resolve_ordinal_unit(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "the third quarter of 2024", "first half", "the 19th century"; other counted units mean too much."""
    ordinal, half = expression.get("o"), expression.get("H")
    unit = next((token for token in expression.tokens if token.kind == "u" and token.value in {"Q", "100Y"}), None)
    if half is not None:
        number = "1" if ordinal and ordinal.value == "1" else "2"
        return part_of_year(expression, f"H{number}", setting)
    if unit is not None and ordinal is None and unit.value == "Q" and expression.kinds.startswith(("tlu", "lu")):
        return part_of_year(replace(expression, tokens=expression.tokens[-2:]), "Q4", setting)
    if unit is None or ordinal is None:
        return None
    if unit.value == "100Y":
        return Meaning(DATE, f"{int(ordinal.value) - 1:02d}", phase_of(expression))
    return part_of_year(expression, f"Q{ordinal.value}", setting) if ordinal.value in "1234" else None


def part_of_year(expression: Expression, part: str, setting: Setting) -> Meaning | None:
    """Return a quarter or half of the year named, or of the one the tense favours."""
    named = [token for token in expression.tokens if token.kind == "Y"]
    year = int(named[-1].value) if named else None
    if year is None and any(token.kind == "u" and token.value == "Y" for token in expression.tokens):
        year = stated_year(expression, setting)
        if expression.get("g") or expression.kinds.endswith("e") or (expression.get("e") and "-" in expression.kinds):
            year = part_year(part, setting) - 1
    explicit = bool(named)
    year = part_year(part, setting) if year is None else year
    return Meaning(DATE, f"{year:04d}-{part}", phase_of(expression), "explicit" if explicit else seen_from(setting))


def resolve_ordinal_units(expression: Expression, _setting: Setting) -> Meaning | None:
    """Resolve "the first nine months": a length of time."""
    unit = unit_of(expression)
    return (
        None if unit is None else Meaning(TimeType.DURATION, period(unit, count_of(expression)), None, "length of time")
    )


def resolve_year_end(_expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "year-end": the end of this year, or of the last when that is near and the tense is past."""
    year = setting.now.year - (setting.tense is not Tense.FUTURE and setting.now.month <= 6)
    return Meaning(DATE, f"{year:04d}", "END", seen_from(setting))


def resolve_vague(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "now", "recently", "the future": no days but the side of publication they lie on."""
    token = expression.tokens[0]
    if token.text == "recently" and setting.before == setting.after == "as":
        # "As recently as January".
        return None
    if token.text == "soon" and (setting.tense is not Tense.FUTURE or setting.after in {"as", "after"}):
        return None
    if token.value.startswith("PX"):
        return Meaning(TimeType.DURATION, token.value, None, "length of time")
    return Meaning(DATE, token.value, None, "vague", (None, None))
