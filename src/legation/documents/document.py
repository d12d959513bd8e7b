"""The `Document`: one text with its source, its dates and its zones."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from legation.documents.span import Span
from legation.lexicon.saying import say


class ZoneKind(StrEnum):
    """What a stretch of a document is for; `boilerplate` is everything that is no reporting."""

    TITLE = "title"
    DECK = "deck"
    BYLINE = "byline"
    CAPTION = "caption"
    BODY = "body"
    CORRECTION = "correction"
    LICENCE = "licence"
    BOILERPLATE = "boilerplate"


# Zones whose sentences are read for claims. Captions are read too, but their claims are dated by the caption alone.
READ_ZONES = frozenset(
    {
        ZoneKind.TITLE,
        ZoneKind.DECK,
        ZoneKind.CAPTION,
        ZoneKind.BODY,
        ZoneKind.CORRECTION,
    }
)


class DateSource(StrEnum):
    """Where a publication date comes from; `inferred` is worked out from the text's own dates and marked so."""

    TEXT = "text"
    METADATA = "metadata"
    OPTION = "option"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Zone:
    """One stretch of the text and its kind. Zones do not overlap and stand in text order; gaps are white space."""

    kind: ZoneKind
    span: Span


@dataclass(frozen=True, slots=True)
class Translation:
    """How a translated text came about: `method` is "human", "machine" or "machine-assisted"; None is not stated."""

    method: str | None
    reviewed: bool | None


@dataclass(frozen=True, slots=True)
class Document:
    """One text, immutable, with metadata; "not stated" is None (or an empty tuple).

    `id` is "sha256:" and the hex digest of the original bytes. `published` and `updated` are ISO 8601 and as precise
    as the source is: "2024", "2024-06", "2024-06-18" or "2024-06-18T19:03". `provenance` tells for each metadata
    field where its value comes from, in words ("first line of the text", "html meta article:published_time").
    """

    id: str
    text: str
    path: str | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_source: DateSource | None = None
    updated: str | None = None
    language: str | None = None
    original_language: str | None = None
    translation: Translation | None = None
    licence: str | None = None
    topics: tuple[str, ...] = ()
    url: str | None = None
    zones: tuple[Zone, ...] = ()
    provenance: Mapping[str, str] = field(default_factory=dict)

    def quote(self, span: Span) -> str:
        """Return the words of a span."""
        return self.text[span.start : span.end]

    def zones_of(self, *kinds: ZoneKind) -> Iterator[Zone]:
        """Yield the zones of the given kinds, in text order."""
        return (zone for zone in self.zones if zone.kind in kinds)

    @property
    def published_days(self) -> tuple[dt.date, dt.date] | None:
        """The half-open interval of days in which the document was published; None if not known."""
        return days_of(self.published) if self.published else None

    @property
    def published_day(self) -> dt.date | None:
        """The day of publication, if it is known to the day."""
        days = self.published_days
        return days[0] if days and (days[1] - days[0]).days == 1 else None


@dataclass(frozen=True, slots=True)
class Citation:
    """What a document is cited by, as the document has it: all that lines of events need of their reports."""

    id: str
    path: str | None
    title: str | None
    outlet: str | None
    published: str | None
    published_source: DateSource | None


# Asked many times of the same few dates: each event tells when it was first reported.
@lru_cache(maxsize=4096)
def days_of(value: str) -> tuple[dt.date, dt.date]:
    """Turn "2024", "2024-06" or "2024-06-18[T…]" into a half-open interval of days; ValueError if it is none."""
    try:
        return interval_of([int(part) for part in value.split("T")[0].split("-")])
    except (ValueError, TypeError, OverflowError) as error:
        # What Python says of a number or of a calendar helps nobody who has typed a date.
        raise ValueError(say("{words}: give a day (2024-06-18), a month or a year", words=value)) from error


def interval_of(parts: list[int]) -> tuple[dt.date, dt.date]:
    """Return the days of a year, month or day given by its numbers."""
    if len(parts) == 1:
        return dt.date(parts[0], 1, 1), dt.date(parts[0] + 1, 1, 1)
    if len(parts) == 2:
        year, month = parts
        return dt.date(year, month, 1), dt.date(year + month // 12, month % 12 + 1, 1)
    day = dt.date(*parts)
    return day, day + dt.timedelta(days=1)


def content_id(data: bytes) -> str:
    """Return the document id of these original bytes."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
