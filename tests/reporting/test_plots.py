"""Plots are well-formed SVG that a strict page accepts, and show what the table beside them says."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence

import pytest

from legation.relations.dyad import Dyad
from legation.reporting.plots import draw_dyad, nice, quiet_stretches, tabulate_dyad
from tests.relations.test_dyad import TURNED, act, events_of, measure

SVG = "{http://www.w3.org/2000/svg}"


def parse(dyad: Dyad) -> ET.Element:
    return ET.fromstring(draw_dyad(dyad))


def titles(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}title")]


@pytest.mark.parametrize("events", [[], TURNED[:1], TURNED], ids=["none", "one", "many"])
def test_a_plot_needs_no_script_style_or_colour(events: Sequence[object]) -> None:
    root = parse(measure(events))
    for element in root.iter():
        assert element.tag.removeprefix(SVG) not in {"script", "style", "image", "foreignObject"}
        assert "style" not in element.attrib
        assert element.get("fill", "none") in {"none", "currentColor"}
        assert element.get("stroke", "currentColor") == "currentColor"
    assert root.get("role") == "img"
    assert root.get("aria-label")


def test_every_bar_tells_its_number_and_its_events() -> None:
    found = [words for words in titles(parse(measure(TURNED))) if "cooperative, " in words]
    assert len(found) == 24
    assert found[0].startswith("2024-01: 0 cooperative, 3 conflictual — ")
    assert all(event.id in " ".join(found) for event in TURNED)


def test_breaks_and_silence_are_drawn() -> None:
    assert any(words.startswith("break in balance, 2025-01") for words in titles(parse(measure(TURNED))))
    quiet = titles(parse(measure(TURNED[:1])))
    assert "no reporting, 2024-02 to 2025-12" in quiet


def test_bars_lead_where_they_are_told_to() -> None:
    root = ET.fromstring(draw_dyad(measure(TURNED), link=lambda label: f"/dyad?from={label}&to={label}"))
    assert next(element.get("href") for element in root.iter(f"{SVG}a")) == "/dyad?from=2024-01&to=2024-01"


def test_the_table_has_a_row_for_each_period_with_its_events() -> None:
    heads, rows = tabulate_dyad(measure(TURNED))
    assert len(rows) == 24
    assert {len(row) for row in rows} == {len(heads)}
    assert rows[0][:3] == ("2024-01", "0", "3")
    assert rows[0][-1].split() == [event.id for event in TURNED[:3]]


def test_names_are_escaped() -> None:
    dyad = measure(events_of([act("AID", TURNED[0].accounts[0].time.from_)]))
    assert draw_dyad(dyad, "arms").count("<svg") == 1


@pytest.mark.parametrize(
    ("value", "bound"), [(0.07, 0.075), (0.3, 0.3), (1.0, 1.0), (6.5, 7.5), (11.0, 15.0), (0.2, 0.2)]
)
def test_axes_end_at_round_numbers(value: float, bound: float) -> None:
    assert nice(value) == pytest.approx(bound)


def test_silence_is_three_periods_or_more() -> None:
    assert quiet_stretches([0, 0, 0, 1, 0, 0, 1, 0, 0, 0]) == [(0, 3), (7, 10)]
    assert quiet_stretches([]) == []
