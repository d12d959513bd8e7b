"""Long lists cut to what one statement of a database may hold."""

import json
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import BigInteger, ColumnElement, any_, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY

from legation.record.session import Session

T = TypeVar("T")
# Values looked up in one statement: SQLite allows 32,766.
MOST = 500
# Numbers looked up in one statement as one parameter.
MANY = 20_000


def chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield the items in lists of at most `size`."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def among(session: Session, column: ColumnElement[int], numbers: Collection[int]) -> ColumnElement[bool]:
    """Return the condition that a column has one of these numbers, which go to the database as one parameter."""
    if session.dialect.name == "sqlite":
        each = func.json_each(json.dumps(list(numbers))).table_valued("value")
        return column.in_(select(each.c.value))
    value: Any = bindparam(None, list(numbers), type_=ARRAY(BigInteger))
    return column == any_(value)
