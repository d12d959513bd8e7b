"""Search in English, Korean and Russian, with filters, alike on both engines."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import Engine

from legation.actors.outlets import load_outlets
from legation.reading.claim import Reading, Status
from legation.record import derive, lookup, narrowing, stretches, writer
from legation.record.narrowing import Filters, Kind
from legation.record.session import reading, writing
from tests.builders import CHILE, KENYA, PERU, ReadingBuilder, make_aid_reading, make_document
from tests.record.histories import add
from tests.record.test_record import keep

NOON = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)
ENGLISH = "Peru sent Chile more than 200 tents on 3 February 2026, Ana Osorio said."
KOREAN = "북한은 어제 평양에서 남북정상회담을 열었다"
RUSSIAN = "Президент Лавров провёл переговоры о договорах с Россией"
DENIAL = "Kenya denied on 9 March that troops had entered Peru."


def read_act(text: str, kind: str, trigger: str, day: str | None = None, **fields: Any) -> Reading:
    """Return a reading with one claim: Kenya did something to Peru, whatever the text names."""
    status = fields.pop("status", "happened")
    builder = ReadingBuilder(make_document(text, **fields))
    first, *_, last = text.split()
    ids = builder.mention(first, KENYA), builder.mention(last, PERU)
    time = builder.time("9 March", day, str(dt.date.fromisoformat(day) + dt.timedelta(days=1))) if day else None
    builder.claim(kind, trigger, ids[:1], ids[1:], status=status, time=time)
    return builder.build()


@pytest.fixture
def held(engine: Engine) -> Engine:
    """Return a record of four reports in three languages."""
    return hold(engine)


def hold(engine: Engine) -> Engine:
    """Put four reports in three languages into a record."""
    readings = [
        make_aid_reading(ENGLISH, published="2026-02-04", outlet="Reuters", title="Tents for Chile"),
        read_act(KOREAN, "CONSULT", "열었다", published="2026-03-02", outlet="KCNA", title="회담 소식"),
        read_act(RUSSIAN, "CONSULT", "провёл", published="2026-03-05", outlet="TASS", title="Переговоры"),
        read_act(DENIAL, "ASSAULT", "entered", "2026-03-09", status="denied", published="2026-03-09", outlet="Reuters"),
    ]
    with writing(engine) as session:
        numbers = []
        for number, item in enumerate(readings):
            writer.add_document(session, item.document, item.document.text.encode(), f"{number}.txt", NOON)
            numbers.append(writer.add_reading(session, item, "by hand", NOON))
        derive.adopt_readings(session, [number for number in numbers if number is not None])
    return engine


def find(engine: Engine, query: str, **filters: Any) -> list[lookup.Hit]:
    with reading(engine) as session:
        return lookup.search(session, query, 20, Filters(**filters), load_outlets())


def kinds(hits: list[lookup.Hit]) -> list[str]:
    return [hit.kind.value for hit in hits]


BOTH = ["claim", "document"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("회담", BOTH),
        ("정상", BOTH),
        ("북한 회담", BOTH),
        ("남북정상회담", BOTH),
        ("담회", []),
        ("переговоров", BOTH),
        ("договор", BOTH),
        ("Лаврова", BOTH),
        ("провел", []),
        ("россия", BOTH),
        ("российский", []),
        ("росси*", BOTH),
        ('"переговоров"', []),
        ('"переговоры о договорах"', BOTH),
        ("troop", BOTH),
        ("troops", BOTH),
        ("tent", BOTH),
        ("troo*", BOTH),
        ('"had ente"*', BOTH),
        ("troo", []),
        ("troops tents", []),
        ("*", []),
    ],
)
def test_words_are_found_in_their_forms(held: Engine, query: str, found: list[str]) -> None:
    assert kinds(find(held, query)) == found


@pytest.mark.parametrize(
    ("query", "marked"),
    [("회담", "회담"), ("переговоров", "переговоры"), ("troo*", "troops"), ("россия", "Россией"), ("tent", "tents")],
)
def test_the_match_is_marked_in_claims_and_documents(held: Engine, query: str, marked: str) -> None:
    for hit in find(held, query):
        assert hit.match is not None
        assert hit.match.of(hit.snippet) == marked


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        ({"kinds": (Kind.CLAIM,)}, ["2026-02-03", "2026-03-09"]),
        ({"actor": "CHL"}, ["2026-02-03", "2026-02-04"]),
        ({"actor": "PER", "other": "KEN"}, ["2026-03-09", "2026-03-09"]),
        ({"actor": "CHL", "other": "KEN"}, []),
        ({"types": ("AID",)}, ["2026-02-03", "2026-02-04"]),
        ({"statuses": (Status.DENIED,)}, ["2026-03-09", "2026-03-09"]),
        ({"types": ("AID",), "statuses": (Status.DENIED,)}, []),
        ({"since": dt.date(2026, 2, 4)}, ["2026-03-09", "2026-02-04", "2026-03-09"]),
        ({"until": dt.date(2026, 2, 4)}, ["2026-02-03"]),
        ({"outlet": "reuters", "kinds": (Kind.DOCUMENT,)}, ["2026-02-04", "2026-03-09"]),
        ({"outlet": "tass"}, []),
    ],
)
def test_filters_narrow_what_is_found(held: Engine, filters: dict[str, Any], days: list[str]) -> None:
    for name in ("reuters", "tass"):
        assert name in load_outlets().outlets
    assert sorted(str(hit.day) for hit in find(held, "Peru", **filters)) == sorted(days)


def test_an_event_is_told_with_its_sides_and_what_the_words_say_of_it(held: Engine) -> None:
    told = {hit.title: hit.status for hit in find(held, "Peru", kinds=(Kind.CLAIM,))}
    assert told == {"AID: Peru → Chile": Status.HAPPENED, "ASSAULT: Kenya → Peru": Status.DENIED}
    (met,) = find(held, "회담", kinds=(Kind.CLAIM,))
    assert met.title == "CONSULT: Kenya, Peru"
    assert {hit.status for hit in find(held, "Peru", kinds=(Kind.DOCUMENT, Kind.ACTOR))} == {None}


def test_the_better_match_comes_first_then_the_later(engine: Engine) -> None:
    texts = {
        "much": "Tents. Tents for all, more tents.",
        "new": "One of the tents burnt.",
        "old": "Two of the tents burnt.",
    }
    days = {"much": "2026-01-01", "new": "2026-03-01", "old": "2026-02-01"}
    with writing(engine) as session:
        for name, text in texts.items():
            document = make_document(text, title=name, published=days[name])
            writer.add_document(session, document, text.encode(), name, NOON)
    assert [hit.title for hit in find(engine, "tents")] == ["much", "new", "old"]


def test_actors_are_left_out_where_something_is_asked_of_events(held: Engine) -> None:
    assert "actor" in kinds(find(held, "Chile"))
    assert "actor" not in kinds(find(held, "Chile", types=("AID",)))
    assert CHILE.id in [hit.ref for hit in find(held, "Chile", kinds=(Kind.ACTOR,))]


def test_what_a_search_finds_is_counted(engine: Engine) -> None:
    told = "Peru sent Chile more than 200 tents on 3 February 2026, Ana Osorio said of a sanction."
    keep(engine, [make_aid_reading(), make_aid_reading(told)])
    until = dt.date(2027, 1, 1)
    with reading(engine) as session:
        for query in ("sanctions", "tent", '"more than 200"', "camel*", "tents sanction"):
            found = [hit for hit in lookup.search(session, query) if hit.kind == "document"]
            assert lookup.count_matching(session, query, None, until) == len(found)
        assert lookup.count_matching(session, "sanctions", None, until) == 1
        assert lookup.count_matching(session, "tents", None, dt.date(2026, 1, 1)) == 0


@pytest.mark.parametrize("enough", [1, 500])
def test_what_is_searched_stretch_by_stretch_is_found_as_at_once(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, enough: int
) -> None:
    add(engine, [f"PER AID CHL 2026-02-{day:02} happened tents {day}" for day in range(1, 20)])
    with reading(engine) as session:
        whole = lookup.search(session, "tents", 50)
    for name, fewer in (("FEWEST", 2), ("FEW", 0), ("RANKED", 1)):
        monkeypatch.setattr(stretches, name, fewer)
    monkeypatch.setattr(narrowing, "RANKED", enough)
    with reading(engine) as session:
        assert lookup.search(session, "tents", 50) == whole
        assert lookup.count_matching(session, "tents", None, dt.date(2027, 1, 1)) == 19
    assert len({hit.ref for hit in whole}) > 19
