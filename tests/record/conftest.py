"""A record of its own for each test: SQLite always, PostgreSQL when LEGATION_TEST_POSTGRES names an empty database."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url

from legation.record.session import make_engine, open_engine

POSTGRES = os.environ.get("LEGATION_TEST_POSTGRES")
KINDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.skipif(not POSTGRES, reason="no PostgreSQL is named"))]


@pytest.fixture(scope="session")
def server() -> str:
    """Return the address of a database that no other test process uses: one of its own for each that runs beside."""
    assert POSTGRES
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker is None:
        return POSTGRES
    named = make_url(POSTGRES)
    own = named.set(database=f"{named.database}_{worker}")
    engine = make_engine(POSTGRES).execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f'DROP DATABASE IF EXISTS "{own.database}"')
        connection.exec_driver_sql(f'CREATE DATABASE "{own.database}"')
    engine.dispose()
    return own.render_as_string(hide_password=False)


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
    server = request.getfixturevalue("server")
    bare = make_engine(server)
    clear(bare)
    yield server
    bare.dispose()


@pytest.fixture
def engine(place: str) -> Iterator[Engine]:
    """Return the engine of an empty record."""
    engine = open_engine(place)
    yield engine
    engine.dispose()
