"""Events of actors and dyads are sifted by status and days without a look at each event."""

import logging

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

log = logging.getLogger("legation.record.migrations")

ORDERS = (("event_parties", ["face"]), ("event_dyads", ["one", "other"]))
# So many rows take a second or two.
MANY = 200_000
# Rows of an index that SQLite looks at, as after a bulk load.
SURVEYED = 1_000


def upgrade() -> None:
    """Give each event of an actor or a dyad the status and last day of the event, and their indexes these columns."""
    for table, keys in ORDERS:
        op.add_column(table, sa.Column("status", sa.Text(), nullable=False, server_default=""))
        op.add_column(table, sa.Column("last_day", sa.Text(), nullable=True))
        # Gone before the rows are moved, so that it need not follow them.
        order = f"ix_{table}_{'_'.join(keys)}_first_day_event_id"
        op.drop_index(order, table)
        fill(table)
        op.create_index(f"{order}_status_last_day", table, [*keys, "first_day", "event_id", "status", "last_day"])
        survey(table)


def fill(table: str) -> None:
    """Copy status and last day of the events."""
    bind = op.get_bind()
    rows = bind.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
    if rows > MANY:
        log.warning("the record is brought up to date: %s, %s rows", table, f"{rows:,}")
    bind.exec_driver_sql(
        f"UPDATE {table} SET status = e.status, last_day = e.last_day FROM events e WHERE e.id = {table}.event_id"
    )


def survey(table: str) -> None:
    """Have the database look at the new index: one it knows nothing of is taken where another would be cheaper."""
    bind = op.get_bind()
    if bind.dialect.name == "sqlite":
        if not sa.inspect(bind).has_table("sqlite_stat1"):
            return
        bind.exec_driver_sql(f"PRAGMA analysis_limit={SURVEYED}")
    bind.exec_driver_sql(f"ANALYZE {table}")
