"""Silence: how long an actor has said nothing on a topic, and whether the record would have heard it."""

import datetime as dt
from dataclasses import dataclass

from legation.documents.span import Span


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of an actor as a report has them: `words` equals the document's text at `span`."""

    document_id: str
    published: str | None
    speaker: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the record holds of a period: reports, those that quote the actor, those that name the topic."""

    reports: int
    quoting: int
    on_topic: int


@dataclass(frozen=True, slots=True)
class Silence:
    """The last words of an actor on a topic, if any, and how the time since is covered.

    `since` is the day after the last words, or the day asked for; None where the record knows no words on the topic and
    no day was asked for. `until` is the day the record was looked at.
    """

    last: Saying | None
    since: dt.date | None
    until: dt.date
    coverage: Coverage

    @property
    def days(self) -> int | None:
        """How many days the silence has lasted."""
        return (self.until - self.since).days if self.since else None

    @property
    def means_something(self) -> bool:
        """Whether the record would have heard the actor: it was quoted on other matters while others spoke of this."""
        return self.coverage.quoting > 0 and self.coverage.on_topic > 0
