"""A chart of days as numbers a template can draw: places in hundredths of the width, lanes, ticks, bars."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from legation.reading.claim import Status
from legation.record.event import STATUS_ORDER
from legation.record.listing import EventRow
from legation.reporting.chronology import SECTIONS, Section

ONE_DAY = dt.timedelta(days=1)
# A row of marks is this high; marks closer than so many hundredths of the width would touch and go into another row.
ROW, TOUCH = 18, 1.6
BAR_HEIGHT = 160
# Labels of an axis: as many as fit on a narrow screen.
MOST_TICKS = 9
Window = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class Mark:
    """One event: where it begins and how wide it is (0: a day too narrow to see, drawn as a dot), and in which row."""

    row: EventRow
    x: float
    width: float
    y: int


@dataclass(frozen=True, slots=True)
class Lane:
    """The events of one kind, in rows: `y` is its top, `height` how high it is, in pixels."""

    section: Section
    y: int
    height: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis with its words."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Bar:
    """Events of a stretch and status, stacked: `y` is its top, in pixels."""

    x: float
    width: float
    y: float
    height: float
    status: Status
    events: int
    stretch: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart: lanes of marks, or bars where there are too many; `height` in pixels without the axis."""

    lanes: tuple[Lane, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    height: int
    most: int


def draw(rows: Sequence[EventRow], stretches: Sequence[tuple[str, str, int]], window: Window) -> Drawing:
    """Return the drawing of a half-open window."""
    if stretches:
        bars, most = make_bars(stretches, window)
        return Drawing((), tuple(bars), tuple(make_ticks(window)), BAR_HEIGHT, most)
    lanes = list(make_lanes(rows, window))
    height = lanes[-1].y + lanes[-1].height if lanes else ROW
    return Drawing(tuple(lanes), (), tuple(make_ticks(window)), height, 0)


def place(day: dt.date, window: Window) -> float:
    """Return where a day begins, in hundredths of the width; days outside stand at the edge."""
    share = (day - window[0]).days / max((window[1] - window[0]).days, 1)
    return round(100 * min(max(share, 0.0), 1.0), 3)


def make_lanes(rows: Sequence[EventRow], window: Window) -> Iterator[Lane]:
    """Yield a lane for each kind of event there is."""
    kinds: dict[Section, list[EventRow]] = defaultdict(list)
    for row in rows:
        kinds[SECTIONS.get(row.type, Section.CONDUCT)].append(row)
    y = 0
    for section in Section:
        if section in kinds:
            marks, deep = stack(kinds[section], window)
            height = deep * ROW + ROW
            yield Lane(section, y, height, tuple(marks))
            y += height


def stack(rows: Sequence[EventRow], window: Window) -> tuple[list[Mark], int]:
    """Return marks in as few rows as keep them apart, and how many rows those are."""
    ends: list[float] = []
    marks = []
    for row in rows:
        first, after = days_of_row(row)
        x = place(first, window)
        width = round(place(after, window) - x, 3)
        width = width if (after - first).days > 1 and width > TOUCH else 0.0
        level = next((number for number, end in enumerate(ends) if end <= x), len(ends))
        if level == len(ends):
            ends.append(0.0)
        ends[level] = x + max(width, 0.0) + TOUCH
        marks.append(Mark(row, x, width, level * ROW + ROW // 2))
    return marks, len(ends)


def days_of_row(row: EventRow) -> Window:
    """Return the half-open interval of a dated event."""
    first = dt.date.fromisoformat(row.first_day or "")
    last = dt.date.fromisoformat(row.last_day) if row.last_day else first
    return first, max(last, first) + ONE_DAY


def make_bars(stretches: Sequence[tuple[str, str, int]], window: Window) -> tuple[list[Bar], int]:
    """Return stacked bars, what happened lowest, and how many events the highest stands for."""
    totals: dict[str, dict[str, int]] = defaultdict(dict)
    for stretch, status, events in stretches:
        totals[stretch][status] = events
    most = max(sum(counts.values()) for counts in totals.values())
    bars = []
    for stretch, counts in totals.items():
        first, after = stretch_days(stretch)
        x = place(first, window)
        width = max(place(after, window) - x, 0.25)
        y = float(BAR_HEIGHT)
        for status in STATUS_ORDER:
            if status in counts:
                height = round(BAR_HEIGHT * counts[status] / most, 2)
                y = round(y - height, 2)
                bars.append(Bar(x, round(width, 3), y, height, status, counts[status], stretch))
    return bars, most


def stretch_days(stretch: str) -> Window:
    """Return the half-open interval of "2024", "2024-06" or "2024-06-18"."""
    parts = [int(part) for part in stretch.split("-")]
    if len(parts) == 1:
        return dt.date(parts[0], 1, 1), dt.date(parts[0] + 1, 1, 1)
    if len(parts) == 2:
        first = dt.date(parts[0], parts[1], 1)
        return first, next_month(first)
    day = dt.date(parts[0], parts[1], parts[2])
    return day, day + ONE_DAY


def make_ticks(window: Window) -> Iterator[Tick]:
    """Yield the lines of the axis: decades, years, months or days, whichever gives a few."""
    first, after = window
    days = (after - first).days
    if days > 366 * 2:
        yield from year_ticks(window)
        return
    step = next((step for step in (1, 2, 5, 7, 14) if days / step <= MOST_TICKS), None)
    if step is None:
        yield from month_ticks(window)
        return
    day = first
    while day < after:
        yield Tick(place(day, window), f"{day.day} {day:%b %Y}" if day == first else f"{day.day} {day:%b}")
        day += dt.timedelta(days=step)


def year_ticks(window: Window) -> Iterator[Tick]:
    """Yield years that are multiples of a round number."""
    first, last = window[0].year, (window[1] - ONE_DAY).year
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if (last - first + 1) / step <= MOST_TICKS)
    for year in range(first - first % step, last + 1, step):
        if year >= 1 and dt.date(year, 1, 1) >= window[0]:
            yield Tick(place(dt.date(year, 1, 1), window), str(year))
        elif year >= 1 and step == 1:
            yield Tick(0.0, str(year))


def month_ticks(window: Window) -> Iterator[Tick]:
    """Yield the first days of months, every one or every few."""
    first, after = window
    step = next(step for step in (1, 2, 3, 6) if (after - first).days / 30 / step <= MOST_TICKS or step == 6)
    month = first.replace(day=1)
    while month < after:
        if month >= first and (month.month - 1) % step == 0:
            yield Tick(place(month, window), f"{month:%b %Y}")
        month = next_month(month)


def next_month(day: dt.date) -> dt.date:
    """Return the first day of the month after."""
    return dt.date(day.year + day.month // 12, day.month % 12 + 1, 1)


def zooms(window: Window, extent: Window) -> Mapping[str, Window]:
    """Return the windows that the controls of a chart lead to: nearer, farther, earlier, later."""
    first, after = window
    days = max((after - first).days, 1)
    quarter, half = dt.timedelta(days=max(days // 4, 1)), dt.timedelta(days=max(days // 2, 1))
    found = {
        "earlier": (shift(first, -half), shift(after, -half)),
        "nearer": (first + quarter, after - quarter) if days > 4 else window,
        "farther": (shift(first, -half), shift(after, half)),
        "later": (shift(first, half), shift(after, half)),
        "whole": (extent[0], extent[1] + ONE_DAY),
    }
    return {name: there for name, there in found.items() if there != window and there[0] < there[1]}


def shift(day: dt.date, by: dt.timedelta) -> dt.date:
    """Return a day moved, within the years there are."""
    ordinal = min(max(day.toordinal() + by.days, dt.date.min.toordinal()), dt.date.max.toordinal() - 1)
    return dt.date.fromordinal(ordinal)
