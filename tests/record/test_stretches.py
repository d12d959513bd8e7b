"""How far back PostgreSQL looks for words."""

import pytest
from sqlalchemy import Engine

from legation.record.session import reading
from legation.record.stretches import ALL, FEW, FEWEST, RANKED, Stretch, count_first, find_stretches
from tests.record.conftest import KINDS
from tests.record.histories import add


@pytest.mark.parametrize(
    ("entries", "finds", "first"),
    [
        (1_000_000, 400_000, FEWEST),
        (1_000_000, 100_000, 10_000),
        (1_000_000, FEW, 200_000),
        (2 * RANKED, FEW, 0),
        (FEWEST, FEW, 0),
        (0, 0, 0),
    ],
)
def test_twice_as_many_of_the_last_entries_are_seen_first_as_should_be_needed(
    entries: int, finds: int, first: int
) -> None:
    assert count_first(entries, finds) == first


TEXTS = [f"PER AID CHL 2026-02-03 happened tents and water {number}" for number in range(6)]


# SQLite gives entries in the order of their numbers and needs no stretches.
@pytest.mark.parametrize("place", KINDS[1:], indirect=True)
@pytest.mark.parametrize("kind", ["claim", "document"])
def test_the_first_stretch_is_counted_among_entries_of_its_kind(
    engine: Engine, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(engine, TEXTS)
    with reading(engine) as session:
        assert find_stretches(session, kind, "'tents'", narrows=False) == [ALL]
        monkeypatch.setattr("legation.record.stretches.FEW", 0)
        monkeypatch.setattr("legation.record.stretches.count_first", lambda *_: 2)
        last, rest = find_stretches(session, kind, "'tents'", narrows=False)
        own = f"SELECT id FROM search_entries WHERE kind = '{kind}' ORDER BY id DESC"
        numbers = list(session.exec_driver_sql(own).scalars())
        # Whatever is not in the first stretch is in the other: none is left out, none is seen twice.
        assert (last, rest) == (Stretch(numbers[2], None, False), Stretch(None, numbers[2], True))
        assert find_stretches(session, kind, "'tents'", narrows=True)[0].by_index
        monkeypatch.setattr("legation.record.stretches.count_first", lambda *_: len(numbers))
        assert find_stretches(session, kind, "'tents'", narrows=False) == [ALL]
