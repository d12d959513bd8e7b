"""Migrating an empty database gives what tables.py says, and history cannot be changed."""

import re

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from legation.record import native, tables
from legation.record.session import find_revision, make_engine, open_engine


def test_the_migrated_schema_has_the_tables_of_the_code(engine: Engine) -> None:
    # Tables and columns that native_ddl adds are no part of the metadata; the next test compares those.
    def ours(name: str | None, kind: str, *_: object) -> bool:
        return not (kind == "table" and str(name).startswith("search_index")) and name != "vector"

    with engine.connect() as connection:
        options = {"include_object": lambda _, name, kind, *rest: ours(name, kind, *rest), "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        found = [
            difference
            for difference in compare_metadata(context, tables.metadata)
            if not re.search(r"search_(claims|documents)_(vector|id)", str(difference))
        ]
    assert found == []


def test_the_migrated_schema_has_the_triggers_of_the_code(tmp_path: object) -> None:
    def names(engine: Engine) -> set[tuple[str, str]]:
        with engine.begin() as connection:
            rows = connection.exec_driver_sql(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' OR sql LIKE 'CREATE VIRTUAL%'"
            )
            return {(row[0], row[1]) for row in rows}

    created = make_engine(f"{tmp_path}/created.db")
    with created.begin() as connection:
        tables.metadata.create_all(connection)
        for statement in native.native_ddl("sqlite"):
            connection.exec_driver_sql(statement)
    migrated = open_engine(f"{tmp_path}/migrated.db")
    assert names(migrated) == names(created)
    assert len(names(created)) == 2 + 2 * len(tables.HISTORY)
    for engine in (created, migrated):
        engine.dispose()


def test_the_code_knows_the_newest_revision(engine: Engine) -> None:
    assert find_revision(engine) == tables.REVISION


@pytest.mark.parametrize("change", ["UPDATE problems SET reason = 'other'", "DELETE FROM problems"])
def test_history_refuses_changes(engine: Engine, change: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO problems (id, source, reason, at) VALUES (1, 'a.txt', 'empty', '2026')"))
    with pytest.raises(DBAPIError, match="only grows"), engine.begin() as connection:
        connection.execute(text(change))
