"""What judgement, forecasts and the reading room need."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

FRESH_HISTORY = ("judgements", "admissions", "forecasts", "resolutions")


def upgrade() -> None:
    """Add what revision 0002 lacks; history stays as it is."""
    index_dyads()
    weigh_claims()
    keep_judgements()
    keep_forecasts()
    for statement in triggers(op.get_context().dialect.name):
        op.get_bind().exec_driver_sql(statement)


def index_dyads() -> None:
    """Make the dyads quick to find in which an actor comes second."""
    op.create_index("ix_dyad_months_other", "dyad_months", ["other"])


def weigh_claims() -> None:
    """Keep with each claim how pressing a look at it is, as pressing.py works it out."""
    op.add_column("event_claims", sa.Column("weight", sa.Float(), nullable=True))
    op.get_bind().exec_driver_sql(
        "UPDATE event_claims SET weight = "
        "(SELECT CASE WHEN count(*) > 8 THEN 8 ELSE count(*) END FROM event_claims e "
        "WHERE e.event_id = event_claims.event_id) * "
        "(1.0 - COALESCE(score, 1.0) * (SELECT c.score FROM claims c "
        "WHERE c.reading_id = event_claims.reading_id AND c.id = event_claims.claim_id))"
    )
    op.create_index("ix_event_claims_weight", "event_claims", ["weight"])


def keep_judgements() -> None:
    """Create the tables of judgements locked before the evidence is seen, and of evidence admitted or rejected."""
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("uid", "at", "author", "question", "digest", "body")),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
        sa.UniqueConstraint("uid", name="uq_judgements_uid"),
    )
    names = ("uid", "at", "author", "question", "indicator", "ruling", "subject")
    op.create_table(
        "admissions",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in names),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_admissions"),
        sa.UniqueConstraint("uid", name="uq_admissions_uid"),
    )
    for table in ("judgements", "admissions"):
        op.create_index(f"ix_{table}_question", table, ["question"])


def keep_forecasts() -> None:
    """Create the ledger of forecasts and what came of them."""
    op.create_table(
        "forecasts",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("uid", "at", "author", "text", "source", "target")),
        sa.Column("directed", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("min_status", "opened", "closes", "resolves_by", "rule")
        ),
        sa.Column("p", sa.Float(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("evidence_cutoff", sa.Text(), nullable=False),
        sa.Column("reference", sa.Float(), nullable=True),
        sa.Column("supersedes", sa.Text(), nullable=True),
        sa.Column("condition", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_forecasts"),
        sa.UniqueConstraint("uid", name="uq_forecasts_uid"),
    )
    op.create_index("ix_forecasts_source_target", "forecasts", ["source", "target"])
    names = ("uid", "at", "author", "forecast", "outcome", "events", "reason")
    op.create_table(
        "resolutions",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in names),
        sa.PrimaryKeyConstraint("id", name="pk_resolutions"),
        sa.UniqueConstraint("uid", name="uq_resolutions_uid"),
    )
    op.create_index("ix_resolutions_forecast", "resolutions", ["forecast"])


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
