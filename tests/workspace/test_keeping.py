"""Whole records: made, copied while in use, and joined; joining is whole, repeatable and blind to direction."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import Engine

from legation.errors import BadRecord
from legation.reading.claim import Reading
from legation.record import derive, view, writer
from legation.record.check import find_faults
from legation.record.joining import Joined, join_records
from legation.record.session import make_engine, open_engine, reading, writing
from legation.workspace.keeping import back_up, join_record, make_record
from legation.workspace.workspace import Workspace
from tests.builders import make_aid_reading, make_document
from tests.record.histories import add, moment
from tests.record.test_bulk import contents
from tests.record.test_record import keep

TEXT = "Peru sent Chile more than 200 tents on 3 February 2026, Ana Osorio said."
HERE = [make_aid_reading(), make_aid_reading(f"{TEXT} It was the first time.")]
THERE = [make_aid_reading(), make_aid_reading(f"{TEXT} It was the second time.", published="2026-02-05")]


def make(path: Path, readings: Sequence[Reading], source: str = "a.txt") -> Engine:
    engine = open_engine(str(path))
    keep(engine, readings, source=source)
    return engine


def told(engine: Engine) -> list[tuple[str, list[str]]]:
    with reading(engine) as session:
        assert list(find_faults(session)) == []
        return [
            (event.id, [a.evidence.quote for a in event.accounts]) for event in view.dyad_events(session, "PER", "CHL")
        ]


def total(steps: Sequence[Joined]) -> tuple[int, int]:
    return sum(step.documents for step in steps), sum(step.readings for step in steps)


def test_joining_gives_the_same_whichever_is_taken_in(tmp_path: Path) -> None:
    one, other = make(tmp_path / "1.db", HERE), make(tmp_path / "2.db", THERE)
    third, fourth = make(tmp_path / "3.db", THERE), make(tmp_path / "4.db", HERE)
    assert total(list(join_records(other, one))) == (1, 1)
    assert total(list(join_records(fourth, third))) == (1, 1)
    assert told(one) == told(third)
    assert len(told(one)) == 1


def test_joining_twice_changes_nothing(tmp_path: Path) -> None:
    one, other = make(tmp_path / "1.db", HERE), make(tmp_path / "2.db", THERE)
    list(join_records(other, one))
    before = told(one)
    assert total(list(join_records(other, one))) == (0, 0)
    assert told(one) == before


def test_joining_into_an_empty_record_copies_whatever_came_and_was_read(tmp_path: Path) -> None:
    engine = open_engine(str(tmp_path / "1.db"))
    texts = [
        f"PER AID CHL 2026-02-{day:02} happened tents {day}\nPER ACCUSE CHL 2026-02-04 planned tents"
        for day in range(1, 9)
    ]
    for number, text in enumerate(texts):
        add(engine, [text], number % 2)
    names = sorted(document.id for document in map(make_document, texts))
    with writing(engine) as session:
        # One came from a second place, one was read again, one has not been read.
        writer.add_arrival(session, names[0], "elsewhere.txt", moment(3))
        again = writer.add_reading(session, view.get_reading(session, names[1]), "lines/2", moment(3))
        derive.adopt_readings(session, [again or 0])
        unread = make_document("Nobody has read this.")
        writer.add_document(session, unread, unread.text.encode(), "unread.txt", moment(2))
    copy = open_engine(str(tmp_path / "2.db"))
    assert total(list(join_records(engine, copy))) == (9, 9)
    copied, held = contents(copy), contents(engine)
    # How tightly the originals are packed is no part of what they hold.
    assert len(copied.pop("originals")) == len(held.pop("originals"))
    assert copied == held
    assert total(list(join_records(engine, copy))) == (0, 0)
    with reading(copy) as session:
        assert list(find_faults(session)) == []


def test_arrivals_of_both_are_kept(tmp_path: Path) -> None:
    one, other = make(tmp_path / "1.db", HERE), make(tmp_path / "2.db", THERE, source="elsewhere.txt")
    list(join_records(other, one))
    with reading(one) as session:
        found = view.find_arrivals(session, HERE[0].document.id)
    assert {arrival.source for arrival in found} == {"a.txt", "elsewhere.txt"}


def test_decisions_come_along_and_bear_on_events(tmp_path: Path) -> None:
    make(tmp_path / "1.db", HERE).dispose()
    with Workspace(str(tmp_path / "1.db")) as source:
        (event,) = source.chronology("PER", "CHL").lines
        source.decide("reject", event.event.accounts[0].key, author="ana", reason="misread")
    with Workspace(str(tmp_path / "2.db")) as target:
        steps = list(join_record(target.engine, str(tmp_path / "1.db")))
        assert sum(step.decisions for step in steps) == 1
        assert [len(line.event.accounts) for line in target.chronology("PER", "CHL").lines] == [1]
        assert target.check() == []


def test_a_record_cannot_be_taken_into_itself(tmp_path: Path) -> None:
    engine = make(tmp_path / "1.db", HERE)
    with pytest.raises(BadRecord, match="the record itself"):
        list(join_record(engine, str(tmp_path / "1.db")))


def test_a_copy_holds_what_the_record_holds(place: str, tmp_path: Path) -> None:
    engine = open_engine(place)
    keep(engine, HERE)
    target = tmp_path / "copy.db"
    back_up(engine, target)
    copy = make_engine(str(target))
    assert told(copy) == told(engine)
    assert sorted(path.name for path in tmp_path.glob(".copy*")) == []
    for item in (engine, copy):
        item.dispose()


def test_making_a_record_says_what_is_there(place: str) -> None:
    assert make_record(place).endswith("an empty record")
    engine = open_engine(place)
    keep(engine, HERE)
    engine.dispose()
    assert make_record(place).endswith("a record of 2 documents, up to date")
