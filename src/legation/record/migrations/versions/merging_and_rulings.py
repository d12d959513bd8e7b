"""Rulings anchored to spans, bookmarks, and derived tables that keep origins and the reasons of merges."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

FRESH_HISTORY = ("decisions", "bookmarks")


def upgrade() -> None:
    """Replace the tables nothing has written yet or that are derived; history with rows in it stays as it is."""
    create_decisions()
    create_bookmarks()
    replace_events()
    for statement in triggers(op.get_context().dialect.name):
        op.get_bind().exec_driver_sql(statement)


def create_decisions() -> None:
    """Replace `decisions`, which no earlier revision has written to."""
    op.drop_table("decisions")
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("ruling", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=True),
        sa.Column("object", sa.Text(), nullable=True),
        sa.Column("amendment", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("undoes", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
        sa.UniqueConstraint("uid", name="uq_decisions_uid"),
    )
    op.create_index("ix_decisions_document_id", "decisions", ["document_id"])


def create_bookmarks() -> None:
    """Create `bookmarks`."""
    op.create_table(
        "bookmarks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_bookmarks"),
        sa.UniqueConstraint("uid", name="uq_bookmarks_uid"),
    )


def replace_events() -> None:
    """Replace the derived tables of events; they are filled anew when the record is next opened."""
    for table in ("event_dyads", "event_parties", "event_claims", "events"):
        op.get_bind().exec_driver_sql(f"DELETE FROM {table}")
    op.create_table(
        "derivation",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_derivation"),
    )
    for column in ("origin", "joined", "reason"):
        op.add_column("event_claims", sa.Column(column, sa.Text(), nullable=True))
    op.add_column("event_claims", sa.Column("score", sa.Float(), nullable=True))


def triggers(dialect: str) -> list[str]:
    """Return the statements that keep the new history from being changed."""
    if dialect == "sqlite":
        return [
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'the record only grows'); END"
            for table in FRESH_HISTORY
            for act in ("UPDATE", "DELETE")
        ]
    return [
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        for table in FRESH_HISTORY
    ]
