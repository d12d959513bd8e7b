"""The way into a record: an engine for a path or a URL, and units of work on it.

One writes at a time, on either engine: a unit of work that writes takes its turn before it looks at anything, so that
what merging derives rests on everything kept before it. Those that only read never wait, and see one state throughout.
"""

import logging
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from importlib import resources
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.exc import DatabaseError, OperationalError

from legation.errors import BadRecord, BusyRecord
from legation.record.tables import REVISION

log = logging.getLogger(__name__)

Session = Connection
# How long a writer waits for another before it gives up, in seconds: merging many documents anew takes minutes.
PATIENCE = 900
# After how many seconds of waiting that is said.
NOTICE = 2
WRITES = "legation_writes"
# Kibibytes of an SQLite record that a connection may keep in memory: with 2,000, as SQLite has it, a record of some
# hundred thousand claims is read from the disk over and over while it is added to.
CACHE = 256 * 1024
# The advisory lock by which writers of one PostgreSQL database take turns; any number of our own does.
TURN = 7_310_579_623
# How the URL of a PostgreSQL record may begin.
SCHEMES = frozenset({"postgres", "postgresql", "postgresql+psycopg"})
WAITING = "another process writes to the record: waiting for it"
BUSY = f"another process has been writing to the record for {PATIENCE // 60} minutes: try again when it is done"


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
    """Return an engine with the settings a record needs; the schema is left as it is.

    Raises BadRecord for a URL of no database that a record can be in, and where the driver is not installed.
    """
    file = sqlite_file(place)
    if file is None:
        return make_server_engine(place)
    # The connection used last has most of what is asked for in its own memory.
    engine = create_engine(f"sqlite:///{file}", connect_args={"timeout": NOTICE}, pool_use_lifo=True)
    event.listen(engine, "connect", prepare_sqlite)
    event.listen(engine, "begin", begin_sqlite)
    return engine


def make_server_engine(place: str) -> Engine:
    """Return an engine for a PostgreSQL record."""
    scheme, rest = place.split("://", 1)
    if scheme not in SCHEMES:
        raise BadRecord(f"{mask(place)}: a record is an SQLite file or in PostgreSQL (postgresql://…), not {scheme}")
    try:
        engine = create_engine(f"postgresql+psycopg://{rest}")
    except ModuleNotFoundError as error:
        # The driver is an extra, since most records are files.
        raise BadRecord(f"{mask(place)}: PostgreSQL needs a driver: pip install 'legation[postgres]'") from error
    event.listen(engine, "connect", prepare_postgresql)
    event.listen(engine, "begin", begin_postgresql)
    return engine


def prepare_sqlite(connection: Any, _: object) -> None:
    """Set what SQLite forgets between connections; transactions are begun by `begin_sqlite`, not by the driver."""
    connection.isolation_level = None
    cursor = connection.cursor()
    # Opening a record that another process has just made or recovers may have to wait a moment.
    set_up = ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL", f"cache_size=-{CACHE}")
    wait_for(lambda: [cursor.execute(f"PRAGMA {pragma}") for pragma in set_up])
    cursor.close()


def begin_sqlite(connection: Connection) -> None:
    """Begin a transaction; one that will write takes the lock at once, for a later upgrade fails instead of waiting."""
    driver = connection.connection.driver_connection
    # Only engines of SQLite are given this listener.
    assert isinstance(driver, sqlite3.Connection)
    writes = connection.get_execution_options().get(WRITES, False)
    wait_for(lambda: driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN"))


def wait_for(act: Callable[[], object]) -> None:
    """Do what may find an SQLite database locked, again and again until it is not; BusyRecord when patience ends."""
    begun = time.monotonic()
    is_told = False
    while True:
        try:
            act()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            # The driver has waited `NOTICE` seconds already.
            if time.monotonic() - begun > PATIENCE:
                raise BusyRecord(BUSY) from error
        else:
            return
        if not is_told:
            log.warning(WAITING)
            is_told = True


def prepare_postgresql(connection: Any, _: object) -> None:
    """Have the server plan for rows that are at hand, and sort the finds of a search in memory.

    Its defaults are those of turning disks and of many clients: by them it goes through a whole table for some hundred
    rows of an index, and sorts a few thousand finds on the disk.
    """
    connection.autocommit = True
    connection.execute("SELECT set_config('random_page_cost', '1.1', false), set_config('work_mem', '32MB', false)")
    connection.autocommit = False


def begin_postgresql(connection: Connection) -> None:
    """Have a transaction that will write wait for its turn; it sees everything that earlier ones have kept."""
    if not connection.get_execution_options().get(WRITES, False):
        return
    # Straight to the driver: SQLAlchemy rolls everything back where a statement fails while it begins a transaction.
    driver: Any = connection.connection.driver_connection
    for seconds, notice in ((NOTICE, WAITING), (PATIENCE, BUSY)):
        driver.execute("SAVEPOINT turn")
        driver.execute(f"SET LOCAL lock_timeout = '{seconds}s'")
        try:
            driver.execute(f"SELECT pg_advisory_xact_lock({TURN})")
        except connection.dialect.loaded_dbapi.OperationalError:
            driver.execute("ROLLBACK TO SAVEPOINT turn")
            log.warning(notice)
            continue
        driver.execute("SET LOCAL lock_timeout = 0")
        return
    raise BusyRecord(BUSY)


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """One consistent look at the record."""
    with looking(engine) as connection, connection.begin():
        yield connection


@contextmanager
def looking(engine: Engine) -> Iterator[Session]:
    """A connection whose transactions each see one state of the record, whatever is written meanwhile."""
    # SQLite does so by itself.
    options = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    with engine.connect().execution_options(**options) as connection:
        yield connection


@contextmanager
def writing(engine: Engine, *, much: bool = False) -> Iterator[Session]:
    """One unit of work: everything in it is kept, or nothing; BusyRecord where others write without end.

    `much` is to be said of one that changes pages of every index: they are kept in memory until it ends.
    """
    options: dict[str, Any] = {WRITES: True}
    if engine.dialect.name != "sqlite":
        # A snapshot taken before the turn came would miss what the one before has kept.
        options["isolation_level"] = "READ COMMITTED"
    with (
        engine.connect().execution_options(**options) as connection,
        changes_in_memory(connection) if much else nullcontext(),
        connection.begin(),
    ):
        yield connection


@contextmanager
def changes_in_memory(connection: Connection) -> Iterator[None]:
    """Keep in memory what a unit of work changes that begins and ends in this, however much it is.

    SQLite writes changed pages out as soon as there are more than it may keep, and again when they change again: a bulk
    load, which changes pages of every index, would write each of them many times over.
    """
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        yield
        return
    # Within a transaction it would do nothing.
    driver.execute("PRAGMA cache_spill=OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA cache_spill=ON")


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


def migrate(engine: Engine, revision: str = "head") -> None:
    """Run the migrations up to a revision; two processes may try at once, the second finds nothing left to do."""
    # Slow to load, and needed only when a record is made or updated.
    from alembic import command
    from alembic.config import Config

    with resources.as_file(resources.files("legation.record") / "migrations") as folder, writing(engine) as session:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = session
        command.upgrade(config, revision)


def mask(place: str) -> str:
    """Return a place without the password a URL may hold."""
    if "://" not in place or "@" not in place:
        return place
    scheme, rest = place.split("://", 1)
    return f"{scheme}://…@{rest.rsplit('@', 1)[1]}"


def one_line(error: DatabaseError | OperationalError) -> str:
    """Return the first line of what the driver says."""
    return str(error.orig).strip().splitlines()[0]
