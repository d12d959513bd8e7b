"""What the pages of a large record need: sums of the counts, and indexes in the order in which listings go."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATES = " AND ".join(f"length({side}) = 3 AND upper({side}) = {side}" for side in ("one", "other"))


def upgrade() -> None:
    """Add what revision 0003 lacks, and fill it from what it has."""
    sum_counts()
    op.create_index("ix_documents_published", "documents", ["published"])
    op.create_index("ix_documents_outlet_url_id", "documents", ["outlet", "url", "id"])
    op.drop_index("ix_documents_added_at", "documents")
    op.create_index("ix_documents_added_at_id", "documents", ["added_at", "id"])
    op.create_index("ix_events_origins", "events", ["origins"])
    joined = sa.text("joined IS NOT NULL")
    op.create_index(
        "ix_event_claims_joined",
        "event_claims",
        ["event_id", "reading_id"],
        sqlite_where=joined,
        postgresql_where=joined,
    )
    # Undated events in the order of their ids, and dated ones with one day.
    for table, names in (("event_parties", ["face", "first_day"]), ("event_dyads", ["one", "other", "first_day"])):
        old = f"ix_{table}_{'_'.join(names)}"
        op.drop_index(old, table)
        op.create_index(f"{old}_event_id", table, [*names, "event_id"])


def sum_counts() -> None:
    """Keep the counts of dyads summed up over months, and those of months over all pairs of states."""
    op.create_table(
        "dyad_totals",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("one", "other")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("events", "happened")),
        sa.PrimaryKeyConstraint("one", "other", name="pk_dyad_totals"),
    )
    op.create_table(
        "month_totals",
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("happened", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("month", name="pk_month_totals"),
    )
    for statement in (
        "INSERT INTO dyad_totals (one, other, events, happened) "
        "SELECT one, other, sum(events), sum(happened) FROM dyad_months GROUP BY one, other",
        f"INSERT INTO month_totals (month, happened) SELECT month, sum(happened) FROM dyad_months WHERE {STATES} "
        "GROUP BY month",
    ):
        op.get_bind().exec_driver_sql(statement)
    for name in ("other", "events"):
        op.create_index(f"ix_dyad_totals_{name}", "dyad_totals", [name])
