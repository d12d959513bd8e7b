"""Keeps decisions and reads them back: all of them, those that stand, and those that apply to a reading."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Any

from sqlalchemy import Select, select

from legation.errors import LegationError
from legation.record import tables
from legation.record.chunks import MANY, chunks, is_one_of, one_of_given
from legation.record.decision import (
    JOINS,
    Anchor,
    Decision,
    Kind,
    Ruling,
    decode_anchor,
    encode_anchor,
    find_undone,
    order,
)
from legation.record.event import claim_key
from legation.record.inserting import insert_rows
from legation.record.judged import Applied, choose_joins
from legation.record.rows import Given, Row, to_json
from legation.record.rulings import Rulings
from legation.record.session import Session

# Digits of an uid that name a decision.
SHORTEST = 4


class UnknownDecisionError(LegationError):
    """A decision that the record does not have."""


# --- one row each way ------------------------------------------------------------------------------------------------


def decision_row(decision: Decision) -> Row:
    """Return the row of a decision."""
    subject, other, changes = decision.subject, decision.other, decision.changes
    return {
        "uid": decision.uid,
        "at": decision.at,
        "author": decision.author,
        "ruling": decision.ruling.value,
        "kind": subject.kind.value,
        "subject": to_json(encode_anchor(subject)),
        "document_id": subject.document_id,
        "object": to_json(encode_anchor(other)) if other else None,
        "amendment": to_json(dict(changes)) if changes is not None else None,
        "reason": decision.reason,
        "undoes": decision.undoes,
    }


def row_decision(row: Given) -> Decision:
    """Return the decision of a row."""
    return Decision(
        uid=row["uid"],
        at=row["at"],
        author=row["author"],
        ruling=Ruling(row["ruling"]),
        subject=decode_anchor(json.loads(row["subject"])),
        other=decode_anchor(json.loads(row["object"])) if row["object"] else None,
        changes=json.loads(row["amendment"]) if row["amendment"] else None,
        reason=row["reason"],
        undoes=row["undoes"],
    )


def add_decision(session: Session, decision: Decision) -> bool:
    """Keep a decision; return whether the record did not have it."""
    table = tables.decisions
    if session.execute(select(table.c.id).where(table.c.uid == decision.uid)).first() is not None:
        return False
    insert_rows(session, table, [decision_row(decision)])
    return True


# --- reading back ----------------------------------------------------------------------------------------------------


def load_decisions(session: Session, query: Select[Any] | None = None) -> list[Decision]:
    """Return decisions, the first made first: all of them, or those whose uid a query selects."""
    chosen = select(tables.decisions)
    if query is not None:
        chosen = chosen.where(tables.decisions.c.uid.in_(query))
    return sorted((row_decision(row) for row in session.execute(chosen).mappings()), key=order)


def undone_decisions(session: Session) -> frozenset[str]:
    """Return which decisions have been taken back."""
    table = tables.decisions.c
    query = select(table.uid, table.undoes).where(table.undoes.is_not(None))
    return find_undone((row.uid, row.undoes) for row in session.execute(query))


def standing_decisions(session: Session, query: Select[Any] | None = None) -> list[Decision]:
    """Return decisions that nobody has taken back, undoings left out."""
    found = load_decisions(session, query)
    undone = undone_decisions(session) if found else frozenset()
    return [decision for decision in found if decision.uid not in undone and decision.ruling is not Ruling.UNDO]


def get_decision(session: Session, name: str) -> Decision:
    """Return the decision whose uid begins so; UnknownDecisionError if there is none, or more than one."""
    table = tables.decisions
    digits = name.strip().lower()
    if len(digits) >= SHORTEST and set(digits) <= set("0123456789abcdef"):
        # "g" sorts after every hexadecimal digit.
        query = select(table).where(table.c.uid >= digits, table.c.uid < f"{digits}g").limit(2)
        rows = session.execute(query).mappings().all()
        if len(rows) == 1:
            return row_decision(rows[0])
        if rows:
            raise UnknownDecisionError(f"{name}: several decisions begin so; give more digits")
    raise UnknownDecisionError(f"{name}: the record has no such decision; `legation decisions` lists them")


def trace_decision(session: Session, name: str) -> Decision:
    """Return the decision of this name, or the one that it takes back or lets stand again."""
    target = get_decision(session, name)
    while target.undoes is not None:
        target = get_decision(session, target.undoes)
    return target


def named_decisions(session: Session, anchor: Anchor) -> list[Decision]:
    """Return every decision on a thing, and on what stands in it, with their undoings, the first made first.

    A claim is found wherever a newer reading has put it, and has the decisions on its document too; a document has
    those on all its claims.
    """
    ruled, decisions = tables.ruled.c, tables.decisions.c
    if not anchor.places:
        found = select(decisions.uid).where(decisions.kind == anchor.kind.value)
        uids = {one.uid for one in load_decisions(session, found) if one.subject.name == anchor.name}
    elif anchor.kind is Kind.DOCUMENT:
        rows = session.execute(select(ruled.uid).where(ruled.document_id == anchor.document_id))
        uids = set(rows.scalars())
    else:
        items = [(place.document_id, place.name.rpartition(".")[2]) for place in anchor.places]
        documents = {document_id for document_id, _ in items}
        whole = ruled.item.is_(None) & (decisions.kind == Kind.DOCUMENT.value)
        query = select(ruled.uid, ruled.document_id, ruled.item, whole.label("whole"))
        rows = session.execute(
            query.join(tables.decisions, decisions.uid == ruled.uid).where(ruled.document_id.in_(documents))
        )
        uids = {row.uid for row in rows if row.whole or (row.document_id, row.item) in items}
    if not uids:
        return []
    return load_decisions(session, select(decisions.uid).where(decisions.uid.in_(uids) | decisions.undoes.in_(uids)))


# --- where they apply ------------------------------------------------------------------------------------------------


def load_applied(session: Session, numbers: Sequence[int]) -> dict[int, list[Applied]]:
    """Return the standing decisions on these readings, by reading, with the claim or mention each is about."""
    rows: list[Given] = []
    dialect = session.dialect.name
    for some in chunks(numbers, MANY):
        rows.extend(session.execute(applied_to(dialect), one_of_given(dialect, some)).mappings())
    undone = undone_decisions(session) if rows else frozenset()
    found: dict[int, list[Applied]] = defaultdict(list)
    for row in rows:
        if row["uid"] not in undone:
            found[row["reading_id"]].append(Applied(row_decision(row), row["item"]))
    return found


@lru_cache(maxsize=2)
def applied_to(dialect: str) -> Select[Any]:
    """Return the query for the decisions on some readings."""
    ruled, decisions = tables.ruled.c, tables.decisions
    query = select(decisions, ruled.reading_id, ruled.item).join(tables.ruled, ruled.uid == decisions.c.uid)
    whole = ruled.item.is_not(None) | (decisions.c.kind == Kind.DOCUMENT.value)
    return query.where(is_one_of(dialect, ruled.reading_id), whole)


def load_rulings(session: Session) -> Rulings:
    """Return the pairs of current claims that count as ruled together, and as ruled apart."""
    together, apart = choose_joins(find_pairs(session))
    return Rulings(frozenset(together), frozenset(apart))


def find_pairs(session: Session) -> Iterator[tuple[Decision, str, str]]:
    """Yield the pairs of current claims that standing rulings call the same or different."""
    ruled, decisions = tables.ruled.c, tables.decisions.c
    joins = decisions.ruling.in_([ruling.value for ruling in JOINS])
    standing = {decision.uid: decision for decision in standing_decisions(session, select(decisions.uid).where(joins))}
    if not standing:
        return
    query = (
        select(ruled.uid, ruled.side, ruled.document_id, ruled.item)
        .join(tables.decisions, decisions.uid == ruled.uid)
        .where(joins, ruled.item.is_not(None))
        .order_by(ruled.uid, ruled.side, ruled.position)
    )
    sides: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in session.execute(query):
        sides[row.uid, row.side].append(claim_key(row.document_id, row.item))
    for uid, decision in standing.items():
        yield from pair_claims(decision, sides[uid, "subject"], sides[uid, "other"])


def pair_claims(
    decision: Decision, subject: Sequence[str], other: Sequence[str]
) -> Iterable[tuple[Decision, str, str]]:
    """Return the pairs a ruling speaks of: two events are different claim by claim, the same as one whole."""
    if not subject or not other:
        return []
    if decision.ruling is Ruling.DIFFERENT:
        return [(decision, one, two) for one, two in product(subject, other) if one != two]
    return [(decision, subject[0], claim) for claim in dict.fromkeys((*subject[1:], *other)) if claim != subject[0]]
