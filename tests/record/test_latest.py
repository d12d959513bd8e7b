"""The latest events come first, undated ones last, and are counted without being loaded."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from legation.record.event import short_id
from legation.record.latest import Period, count_by_month, count_events, latest_ids
from legation.record.session import reading
from tests.record.histories import add

TOLD = [
    "PER AID CHL 2026-02-03 happened tents",
    "CHL CONSULT PER 2026-03-09 planned talks",
    "PER ACCUSE KEN 2025-06-01 happened border",
    "CHL AGREE PER - happened treaty",
]
IN_2026 = (dt.date(2026, 1, 1), dt.date(2027, 1, 1))


@pytest.mark.parametrize(
    ("faces", "period", "types", "found"),
    [
        (["CHL", "PER"], (None, None), (), [1, 0, 3]),
        (["PER"], (None, None), (), [1, 0, 2, 3]),
        (["PER"], IN_2026, (), [1, 0]),
        (["PER"], (None, dt.date(2026, 1, 1)), (), [2]),
        (["PER", "CHL"], (None, None), ("AID", "AGREE"), [0, 3]),
        (["KEN", "CHL"], (None, None), (), []),
    ],
)
def test_latest_first(
    engine: Engine, faces: list[str], period: Period, types: tuple[str, ...], found: list[int]
) -> None:
    names = [f"{short_id(document)}.e1" for document in add(engine, TOLD)]
    with reading(engine) as session:
        assert latest_ids(session, faces, 10, period, types) == [names[place] for place in found]
        assert latest_ids(session, faces, 1, period, types) == [names[place] for place in found][:1]
        assert types or count_events(session, faces, period) == len(found)


def test_months_are_counted_with_the_undated_last(engine: Engine) -> None:
    add(engine, TOLD)
    with reading(engine) as session:
        assert count_by_month(session, ["PER"]) == [("2025-06", 1), ("2026-02", 1), ("2026-03", 1), (None, 1)]
        assert count_by_month(session, ["PER", "KEN"]) == [("2025-06", 1)]
