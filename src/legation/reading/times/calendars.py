"""Calendar arithmetic: TIMEX3 values as half-open intervals of days, holidays, steps of calendar units."""

import datetime as dt
import re
from collections.abc import Sequence

from legation.documents.document import days_of
from legation.lexicon.times import TimeWord

Days = tuple[dt.date, dt.date]
ONE_DAY = dt.timedelta(days=1)
# Meteorological seasons of the northern hemisphere, where most of the reporting is written: first month, length.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
GRANULARITIES = (
    (r".*/.*", "interval"),
    (r"\d{4}-\d\d-\d\dT\d\d.*", "hour"),
    (r"\d{4}-\d\d-\d\d.*", "day"),
    (r"\d{4}-W\d\d.*", "week"),
    (r"\d{4}-\d\d", "month"),
    (r"\d{4}-Q\d", "quarter"),
    (r"\d{4}-H\d", "half"),
    (r"\d{4}-[SFW][A-Z]", "season"),
    (r"\d{4}", "year"),
    (r"\d{3}", "decade"),
    (r"\d{2}", "century"),
)


def days_of_value(value: str) -> Days | None:
    """Return the days a TIMEX3 date or time value stands for; None for durations, sets and vague references.

    A weekend is Saturday and Sunday; winter 2020 runs from December 2020 to February 2021.
    """
    try:
        return parse_value(value)
    except (ValueError, OverflowError):
        return None


def parse_value(value: str) -> Days | None:
    """Return the days of a value as `days_of_value` does; ValueError or OverflowError if there is no such day."""
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return (monday + 5 * ONE_DAY if match[3] else monday), monday + 7 * ONE_DAY
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        size = 3 if match[2] == "Q" else 6
        first = dt.date(int(match[1]), size * (int(match[3]) - 1) + 1, 1)
        return first, add_months(first, size)
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        first = dt.date(int(match[1]), SEASONS[match[2]], 1)
        return first, add_months(first, 3)
    if re.fullmatch(r"\d{4}(-\d\d){0,2}(T.*)?", value):
        return days_of(value)
    if re.fullmatch(r"\d{2,3}", value):
        size = 10 ** (4 - len(value))
        first_year = int(value) * size
        return dt.date(first_year, 1, 1), dt.date(first_year + size, 1, 1)
    return None


def narrow(days: Days, modifier: str | None) -> Days:
    """Return the first third of an interval for START, the last for END, the middle for MID (in whole days)."""
    if modifier not in {"START", "MID", "END"} or (days[1] - days[0]).days < 3:
        return days
    third = (days[1] - days[0]) / 3
    return {
        "START": (days[0], days[0] + third),
        "MID": (days[0] + third, days[1] - third),
        "END": (days[1] - third, days[1]),
    }[modifier]


def granularity_of(value: str) -> str | None:
    """Return the granularity of a TIMEX3 date or time value, in the words of `Time.granularity`."""
    return next((name for pattern, name in GRANULARITIES if re.fullmatch(pattern, value)), None)


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the day this many months later (earlier, if negative), at most the month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = dt.date(year, month + 1, 1)
    last = (dt.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - ONE_DAY).day
    return first.replace(day=min(day.day, last))


def step(day: dt.date, unit: str, count: int) -> str:
    """Return, as a TIMEX3 value of the unit's own granularity, the unit that lies `count` units from this day's.

    Raises ValueError or OverflowError if the calendar does not reach there.
    """
    base = unit.lstrip("0123456789")
    size = int(unit.removesuffix(base) or 1)
    count *= size
    if base == "D":
        return (day + count * ONE_DAY).isoformat()
    if base == "W":
        return week_of(day + 7 * count * ONE_DAY)
    if base == "M":
        return add_months(day, count).isoformat()[:7]
    if base == "Q":
        return quarter_of(add_months(day, 3 * count))
    if not 1 <= day.year + count <= 9999:
        message = f"no year {day.year + count} in the calendar"
        raise ValueError(message)
    if size == 100:
        return f"{day.year // 100 + count // 100:02d}"
    if size == 10:
        return f"{day.year // 10 + count // 10:03d}"
    return f"{day.year + count:04d}"


def week_of(day: dt.date) -> str:
    """Return the ISO week of a day ("2024-W25")."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(day: dt.date) -> str:
    """Return the quarter of a day ("2024-Q2")."""
    return f"{day.year:04d}-Q{(day.month + 2) // 3}"


def season_of(day: dt.date) -> str:
    """Return the season of a day; January and February belong to the winter of the year before."""
    if day.month < 3:
        return f"{day.year - 1:04d}-WI"
    return f"{day.year:04d}-{['SP', 'SU', 'FA', 'WI'][day.month // 3 - 1]}"


def holiday_in(entry: TimeWord, year: int) -> dt.date | None:
    """Return the day of a holiday in a year; None if the lexicon does not tell it for that year."""
    kind, _, rest = entry.value.partition(":")
    if kind == "nth":
        month, nth, weekday = map(int, rest.split(":"))
        return nth_weekday(year, month, nth, weekday)
    if kind == "easter":
        return easter(year) + int(rest) * ONE_DAY
    if kind == "table":
        return next((dt.date.fromisoformat(day) for day in rest.split(",") if day[:4] == str(year)), None)
    if kind == "usvote":
        return nth_weekday(year, 11, 1, 1) + ONE_DAY if year % 2 == 0 else None
    month, day = map(int, entry.value.split("-"))
    return dt.date(year, month, day)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> dt.date:
    """Return the nth (from 1; -1 is the last) weekday (1 is Monday) of a month."""
    first = dt.date(year, month, 1)
    days = [first + n * ONE_DAY for n in range(31) if (first + n * ONE_DAY).month == month]
    fitting: Sequence[dt.date] = [day for day in days if day.isoweekday() == weekday]
    return fitting[nth if nth < 0 else nth - 1]


def easter(year: int) -> dt.date:
    """Return Western Easter Sunday. Method: the anonymous Gregorian algorithm (Nature, 1876; Meeus 1991)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    leap = (century + 8) // 25
    epact = (19 * golden + century - century // 4 - (century - leap + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)
