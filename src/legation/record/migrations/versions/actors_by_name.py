"""Names of actors are found in a record where words of claims are many."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index of the names among all that is searched."""
    names = sa.text("kind = 'actor'")
    op.create_index("ix_search_entries_actor", "search_entries", ["id"], sqlite_where=names, postgresql_where=names)
