"""Resolves calendar expressions: dates, months, weekdays, quarters, seasons, years."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from legation.lexicon.wordlists import words_of
from legation.reading.claim import TimeType
from legation.reading.times.calendars import ONE_DAY, add_months, days_of_value, week_of
from legation.reading.times.expressions import Expression
from legation.reading.times.figures import parse_figures, readings
from legation.reading.times.meaning import Meaning, Setting, Tense
from legation.reading.times.timewords import TimeToken

DATE = TimeType.DATE
UNTOLD = "not told: day and month may change places"
PHASES = {"e": "START", "L": "END"}
# Months gone by that a bare month may name though the verb beside it looks ahead.
HALF_A_YEAR = 6
JUST_OVER = 4
# What may stand before a clause that opens with a time, or behind one that ends with it.
EDGES = frozenset({",", ";", ".", "and", "but", "--", "–", "—"})
# Before the last day of several: "Monday through Friday".
TO_END = frozenset({"to", "through", "until", "till", "-", "–"})
# The length of a value that is no more than a year.
YEAR_DIGITS = 4
# Days gone by that "Wednesday's" may lie back where the clause looks ahead.
GENITIVE_REACH = 2
PARTS = {"MO", "AF", "EV", "NI", "DW", "MI"}


def phase_of(expression: Expression) -> str | None:
    """Return the modifier that "early", "mid", "the end of", "earlier", "later" or an approximation gives."""
    token = expression.get("feL") or expression.get("q")
    if token is None:
        return None
    return PHASES.get(token.kind, token.value)


def direction(expression: Expression) -> int:
    """Return -1 for "last", 1 for "next", 0 for "this", 2 for "that" and 9 where nothing of the kind is said."""
    token = expression.get("xX") or expression.get("l") or expression.get("TnV")
    return 9 if token is None else {"l": -1, "n": 0, "V": 0, "T": 2, "x": 1, "X": 1}[token.kind]


def stated_year(expression: Expression, setting: Setting) -> int | None:
    """Return the year the expression names ("1999", "last year"), or the coordination it stands in."""
    token = expression.get("Y", last=True)
    if token is not None:
        return int(token.value)
    if any(token.kind in "uU" and token.value == "Y" for token in expression.tokens):
        shift = direction(expression)
        if setting.reference and setting.reference[:4].isdigit():
            if shift == 2:
                return int(setting.reference[:4])
            if "tx" in expression.kinds or "X" in expression.kinds:
                # "The next year", "the following year": of the one last told of.
                return int(setting.reference[:4]) + 1
        return setting.now.year + (shift if shift in {-1, 1} else 0)
    return setting.year


def resolve_date(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve a day of a month, with or without its year, or a date in digits; a part of the day makes it a TIME."""
    full = expression.get("F")
    day = parse_figures(full.value, setting.now, day_first=setting.day_first) if full else find_day(expression, setting)
    if day is None:
        return Meaning(DATE, None, None, UNTOLD) if full and readings(full.value) else None
    clock = re.search(r"T\d\d:\d\d", full.value) if full else None
    value = day.isoformat() + (clock.group() if clock else "")
    part = expression.get("P")
    explicit = full is not None or expression.get("Y") is not None
    anchor = "explicit" if explicit else "year of the coordination" if setting.year else seen_from(setting)
    if part is not None:
        return Meaning(TimeType.TIME, f"{value}T{part.value}", phase_of(expression), anchor)
    return Meaning(TimeType.TIME if "T" in value else DATE, value, phase_of(expression), anchor)


def seen_from(setting: Setting) -> str:
    """Return the words for "found from the day of publication"."""
    return f"nearest to {setting.now.isoformat()}, {setting.tense.value} tense"


def find_day(expression: Expression, setting: Setting) -> dt.date | None:
    """Return the day that "May 3", "3 May" or "Friday, May 3, 2024" names; None if the month has no such day."""
    month, number = expression.get("M"), expression.get("do", last=True)
    if month is None or number is None:
        return None
    year = stated_year(expression, setting)

    def build(candidate: int) -> dt.date | None:
        try:
            return dt.date(candidate, int(month.value), int(number.value))
        except ValueError:
            return None

    if year is not None:
        return build(year)
    if setting.near and setting.tense is not Tense.FUTURE and is_year_gone(setting):
        return build(int(setting.reference or 0))
    if setting.near and setting.tense is not Tense.FUTURE and far(setting):
        after = days_of_value(setting.reference or "")
        if after and (same := build(after[0].year)) and after[0] - same <= ONE_DAY * 31:
            # "January 17, 1995 (20:46 UTC on January 16)" stays in its year.
            return same
        return nearest_after(build, after[0]) if after else None
    return choose(build, setting)


