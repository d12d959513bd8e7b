"""Leads: the date that a report opens with, from which its bare months are seen where publication is not known.

"Sisi's visit to Asmara on October 10, 2024 crowned a summer of diplomacy … In August he signed a protocol": that August
is the one before the visit. Only a date that no other of the report comes after serves so.
"""

import datetime as dt
from collections.abc import Iterable, Sequence

from legation.documents.document import Document, ZoneKind
from legation.reading.claim import TimeType
from legation.reading.times.calendars import ONE_DAY, days_of_value
from legation.reading.times.resolution import UNDATED, Dated, publication

# Deck and first paragraph: characters of them that are looked at.
OPENING = 500
FINE = (7, 10)


def lead_day(dated: Sequence[Dated], document: Document) -> dt.date | None:
    """Return the last day of the date that the report opens with; None if publication is known or there is none."""
    if publication(document) != UNDATED:
        return None
    told = list(explicit(dated))
    start = next((zone.span.start for zone in document.zones if zone.kind in (ZoneKind.DECK, ZoneKind.BODY)), 0)
    opening = [day for place, day in told if place < start + OPENING]
    latest = max((day for _, day in told), default=None)
    return latest if opening and opening[0] == latest else None


def explicit(dated: Iterable[Dated]) -> Iterable[tuple[int, dt.date]]:
    """Yield where a month or day with its year stands, and its last day."""
    for one in dated:
        value = one.meaning.value or ""
        days = days_of_value(value) if len(value) in FINE and value.replace("-", "").isdigit() else None
        if days is not None and one.meaning.type is TimeType.DATE and one.meaning.anchor == "explicit":
            yield one.expression.span.start, days[1] - ONE_DAY
