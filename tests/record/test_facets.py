"""Counts by facet: each is what the search finds once the facet is chosen, amended claims and both engines included."""

from typing import Any

import pytest
from sqlalchemy import Engine

from legation.actors.outlets import load_outlets
from legation.reading.claim import Status
from legation.record import facets, lookup
from legation.record.facets import Facets, count_facets
from legation.record.narrowing import Filters, Kind
from legation.record.session import reading
from tests.record.test_lookup import find, hold


@pytest.fixture
def record(engine: Engine) -> Engine:
    return hold(engine)


def count(engine: Engine, query: str, **filters: Any) -> Facets:
    with reading(engine) as session:
        return count_facets(session, query, Filters(**filters), load_outlets())


@pytest.mark.parametrize("query", ["Peru", "tents", "troops OR tents", "переговоры"])
@pytest.mark.parametrize(
    "filters",
    [{}, {"statuses": (Status.DENIED,)}, {"types": ("AID",)}, {"actor": "KEN"}, {"grades": frozenset("F")},
     {"types": ("AID", "ASSAULT"), "statuses": (Status.HAPPENED,)}],
)  # fmt: skip
def test_every_count_is_what_choosing_it_finds(record: Engine, query: str, filters: dict[str, Any]) -> None:
    counted = count(record, query, **filters)
    for kind in Kind:
        assert counted.kinds.get(kind, 0) == len(find(record, query, **filters, kinds=(kind,))), kind
    sides = "other" if "actor" in filters else "actor"
    for name, counts, shown in (
        (sides, {actor.id: number for actor, number in counted.actors.items()}, Kind.CLAIM),
        ("outlet", {outlet.id: number for outlet, number in counted.outlets.items()}, Kind.DOCUMENT),
        ("statuses", counted.statuses, Kind.CLAIM),
        ("types", counted.types, Kind.CLAIM),
        ("grades", counted.grades, Kind.DOCUMENT),
    ):
        for value, number in counts.items():
            one = value if name in ("actor", "other", "outlet") else (value,)
            chosen = {**filters, name: one, "kinds": (shown,)}
            assert number == len(find(record, query, **chosen)), (name, value)


def test_what_is_not_chosen_is_counted_beside_what_is(record: Engine) -> None:
    counted = count(record, "Peru", statuses=(Status.DENIED,))
    assert counted.statuses == {Status.HAPPENED: 1, Status.DENIED: 1}
    assert counted.types == {"ASSAULT": 1}
    assert counted.is_whole


def test_who_takes_part_and_who_tells_are_counted_out(record: Engine) -> None:
    counted = count(record, "Peru")
    assert {actor.name: number for actor, number in counted.actors.items()}["Peru"] == 2
    assert {outlet.name for outlet in counted.outlets} == {"Reuters"}
    assert "Kenya" not in {actor.name for actor in count(record, "Peru", actor="KEN").actors}


def test_nothing_is_counted_without_words(record: Engine) -> None:
    assert count(record, "").kinds == {}


def test_it_is_told_when_not_all_was_counted(record: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "RANKED", 2)
    monkeypatch.setattr(lookup, "RANKED", 2)
    assert not count(record, "Peru").is_whole
