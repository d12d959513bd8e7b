"""Resolves times of day: "3 p.m. on Friday", "last night", newswire stamps."""

import datetime as dt
from dataclasses import replace

from legation.reading.claim import TimeType
from legation.reading.times.calendars import ONE_DAY, days_of_value
from legation.reading.times.dating import (
    direction,
    phase_of,
    resolve_date,
    resolve_deictic,
    resolve_weekday,
    seen_from,
)
from legation.reading.times.expressions import Expression
from legation.reading.times.figures import parse_figures
from legation.reading.times.meaning import Meaning, Setting

# From when on what comes next by the clock may be the day after, and until when.
EVENING, NOON = "18:00", "12:00"


def resolve_clock(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve a time of day, on the day named with it, else on the day of publication."""
    clock = clock_of(expression)
    if clock is None:
        return None
    told = told_day(clock, setting)
    day, anchor = told or setting.now, f"day told of before: {told}" if told else seen_from(setting)
    named = None
    if expression.get("M") or expression.get("F"):
        named = resolve_date(without_clock(expression), setting)
    elif expression.get("D"):
        named = resolve_weekday(expression, setting)
    elif expression.get("y"):
        named = resolve_deictic(expression, setting)
    value = named.value[:10] if named and named.value else day.isoformat()
    return Meaning(TimeType.TIME, f"{value}T{clock}", phase_of(expression), named.anchor if named else anchor)


def told_day(clock: str, setting: Setting) -> dt.date | None:
    """Return the day that the sentence, or a time of day before, has told of; the morning after for an evening's.

    "It left at 10:30 p.m. on Monday and was to land at 9:15 a.m."
    """
    goes_on = setting.close or (setting.clock is not None and setting.clock <= clock)
    if not goes_on or setting.day is None or setting.day != setting.reference:
        return None
    overnight = setting.clock is not None and setting.clock >= EVENING and clock < NOON
    return dt.date.fromisoformat(setting.day) + overnight * ONE_DAY


def without_clock(expression: Expression) -> Expression:
    """Return the expression without the digits of its time of day, so that its day is found among those left."""
    tokens = list(expression.tokens)
    for number, token in enumerate(tokens[:-1]):
        if token.kind in "dNYC" and (tokens[number + 1].kind in "mKz" or tokens[number + 1].text == "hours"):
            del tokens[number]
            break
    return replace(expression, tokens=tuple(tokens))


def clock_of(expression: Expression) -> str | None:
    """Return "15:00" for "3 p.m.", "3 in the afternoon", "15:00"; None if there is no such hour."""
    noon = expression.get("p")
    if noon is not None:
        return noon.value
    half = expression.get("m") or expression.get("P")
    token = expression.get("C")
    if token is None:
        token = next(
            (
                a
                for a, b in zip(expression.tokens, expression.tokens[1:], strict=False)
                if a.kind in "dNY" and (b.kind in "mKiz" or b.text == "hours")
            ),
            None,
        )
    if token is None:
        return None
    hour, _, minute = token.value.replace(".", ":").partition(":")
    if len(hour) in {3, 4} and not minute:
        hour, minute = hour[:-2], hour[-2:]
    if not hour.isdigit() or (minute and int(minute[:2]) > 59):
        return None
    if half is not None and half.kind == "P" and int(hour) > 12:
        # "19:03 on Sunday evening".
        half = None
    late = half is not None and half.value in {"pm", "AF", "EV", "NI"}
    if int(hour) > 24 or (half is not None and int(hour) > 12):
        return None
    hours = int(hour) % 12 + 12 * late if half is not None else int(hour)
    return f"{hours:02d}:{minute[:2] or '00'}"


def resolve_stamp(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve a newswire stamp such as "03-18-99 1224EST"."""
    full, clock = expression.tokens[0], expression.tokens[1] if len(expression.tokens) > 1 else None
    if clock is None:
        return resolve_date(expression, setting)
    day = parse_figures(full.value, setting.now, day_first=setting.day_first)
    if day is None:
        return None
    digits = clock.value.zfill(4)
    return Meaning(TimeType.TIME, f"{day.isoformat()}T{digits[:2]}:{digits[2:]}")


def resolve_part(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "this morning", "last night", "that evening", "the next morning"."""
    part = expression.get("P")
    if part is None or part.text.endswith("s"):
        return None
    shift = direction(expression)
    if expression.kinds.startswith("tx") and not setting.reference:
        return Meaning(TimeType.TIME, None, phase_of(expression), "not told from when")
    day = setting.now
    reference = days_of_value((setting.reference or "")[:10]) if setting.reference else None
    if reference and (reference[1] - reference[0]) == ONE_DAY and (shift in {1, 2, 9}):
        day = reference[0] + (shift == 1) * ONE_DAY
    elif shift == 2 and setting.reference:
        # "The same evening" is one of the day last named, over a year named since; never that of publication.
        if setting.day is None:
            return Meaning(TimeType.TIME, None, phase_of(expression), "not told from when")
        day = dt.date.fromisoformat(setting.day)
    elif shift in {-1, 1}:
        day += shift * ONE_DAY
    anchor = f"{expression.tokens[-1].text} from {day.isoformat()}"
    return Meaning(TimeType.TIME, f"{day.isoformat()}T{part.value}", phase_of(expression), anchor)
