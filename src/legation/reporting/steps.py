"""Cumulative lower bounds drawn as steps: SVG that prints and needs no script, in `currentColor` like other plots."""

import datetime as dt
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape, quoteattr

from legation.lexicon.saying import say
from legation.relations.transfers import Step, Total
from legation.reporting.views import total_words
from legation.reporting.words import day_words, number_words

WIDTH, HEIGHT = 760, 150
LEFT, RIGHT, TOP, FOOT = 84, 18, 18, 26


def draw_steps(total: Total, tell: Callable[[str], str] = str) -> str | None:
    """Return how a lower bound grew as one SVG; None if it did not grow on a day that is known.

    `tell` says its words in another language.
    """
    if not total.steps:
        return None
    title = tell(total_words(total))
    first, last = span_of(total)
    inside = [
        f"<title>{escape(title)}</title>",
        *draw_axes(total, (first, last), tell),
        f'<path d="{path_of(total, first, last)}" fill="none" stroke="currentColor" stroke-width="2"/>',
        *(draw_step(step, total, tell) for step in total.steps),
    ]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label={quoteattr(title)} font-family="system-ui, sans-serif" font-size="11" fill="currentColor">'
    )
    return "\n".join([head, *inside, "</svg>"])


def span_of(total: Total) -> tuple[dt.date, dt.date]:
    """Return the first and last day drawn: some room before the first step and after the last."""
    first, last = total.steps[0].day, total.steps[-1].day
    room = dt.timedelta(days=max(30, (last - first).days // 12))
    return first - room, last + room


def x_of(day: dt.date, first: dt.date, last: dt.date) -> float:
    """Return where a day stands."""
    return LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / max((last - first).days, 1)


def y_of(value: float, total: Total) -> float:
    """Return where a number stands."""
    return TOP + (HEIGHT - TOP - FOOT) * (1 - value / total.steps[-1].low)


def path_of(total: Total, first: dt.date, last: dt.date) -> str:
    """Return the line of the steps: it runs flat, and rises on the day a bound holds from."""
    parts = [f"M{LEFT},{y_of(0, total):.1f}"]
    for step in total.steps:
        parts.append(f"H{x_of(step.day, first, last):.1f}V{y_of(step.low, total):.1f}")
    return "".join([*parts, f"H{WIDTH - RIGHT}"])


def draw_step(step: Step, total: Total, tell: Callable[[str], str]) -> str:
    """Return the mark of one step, which says its bound and the events it is the sum of."""
    first, last = span_of(total)
    x, y = x_of(step.day, first, last), y_of(step.low, total)
    title = escape(f"{tell(step_words(step))}: {' '.join(step.events)}")
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"><title>{title}</title></circle>'


def step_words(step: Step) -> str:
    """Return one step in words: "at least 1,500 by 13 October 2024"."""
    by = "" if step.day == dt.date.max else say(" by {day}", day=day_words(step.day))
    return say("at least {number}{by}", number=number_words(step.low), by=by)


def draw_axes(total: Total, span: tuple[dt.date, dt.date], tell: Callable[[str], str]) -> Iterator[str]:
    """Yield the ground line, the top line with its number, and the days of the first and last step."""
    for value in (0.0, total.steps[-1].low):
        y = y_of(value, total)
        yield (
            f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="currentColor" '
            'stroke-opacity=".25"/>'
        )
        yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{number_words(value)}</text>'
    days = dict.fromkeys((total.steps[0].day, total.steps[-1].day))
    for place, day in enumerate(days):
        x = x_of(day, *span)
        anchor = "start" if place == 0 and len(days) > 1 else "end" if place else "middle"
        yield f'<text x="{x:.1f}" y="{HEIGHT - 8}" text-anchor="{anchor}">{escape(tell(day_words(day)))}</text>'