def is_year_gone(setting: Setting) -> bool:
    """Tell whether the reference is a year well before publication, which a day on which something was done is of.

    "Under a plan of 1987 it had sold half through May 29" tells of the May just over.
    """
    value = setting.reference or ""
    old = len(value) == YEAR_DIGITS and value.isdigit() and int(value) + 1 < setting.now.year
    return old and setting.before in ("on", "in")


def far(setting: Setting) -> bool:
    """Tell whether the reference lies so long before publication that a bare date is more likely counted from it."""
    days = days_of_value(setting.reference or "")
    return days is not None and (setting.now - days[0]).days > 200 and len(setting.reference or "") >= 7


def nearest_after(build: Callable[[int], dt.date | None], day: dt.date) -> dt.date | None:
    """Return the first day that `build` gives for a year, not before `day`."""
    candidates = (build(day.year + offset) for offset in (0, 1, 2))
    return next((found for found in candidates if found and found >= day), None)


def choose(build: Callable[[int], dt.date | None], setting: Setting) -> dt.date | None:
    """Return the candidate of the years around publication that tense and nearness favour.

    A day to come costs twice what a day gone by does, because news tells mostly of the past.
    """
    days = [day for offset in (-1, 0, 1) if (day := build(setting.now.year + offset))]
    weights = {Tense.PAST: (1, 6), Tense.FUTURE: (6, 1), Tense.UNKNOWN: (1, 2)}[setting.tense]

    def cost(day: dt.date) -> int:
        distance = (day - setting.now).days
        return distance * weights[1] if distance > 0 else -distance * weights[0]

    return min(days, key=cost, default=None)


