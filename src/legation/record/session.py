"""The way into a record: an engine for a path or a URL, and units of work on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.exc import DatabaseError, OperationalError

from legation.errors import BadRecord
from legation.record.tables import REVISION

Session = Connection
# How long a writer waits for another before it gives up, in seconds.
PATIENCE = 60
WRITES = "legation_writes"


def open_engine(place: str, *, create: bool = True) -> Engine:
    """Return an engine for the record at a path or URL, with its schema brought up to date.

    `create` makes a record where there is none; without it that is a BadRecord. Raises BadRecord also for a file
    that is no record, for a database that cannot be reached, and for a record of a newer version.
    """
    file = sqlite_file(place)
    if file is not None and not create and not file.exists():
        raise BadRecord(f"{file}: there is no record; `legation add` makes one, --record names another")
    if file is not None and not file.parent.is_dir():
        raise BadRecord(f"{file}: the folder {file.parent} does not exist")
    engine = make_engine(place)
    try:
        ensure_schema(engine, create=create)
    except DatabaseError as error:
        raise BadRecord(f"{mask(place)}: no record can be opened here: {one_line(error)}") from error
    return engine


def sqlite_file(place: str) -> Path | None:
    """Return the file of an SQLite record; None for any other database."""
    if place.startswith("sqlite:///"):
        return Path(place.removeprefix("sqlite:///"))
    return None if "://" in place else Path(place)


def make_engine(place: str) -> Engine:
    """Return an engine with the settings a record needs; the schema is left as it is."""
    file = sqlite_file(place)
    if file is None:
        scheme, rest = place.split("://", 1)
        driver = "postgresql+psycopg" if scheme in {"postgres", "postgresql"} else scheme
        return create_engine(f"{driver}://{rest}")
    engine = create_engine(f"sqlite:///{file}", connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", prepare_sqlite)
    event.listen(engine, "begin", begin_sqlite)
    return engine


def prepare_sqlite(connection: Any, _: object) -> None:
    """Set what SQLite forgets between connections; transactions are begun by `begin_sqlite`, not by the driver."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL", f"busy_timeout={PATIENCE * 1000}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def begin_sqlite(connection: Connection) -> None:
    """Begin a transaction; one that will write takes the lock at once, for a later upgrade fails instead of waiting."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """One consistent look at the record."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """One unit of work: everything in it is kept, or nothing."""
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        yield connection


def ensure_schema(engine: Engine, *, create: bool) -> None:
    """Migrate an empty or older database to the newest revision; BadRecord if it is newer or something else."""
    found = find_revision(engine)
    if found == REVISION:
        return
    if found is None and inspect(engine).get_table_names():
        raise BadRecord(f"{mask(str(engine.url))}: a database, but no record of legation")
    if found is None and not create:
        raise BadRecord(f"{mask(str(engine.url))}: empty; `legation add` makes a record of it")
    if found is not None and found > REVISION:
        raise BadRecord(f"{mask(str(engine.url))}: written by a newer legation (revision {found}); update legation")
    migrate(engine)


def find_revision(engine: Engine) -> str | None:
    """Return the revision of the record; None if it has none."""
    with reading(engine) as session:
        if not inspect(session).has_table("alembic_version"):
            return None
        row = session.exec_driver_sql("SELECT version_num FROM alembic_version").first()
        return str(row[0]) if row else None


def migrate(engine: Engine) -> None:
    """Run the migrations; two processes may try at once, the second finds nothing left to do."""
    # Slow to load, and needed only when a record is made or updated.
    from alembic import command
    from alembic.config import Config

    with resources.as_file(resources.files("legation.record") / "migrations") as folder, writing(engine) as session:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = session
        command.upgrade(config, "head")


def mask(place: str) -> str:
    """Return a place without the password a URL may hold."""
    if "://" not in place or "@" not in place:
        return place
    scheme, rest = place.split("://", 1)
    return f"{scheme}://…@{rest.rsplit('@', 1)[1]}"


def one_line(error: DatabaseError | OperationalError) -> str:
    """Return the first line of what the driver says."""
    return str(error.orig).strip().splitlines()[0]
