"""Making, copying and joining whole records."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, func, select

from legation.errors import BadRecord
from legation.record import tables
from legation.record.joining import Joined, join_records
from legation.record.rederive import ensure_current
from legation.record.session import mask, open_engine, reading

# What a copy must hold as much of as its original.
COUNTED = (tables.documents, tables.readings, tables.claims, tables.decisions)


def make_record(place: str) -> str:
    """Make an empty record at a path or URL, or bring the one there up to date; say in one line what is there now."""
    engine = open_engine(place)
    try:
        ensure_current(engine)
        with reading(engine) as session:
            held = session.scalar(select(func.count()).select_from(tables.documents)) or 0
    finally:
        engine.dispose()
    return f"{mask(place)}: {'an empty record' if held == 0 else f'a record of {held:,} documents, up to date'}"


def back_up(engine: Engine, target: Path) -> None:
    """Write a whole copy of a record into one SQLite file, while others may go on writing.

    The file appears under its name only when it is whole and holds as much as the record did. Raises BadRecord if not.
    """
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-", suffix=".part")
    os.close(handle)
    part = Path(name)
    part.unlink()
    try:
        copy_sqlite(engine, part) if engine.dialect.name == "sqlite" else copy_rows(engine, part)
        part.replace(target)
    finally:
        for leftover in (part, part.with_name(f"{part.name}-wal"), part.with_name(f"{part.name}-shm")):
            leftover.unlink(missing_ok=True)


def copy_sqlite(engine: Engine, part: Path) -> None:
    """Copy an SQLite record page by page as it stands, and have the copy checked by the engine itself."""
    with closing(sqlite3.connect(part)) as copy, engine.connect() as connection:
        original = connection.connection.driver_connection
        if original is None:
            raise BadRecord(f"{mask(str(engine.url))}: the record cannot be reached")
        original.backup(copy)
        (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        raise BadRecord(f"the copy is not whole: {verdict}")


def copy_rows(engine: Engine, part: Path) -> None:
    """Copy any other record row by row into a new SQLite one, and compare how much the two hold."""
    copy = open_engine(str(part))
    try:
        for _ in join_records(engine, copy):
            pass
        with reading(engine) as here, reading(copy) as there:
            for table in COUNTED:
                wanted, found = (session.scalar(select(func.count()).select_from(table)) for session in (here, there))
                if found is None or wanted is None or found < wanted:
                    raise BadRecord(f"the copy is not whole: {found} of {wanted} {table.name}")
        ensure_current(copy)
    finally:
        copy.dispose()


def join_record(engine: Engine, place: str) -> Iterator[Joined]:
    """Take the record at a path or URL into this one; yield what each step has appended. Raises BadRecord."""
    other = open_engine(place, create=False)
    try:
        if str(other.url) == str(engine.url):
            raise BadRecord(f"{mask(place)}: this is the record itself; name another one")
        yield from join_records(other, engine)
    finally:
        other.dispose()
