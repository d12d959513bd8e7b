import datetime as dt

import pytest
from sqlalchemy import Engine

from legation.record.deeds import find_deeds
from legation.record.session import reading
from legation.record.shadow import reading_as_of
from tests.record.histories import add, moment

TOLD = [
    "PER AID CHL 2026-02-03 happened tents",
    "PER AID KEN 2026-01-09 planned wheat",
    "OSO CONSULT KEN 2026-01-05 happened talks",
    "KEN AGREE CHL - happened treaty",
    "PER CONSULT OSO 2026-01-05 happened talks",
]
ALL = (None, None)


@pytest.mark.parametrize(
    ("period", "found"),
    [
        (ALL, [("2026-01-05", "CONSULT"), ("2026-02-03", "AID"), ("2026-03-02", "AGREE")]),
        ((dt.date(2026, 2, 1), None), [("2026-02-03", "AID"), ("2026-03-02", "AGREE")]),
        ((None, dt.date(2026, 2, 3)), [("2026-01-05", "CONSULT")]),
    ],
)
def test_deeds_are_what_states_did_with_each_other(
    engine: Engine, period: tuple[dt.date | None, dt.date | None], found: list[tuple[str, str]]
) -> None:
    add(engine, TOLD)
    with reading(engine) as session:
        assert sorted((deed.day, deed.type) for deed in find_deeds(session, period)) == found


def test_people_stand_for_their_states(engine: Engine) -> None:
    add(engine, TOLD[2:3])
    with reading(engine) as session:
        (deed,) = find_deeds(session, ALL)
    assert (deed.agents, deed.recipients, deed.rule) == (("PER",), ("KEN",), "by hand")


def test_deeds_are_those_that_were_known(engine: Engine) -> None:
    add(engine, TOLD[:1], 0)
    add(engine, TOLD[2:3], 4)
    with reading_as_of(engine, moment(2).isoformat()) as session:
        assert [deed.type for deed in find_deeds(session, ALL)] == ["AID"]
