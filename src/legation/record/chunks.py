"""Long lists cut to what one statement of a database may hold."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import BigInteger, ColumnElement, FromClause, Text, any_, bindparam, func, select, tuple_
from sqlalchemy.dialects.postgresql import ARRAY

from legation.record.session import Session

T = TypeVar("T")
V = TypeVar("V", int, str)
# Values looked up in one statement: SQLite allows 32,766.
MOST = 500
# Numbers looked up in one statement as one parameter.
MANY = 20_000


def chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield the items in lists of at most `size`."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def among(session: Session, column: ColumnElement[V], values: Collection[V]) -> ColumnElement[bool]:
    """Return the condition that a column has one of these numbers or texts, which go as one parameter."""
    dialect = session.dialect.name
    return match_any(dialect, column, lambda kind: bindparam(None, pack(dialect, values), type_=kind))


def is_one_of(dialect: str, column: ColumnElement[V]) -> ColumnElement[bool]:
    """Return the condition that a column has one of `one_of_given`: for statements made once, with values later.

    To make a statement anew and to find it among the compiled ones takes as long as to look up some rows.
    """
    return match_any(dialect, column, lambda kind: bindparam("given", type_=kind))


def one_of_given(dialect: str, values: Collection[V]) -> dict[str, Any]:
    """Return the values of `is_one_of`."""
    return {"given": pack(dialect, values)}


def match_any(dialect: str, column: ColumnElement[V], make: Callable[[Any], Any]) -> ColumnElement[bool]:
    """Return the condition that a column has one of the values of a parameter, which is made once its type is known."""
    if dialect == "sqlite":
        each = func.json_each(make(Text())).table_valued("value")
        return column.in_(select(each.c.value))
    values: Any = make(ARRAY(Text() if isinstance(column.type, Text) else BigInteger()))
    return column == any_(values)


def pack(dialect: str, values: Collection[V]) -> Any:
    """Return values as the one parameter they go as."""
    return json.dumps(list(values)) if dialect == "sqlite" else list(values)


def is_given(dialect: str, number: ColumnElement[int], name: ColumnElement[str]) -> ColumnElement[bool]:
    """Return the condition that two columns are one of `pairs_given`: for statements made once, with values later."""
    both = tuple_(number, name)
    if dialect == "sqlite":
        numbers = func.json_each(bindparam("numbers")).table_valued("value")
        value = func.json_each(bindparam("pairs")).table_valued("value").c.value
        pairs = select(func.json_extract(value, "$[0]"), func.json_extract(value, "$[1]"))
        # The numbers are named once more: for pairs alone SQLite looks through the whole table.
        return number.in_(select(numbers.c.value)) & both.in_(pairs)
    firsts, names = bindparam("firsts", type_=ARRAY(BigInteger)), bindparam("names", type_=ARRAY(Text))
    pair = func.unnest(firsts, names).table_valued("first", "name").render_derived()
    return both.in_(select(pair.c.first, pair.c.name))


def given_pairs(dialect: str) -> FromClause:
    """Return the pairs of `pairs_given` as rows of `number` and `name`, to be joined.

    Where each pair is looked up by a key of both, SQLite takes less time for this than for `is_given`.
    """
    if dialect == "sqlite":
        value = func.json_each(bindparam("pairs")).table_valued("value").c.value
        number, name = func.json_extract(value, "$[0]"), func.json_extract(value, "$[1]")
        return select(number.label("number"), name.label("name")).subquery("given")
    numbers, names = bindparam("firsts", type_=ARRAY(BigInteger)), bindparam("names", type_=ARRAY(Text))
    return func.unnest(numbers, names).table_valued("number", "name", name="given").render_derived()


def pairs_given(dialect: str, pairs: Collection[tuple[int, str]]) -> dict[str, Any]:
    """Return the values of `is_given`."""
    ordered = sorted(pairs)
    if dialect == "sqlite":
        return {"numbers": json.dumps(sorted({one for one, _ in ordered})), "pairs": json.dumps(ordered)}
    return {"firsts": [one for one, _ in ordered], "names": [name for _, name in ordered]}
