"""Long lists cut to what one statement of a database may hold."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
# Values looked up in one statement: SQLite allows 32,766.
MOST = 500


def chunks(items: Sequence[T], size: int) -> Iterator[list[T]]:
    """Yield the items in lists of at most `size`."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
