"""Events at a glance: what a page that cites many of them calls each by, from the derived tables alone."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from legation.record import tables
from legation.record.chunks import MANY, among, chunks
from legation.reporting.words import days_words
from legation.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Glance:
    """What kind of event it is, its days in words, and the day of its first report (None: not known)."""

    type: str
    mode: str | None
    when: str | None
    reported: str | None


def glance(workspace: Workspace, ids: Collection[str]) -> Mapping[str, Glance]:
    """Return these events by id, as far as the record has them under these names."""
    events = tables.events.c
    with workspace.looking() as session:
        return {
            row.id: Glance(row.type, row.mode, days_words(row.first_day, row.last_day), row.first_seen)
            for some in chunks(dict.fromkeys(ids), MANY)
            for row in session.execute(select(tables.events).where(among(session, events.id, some)))
        }
