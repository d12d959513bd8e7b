"""Spans: places in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `[start, end)` of `Document.text`; never empty, never reversed."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Raise ValueError for an empty or reversed span."""
        if not 0 <= self.start < self.end:
            message = f"a span needs 0 <= start < end, not [{self.start}, {self.end})"
            raise ValueError(message)

    def __len__(self) -> int:
        """Return the number of characters."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words the span stands for."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end
