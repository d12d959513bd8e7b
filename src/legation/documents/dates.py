"""Dates as pages write them ("17 Aug. 2025, 19:03", "2025-08-17T10:03Z", "June 2024") → ISO, as precise as written."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from legation.documents.document import days_of

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +)?"
ZONE = (
    r"(?: ?\(?(?P<zone>Z|(?:GMT|UTC)(?:[+-]\d{1,2}(?::?\d\d)?)?|[A-Z]{1,3}[SD]T|[CE]ET|ET|PT|CT|HKT|SGT|ICT"
    r"|[+-]\d\d:?\d\d)\b\)?)?"
)
TIME = (
    r"(?P<hour>[01]?\d|2[0-3])(?:(?::|h)(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?"
    r"|\.(?P<minute2>[0-5]\d)(?= ?[ap]\.?m))?"
    r" ?(?P<half>[ap]\.?m\b\.?)?"
)
JOIN = r"(?:T|[ ,|·•–-]+(?:at +)?)"
CLOCK = re.compile(rf"{JOIN}{TIME}(?:Z\b)?{ZONE}", re.IGNORECASE)
# From the most to the least precise: where two forms match at one place, the first is taken. The first allows for
# the "T" that joins an ISO date to its time.
FORMS = tuple(
    re.compile(rf"(?<![\w/.-]){form}", re.IGNORECASE | re.ASCII)
    for form in (
        rf"{YEAR}-(?P<number>[01]\d)-(?P<day>[0-3]\d)(?=T\d)",
        rf"{YEAR}(?P<cut>[-/.])(?P<number>[01]?\d)(?P=cut)(?P<day>[0-3]?\d)(?![\w/-])",
        rf"{WEEKDAY}{DAY}(?: of)?[ -]{MONTH},?[ -]{YEAR}(?![\w/-])",
        rf"{WEEKDAY}{MONTH} {DAY},? {YEAR}(?![\w/-])",
        rf"(?P<first>[0-3]?\d)(?P<cut>[-/.])(?P<second>[0-3]?\d)(?P=cut){YEAR}(?![\w/-])",
        rf"{MONTH},? {YEAR}(?![\w/-])",
        rf"{YEAR}-(?P<number>[01]\d)(?![\w/-])",
        rf"{WEEKDAY}{DAY}(?: of)? {MONTH}(?![\w/-])",
        rf"{WEEKDAY}{MONTH} {DAY}(?![\w/-])",
    )
)


@dataclass(frozen=True, slots=True)
class Written:
    """A date found at `[start, end)` of a text.

    `value` is ISO with the precision of the words and the wall time as written; None for a day whose year the words
    leave out, which then is `month_day`. `zone` is the time zone as written.
    """

    start: int
    end: int
    value: str | None
    month_day: tuple[int, int] | None = None
    zone: str | None = None


def find_dates(text: str) -> Iterator[Written]:
    """Yield the dates of a text, left to right, without overlap. Day and month in doubt (3/4/2025) leave the year."""
    at = 0
    while found := next_date(text, at):
        yield found
        at = found.end


def next_date(text: str, at: int) -> Written | None:
    """Return the first readable date at or after a place; the more precise form where two begin together."""
    while True:
        matches = [(match.start(), rank, match) for rank, form in enumerate(FORMS) if (match := form.search(text, at))]
        if not matches:
            return None
        match = min(matches, key=lambda entry: entry[:2])[2]
        if found := written(text, match):
            return found
        at = match.end()


def written(text: str, match: re.Match[str]) -> Written | None:
    """Return what a match says, with the clock time after it; None if there is no such day."""
    parts = match.groupdict()
    year, month, day = number(parts, "year"), month_of(parts), number(parts, "day")
    if parts.get("first"):
        month, day = in_order(int(parts["first"]), int(parts["second"]), parts["cut"])
    try:
        dt.date(year or 2024, month or 1, day or 1)
    except ValueError:
        return None
    if year is None:
        return Written(match.start(), match.end(), None, (month or 1, day or 1))
    value = "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])
    clock = CLOCK.match(text, match.end()) if day and month else None
    wall = wall_time(clock) if clock else None
    if clock is None or wall is None:
        return Written(match.start(), match.end(), value)
    return Written(match.start(), clock.end(), f"{value}T{wall}", zone=clock["zone"])


def number(parts: dict[str, str | None], name: str) -> int | None:
    """Return the number of a named part."""
    value = parts.get(name)
    return int(value) if value else None


def month_of(parts: dict[str, str | None]) -> int | None:
    """Return the month, named or numbered."""
    if name := parts.get("month"):
        return next(place for place, month in enumerate(MONTHS, start=1) if month == name[:3].lower())
    return number(parts, "number")


def in_order(first: int, second: int, cut: str) -> tuple[int | None, int | None]:
    """Return (month, day) of two numbers; (None, None) where either could be the day. Dots put the day first."""
    if cut == "." or first > 12 or first == second:
        return second, first
    return (first, second) if second > 12 else (None, None)


def wall_time(clock: re.Match[str]) -> str | None:
    """Return "19:03"; None for a lone number that is no time of day."""
    hour, minute = int(clock["hour"]), clock["minute"] or clock["minute2"]
    half = (clock["half"] or "").lower()[:1]
    if minute is None and not half:
        return None
    if half and not 1 <= hour <= 12:
        return None if hour == 0 else f"{hour:02}:{minute or '00'}"
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return f"{hour:02}:{minute or '00'}"


def iso(text: str | None) -> str | None:
    """Return the first dated value in a string of metadata, ISO; None if it has none."""
    if not text:
        return None
    return next((found.value for found in find_dates(text.strip()[:80]) if found.value), None)


def is_iso(value: str) -> bool:
    """Tell whether a value is a date of ours: "2024", "2024-06", "2024-06-18", "2024-06-18T19:03"."""
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?", value, re.ASCII):
        return False
    try:
        days_of(value)
    except ValueError:
        return False
    return True
