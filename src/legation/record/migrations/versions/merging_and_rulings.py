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
    index_moments()
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
    for column in ("document_id", "undoes", "at"):
        op.create_index(f"ix_decisions_{column}", "decisions", [column])
    op.create_table(
        "ruled",
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=True),
        sa.Column("item", sa.Text(), nullable=True),
        sa.Column("fate", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_ruled_document_id_documents"),
        sa.PrimaryKeyConstraint("uid", "side", "position", name="pk_ruled"),
    )
    for column in ("document_id", "reading_id"):
        op.create_index(f"ix_ruled_{column}", "ruled", [column])


def index_moments() -> None:
    """Make what arrived since a moment quick to find."""
    op.create_index("ix_documents_added_at", "documents", ["added_at"])
    op.create_index("ix_readings_at", "readings", ["at"])


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
    op.create_index("ix_current_readings_reading_id", "current_readings", ["reading_id"])
    widen_events()
    for column in ("origin", "joined", "reason"):
        op.add_column("event_claims", sa.Column(column, sa.Text(), nullable=True))
    op.add_column("event_claims", sa.Column("score", sa.Float(), nullable=True))
    op.create_index("ix_event_parties_face_first_day", "event_parties", ["face", "first_day"])
    op.create_index("ix_event_dyads_one_other_first_day", "event_dyads", ["one", "other", "first_day"])
    create_copies()
    create_traits()
    create_months()


def widen_events() -> None:
    """Give `events` what listings sort and filter by; it is empty here."""
    op.drop_index("ix_events_block", "events")
    op.drop_column("events", "block")
    for column in ("component", "status"):
        op.add_column("events", sa.Column(column, sa.Text(), nullable=False, server_default=""))
    for column in ("mode", "last_day", "first_seen", "last_seen"):
        op.add_column("events", sa.Column(column, sa.Text(), nullable=True))
    for column in ("documents", "origins"):
        op.add_column("events", sa.Column(column, sa.Integer(), nullable=False, server_default="0"))
    op.create_index("ix_events_component", "events", ["component"])


def create_copies() -> None:
    """Create the tables by which copies of one text are found."""
    op.create_table(
        "document_prints",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_document_prints_document_id"),
        sa.PrimaryKeyConstraint("number", name="pk_document_prints"),
        sa.UniqueConstraint("document_id", name="uq_document_prints_document_id"),
    )
    op.create_index("ix_document_prints_origin", "document_prints", ["origin"])
    op.create_table(
        "document_bands",
        sa.Column("band", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("band", "number", name="pk_document_bands"),
        sqlite_with_rowid=False,
    )


def create_traits() -> None:
    """Create the tables by which claims of one occurrence are found."""
    op.create_table(
        "claim_traits",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("component", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("reading_id", "claim_id", name="pk_claim_traits"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_claim_traits_component", "claim_traits", ["component"])
    op.create_table(
        "claim_slots",
        sa.Column("slot", sa.BigInteger(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("slot", "reading_id", "claim_id", name="pk_claim_slots"),
        sqlite_with_rowid=False,
    )


def create_months() -> None:
    """Create the counts of events by dyad, month and type."""
    op.create_table(
        "dyad_months",
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column("happened", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("one", "other", "month", "type", name="pk_dyad_months"),
    )


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
