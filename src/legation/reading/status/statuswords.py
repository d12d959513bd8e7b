"""The status lexicon made ready, and the order in which statuses take reality away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legation.lexicon.status import StatusEntry, StatusKind
from legation.reading.claim import Status

# The further right, the less real; what governs a clause can only take reality away.
ORDER = (
    Status.HAPPENED, Status.ONGOING, Status.PLANNED, Status.DENIED, Status.POSSIBLE, Status.CALLED_FOR,
    Status.CONDITIONAL,
)  # fmt: skip
RANK = {status: rank for rank, status in enumerate(ORDER)}


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The status lexicon by kind and word."""

    by_kind: Mapping[StatusKind, Mapping[str, StatusEntry]]

    def get(self, kind: StatusKind, word: str) -> StatusEntry | None:
        """Return the entry of a word of that kind."""
        return self.by_kind[kind].get(word)

    def status(self, kind: StatusKind, word: str) -> Status | None:
        """Return the status that a word of that kind gives."""
        entry = self.get(kind, word)
        return Status(entry.status) if entry and entry.status else None


def index_status(entries: Sequence[StatusEntry]) -> StatusWords:
    """Index the status lexicon."""
    by_kind: dict[StatusKind, dict[str, StatusEntry]] = {kind: {} for kind in StatusKind}
    for entry in entries:
        for word in entry.words:
            by_kind[entry.kind].setdefault(word, entry)
    return StatusWords(by_kind)


def stronger(one: Status, other: Status | None) -> Status:
    """Return the less real of two statuses."""
    return one if other is None or RANK[other] <= RANK[one] else other
