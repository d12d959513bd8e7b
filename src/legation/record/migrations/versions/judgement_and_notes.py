"""What judgement, forecasts and the reading room need: so far, the dyads of an actor by either side."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what revision 0002 lacks; history stays as it is."""
    index_dyads()


def index_dyads() -> None:
    """Make the dyads quick to find in which an actor comes second."""
    op.create_index("ix_dyad_months_other", "dyad_months", ["other"])
