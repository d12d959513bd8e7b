"""Writers take turns: one that waits says so, and in the end gets its turn or says why not."""

import logging
import sys
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from legation.errors import BadRecord, BusyRecord
from legation.record import session, tables
from legation.record.session import open_engine, reading, writing
from tests.record.histories import add


def hold(engine: Engine, seconds: float) -> threading.Thread:
    """Have another thread hold the turn of writing for so long; return once it has it."""
    has_it = threading.Event()

    def work() -> None:
        with writing(engine):
            has_it.set()
            time.sleep(seconds)

    thread = threading.Thread(target=work)
    thread.start()
    has_it.wait()
    return thread


def test_a_writer_that_waits_says_so_and_gets_its_turn(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    other = hold(engine, session.NOTICE + 1.5)
    with caplog.at_level(logging.WARNING):
        add(engine, ["PER AID CHL 2026-02-03 happened tents"])
    other.join()
    assert [record.message for record in caplog.records].count(session.WAITING) == 1
    with reading(engine) as look:
        assert look.scalar(select(func.count()).select_from(tables.event_claims)) == 1


def test_patience_ends_in_one_line(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "PATIENCE", 1)
    other = hold(engine, session.NOTICE + 5)
    with pytest.raises(BusyRecord, match="try again"), writing(engine):
        pass
    other.join()


def test_a_reader_does_not_wait_and_sees_one_state(engine: Engine) -> None:
    count = select(func.count()).select_from(tables.documents)
    with reading(engine) as look:
        before = look.scalar(count)
        add(engine, ["PER AID CHL 2026-02-03 happened tents"])
        assert look.scalar(count) == before == 0


def test_without_the_driver_of_postgresql_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(BadRecord, match=r"postgresql://…@localhost/case: .* pip install 'legation\[postgres\]'"):
        open_engine("postgresql://me:secret@localhost/case")


def test_other_databases_are_refused() -> None:
    with pytest.raises(BadRecord, match=r"mysql://.*: a record is an SQLite file or in PostgreSQL"):
        open_engine("mysql://localhost/case")


def test_the_connection_of_a_file_used_last_is_lent_first(tmp_path: Path) -> None:
    """It has read most of what is asked for; the others' memory would have to be filled with the same again."""
    engine = open_engine(str(tmp_path / "record.db"))
    with engine.connect() as first, engine.connect() as second:
        held = [look.connection.driver_connection for look in (first, second)]
    for _ in range(3):
        with reading(engine) as look:
            # Let go of in the end, as the outer of the two.
            assert look.connection.driver_connection is held[0]
    engine.dispose()
