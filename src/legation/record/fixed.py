"""Judgements that analysts fixed since a moment."""

from dataclasses import dataclass

from sqlalchemy import select

from legation.record import tables
from legation.record.session import Session


@dataclass(frozen=True, slots=True)
class Fixed:
    """A judgement on a question: by whom and when (ISO 8601, UTC)."""

    question: str
    author: str
    at: str


def fixed_since(session: Session, since: str, most: int) -> list[Fixed]:
    """Return the judgements fixed after a moment, the last first."""
    table = tables.judgements.c
    query = select(table.question, table.author, table.at).where(table.at > since).order_by(table.at.desc()).limit(most)
    return [Fixed(row.question, row.author, row.at) for row in session.execute(query)]
