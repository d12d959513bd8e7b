"""Dates written in figures: "2025-08-17", "17.08.2025", "08/17/2025", "03-18-99"."""

import datetime as dt
import re
from collections.abc import Iterable

# Of two readings the one so close to publication stands, if the other lies further off than FAR: newswire stamps.
CLOSE, FAR = dt.timedelta(days=3), dt.timedelta(days=25)


def readings(text: str) -> list[dt.date]:
    """Return the days a date in figures may mean: one, two where day and month may change places, or none.

    With slashes and hyphens the month may stand first (American) or second; with dots the day stands first.
    """
    parts = [int(part) for part in re.split(r"[-/.]+", re.sub(r"\s", "", text.upper()).split("T")[0].strip("."))]
    if parts[0] > 31:
        orders = [(parts[0], parts[1], parts[2])]
    else:
        year = parts[2] if parts[2] > 99 else parts[2] + (1900 if parts[2] >= 50 else 2000)
        orders = [(year, parts[0], parts[1]), (year, parts[1], parts[0])]
        if "." in text:
            orders = orders[1:] if parts[1] <= 12 else orders[:1]
    return list(dict.fromkeys(day for order in orders if (day := make_day(*order)) is not None))


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """Return a day; None if the calendar has no such one."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def parse_figures(text: str, now: dt.date, *, day_first: bool | None = None) -> dt.date | None:
    """Return the day of a date in figures; None if it is none, or if two fit and nothing tells which.

    `day_first` is what other dates of the text show; else the reading close to publication stands if the other is far.
    """
    days = readings(text)
    if len(days) < 2:
        return days[0] if days else None
    if day_first is not None:
        return days[1] if day_first else days[0]
    near = [day for day in days if abs(day - now) <= CLOSE]
    away = [day for day in days if abs(day - now) > FAR]
    return near[0] if len(near) == 1 and len(away) == 1 else None


def shows_day_first(texts: Iterable[str]) -> bool | None:
    """Tell from a text's dates in figures whether the day stands before the month; None if they do not show it."""
    found = set()
    for text in texts:
        first, second = (int(part) for part in re.split(r"[-/.]", text.upper().split("T")[0].strip("."))[:2])
        if first <= 31 and "." not in text and max(first, second) > 12:
            found.add(first > 12)
    return found.pop() if len(found) == 1 else None
