"""The map: places as exact as they are known, a table with all of them, events opened by place, and a file."""

import re
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

from legation.reporting.worldmap import WORLD
from legation.web.pages.places import fits, label_box, make_chart, make_spots
from legation.workspace.locating import Extent, Located, Place
from tests.web.conftest import links_of

pytestmark = pytest.mark.model


def test_places_are_marked_and_listed(reading_client: TestClient) -> None:
    page = reading_client.get("/map?actor=RUS").text
    assert 'class="spot area"' in page
    assert 'class="spot point"' in page
    assert "/map?actor=RUS&place=place%3Apyongyang#place" in links_of(page)


def test_a_place_opens_its_events_with_their_words(reading_client: TestClient) -> None:
    page = reading_client.get("/map?actor=RUS&place=kursk").text
    assert 'id="place"' in page
    assert "Putin thanked North Korea for sending troops to the Kursk region" in page


def test_a_period_narrows(reading_client: TestClient) -> None:
    page = reading_client.get("/map?actor=RUS&actor=PRK&from=2024-06&to=2024-06").text
    assert "Pyongyang" in page
    assert "Kursk" not in page


def test_the_file_is_a_whole_picture(reading_client: TestClient) -> None:
    answer = reading_client.get("/map.svg?actor=RUS")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    svg = ElementTree.fromstring(answer.text)
    assert len(svg.findall("{*}path")) > 100
    assert {text.text for text in svg.iter("{http://www.w3.org/2000/svg}text")} >= {"Kursk", "Pyongyang"}


@pytest.mark.parametrize(("path", "status"), [("/map.svg", 422), ("/map?actor=nobody+at+all", 404)])
def test_what_cannot_be_asked_is_told(reading_client: TestClient, path: str, status: int) -> None:
    assert reading_client.get(path).status_code == status


def test_an_empty_record_has_a_map_without_places(empty_client: TestClient) -> None:
    assert empty_client.get("/map").status_code == 200
    assert "No report names a place" in empty_client.get("/map?actor=RUS").text


def test_a_whole_country_is_tinted_and_never_a_point() -> None:
    country = Place("CHL", "Chile", Extent.COUNTRY, None, None, "CHL", ("a.e1", "b.e1"), 1)
    name = Place("nowhere", "Nowhere", Extent.UNKNOWN, None, None, None, ("a.e1",), 1)
    chart = make_chart(Located((), (country, name), is_cut=False))
    assert (chart.told, chart.spots) == ({"CHL": 2}, ())


def test_marks_grow_with_events_and_areas_are_large() -> None:
    towns = [Place(f"t{n}", f"T{n}", Extent.POINT, 10.0 + n, 20.0, None, ("a.e1",) * n, n) for n in (9, 4, 1)]
    area = Place("area", "Area", Extent.AREA, 12.0, 22.0, None, ("a.e1",), 1)
    spots = make_chart(Located((), (*towns, area), is_cut=False)).spots
    radii = [spot.radius for spot in spots]
    assert radii[:3] == sorted(radii[:3], reverse=True)
    assert radii[3] > radii[2]


def test_names_on_the_map_do_not_run_into_each_other() -> None:
    at = [(30.0, 50.0), (30.4, 50.1), (30.8, 50.2), (31.2, 50.3), (-170.0, 10.0), (170.0, 10.0)]
    places = [
        Place(f"p{number}", f"A long name {number}", Extent.POINT, lat, lon, None, ("e1",), 1)
        for number, (lon, lat) in enumerate(at)
    ]
    spots = list(make_spots(places, WORLD))
    boxes = [
        label_box((one.x, one.y), one.radius, one.place.name, is_left=one.is_left) for one in spots if one.is_named
    ]
    assert [one.is_named for one in spots].count(False) == 2
    assert all(fits(box, boxes[:place]) for place, box in enumerate(boxes))


def test_coordinates_say_which_side_of_the_world(reading_client: TestClient) -> None:
    page = reading_client.get("/map?actor=USA").text
    assert re.search(r"\d° N, \d+\.\d\d° W", page)
    assert not re.search(r">-?\d+\.\d\d°, ", page)
