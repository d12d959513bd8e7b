"""Cumulative bounds as steps: a line that never falls, marks that say what they rest on."""

import datetime as dt
import re
from xml.etree import ElementTree

from legation.relations.transfers import Step, Total
from legation.reporting.steps import draw_steps, step_words

FIRST, LAST = dt.date(2025, 1, 10), dt.date(2026, 2, 3)
TOTAL = Total(
    "PER", "CHL", "goods", "tents", (Step(FIRST, 200.0, ("a.e1",)), Step(LAST, 500.0, ("a.e1", "b.e2"))), None
)


def test_the_line_rises_by_steps() -> None:
    svg = ElementTree.fromstring(draw_steps(TOTAL) or "")
    path = svg.find("{*}path")
    assert path is not None
    heights = [float(y) for y in re.findall(r"[V,](-?[\d.]+)", path.attrib["d"])]
    assert len(heights) == 3
    assert heights == sorted(heights, reverse=True)


def test_each_step_says_its_bound_and_its_events() -> None:
    svg = ElementTree.fromstring(draw_steps(TOTAL) or "")
    titles = [title.text for title in svg.findall("{*}circle/{*}title")]
    assert titles == ["at least 200 by 10 January 2025: a.e1", "at least 500 by 3 February 2026: a.e1 b.e2"]
    assert "PER → CHL" in svg.attrib["aria-label"]


def test_a_step_without_a_day_has_none_in_words() -> None:
    assert step_words(Step(dt.date.max, 9.0, ("a.e1",))) == "at least 9"


def test_hostile_units_are_escaped() -> None:
    hostile = Total("PER", "CHL", None, '<b "x">', TOTAL.steps, None)
    assert ElementTree.fromstring(draw_steps(hostile) or "") is not None


def test_a_bound_without_a_day_is_not_drawn() -> None:
    assert draw_steps(Total("PER", "CHL", None, None, (), Step(dt.date.max, 9.0, ("a.e1",)))) is None
