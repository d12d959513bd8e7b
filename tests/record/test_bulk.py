"""Loading many documents at once gives the record that adding them one by one gives."""

import datetime as dt
import random
import threading
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from legation.documents.document import Document
from legation.record import ahead, bulk, tables
from legation.record.behind import writing_behind
from legation.record.bulk import batches_of, load
from legation.record.check import find_faults
from legation.record.derive import find_settled
from legation.record.digest import Digest
from legation.record.inserting import insert_rows
from legation.record.ready import SHORT, Load, pack_original
from legation.record.session import open_engine, reading, writing
from tests.builders import make_document
from tests.record.histories import add, moment, read_lines
from tests.record.test_shadow import draw_line, draw_text

# Tables whose rows hold numbers that depend on the order of arrival are compared without these.
NUMBERS = {"id", "number", "reading_id"}
COMPARED = (
    tables.documents,
    tables.originals,
    tables.arrivals,
    tables.actors,
    tables.mentions,
    tables.claims,
    tables.claim_traits,
    tables.document_prints,
    tables.search_entries,
    tables.events,
    tables.event_claims,
    tables.event_parties,
    tables.event_dyads,
)


def make_loads(texts: Sequence[str], number: int = 0) -> list[Load]:
    return [make_load(make_document(text), moment(number)) for text in texts]


def make_load(document: Document, at: dt.datetime) -> Load:
    name = f"{document.id[7:19]}.txt"
    return Load(document.text.encode(), name, at, read_lines(document), "lines/1")


def contents(engine: Engine) -> dict[str, list[str]]:
    """Return what a record holds, in an order of its own."""
    with reading(engine) as session:
        found = {
            table.name: sorted(
                repr(
                    [
                        row[column.name]
                        for column in table.columns
                        if column.name not in NUMBERS or table is tables.events
                    ]
                )
                for row in session.execute(select(table)).mappings()
            )
            for table in COMPARED
        }
        months = tables.dyad_months
        counts = session.execute(select(months).where(months.c.events != 0))
        return found | {"dyad_months": sorted(repr(tuple(row)) for row in counts)}


@pytest.mark.parametrize("seed", range(4))
def test_a_bulk_load_equals_adding_one_by_one(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    draw = random.Random(seed)
    texts = list(dict.fromkeys(draw_text(draw) for _ in range(24)))
    # Near copies of some, so that origins move as they come in.
    texts += [f"{text}\n{draw_line(draw)}" for text in texts if text.count("\n") > 1]
    draw.shuffle(texts)
    monkeypatch.setattr(bulk, draw.choice(("BATCH", "CLAIMS")), draw.choice((1, 5, 100)))
    monkeypatch.setattr(ahead, "FEWEST", draw.choice((1, 500)))
    singly = open_engine(f"{tmp_path}/singly.db")
    for text in draw.sample(texts, len(texts)):
        add(singly, [text])
    # Some were there before; the others come at once, those that are known among them.
    add(engine, texts[:5])
    for _ in load(engine, make_loads(texts)):
        pass
    packed, whole = contents(engine), contents(singly)
    # How tightly the originals are packed is no part of what they hold.
    assert packed.pop("originals") != []
    whole.pop("originals")
    assert packed == whole
    with reading(engine) as session:
        assert list(find_faults(session)) == []
    singly.dispose()


def test_documents_that_are_known_stay_as_they_are(engine: Engine) -> None:
    texts = ["PER AID CHL 2026-02-03 happened tents"]
    (kept,) = load(engine, make_loads(texts))
    assert list(kept.values()) == [make_document(texts[0]).id]
    assert list(load(engine, make_loads(texts, 1))) == [{}]


def test_readings_may_be_added_after_a_load(engine: Engine) -> None:
    list(load(engine, make_loads(["PER AID CHL 2026-02-03 happened tents"])))
    add(engine, ["PER AID CHL 2026-02-03 happened blankets"], 1)
    with reading(engine) as session:
        assert sorted(session.scalars(select(tables.readings.c.id))) == [1, 2]


def test_rows_are_written_behind_and_seen_by_what_follows(engine: Engine) -> None:
    problem = {"source": "a.txt", "reason": "empty", "at": "2026"}
    with writing(engine) as session, writing_behind(session):
        insert_rows(session, tables.problems, [problem])
        assert session.scalars(select(tables.problems.c.source)).all() == ["a.txt"]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("writes")]


