"""Looks up what stands in a stretch of a document without going through all of it for each passage."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar

from legation.documents.span import Span


class Placed(Protocol):
    """Anything with a place in the text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


Item = TypeVar("Item", bound=Placed)


def within(items: Sequence[Item], extent: Span) -> Sequence[Item]:
    """Return the items that begin in a stretch; `items` stand in the order of their first characters."""
    low = bisect_left(items, extent.start, key=lambda item: item.span.start)
    high = bisect_left(items, extent.end, lo=low, key=lambda item: item.span.start)
    return items[low:high]
