"""The one point of bulk loading: rows go into a table in long statements (SQLite), or by COPY (PostgreSQL)."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy import Table

from legation.record.behind import write
from legation.record.chunks import chunks
from legation.record.rows import Row
from legation.record.session import Session

# Values in one statement: SQLite allows 32,766. Its full-text index takes in the rows of one statement together, five
# times as fast as one by one.
VALUES = 32_000
# Fewer rows than these are not worth the way of a COPY.
FEW = 20


def insert_rows(session: Session, table: Table, rows: Sequence[Row], conflict: str = "") -> None:
    """Insert rows, all of which have the same columns; `conflict` says what to do where a key is there already."""
    if rows:
        names = tuple(rows[0])
        insert_values(session, table, names, list(map(values_of(names), rows)), conflict)


def insert_values(
    session: Session, table: Table, names: tuple[str, ...], values: Sequence[Sequence[Any]], conflict: str = ""
) -> None:
    """Insert rows given as their values in the order of the columns named."""
    if not values:
        return
    driver = session.connection.driver_connection
    if session.dialect.name == "sqlite":
        insert = partial(insert_sqlite, driver, table.name, names, values, conflict)
    elif conflict or len(values) < FEW:
        insert = partial(insert_postgresql, driver, table.name, names, values, conflict)
    else:
        insert = partial(copy_in, driver, table.name, names, values)
    write(session, insert)


def values_of(names: Sequence[str]) -> Callable[[Row], Sequence[Any]]:
    """Return what takes the values of these columns out of a row."""
    if len(names) == 1:
        return lambda row: (row[names[0]],)
    return itemgetter(*names)


def insert_sqlite(
    driver: Any, table: str, names: tuple[str, ...], values: Iterable[Sequence[Any]], conflict: str
) -> None:
    """Insert rows of values by statements of many rows each."""
    for some in chunks(values, VALUES // len(names)):
        driver.execute(insert_statement(table, names, len(some), conflict), tuple(chain.from_iterable(some)))


@lru_cache(maxsize=256)
def insert_statement(table: str, names: tuple[str, ...], rows: int, conflict: str) -> str:
    """Return the statement that inserts so many rows."""
    marks = f"({', '.join('?' * len(names))})"
    return f'INSERT INTO "{table}" ({quote(names)}) VALUES {", ".join([marks] * rows)} {conflict}'


def insert_postgresql(
    driver: Any, table: str, names: Sequence[str], values: Sequence[Sequence[Any]], conflict: str
) -> None:
    """Insert rows of values one by one."""
    marks = ", ".join(["%s"] * len(names))
    with driver.cursor() as cursor:
        cursor.executemany(f'INSERT INTO "{table}" ({quote(names)}) VALUES ({marks}) {conflict}', values)


def copy_in(driver: Any, table: str, names: Sequence[str], values: Iterable[Sequence[Any]]) -> None:
    """Stream rows of values into a table of PostgreSQL."""
    with driver.cursor() as cursor, cursor.copy(f'COPY "{table}" ({quote(names)}) FROM STDIN') as copy:
        for row in values:
            copy.write_row(row)


def quote(names: Iterable[str]) -> str:
    """Return a list of columns."""
    return ", ".join(f'"{name}"' for name in names)
