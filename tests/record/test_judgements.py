"""Judgements and rulings on evidence only grow, are known by their content, and go along when records are joined."""

import datetime as dt

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError

from legation.record.decision import Anchor, Kind
from legation.record.joining import join_records
from legation.record.judgements import add_admission, add_lock, find_admissions, find_locks
from legation.record.session import open_engine, reading, writing

NOW = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(days=1)
ROW = {"at": NOW.isoformat(), "author": "ann"}
ANCHOR = Anchor(Kind.EVENT, "3fa9c1d2e0ab.e7", type="AID")


def fill(engine: Engine) -> None:
    with writing(engine) as session:
        add_lock(session, ("tents", "d1", "id: tents"), "ann", NOW)
        add_admission(session, ("tents", "aid"), ("accept", ANCHOR, "read it"), ROW)


def test_a_judgement_locked_again_unchanged_is_the_same_lock(engine: Engine) -> None:
    with writing(engine) as session:
        first = add_lock(session, ("tents", "d1", "id: tents"), "ann", NOW)
        assert add_lock(session, ("tents", "d1", "id: tents"), "ann", LATER) == first
        assert add_lock(session, ("tents", "d1", "id: tents"), "bob", LATER) != first
        assert add_lock(session, ("tents", "d2", "id: tents\n"), "ann", LATER) != first
        assert [lock.digest for lock in find_locks(session, "tents")] == ["d1", "d1", "d2"]
        assert find_locks(session, "rents") == []


def test_a_judgement_changed_back_is_a_lock_of_its_own(engine: Engine) -> None:
    with writing(engine) as session:
        for number, digest in enumerate(("d1", "d2", "d1")):
            add_lock(session, ("tents", digest, "id: tents"), "ann", NOW + dt.timedelta(hours=number))
        assert [lock.digest for lock in find_locks(session)] == ["d1", "d2", "d1"]


def test_rulings_come_back_as_they_were_kept(engine: Engine) -> None:
    fill(engine)
    with reading(engine) as session:
        (found,) = find_admissions(session, "tents")
    assert (found.indicator, found.ruling, found.author, found.reason) == ("aid", "accept", "ann", "read it")
    assert found.subject == ANCHOR


@pytest.mark.parametrize("table", ["judgements", "admissions"])
@pytest.mark.parametrize("act", ["UPDATE {} SET author = 'eve'", "DELETE FROM {}"])
def test_history_refuses_change(engine: Engine, table: str, act: str) -> None:
    fill(engine)
    with pytest.raises(DatabaseError, match="only grows"), engine.begin() as connection:
        connection.execute(text(act.format(table)))


def test_joined_records_have_both_judgements_once(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = open_engine(str(tmp_path_factory.mktemp("other") / "o.db"))
    fill(other)
    for _ in range(2):
        list(join_records(other, engine))
    with reading(engine) as session:
        assert len(find_locks(session)) == len(find_admissions(session, "tents")) == 1
    other.dispose()
