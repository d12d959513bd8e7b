"""A filled record of every earlier revision is brought up to date when it is opened: nothing is lost, all is sound."""

import logging
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, MetaData, Table, insert, select, text

from legation.record import tables
from legation.record.check import find_faults
from legation.record.rederive import ensure_current
from legation.record.session import find_revision, make_engine, migrate, open_engine, reading
from legation.workspace.workspace import Workspace
from tests.record.histories import add, moment

TEXTS = [
    "PER AID CHL 2026-02-03 happened tents\nCHL ACCUSE KEN 2026-02-04 happened border v2:status=planned",
    "PER AID CHL 2026-02-03 happened tents\nCHL ACCUSE KEN 2026-02-04 happened border\nOSO CONSULT KEN - planned talks",
    "KEN AGREE PER 2026-02-11 denied treaty talks v2:type=COOPERATE",
]
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
Contents = dict[str, list[dict[str, Any]]]


def make_source(place: str, revision: str) -> Engine:
    """Return a record of today that holds what a record of this revision could hold: readings, rulings, bookmarks."""
    engine = open_engine(place)
    names = add(engine, TEXTS)
    add(engine, TEXTS[:1], 1, version=2)
    if revision > "0001":
        claim = f"{names[1][7:19]}.c1"
        with Workspace(place, clock=partial(moment, 2)) as record:
            record.decide("amend", claim, author="ann", changes={"status": "planned"}, reason="the plan is meant")
            record.decide("note", claim, author="bob", reason="look again")
            kept = record.decide("reject", f"{names[2][7:19]}.c1", author="ann", reason="no such treaty")
            record.undo(kept.uid, author="bob", reason="there is one")
    return engine


def make_old(place: str, revision: str, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Make a record of a revision, by its own migrations, with these rows in its tables as far as it has them."""
    engine = make_engine(place)
    migrate(engine, revision)
    metadata = MetaData()
    metadata.reflect(engine)
    with engine.begin() as connection:
        for table in metadata.sorted_tables:
            held = [{name: row[name] for name in row if name in table.columns} for row in rows.get(table.name, ())]
            if held:
                connection.execute(insert(table), held)
                number_on(engine, connection, table)
        if "derivation" in metadata.tables and "derivation" not in rows:
            connection.execute(insert(metadata.tables["derivation"]), [{"name": "events", "value": "events/1"}])
    engine.dispose()


def number_on(engine: Engine, connection: Any, table: Table) -> None:
    """Have PostgreSQL count on after rows whose numbers were given."""
    if engine.dialect.name == "postgresql" and "id" in table.columns and table.columns["id"].autoincrement is True:
        last = f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), (SELECT max(id) FROM {table.name}))"
        connection.execute(text(last))


def contents(engine: Engine, some: Sequence[Table]) -> Contents:
    with reading(engine) as session:
        return {
            table.name: [dict(row) for row in session.execute(select(table).order_by(*table.primary_key)).mappings()]
            for table in some
        }


@pytest.mark.parametrize("revision", REVISIONS)
def test_an_old_record_is_brought_up_to_date(place: str, tmp_path: Path, revision: str) -> None:
    source = make_source(f"{tmp_path}/source.db", revision)
    kept = (*tables.HISTORY, tables.current_readings, tables.search_entries, tables.ruled)
    wanted = contents(source, kept)
    make_old(place, revision, wanted)
    engine = open_engine(place)
    assert find_revision(engine) == tables.REVISION
    assert ensure_current(engine)
    assert contents(engine, kept) == wanted
    derived = (tables.events, tables.event_claims, tables.event_parties, tables.event_dyads, tables.claim_traits)
    assert contents(engine, derived) == contents(source, derived)
    with reading(engine) as session:
        assert list(find_faults(session)) == []
    # It can be added to, and searched, as before.
    add(engine, ["PER AID CHL 2026-02-03 happened blankets"], 5)
    with Workspace(place) as record:
        assert len(record.search("blankets")) == 2
        assert record.check() == []
    for one in (engine, source):
        one.dispose()


@pytest.mark.parametrize("revision", ["0004", "0005", "0006", "0007"])
def test_what_is_derived_is_widened_without_merging_anew(
    place: str, tmp_path: Path, revision: str, caplog: pytest.LogCaptureFixture
) -> None:
    source = make_source(f"{tmp_path}/source.db", revision)
    ensure_current(source)
    kept = tuple(tables.metadata.sorted_tables)
    wanted = contents(source, kept)
    assert {row["status"] for row in wanted["event_parties"]} == {"happened", "planned", "denied"}
    assert {row["last_day"] for row in wanted["event_dyads"]} == {None, "2026-02-03", "2026-02-04", "2026-02-11"}
    make_old(place, revision, wanted)
    caplog.clear()
    with caplog.at_level(logging.WARNING, "legation.record"):
        engine = open_engine(place)
    # A small record is widened at once and without a word.
    assert caplog.messages == []
    assert not ensure_current(engine)
    assert contents(engine, kept) == wanted
    with reading(engine) as session:
        assert list(find_faults(session)) == []
    for one in (engine, source):
        one.dispose()


def test_every_earlier_revision_is_tried() -> None:
    assert f"{len(REVISIONS) + 1:04}" == tables.REVISION
