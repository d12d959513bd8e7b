"""What an actor has said, as the record's readings attribute it, and how a period is covered."""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from legation.documents.span import Span
from legation.reading.claim import ActorType
from legation.record import tables
from legation.record.session import Session

# Who speaks for a state: its people and bodies, never its newspapers or cities that merely lie in it.
VOICES = (ActorType.STATE.value, ActorType.PERSON.value, ActorType.ORGAN.value)


def find_sayings(session: Session, actor: str) -> Iterator[tuple[str, str | None, str, Span, str]]:
    """Yield (document, published, speaker, span, words) of what an actor said, the last published first."""
    attributions, documents = tables.attributions.c, tables.documents.c
    query = said_by(
        select(documents.id, documents.published, tables.actors.c.name, attributions.content, documents.text), actor
    ).order_by(func.coalesce(documents.published, "").desc(), documents.id, attributions.position)
    for row in session.execute(query):
        for start, end in json.loads(row.content):
            span = Span(start, end)
            yield row.id, row.published, row.name, span, span.of(row.text)


def count_reports(session: Session, since: dt.date | None, until: dt.date) -> int:
    """Count the documents published in a half-open period of days."""
    query = select(func.count()).select_from(tables.documents).where(published_in(since, until))
    return int(session.execute(query).scalar_one())


def count_quoting(session: Session, actor: str, since: dt.date | None, until: dt.date) -> int:
    """Count the documents published in a half-open period of days that quote an actor."""
    query = said_by(select(func.count(func.distinct(tables.documents.c.id))), actor).where(published_in(since, until))
    return int(session.execute(query).scalar_one())


def said_by(query: Select[Any], actor: str) -> Select[Any]:
    """Restrict a query to attributions whose source is an actor, or one who speaks for it."""
    current, attributions, mentions = tables.current_readings.c, tables.attributions.c, tables.mentions.c
    documents, actors = tables.documents.c, tables.actors.c
    source = and_(mentions.reading_id == attributions.reading_id, mentions.id == attributions.source_mention)
    return (
        query.select_from(tables.actors)
        .join(tables.mentions, mentions.actor == actors.key)
        .join(tables.attributions, source)
        .join(tables.current_readings, current.reading_id == attributions.reading_id)
        .join(tables.documents, documents.id == current.document_id)
        .where(or_(actors.id == actor, and_(actors.country == actor, actors.type.in_(VOICES))))
    )


def published_in(since: dt.date | None, until: dt.date) -> ColumnElement[bool]:
    """Return the condition that a document was published in a half-open period."""
    published = tables.documents.c.published
    ends = published < until.isoformat()
    return and_(published >= since.isoformat(), ends) if since else ends
