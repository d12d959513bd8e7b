import datetime as dt

from sqlalchemy import Engine

from legation.record import derive, writer
from legation.record.archive import count_others, report_days
from legation.record.session import reading, writing
from legation.record.shadow import reading_as_of
from tests.builders import make_document
from tests.record.histories import add, moment, read_lines

TOLD = [
    "PER AID CHL 2026-02-03 happened tents",
    "PER AID KEN 2026-02-03 happened rice",
    "PER AID KEN 2026-02-09 happened wheat",
    "OSO CONSULT KEN 2026-01-05 happened talks",
    "KEN AGREE CHL - happened treaty",
    "CHL CONSULT KEN 2026-02-09 planned talks",
]


def test_others_are_all_pairs_of_states_but_one_and_what_took_place_alone(engine: Engine) -> None:
    add(engine, TOLD)
    with reading(engine) as session:
        # A person's act is one of its state; it is counted once.
        assert count_others(session, ("PER", "CHL")) == {"2026-01": 1, "2026-02": 2}
        assert count_others(session, ("KEN", "PER")) == {"2026-02": 1}


def test_others_are_counted_as_they_were_known(engine: Engine) -> None:
    add(engine, TOLD[:1], 0)
    add(engine, TOLD[1:], 2)
    with reading_as_of(engine, moment(1).isoformat()) as session:
        assert count_others(session, ("PER", "CHL")) == {}
        assert count_others(session, ("PER", "KEN")) == {"2026-02": 1}


def test_the_days_of_reports(engine: Engine) -> None:
    with reading(engine) as session:
        assert report_days(session) is None
    document = make_document("PER AID CHL 2026-02-03 happened tents", outlet="The Andes Post", published="2026-03")
    with writing(engine) as session:
        writer.add_document(session, document, b"x", "x.txt", moment(0))
        number = writer.add_reading(session, read_lines(document), "lines/1", moment(0))
        derive.adopt_readings(session, [number] if number else [])
    with reading(engine) as session:
        assert report_days(session) == (dt.date(2026, 3, 1), dt.date(2026, 3, 31))
