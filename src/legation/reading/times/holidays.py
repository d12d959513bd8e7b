"""Resolves days and periods that have names: "Nowruz", "the Cold War"."""

import datetime as dt

from legation.lexicon.times import TimeWord
from legation.reading.times.calendars import ONE_DAY, holiday_in
from legation.reading.times.dating import DATE, choose, direction, seen_from, stated_year
from legation.reading.times.expressions import Expression
from legation.reading.times.meaning import Meaning, Setting
from legation.reading.times.timewords import default_index


def resolve_holiday(expression: Expression, setting: Setting) -> Meaning | None:
    """Resolve a holiday of the lexicon; one that several states keep needs one of their names in the sentence."""
    token = expression.get("h")
    entry = find_holiday(token.value, setting) if token else None
    if token is None or entry is None:
        return None
    year, shift = stated_year(expression, setting), direction(expression)

    def build(candidate: int) -> dt.date | None:
        return holiday_in(entry, candidate)

    if year is not None:
        day = build(year)
    elif shift in {-1, 1}:
        days = [day for offset in (-1, 0, 1, 2) if (day := build(setting.now.year + offset))]
        fitting = [day for day in days if (day - setting.now).days * shift > 0]
        day = min(fitting, key=lambda found: abs((found - setting.now).days), default=None)
    else:
        day = choose(build, setting)
    return Meaning(DATE, day.isoformat() if day else None, None, f"{token.text}, {seen_from(setting)}")


def find_holiday(name: str, setting: Setting) -> TimeWord | None:
    """Return the entry of a holiday: of several, the one whose states the sentence names."""
    entries = default_index().holidays.get(name, ())
    sentence = f" {' '.join(setting.words)} "
    fitting = [entry for entry in entries if not entry.near or any(f" {word} " in sentence for word in entry.near)]
    return fitting[0] if fitting else None


def resolve_named(expression: Expression, _setting: Setting) -> Meaning | None:
    """Resolve a period of the lexicon such as the Cold War."""
    first, _, last = expression.tokens[0].value.partition("/")
    days = (dt.date.fromisoformat(first), dt.date.fromisoformat(last) + ONE_DAY)
    value = first if first == last else expression.tokens[0].value
    return Meaning(DATE, value, None, "named period", days)
