"""Coordinates: every one belongs to an actor of the lexicon and lies in or near its country."""

import json
from functools import lru_cache
from importlib import resources
from itertools import pairwise

import pytest

from legation.lexicon.actors import ActorEntry, load_actors
from legation.lexicon.coordinates import CoordinateEntry, load_coordinates
from legation.lexicon.folding import fold_name
from legation.lexicon.load import load_entries
from legation.reporting.worldmap import Ring, read_topology

ENTRIES = load_entries("coordinates.yml", CoordinateEntry)
# Degrees by which coasts are drawn roughly, and by which regions and seas lie off their country.
NEAR = {"point": 0.7, "area": 4.0}
# Islets too small for the topology or far off, bases abroad, and where its borders are those held on the ground.
FAR = frozenset(
    "dokdo pratas-islands sea-of-okhotsk scarborough-shoal second-thomas-shoal sabina-shoal thitu-island "
    "senkaku-islands "
    "diego-garcia mariana-islands guantanamo-bay lampedusa kastellorizo andersen-air-force-base melilla "
    "sevastopol simferopol kerch".split()
)


@lru_cache(maxsize=1)
def actors() -> dict[str, ActorEntry]:
    return {entry.id: entry for entry in load_actors()}


@lru_cache(maxsize=1)
def borders() -> dict[str, tuple[Ring, ...]]:
    file = resources.files("legation.web") / "static/vendor/world-atlas/countries-50m.json"
    countries = read_topology(json.loads(file.read_text(encoding="utf-8")))
    found: dict[str, tuple[Ring, ...]] = {}
    for country in countries:
        if country.code:
            found[country.code] = found.get(country.code, ()) + country.rings
    return found


def is_inside(lon: float, lat: float, rings: tuple[Ring, ...]) -> bool:
    crossings = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                crossings += 1
    return crossings % 2 == 1


def is_near(lon: float, lat: float, rings: tuple[Ring, ...], degrees: float) -> bool:
    return is_inside(lon, lat, rings) or any(
        abs(x - lon) <= degrees and abs(y - lat) <= degrees for ring in rings for x, y in ring
    )


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.actor} {entry.city or ''}".strip())
def test_a_place_lies_in_or_near_its_country(entry: CoordinateEntry) -> None:
    actor = actors()[entry.actor]
    assert actor.type == ("state" if entry.city else "place")
    country = actor.id if entry.city else actor.country
    if country in borders() and entry.actor not in FAR:
        assert is_near(entry.lon, entry.lat, borders()[country], NEAR[entry.kind])


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.actor} {entry.city or ''}".strip())
def test_its_example_names_it(entry: CoordinateEntry) -> None:
    assert fold_name(entry.city or actors()[entry.actor].name) in fold_name(entry.example)


def test_capitals_are_found_by_country_and_name_in_any_spelling() -> None:
    gazetteer = load_coordinates()
    found = gazetteer.find("place:pyongyang", "Pyongyang", "PRK")
    assert found is not None
    assert (round(found.lat), round(found.lon), found.kind) == (39, 126, "point")
    assert gazetteer.find("place:pyongyang", "Pyongyang", "KOR") is None
    assert gazetteer.find("PRK", "North Korea", "PRK") is None


def test_places_are_found_by_id() -> None:
    found = load_coordinates().find("donbas", "Donbas", "UKR")
    assert found is not None
    assert found.kind == "area"