def resolve_month(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve a month: with its year, by the date it follows in the text, or nearest to publication by the tense."""
    token = expression.get("M")
    if token is None:
        return None
    month, shift = int(token.value), direction(expression)
    if setting.after in words_of("deliveries"):
        # "Crude for November delivery" is yet to be delivered.
        setting = replace(setting, tense=Tense.FUTURE)
    year, anchor = stated_year(expression, setting), "explicit"
    if year is not None and expression.get("Y") is None:
        anchor = "year of the coordination" if setting.year else f"counted from {setting.now.year}"
    if year is None:
        setting = replace(setting, tense=Tense.PAST) if shift == 9 and looks_back(month, setting) else setting
        year, anchor = month_year(month, shift, setting), seen_from(setting)
        if follows(shift, setting):
            anchor = f"month after {setting.reference}"
        elif (pointed := pointed_year(token, setting)) is not None:
            year, anchor = pointed, f"month told of {setting.reference}"
        elif expression.get("X") and (after := year_after(month, setting)) is not None:
            year, anchor = after, f"month after {setting.reference}"
    return Meaning(DATE, f"{year:04d}-{month:02d}", phase_of(expression), anchor)


def year_after(month: int, setting: Setting) -> int | None:
    """Return the year of "the following May": the first one after the date before it; None without such a date."""
    days = days_of_value(setting.reference or "")
    return None if days is None else days[1].year + (month < days[1].month)


def looks_back(month: int, setting: Setting) -> bool:
    """Tell whether a month just over dates what somebody set out to do: "Peru offered to mediate in June" in August."""
    if setting.tense is not Tense.FUTURE or not 0 < (setting.now.month - month) % 12 <= JUST_OVER:
        return False
    words = setting.words
    told = any(
        one.endswith("ed") and one in words_of("forward verbs") and other == "to" for one, other in pairwise(words)
    )
    return told and words_of("ahead").isdisjoint(words)


def follows(shift: int, setting: Setting) -> bool:
    """Tell whether a bare month is counted from the date before it in the text."""
    return shift == 9 and setting.near and len(setting.reference or "") >= 7 and setting.tense is not Tense.FUTURE


def pointed_year(token: TimeToken, setting: Setting) -> int | None:
    """Return the year of "that December": of the date before it, or the next where its December lies nearer.

    "In July 2022 it froze the accord signed that April": the April before; "in November 2020 … that January": the one
    behind. What had been done by then was done before.
    """
    days = days_of_value(setting.reference or "") if setting.before == "that" else None
    if days is None or not stands_alone(token.text, setting):
        return None
    month = int(token.value)
    behind = days[0].month - month
    within = len(setting.reference or "") == 4 or behind < HALF_A_YEAR or "had" in setting.words
    later = (days[0].year + 1, month) > (setting.now.year, setting.now.month)
    return days[0].year if within or later else days[0].year + 1


def stands_alone(month: str, setting: Setting) -> bool:
    """Tell whether "that" before a month points at it, and opens no clause as in "said that December was mild"."""
    if setting.after in EDGES:
        return True
    words = ["", *setting.words]
    return any(pair == ("that", month) and words[at] in ("", *EDGES) for at, pair in enumerate(pairwise(setting.words)))


def month_year(month: int, shift: int, setting: Setting) -> int:
    """Return the year of a bare month."""
    now = setting.now
    if follows(shift, setting):
        days = days_of_value(setting.reference or "")
        if days and days[0] <= now:
            year = days[0].year + (month < days[0].month)
            if (year, month) <= (now.year, now.month):
                return year
    if shift == 0:
        return now.year
    if shift == -1:
        return now.year - (month >= now.month)
    # A month just over is hardly eleven months ahead, whatever the tense: "job figures for January" in February.
    just_over = (now.month - month) % 12 == 1
    if shift == 1 or (setting.tense is Tense.FUTURE and not just_over):
        return now.year + (month < now.month)
    if setting.tense is Tense.UNKNOWN and 0 < month - now.month <= 3:
        return now.year
    return now.year - (month > now.month)


def resolve_weekday(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve a weekday: the one on or before publication, or on or after it in the future tense."""
    token = expression.get("D")
    if token is None:
        return None
    part = expression.get("P")
    if token.text.endswith("days") or (part and part.text.endswith("s")):
        return Meaning(TimeType.SET, f"XXXX-WXX-{token.value}" + (f"T{part.value}" if part else ""))
    setting = settled(int(token.value), expression, setting)
    base = reference_day(setting) if expression.get("X") or leads(expression) in {"previous", "preceding"} else None
    day = weekday_day(int(token.value), direction(expression), replace(setting, now=base) if base else setting)
    if base is not None and expression.get("X"):
        day = base + ((int(token.value) - base.isoweekday() - 1) % 7 + 1) * ONE_DAY
    anchor = seen_from(setting)
    if part is not None:
        return Meaning(TimeType.TIME, f"{day.isoformat()}T{part.value}", phase_of(expression), anchor)
    return Meaning(DATE, day.isoformat(), phase_of(expression), anchor)


def settled(weekday: int, expression: Expression, setting: Setting) -> Setting:
    """Return the setting with what the words beside a bare weekday tell of the side it lies on.

    "Will appeal Wednesday's ruling" on a Friday is of the Wednesday before; "Monday through Friday" ends after its
    Monday.
    """
    if direction(expression) != 9:
        return setting
    first = reference_day(setting) if setting.close and setting.before in TO_END else None
    if first is not None and weekday_day(weekday, 9, setting) <= first:
        return replace(setting, now=first + ONE_DAY, tense=Tense.FUTURE)
    just_over = (setting.now.isoweekday() - weekday) % 7 <= GENITIVE_REACH
    return replace(setting, tense=Tense.PAST) if setting.after == "'s" and just_over else setting


def leads(expression: Expression) -> str:
    """Return the word that says which of several is meant ("last", "previous"), lower case; "" if there is none."""
    token = expression.get("l")
    return token.text if token else ""


def reference_day(setting: Setting) -> dt.date | None:
    """Return the day named before the expression; None if what was named is no day."""
    days = days_of_value(setting.reference or "") if len(setting.reference or "") == 10 else None
    return days[0] if days else None


def weekday_day(weekday: int, shift: int, setting: Setting) -> dt.date:
    """Return the day a weekday name stands for; "next" is of the next week, "last" before today."""
    now = setting.now
    back = (now.isoweekday() - weekday) % 7
    if shift == -1:
        # "Last Tuesday" on a Wednesday is not the day before, which is yesterday.
        return now - (back if back > 1 else back + 7) * ONE_DAY
    if shift == 1:
        monday = now - (now.isoweekday() - 1) * ONE_DAY
        return monday + (7 + weekday - 1) * ONE_DAY
    if setting.tense is Tense.FUTURE or shift == 0:
        return now + (-back % 7) * ONE_DAY
    return now - back * ONE_DAY


def resolve_deictic(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "today", "yesterday", "tomorrow night", "tonight"."""
    token = expression.get("y")
    if token is None:
        return None
    offset = re.match(r"-?\d+", token.value)
    if offset is None:
        return None
    day = setting.now + int(offset.group()) * ONE_DAY
    part, noon = expression.get("P"), expression.get("p")
    suffix = token.value[offset.end() :] or (part.value if part else noon.value if noon else "")
    anchor = f"{token.text} from {setting.now.isoformat()}"
    if suffix:
        return Meaning(TimeType.TIME, f"{day.isoformat()}T{suffix}", phase_of(expression), anchor)
    return Meaning(DATE, day.isoformat(), phase_of(expression), anchor)


def resolve_week_of(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "the week of March 9"."""
    inner = replace(expression, tokens=expression.tokens[3:])
    kind = next(kind for kind in "MFDy" if inner.get(kind))
    named = RESOLVE_NAMED[kind](inner, setting)
    days = days_of_value(named.value) if named and named.value else None
    unit = expression.get("u")
    if named is None or days is None or unit is None or unit.value not in {"W", "D"}:
        return None
    return Meaning(DATE, week_of(days[0]) if unit.value == "W" else named.value, None, named.anchor)


RESOLVE_NAMED = {"M": resolve_date, "F": resolve_date, "D": resolve_weekday, "y": resolve_deictic}


def resolve_quarter(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve "Q3 2024" and "H1"; without a year the nearest one by the tense."""
    token = expression.get("Q")
    if token is None:
        return None
    year = stated_year(expression, setting)
    explicit = year is not None
    return Meaning(
        DATE,
        f"{year or part_year(token.value, setting):04d}-{token.value}",
        None,
        "explicit" if explicit else seen_from(setting),
    )


def part_year(part: str, setting: Setting) -> int:
    """Return the year of a bare quarter or half ("Q3", "H1"): this year's, unless it is yet to begin in past tense."""
    now = setting.now
    current = (now.month + 2) // 3 if part[0] == "Q" else (now.month + 5) // 6
    number = int(part[1])
    if setting.tense is Tense.FUTURE:
        # Results of a quarter are awaited right after its end.
        return now.year + (number < current - 1)
    return now.year - (number > current)


def resolve_season(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve a season by its year, "last", "this", "next", or the tense."""
    token = expression.get("S")
    if token is None:
        return None
    year, shift, now = stated_year(expression, setting), direction(expression), setting.now
    explicit = expression.get("Y") is not None
    pointed = setting.before in ("that", "that same", "the same")
    told = days_of_value(setting.reference or "") if pointed else None
    if year is None and told is not None:
        # "Came back to power in 2022 and lifted the ban that summer", "in the same summer".
        year = told[0].year
    if year is None:
        first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[token.value]
        begun = now.month >= first
        past = now.year - (not begun)
        running = begun and now < add_months(dt.date(now.year, first, 1), 3)
        if shift == -1:
            year = now.year - 1 if running or not begun else now.year
        elif shift == 1 or (shift == 9 and setting.tense is Tense.FUTURE):
            year = now.year + (begun and (shift == 1 or not running))
        else:
            year = now.year if shift == 0 else past
    return Meaning(
        DATE, f"{year:04d}-{token.value}", phase_of(expression), "explicit" if explicit else seen_from(setting)
    )


def resolve_year(expression: Expression, _setting: Setting) -> Meaning | None:
    """Resolve a year, a decade or a century's decade word; a number that counts something is rejected."""
    token = expression.get("YEB")
    return None if token is None else Meaning(DATE, token.value, phase_of(expression))
