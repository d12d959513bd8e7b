"""Opening an accounts database: made where there is none, brought up to date where it is older."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, inspect, select
from sqlalchemy.exc import DatabaseError

from legation.errors import BadRecord
from legation.record.session import Session, make_engine, mask, one_line, reading, sqlite_file, writing
from legation.workspace.team import tables

# What refuses to change the log, by engine.
ONLY_GROWS = {
    "sqlite": (
        "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the log only grows'); END",
        "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the log only grows'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION team_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the log only grows'; END $$",
        "CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
        "FOR EACH STATEMENT EXECUTE FUNCTION team_only_grows()",
    ),
}


def make_first(session: Session) -> None:
    """Make the tables of the first version."""
    tables.metadata.create_all(session)
    for statement in ONLY_GROWS[session.dialect.name]:
        session.exec_driver_sql(statement)


# What leads from each version to the next, the first from nothing; a released step is never changed.
STEPS: tuple[Callable[[Session], None], ...] = (make_first,)


def open_accounts(place: str, *, create: bool = False) -> Engine:
    """Return an engine for the accounts database at a path or URL, with its schema brought up to date.

    `create` makes one where there is none; without it that is a BadRecord, as is a database that cannot be reached,
    one that is something else (a record), and one of a newer version.
    """
    file = sqlite_file(place)
    if file is not None and not create and not file.exists():
        raise BadRecord(f"{file}: there is no accounts database; `legation team init` makes one")
    if file is not None and not file.parent.is_dir():
        raise BadRecord(f"{file}: the folder {file.parent} does not exist")
    engine = make_engine(place)
    try:
        ensure_schema(engine, mask(place), file, create=create)
    except DatabaseError as error:
        engine.dispose()
        raise BadRecord(f"{mask(place)}: no accounts can be opened here: {one_line(error)}") from error
    except BadRecord:
        engine.dispose()
        raise
    return engine


def ensure_schema(engine: Engine, name: str, file: Path | None, *, create: bool) -> None:
    """Run the steps that are missing; two processes may try at once, the second finds nothing left to do."""
    with reading(engine) as session:
        version = find_version(session)
        others = inspect(session).get_table_names()
    if version == len(STEPS):
        return
    if version is None and others:
        raise BadRecord(f"{name}: a database, but not of accounts; give them one of their own")
    if version is None and not create:
        raise BadRecord(f"{name}: empty; `legation team init` makes an accounts database of it")
    if version is not None and version > len(STEPS):
        raise BadRecord(f"{name}: written by a newer legation (accounts {version}); update legation")
    with writing(engine) as session:
        for number in range(find_version(session) or 0, len(STEPS)):
            STEPS[number](session)
            session.execute(tables.team_schema.delete())
            session.execute(tables.team_schema.insert().values(version=number + 1))
    if file is not None:
        # Hashes of passwords are nobody else's to read.
        file.chmod(0o600)


def find_version(session: Session) -> int | None:
    """Return the version of an accounts database; None if it is none."""
    if not inspect(session).has_table(tables.team_schema.name):
        return None
    return session.scalar(select(tables.team_schema.c.version))
