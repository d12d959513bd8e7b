"""Judgements locked in the record, and events admitted as evidence: rows with an author and a moment, never changed."""

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Table, func, select

from legation.record import tables
from legation.record.chunks import MOST, chunks
from legation.record.decision import Anchor, decode_anchor, encode_anchor
from legation.record.rows import Row, to_json
from legation.record.session import Session
from legation.record.writer import insert_rows


@dataclass(frozen=True, slots=True)
class Lock:
    """A question file as its author fixed it at a moment; `digest` is the hash of what is judged in it."""

    uid: str
    at: str
    author: str
    question: str
    digest: str
    body: str


@dataclass(frozen=True, slots=True)
class Admitted:
    """An event ruled on as evidence for an indicator: "accept" or "reject"; `subject` is the event's anchor."""

    uid: str
    at: str
    author: str
    question: str
    indicator: str
    ruling: str
    subject: Anchor
    reason: str | None


def add_lock(session: Session, question: tuple[str, str, str], author: str, at: dt.datetime) -> Lock:
    """Keep a judgement (its question, digest and file); locked again unchanged by its author it stays as it was."""
    name, digest, body = question
    latest = next((lock for lock in reversed(find_locks(session, name)) if lock.author == author), None)
    if latest is not None and latest.digest == digest:
        return latest
    row = {"at": at.isoformat(), "author": author, "question": name, "digest": digest, "body": body}
    keep(session, tables.judgements, row)
    return Lock(uid=uid_of(row), **row)


def find_locks(session: Session, question: str | None = None) -> list[Lock]:
    """Return judgements, of one question or of all, the first locked first."""
    table = tables.judgements
    query = select(table).order_by(table.c.at, table.c.id)
    if question is not None:
        query = query.where(table.c.question == question)
    return [Lock(**{name: row[name] for name in Lock.__slots__}) for row in session.execute(query).mappings()]


def add_admission(session: Session, place: tuple[str, str], ruling: tuple[str, Anchor, str | None], row: Row) -> None:
    """Keep a ruling on an event for (question, indicator): what, on what and why; `row` says who and when."""
    words, subject, reason = ruling
    more = {"question": place[0], "indicator": place[1], "ruling": words, "subject": to_json(encode_anchor(subject))}
    keep(session, tables.admissions, {**row, **more, "reason": reason})


def find_admissions(session: Session, question: str) -> list[Admitted]:
    """Return the rulings on evidence for a question, the first made first."""
    table = tables.admissions
    rows = session.execute(
        select(table).where(table.c.question == question).order_by(table.c.at, table.c.id)
    ).mappings()
    names = [name for name in Admitted.__slots__ if name != "subject"]
    return [
        Admitted(**{name: row[name] for name in names}, subject=decode_anchor(json.loads(row["subject"])))
        for row in rows
    ]


def find_arrival_moments(session: Session, documents: Sequence[str]) -> dict[str, str]:
    """Return when the record first had each of these documents."""
    table, found = tables.documents.c, dict[str, str]()
    for some in chunks(documents, MOST):
        query = select(table.id, func.min(table.added_at)).where(table.id.in_(some)).group_by(table.id)
        found |= {row[0]: row[1] for row in session.execute(query)}
    return found


def keep(session: Session, table: Table, row: Row) -> None:
    """Insert a row under the hash of its content: kept twice it is one."""
    uid = uid_of(row)
    if session.execute(select(table.c.id).where(table.c.uid == uid)).first() is None:
        insert_rows(session, table, [{"uid": uid, **row}])


def uid_of(row: Row) -> str:
    """Return the hash of a row's content."""
    written = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def judgement_state(session: Session) -> tuple[int, int]:
    """Return what changes whenever somebody locks a judgement or rules on evidence: the last of each, by number."""
    found = [session.scalar(select(func.max(table.c.id))) or 0 for table in (tables.judgements, tables.admissions)]
    return int(found[0]), int(found[1])
