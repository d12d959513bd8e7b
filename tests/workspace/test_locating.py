"""Places of events: as exact as reports and the lexicon have them, never more, and counted once an event."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from legation.reading.claim import ActorRef, ActorType
from legation.record import derive, writer
from legation.record.session import writing
from legation.workspace.locating import Extent, Place, locate
from legation.workspace.workspace import Workspace
from tests.builders import CHILE, PERU, ReadingBuilder, make_document

NOON = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)
TOWN = ActorRef("place:lima", "Lima", ActorType.PLACE, "PER")
REGION = ActorRef("amazon", "Amazon", ActorType.PLACE, "BRA")
UNKNOWN = ActorRef("name:nowhere pass", "Nowhere Pass", ActorType.PLACE, None)


def tell(record: Workspace, number: int, where: ActorRef | None, day: str, status: str = "happened") -> None:
    name = where.name if where else "a hall"
    builder = ReadingBuilder(make_document(f"Report {number}: Peru met Chile in {name} then.", published="2026-03-01"))
    peru, chile = builder.mention("Peru", PERU), builder.mention("Chile", CHILE)
    place = builder.mention(name, where)
    after = str(dt.date.fromisoformat(day) + dt.timedelta(days=1))
    builder.claim("CONSULT", "met", [peru], [chile], place=place, time=builder.time("then", day, after), status=status)
    found = builder.build()
    with writing(record.engine) as session:
        writer.add_document(session, found.document, b"x%d" % number, f"{number}.txt", NOON)
        made = writer.add_reading(session, replace(found), "hand/1", NOON)
        derive.adopt_readings(session, [made] if made else [])


@pytest.fixture
def record(place: str) -> Iterator[Workspace]:
    with Workspace(place) as workspace:
        yield workspace


def find(record: Workspace, where: ActorRef | None) -> Place:
    tell(record, 1, where, "2026-02-03")
    (place,) = locate(record, ["PER", "CHL"]).places
    return place


@pytest.mark.parametrize(
    ("where", "extent", "is_placed", "country"),
    [
        (TOWN, Extent.POINT, True, "PER"),
        (REGION, Extent.AREA, True, "BRA"),
        (CHILE, Extent.COUNTRY, False, "CHL"),
        (UNKNOWN, Extent.UNKNOWN, False, None),
        (None, Extent.UNKNOWN, False, None),
    ],
)
def test_a_place_is_as_exact_as_it_is_known(
    record: Workspace, where: ActorRef | None, extent: Extent, is_placed: bool, country: str | None
) -> None:
    place = find(record, where)
    assert (place.extent, place.lat is not None, place.country) == (extent, is_placed, country)
    assert (len(place.events), place.happened) == (1, 1)


def test_places_are_counted_by_events_and_what_took_place(record: Workspace) -> None:
    for number, (day, status) in enumerate([("2026-02-03", "happened"), ("2025-02-03", "planned")]):
        tell(record, number, TOWN, day, status)
    tell(record, 7, REGION, "2024-02-03")
    places = locate(record, ["PER"]).places
    assert [(place.id, len(place.events), place.happened) for place in places] == [
        ("place:lima", 2, 1),
        ("amazon", 1, 1),
    ]


def test_a_period_leaves_the_rest_out_and_a_cut_is_said(record: Workspace) -> None:
    tell(record, 1, TOWN, "2026-02-03")
    tell(record, 2, REGION, "2024-02-03")
    period = (dt.date(2024, 1, 1), dt.date(2025, 1, 1))
    assert [place.id for place in locate(record, ["PER", "CHL"], period).places] == ["amazon"]
    cut = locate(record, ["PER", "CHL"], most=1)
    assert (cut.is_cut, [place.id for place in cut.places]) == (True, ["place:lima"])


@pytest.mark.parametrize("names", [[], ["PER", "CHL", "KEN"]])
def test_places_are_of_one_or_two(record: Workspace, names: list[str]) -> None:
    with pytest.raises(ValueError, match="one actor's events"):
        locate(record, names)
