"""Events of actors and dyads stand in the order of their days, with all that they are sifted and drawn by."""

import logging

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

log = logging.getLogger("legation.record.migrations")

ORDERS = (("event_parties", ("face",)), ("event_dyads", ("one", "other")))
HELD = ("status", "last_day", "type", "mode", "origins")
# So many rows take a second or two.
MANY = 200_000
# Rows of an index that SQLite looks at, as after a bulk load.
SURVEYED = 1_000


def upgrade() -> None:
    """Write both tables anew: days as numbers, type, mode and origins of the events, rows in the order of days."""
    for table, keys in ORDERS:
        set_aside(table, keys)
        create(table, keys)
        fill(table, keys)
        op.drop_table(f"{table}_before")
        op.create_index(f"ix_{table}_event_id", table, ["event_id"])
        survey(table)


def set_aside(table: str, keys: tuple[str, ...]) -> None:
    """Give way to a table of the same name, whose key and index have the same names, too."""
    op.drop_index(f"ix_{table}_event_id", table)
    if op.get_bind().dialect.name == "postgresql":
        op.drop_index(f"ix_{table}_{'_'.join(keys)}_first_day_event_id_status_last_day", table)
        op.drop_constraint(f"pk_{table}", table, type_="primary")
    op.rename_table(table, f"{table}_before")


def create(table: str, keys: tuple[str, ...]) -> None:
    """Create the table as it is now."""
    op.create_table(
        table,
        *(sa.Column(key, sa.Text(), nullable=False) for key in keys),
        sa.Column("first_day", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("last_day", sa.Integer(), nullable=True),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=f"fk_{table}_event_id_events"),
        sa.PrimaryKeyConstraint(*keys, "first_day", "event_id", name=f"pk_{table}", postgresql_include=HELD),
        sqlite_with_rowid=False,
    )


def fill(table: str, keys: tuple[str, ...]) -> None:
    """Copy the rows in their order, with what the events say."""
    bind = op.get_bind()
    rows = bind.exec_driver_sql(f"SELECT count(*) FROM {table}_before").scalar_one()
    if rows > MANY:
        log.warning("the record is brought up to date: %s, %s rows", table, f"{rows:,}")
    order = ", ".join(f"b.{name}" for name in (*keys, "first_day", "event_id"))
    whose = ", ".join(f"b.{key}" for key in keys)
    bind.exec_driver_sql(
        f"INSERT INTO {table} ({', '.join((*keys, 'first_day', 'event_id', *HELD))}) SELECT {whose}, "
        f"{number_of('b.first_day', '0')}, b.event_id, b.status, {number_of('b.last_day', 'NULL')}, "
        f"e.type, e.mode, e.origins FROM {table}_before b JOIN events e ON e.id = b.event_id ORDER BY {order}"
    )


def number_of(day: str, none: str) -> str:
    """Return the number of a day: 20260203 for 2026-02-03."""
    return f"coalesce(CAST(replace({day}, '-', '') AS INTEGER), {none})"


def survey(table: str) -> None:
    """Have the database look at the new order: one it knows nothing of is taken where another would be cheaper."""
    bind = op.get_bind()
    if bind.dialect.name == "sqlite":
        if not sa.inspect(bind).has_table("sqlite_stat1"):
            return
        bind.exec_driver_sql(f"PRAGMA analysis_limit={SURVEYED}")
    bind.exec_driver_sql(f"ANALYZE {table}")
