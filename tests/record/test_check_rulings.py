"""`check` sees what is wrong with rulings and bookmarks: another hash, other words, a place that is not noted."""

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from legation.record.bookmarks import add_bookmark
from legation.record.check_rulings import HASHED, check_rulings
from legation.record.session import open_engine, reading, writing
from legation.workspace.workspace import Workspace
from tests.record.histories import add, moment

NOON = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)


def fill(place: str) -> None:
    """Make a record with rulings of every kind, an undoing and a bookmark."""
    engine = open_engine(place)
    names = add(engine, ["PER AID CHL 2026-02-03 happened tents", "KEN ACCUSE PER 2026-02-03 happened border"])
    claims = [f"{name[7:19]}.c1" for name in names]
    with Workspace(place, clock=lambda: moment(1)) as record:
        record.decide("amend", claims[0], author="ann", changes={"status": "planned"})
        record.decide("different", claims[0], claims[1], author="ann")
        record.decide("note", names[0], author="bob", reason="a plain report")
        record.decide("accept", claims[0].replace(".c1", ".m1"), author="bob")
        undone = record.decide("reject", claims[1], author="bob")
        record.undo(undone.uid, author="bob")
    with writing(engine) as session:
        add_bookmark(session, ("search", "tents"), {"query": "tents"}, "ann", NOON)
        add_bookmark(session, ("search", "tents"), None, "ann", NOON)
    engine.dispose()


def change(engine: Engine, statement: str) -> None:
    """Change what the record itself refuses to change."""
    table = statement.split()[2] if statement.startswith("DELETE") else statement.split()[1]
    with writing(engine) as session:
        if session.dialect.name == "sqlite":
            for act in ("update", "delete"):
                session.execute(text(f"DROP TRIGGER IF EXISTS {table}_no_{act}"))
        else:
            session.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        session.execute(text(statement))


def faults(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return list(check_rulings(session))


def test_rulings_as_they_were_made_have_no_faults(place: str) -> None:
    fill(place)
    engine = open_engine(place)
    assert faults(engine) == []
    engine.dispose()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE decisions SET reason = 'other' WHERE ruling = 'note'", "what it holds has another hash"),
        ("UPDATE decisions SET undoes = 'ffff' WHERE ruling = 'undo'", "takes back ffff, which is not there"),
        ("UPDATE decisions SET subject = replace(subject, 'tents', 'boats')", "its words are not those of the text"),
        ("UPDATE bookmarks SET author = 'bob'", "what it holds has another hash"),
        ("DELETE FROM ruled WHERE item = 'c1'", "it is not noted where it applies"),
        ("UPDATE ruled SET reading_id = 99", "noted for a reading that does not count"),
        ("UPDATE ruled SET item = 'c9' WHERE item = 'c1'", "noted for c9, which is not there"),
        ("UPDATE ruled SET uid = 'ffff' WHERE item = 'm1'", "a row of ffff, which no decision has"),
    ],
)
def test_check_sees_what_has_been_changed(place: str, statement: str, words: str) -> None:
    fill(place)
    engine = open_engine(place)
    change(engine, statement)
    assert any(words in fault for fault in faults(engine))
    engine.dispose()


def test_check_sees_documents_that_are_gone(tmp_path: Path) -> None:
    fill(f"{tmp_path}/record.db")
    # The bare library holds to no references.
    with closing(sqlite3.connect(f"{tmp_path}/record.db")) as bare:
        bare.execute("DROP TRIGGER documents_no_delete")
        bare.execute("DELETE FROM documents")
        bare.commit()
    engine = open_engine(f"{tmp_path}/record.db")
    assert any("its document is not there" in fault for fault in faults(engine))
    engine.dispose()


def test_every_table_with_a_hash_is_looked_at() -> None:
    assert {"decisions", "bookmarks", "judgements", "admissions"} <= {table.name for table in HASHED}
