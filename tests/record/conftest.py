"""A record of its own for each test: SQLite always, PostgreSQL when LEGATION_TEST_POSTGRES names an empty database."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from legation.record.session import make_engine, open_engine

POSTGRES = os.environ.get("LEGATION_TEST_POSTGRES")
KINDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.skipif(not POSTGRES, reason="no PostgreSQL is named"))]


def clear(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return where a record may be made."""
    if request.param == "sqlite":
        yield str(tmp_path / "record.db")
        return
    assert POSTGRES
    bare = make_engine(POSTGRES)
    clear(bare)
    yield POSTGRES
    bare.dispose()


@pytest.fixture
def engine(place: str) -> Iterator[Engine]:
    """Return the engine of an empty record."""
    engine = open_engine(place)
    yield engine
    engine.dispose()
