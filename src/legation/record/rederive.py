"""Makes everything derived anew where the rules it was made by have changed: one unit of work, all or nothing."""

import logging
from collections.abc import Sequence

from sqlalchemy import Engine, delete, insert, select

from legation.record import tables
from legation.record.behind import collecting_paused, writing_behind
from legation.record.chunks import MOST, chunks
from legation.record.derive import RULES, adopt_readings
from legation.record.session import Session, reading, writing

log = logging.getLogger(__name__)

NAME = "events"
# Readings merged together: enough to share the cost of a query, few enough to stay small in memory.
STRETCH = 5_000


def ensure_current(engine: Engine) -> bool:
    """Make what is derived anew if other rules made it; return whether that was needed."""
    with reading(engine) as session:
        if find_rules(session) == RULES:
            return False
    with writing(engine) as session:
        # Another process may have been first.
        if find_rules(session) == RULES:
            return False
        rederive(session)
    return True


def find_rules(session: Session) -> str | None:
    """Return the rules by which the derived tables were made."""
    table = tables.derivation.c
    return session.scalar(select(table.value).where(table.name == NAME))


def newest_readings(session: Session, ids: Sequence[str] | None = None) -> dict[str, int]:
    """Return the reading made last of each document (of these documents): the one that counts."""
    readings = tables.readings.c
    query = select(readings.document_id, readings.id).order_by(readings.at, readings.id)
    if ids is None:
        return {row.document_id: row.id for row in session.execute(query)}
    parts = (session.execute(query.where(readings.document_id.in_(some))) for some in chunks(sorted(ids), MOST))
    return {row.document_id: row.id for part in parts for row in part}


def rederive(session: Session) -> None:
    """Empty the derived tables and fill them from the newest reading of each document."""
    numbers = sorted(newest_readings(session).values())
    if numbers:
        log.warning("the rules of merging are new: merging the claims of %d documents anew", len(numbers))
    for table in tables.DERIVED:
        session.execute(delete(table))
    with collecting_paused(), writing_behind(session):
        for some in chunks(numbers, STRETCH):
            adopt_readings(session, some)
            log.info("%d documents merged", len(some))
    session.execute(delete(tables.derivation).where(tables.derivation.c.name == NAME))
    session.execute(insert(tables.derivation).values(name=NAME, value=RULES))
