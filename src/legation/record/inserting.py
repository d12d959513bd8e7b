"""The one point of bulk loading: rows go into a table in long statements (SQLite), or by COPY (PostgreSQL)."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy import Table, insert

from legation.record.chunks import chunks
from legation.record.rows import Row
from legation.record.session import Session

# Values in one statement: SQLite allows 32,766. Its full-text index takes in the rows of one statement together, five
# times as fast as one by one.
VALUES = 16_000
# Fewer rows than these are not worth the way of a COPY.
FEW = 20


def insert_rows(session: Session, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, all of which have the same columns."""
    if not rows:
        return
    names = tuple(rows[0])
    values = map(values_of(names), rows)
    if session.dialect.name == "sqlite":
        insert_sqlite(session, table.name, names, values)
    elif len(rows) < FEW:
        session.execute(insert(table), list(rows))
    else:
        copy_in(session, table.name, names, values)


def values_of(names: Sequence[str]) -> Callable[[Row], Sequence[Any]]:
    """Return what takes the values of these columns out of a row."""
    if len(names) == 1:
        return lambda row: (row[names[0]],)
    return itemgetter(*names)


def insert_sqlite(session: Session, table: str, names: tuple[str, ...], values: Iterable[Sequence[Any]]) -> None:
    """Insert rows of values by statements of many rows each."""
    for some in chunks(values, VALUES // len(names)):
        session.exec_driver_sql(insert_statement(table, names, len(some)), tuple(chain.from_iterable(some)))


@lru_cache(maxsize=256)
def insert_statement(table: str, names: tuple[str, ...], rows: int) -> str:
    """Return the statement that inserts so many rows."""
    marks = f"({', '.join('?' * len(names))})"
    return f'INSERT INTO "{table}" ({quote(names)}) VALUES {", ".join([marks] * rows)}'


def copy_in(session: Session, table: str, names: Sequence[str], values: Iterable[Sequence[Any]]) -> None:
    """Stream rows of values into a table of PostgreSQL."""
    # Straight to the driver: SQLAlchemy has no words for COPY.
    driver: Any = session.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f'COPY "{table}" ({quote(names)}) FROM STDIN') as copy:
        for row in values:
            copy.write_row(row)


def quote(names: Iterable[str]) -> str:
    """Return a list of columns."""
    return ", ".join(f'"{name}"' for name in names)
