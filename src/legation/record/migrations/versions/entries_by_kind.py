"""PostgreSQL looks for words among entries of one kind, and knows which of them were added last."""

import logging

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

log = logging.getLogger("legation.record.migrations")

# So many entries take some seconds.
MANY = 100_000


def upgrade() -> None:
    """Put an index of words for each kind in place of the one for all; SQLite has its own and needs none."""
    bind = op.get_bind()
    if bind.dialect.name == "sqlite":
        return
    rows = bind.exec_driver_sql("SELECT count(*) FROM search_entries").scalar_one()
    if rows > MANY:
        log.warning("the record is brought up to date: search_entries, %s rows", f"{rows:,}")
    op.execute("DROP INDEX search_entries_vector")
    for kind in ("claim", "document"):
        op.execute(f"CREATE INDEX search_{kind}s_vector ON search_entries USING gin (vector) WHERE kind = '{kind}'")
        op.execute(f"CREATE INDEX search_{kind}s_id ON search_entries (id) WHERE kind = '{kind}'")
    op.execute("ANALYZE search_entries")
