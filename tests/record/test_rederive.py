"""Derived tables follow the rules of the code: a record made by other rules is merged anew when it is opened."""

import pytest
from sqlalchemy import Engine, Table, delete, select, update

from legation.record import tables, view
from legation.record.check import find_faults
from legation.record.rederive import ensure_current
from legation.record.session import reading, writing
from tests.builders import make_aid_reading
from tests.record.test_record import keep

READINGS = [
    make_aid_reading(),
    make_aid_reading("Peru sent Chile more than 200 tents on 3 February 2026, Ana Osorio said again."),
]


def test_a_record_made_by_other_rules_is_merged_anew(engine: Engine) -> None:
    ensure_current(engine)
    keep(engine, READINGS)
    with writing(engine) as session:
        before = view.dyad_events(session, "PER", "CHL")
        session.execute(update(tables.derivation).values(value="events/0"))
        session.execute(delete(tables.event_dyads))
    assert ensure_current(engine)
    with reading(engine) as session:
        assert view.dyad_events(session, "PER", "CHL") == before
        assert list(find_faults(session)) == []


def test_a_record_made_by_these_rules_is_left_alone(engine: Engine) -> None:
    assert ensure_current(engine)
    assert not ensure_current(engine)


def test_check_sees_derived_rows_out_of_step(engine: Engine) -> None:
    keep(engine, READINGS)
    with writing(engine) as session:
        session.execute(update(tables.events).values(documents=7))
        session.execute(update(tables.dyad_months).values(events=9))
        session.execute(update(tables.month_totals).values(happened=8))
        session.execute(delete(tables.event_claims).where(tables.event_claims.c.reading_id == 1))
    with reading(engine) as session:
        faults = " ".join(find_faults(session))
    for words in (
        "event_claims",
        "what is kept of it is out of step",
        "its count is out of step",
        "its sums are out of step",
        "2026-02: the sum of all states is out of step",
    ):
        assert words in faults


@pytest.mark.parametrize(
    ("table", "values", "whose"),
    [
        (tables.event_dyads, {"last_day": "2026-02-05"}, "event_dyads of CHL PER"),
        (tables.event_dyads, {"status": "denied"}, "event_dyads of CHL PER"),
        (tables.event_dyads, {"first_day": ""}, "event_dyads of CHL PER"),
        (tables.event_parties, {"last_day": None}, "event_parties of PER"),
        (tables.event_parties, {"status": "planned"}, "event_parties of PER"),
        (tables.event_parties, {"face": "ARG"}, "event_parties of ARG"),
    ],
)
def test_check_sees_what_an_actor_or_a_dyad_has_otherwise(
    engine: Engine, table: Table, values: dict[str, str | None], whose: str
) -> None:
    keep(engine, READINGS)
    with writing(engine) as session:
        first = "CHL" if table is tables.event_dyads else "PER"
        session.execute(update(table).where(next(iter(table.columns)) == first).values(values))
    with reading(engine) as session:
        faults = [fault for fault in find_faults(session) if "stands otherwise" in fault]
    assert any(f"in {whose} than merging has it" in fault for fault in faults), faults


def test_months_are_counted_by_dyad_and_type(engine: Engine) -> None:
    keep(engine, READINGS)
    with reading(engine) as session:
        rows = session.execute(select(tables.dyad_months).where(tables.dyad_months.c.one == "CHL")).all()
    assert [tuple(row) for row in rows] == [("CHL", "PER", "2026-02", "AID", 1, 1)]
