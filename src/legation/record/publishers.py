"""Who published documents, without loading their texts."""

from collections.abc import Sequence

from sqlalchemy import select

from legation.actors.outlets import Outlet, OutletBook
from legation.record import tables
from legation.record.chunks import MOST, chunks
from legation.record.session import Session


def find_publishers(session: Session, documents: Sequence[str], book: OutletBook) -> dict[str, Outlet]:
    """Return the outlet of each of these documents, as far as one is named."""
    table, found = tables.documents.c, dict[str, Outlet]()
    for some in chunks(documents, MOST):
        for row in session.execute(select(table.id, table.outlet, table.url).where(table.id.in_(some))):
            outlet = book.find(row.outlet, row.url)
            if outlet is not None:
                found[row.id] = outlet
    return found
