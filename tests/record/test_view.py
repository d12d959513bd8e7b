"""What is read back of a dyad within a period is what the whole of it holds there."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from legation.record import derive, view, writer
from legation.record.session import reading, writing
from legation.reporting.chronology import meets
from tests.builders import CHILE, PERU, ReadingBuilder, make_document
from tests.record.histories import moment

# Days of acts between Peru and Chile: dated, a long interval, without a beginning, without an end, undated.
DAYS = (
    ("2026-01-05", "2026-01-06"),
    ("2026-02-03", "2026-02-04"),
    ("2026-01-20", "2026-02-20"),
    (None, "2026-02-01"),
    ("2026-02-10", None),
    None,
)
FEBRUARY = dt.date(2026, 2, 1)


@pytest.fixture
def held(engine: Engine) -> Engine:
    """Return a record with one report of each of these acts."""
    with writing(engine) as session:
        for number, days in enumerate(DAYS):
            builder = ReadingBuilder(make_document(f"Peru sent Chile tents number {number} at that time."))
            sides = builder.mention("Peru", PERU), builder.mention("Chile", CHILE)
            time = builder.time("that time", *days) if days else None
            builder.claim("AID", "sent", sides[:1], sides[1:], time=time, theme=f"tents number {number}")
            made = builder.build()
            document = made.document
            writer.add_document(session, document, document.text.encode(), f"{number}.txt", moment(number))
            added = writer.add_reading(session, made, "made/1", moment(number))
            assert added is not None
            derive.adopt_readings(session, [added])
    return engine


@pytest.mark.parametrize(
    "period",
    [
        (None, None),
        (FEBRUARY, None),
        (None, FEBRUARY),
        (FEBRUARY, dt.date(2026, 2, 4)),
        (None, dt.date(2026, 1, 1)),
        (dt.date(2026, 3, 1), None),
    ],
)
def test_a_period_holds_what_meets_it_and_the_undated(
    held: Engine, period: tuple[dt.date | None, dt.date | None]
) -> None:
    with reading(held) as session:
        whole = view.dyad_events(session, "PER", "CHL")
        found = view.dyad_events(session, "PER", "CHL", period)
    wanted = [event.id for event in whole if event.first_day is None or meets(event.time, period)]
    assert [event.id for event in found] == wanted
    assert period == (None, None) or len(found) < len(whole)
