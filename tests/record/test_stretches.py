"""How far back PostgreSQL looks for words."""

import pytest
from sqlalchemy import Engine

from legation.record.session import reading
from legation.record.stretches import (
    ALL,
    FEW,
    FEWEST,
    RANKED,
    Stretch,
    count_first,
    find_stretches,
    number_before,
    share_of_last,
)
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


@pytest.mark.parametrize("place", KINDS[1:], indirect=True)
def test_the_last_entries_tell_how_common_words_are(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    add(engine, [*TEXTS, *[f"PER AID CHL 2026-02-03 happened blankets {number}" for number in range(2)]])
    with reading(engine) as session:
        assert share_of_last(session, "claim", "'tents'") == 6 / 8
        assert share_of_last(session, "claim", "'blankets'") == 2 / 8
        assert share_of_last(session, "actor", "'tents'") == 0.0
        monkeypatch.setattr("legation.record.stretches.PROBED", 2)
        assert share_of_last(session, "claim", "'tents'") == 0.0
        assert share_of_last(session, "claim", "'blankets'") == 1.0


@pytest.mark.parametrize("place", KINDS[1:], indirect=True)
def test_where_many_entries_begin_is_told_by_their_numbers(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    add(engine, TEXTS)
    with reading(engine) as session:
        own = "SELECT id FROM search_entries WHERE kind = 'claim' ORDER BY id DESC"
        numbers = list(session.exec_driver_sql(own).scalars())
        assert number_before(session, "claim", 2, 6) == numbers[2]
        monkeypatch.setattr("legation.record.stretches.COUNTED", 1)
        above = number_before(session, "claim", 3, 6)
        assert above is not None
        assert 1 <= sum(number > above for number in numbers) < 6
        assert number_before(session, "claim", 600, 6) is None
        assert number_before(session, "nothing", 3, 6) is None
