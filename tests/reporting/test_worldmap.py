"""Maps: the projection as published, frames that hold their places, borders without lines across the date line."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.reporting.worldmap import (
    WIDTH,
    WORLD,
    Country,
    Frame,
    Place,
    clip,
    draw_countries,
    equal_earth,
    fit_frame,
    read_topology,
    unroll,
)

SQUARE = ((10.0, 10.0), (20.0, 10.0), (20.0, 20.0), (10.0, 20.0), (10.0, 10.0))
# A country on both sides of the date line, as Fiji is.
ACROSS = ((178.0, -16.0), (-178.0, -16.0), (-178.0, -18.0), (178.0, -18.0), (178.0, -16.0))


def spots(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", path)]


def test_equal_earth_has_the_published_proportions() -> None:
    # Šavrič, Patterson, Jenny (2019): the map is 2.05458 times as wide as high, the poles 0.59247 of the equator.
    width, height = equal_earth(180, 0)[0], equal_earth(0, 90)[1]
    assert width / height == pytest.approx(2.05458, abs=1e-5)
    assert equal_earth(180, 90)[0] / width == pytest.approx(0.59247, abs=1e-5)
    assert equal_earth(0, 0) == (0.0, 0.0)


PLACES = st.tuples(st.floats(-180, 180), st.floats(-70, 80))


@given(st.lists(PLACES, min_size=1, max_size=8))
def test_a_frame_shows_all_its_places(places: list[Place]) -> None:
    frame = fit_frame(places)
    for lon, lat in places:
        x, y = frame.place(lon, lat)
        assert -2.0 * frame.is_world <= x <= WIDTH + 2.0 * frame.is_world
        assert 0.0 <= y <= frame.height or frame.is_world


@pytest.mark.parametrize(
    ("places", "is_world"),
    [([], True), ([(127.0, 38.0)], False), ([(-179.0, -17.0), (179.0, -17.0)], False), ([(-100, 40), (100, 40)], True)],
)
def test_places_far_apart_need_the_world(places: list[Place], is_world: bool) -> None:
    assert fit_frame(places).is_world is is_world


def test_longitudes_are_taken_the_short_way_round() -> None:
    assert unroll([179.0, -179.0]) == [179.0, 181.0]
    assert unroll([-10.0, 30.0]) == [-10.0, 30.0]


def test_a_country_across_the_date_line_is_drawn_on_both_sides_without_a_line_across() -> None:
    (outline,) = draw_countries([Country("FJI", "Fiji", (ACROSS,))], WORLD)
    pieces = outline.path.split("Z")[:-1]
    assert len(pieces) == 2
    assert all(max(x for x, _ in spots(piece)) - min(x for x, _ in spots(piece)) < 20 for piece in pieces)


def test_a_part_shows_what_meets_it_and_cuts_it_at_the_edge() -> None:
    frame = Frame((12.0, 32.0, 8.0, 18.0))
    far = Country("AUS", "Australia", (((130.0, -20.0), (140.0, -20.0), (140.0, -30.0)),))
    (outline,) = draw_countries([Country("TCD", "Chad", (SQUARE,)), far], frame)
    assert outline.code == "TCD"
    assert min(x for x, _ in spots(outline.path)) == pytest.approx(-frame.scale * frame.narrowing, abs=0.1)


def test_clipping_keeps_what_is_inside() -> None:
    assert clip(SQUARE, (0, 0.0, 1)) == list(SQUARE)
    assert clip(SQUARE, (0, 30.0, 1)) == []
    assert {x for x, _ in clip(SQUARE, (0, 15.0, 1))} == {15.0, 20.0}


def test_arcs_are_steps_and_run_backwards_where_their_number_is_negative() -> None:
    topology = {
        "transform": {"scale": [1.0, 0.5], "translate": [-10.0, 0.0]},
        "arcs": [[[0, 0], [5, 0], [0, 4]], [[0, 0], [5, 4]]],
        "objects": {
            "countries": {
                "geometries": [
                    {"type": "Polygon", "id": "604", "properties": {"name": "Peru"}, "arcs": [[0, ~1]]},
                    {"type": "MultiPolygon", "properties": {"name": "Kosovo"}, "arcs": [[[0, ~1]]]},
                ]
            }
        },
    }
    peru, kosovo = read_topology(topology)
    assert peru.rings == (((-10.0, 0.0), (-5.0, 0.0), (-5.0, 2.0), (-10.0, 0.0)),)
    assert (peru.code, kosovo.code, kosovo.rings) == ("PER", "XKX", peru.rings)
