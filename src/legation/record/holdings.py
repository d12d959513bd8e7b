"""What a record says about itself: how much it holds, where it came from, what could not be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a document came from, and when (ISO 8601, UTC)."""

    source: str
    at: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read, why, and when that was first found."""

    source: str
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the record holds."""

    documents: int
    unread: int
    claims: int
    events: int
    actors: int
