"""What an analyst keeps at hand, by kind and name: the newest row counts, one without a body takes the name away."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from legation.record import tables
from legation.record.inserting import insert_rows
from legation.record.session import Session


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Something kept under a name: its kind ("search"), what it holds as JSON values, by whom and when."""

    kind: str
    name: str
    body: Mapping[str, Any]
    author: str
    at: str


def add_bookmark(
    session: Session, key: tuple[str, str], body: Mapping[str, Any] | None, author: str, at: dt.datetime
) -> None:
    """Keep something under (kind, name); a body of None takes the name away."""
    kind, name = key
    packed = None if body is None else json.dumps(body, ensure_ascii=False, sort_keys=True)
    row = {"at": at.isoformat(), "author": author, "kind": kind, "name": name, "body": packed}
    uid = bookmark_uid(row)
    known = session.execute(select(tables.bookmarks.c.id).where(tables.bookmarks.c.uid == uid)).first()
    if known is None:
        insert_rows(session, tables.bookmarks, [{"uid": uid, **row}])


def bookmark_uid(row: Mapping[str, str | None]) -> str:
    """Return the hash of when, by whom, of what kind, under which name and what; in this order."""
    written = "\x1f".join([value or "" for value in row.values()])
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def find_bookmarks(session: Session, kind: str) -> list[Bookmark]:
    """Return what is kept of a kind, by name."""
    table = tables.bookmarks.c
    query = select(tables.bookmarks).where(table.kind == kind).order_by(table.at, table.uid)
    newest = {row["name"]: row for row in session.execute(query).mappings()}
    return [
        Bookmark(kind, name, json.loads(row["body"]), row["author"], row["at"])
        for name, row in sorted(newest.items())
        if row["body"] is not None
    ]
