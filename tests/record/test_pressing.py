"""How pressing a claim is: kept with it as it is worked out, and filled in for records made before it was kept."""

import importlib
from types import ModuleType

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Engine, select

from legation.record import tables
from legation.record.pressing import weigh_claim
from legation.record.session import reading
from tests.record.histories import add

TOLD = [
    "PER AID CHL 2026-02-03 happened tents",
    "PER AID CHL 2026-02-03 happened tents there",
    "KEN ACCUSE PER - denied x",
]


@pytest.mark.parametrize(
    ("claims", "read", "joined", "weight"),
    [(1, 1.0, None, 0.0), (1, 0.4, None, 0.6), (3, 0.5, 0.5, 2.25), (8, 0.0, 1.0, 8.0), (50, 0.0, None, 8.0)],
)
def test_weight_is_salience_times_uncertainty(claims: int, read: float, joined: float | None, weight: float) -> None:
    assert weigh_claim(claims, read, joined) == pytest.approx(weight)


def weights(engine: Engine) -> dict[tuple[int, str], float]:
    table = tables.event_claims.c
    with reading(engine) as session:
        rows = session.execute(select(table.reading_id, table.claim_id, table.weight))
        return {(row.reading_id, row.claim_id): row.weight for row in rows}


def migration() -> ModuleType:
    return importlib.import_module("legation.record.migrations.versions.judgement_and_notes")


def test_the_migration_fills_in_what_the_code_would_have_kept(engine: Engine) -> None:
    add(engine, TOLD)
    kept = weights(engine)
    assert sorted(kept.values())[0] == 0.0
    assert max(kept.values()) > 0.0
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP INDEX ix_event_claims_weight")
        connection.exec_driver_sql("ALTER TABLE event_claims DROP COLUMN weight")
        with Operations.context(MigrationContext.configure(connection)):
            migration().weigh_claims()
    assert weights(engine) == pytest.approx(kept)
