"""Copies as of a moment: groups of documents whose origin has changed since, because a copy arrived later."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Table, select, text

from legation.documents.copies import Copy, group_copies, make_print
from legation.documents.document import Document
from legation.record import tables
from legation.record.chunks import MOST, chunks
from legation.record.rows import Given, row_document
from legation.record.session import Session


@dataclass(slots=True)
class Past:
    """The stored prints and documents, the moment, and the groups that have been looked at."""

    moment: str
    prints: Table
    documents: Table
    seen: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)


def regroup_copies(session: Session, past: Past, documents: Sequence[str]) -> set[str]:
    """Work out whose words these documents carried then; return those of them for which it was another answer."""
    prints = past.prints.c
    for some in chunks(documents, MOST):
        origins = set(session.scalars(select(prints.origin).where(prints.document_id.in_(some)))) - past.seen
        past.seen |= origins
        for few in chunks(sorted(origins), MOST):
            for rows in late_groups(session, past, few):
                keep_group(session, past, rows)
    return past.changed & set(documents)


def late_groups(session: Session, past: Past, origins: Sequence[str]) -> list[list[Given]]:
    """Return the rows of the groups to which a copy has come since, without those that have come since."""
    prints, documents = past.prints.c, past.documents.c
    joined = past.prints.join(past.documents, documents.id == prints.document_id)
    late = select(prints.origin).select_from(joined).where(prints.origin.in_(origins), documents.added_at > past.moment)
    query = select(past.prints).select_from(joined).where(prints.origin.in_(late), documents.added_at <= past.moment)
    groups: dict[str, list[Given]] = defaultdict(list)
    for row in session.execute(query.order_by(prints.number)).mappings():
        groups[row["origin"]].append(row)
    return list(groups.values())


def keep_group(session: Session, past: Past, rows: Sequence[Given]) -> None:
    """Note the origins that the documents of one group had then."""
    documents = load_documents(session, [row["document_id"] for row in rows])
    copies = group_copies(make_print(document) for document in documents)
    names = ", ".join(column.name for column in past.prints.columns)
    marks = ", ".join(f":{column.name}" for column in past.prints.columns)
    for row in rows:
        then = copies[row["document_id"]]
        if Copy(row["origin"], row["reason"]) != then:
            past.changed.add(row["document_id"])
            values = dict(row) | {"origin": then.origin, "reason": then.reason}
            session.execute(text(f"INSERT INTO copied_before ({names}) VALUES ({marks})"), values)


def load_documents(session: Session, ids: Sequence[str]) -> list[Document]:
    """Return these documents."""
    found: list[Document] = []
    for some in chunks(ids, MOST):
        rows = session.execute(select(tables.documents).where(tables.documents.c.id.in_(some))).mappings()
        found.extend(row_document(row) for row in rows)
    return found
