"""What judgement, forecasts and the reading room need."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what revision 0002 lacks; history stays as it is."""
    index_dyads()
    weigh_claims()


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