def test_a_write_behind_that_fails_undoes_the_unit_of_work(engine: Engine) -> None:
    rows = [{"document_id": "sha256:absent", "source": "a.txt", "at": "2026"}]

    def write() -> None:
        with writing(engine) as session, writing_behind(session):
            insert_rows(session, tables.problems, [{"source": "b.txt", "reason": "empty", "at": "2026"}])
            insert_rows(session, tables.arrivals, rows)

    with pytest.raises(Exception, match=r"(?i)foreign key"):
        write()
    with reading(engine) as session:
        assert session.scalars(select(tables.problems.c.source)).all() == []


def digest(*keys: str) -> Digest:
    return Digest((), tuple((key, "", None, None, None, 0.0) for key in keys), (), ())


def test_what_meets_nothing_settles_as_it_is_among_the_new() -> None:
    pair, lone = digest("a", "b"), digest("c")
    among = [[pair], [digest("d"), digest("e")], [lone]]
    assert list(find_settled("abcde", among, ())) == [pair, *among[1], lone]


@pytest.mark.parametrize(
    ("fresh", "stirred"),
    [("abc", {"b"}), ("ac", set())],
    ids=["one of two is like a claim of the record, or ruled on", "one of two turns out to be known"],
)
def test_what_the_record_bears_on_does_not_settle(fresh: str, stirred: set[str]) -> None:
    assert list(find_settled(fresh, [[digest("a", "b")], [digest("c")]], stirred)) == [digest("c")]


def test_a_claim_that_is_ruled_on_does_not_settle() -> None:
    assert list(find_settled("a", [[digest("a")]], {"a"})) == []


def test_units_of_work_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    loads = make_loads([f"PER AID CHL 2026-02-03 happened tents {number}" for number in range(20)])
    monkeypatch.setattr(bulk, "FIRST", 2)
    monkeypatch.setattr(bulk, "BATCH", 5)
    assert [len(batch) for batch in batches_of(loads)] == [2, 4, 5, 5, 4]
    monkeypatch.setattr(bulk, "CLAIMS", 3)
    assert {len(batch) for batch in batches_of(loads)} == {2, 3}


def test_some_batches_are_one_unit_of_work(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    loads = make_loads([f"PER AID CHL 2026-02-03 happened tents {number}" for number in range(14)])
    monkeypatch.setattr(bulk, "FIRST", 2)
    monkeypatch.setattr(bulk, "BATCH", 2)
    monkeypatch.setattr(bulk, "TOGETHER", 3)
    held = []
    for kept in load(engine, loads):
        with reading(engine) as session:
            held.append((len(kept), len(session.scalars(select(tables.documents.c.id)).all())))
    assert held == [(6, 6), (6, 12), (2, 14)]


@pytest.mark.parametrize("much", [True, False])
def test_what_a_unit_of_work_changes_stays_in_memory(tmp_path: Path, *, much: bool) -> None:
    engine, log = open_engine(f"{tmp_path}/record.db"), tmp_path / "record.db-wal"
    with reading(engine) as session:
        # Pages that may be kept: fewer than the rows fill.
        session.exec_driver_sql("PRAGMA cache_size=10")
    for number in range(2):
        problems = [{"source": f"{number}.{row}.txt", "reason": "empty", "at": "2026"} for row in range(2_500)]
        with writing(engine, much=much and not number) as session:
            before = log.stat().st_size
            insert_rows(session, tables.problems, problems)
            # The second of two writes again as is usual.
            assert (log.stat().st_size == before) == (much and not number)
    engine.dispose()


@pytest.mark.parametrize("length", [0, 1, SHORT, SHORT + 1, 20 * SHORT])
def test_originals_are_packed_whole(length: int) -> None:
    # Repeats lie further apart than a small window reaches.
    data = random.Random(length).randbytes(SHORT + 100) * 20
    assert zlib.decompress(pack_original(data[:length])) == data[:length]
