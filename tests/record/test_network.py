"""Who with whom: counted by window, the same whichever of two is asked, and as the record stood on a day."""

import pytest
from sqlalchemy import Engine

from legation.record.network import Tie, Window, find_partners, find_ties_among
from legation.record.session import reading
from legation.record.shadow import reading_as_of
from tests.record.histories import add, moment

TOLD = [
    "PER AID CHL 2026-02-03 happened tents",
    "CHL CONSULT PER 2026-03-09 planned talks",
    "PER ACCUSE KEN 2025-06-01 happened border",
    "KEN AGREE CHL - happened treaty",
]
ALL = Window()


def ties(found: list[Tie]) -> list[tuple[str, str, int, int]]:
    return [(tie.one, tie.other, tie.events, tie.happened) for tie in found]


@pytest.mark.parametrize(
    ("face", "window", "found"),
    [
        ("PER", ALL, [("CHL", "PER", 2, 1), ("KEN", "PER", 1, 1)]),
        ("KEN", ALL, [("KEN", "PER", 1, 1), ("CHL", "KEN", 1, 1)]),
        ("PER", Window("2026-01", "2026-02"), [("CHL", "PER", 1, 1)]),
        ("PER", Window("2026-03"), [("CHL", "PER", 1, 0)]),
        ("PER", Window(None, "2025-12"), [("KEN", "PER", 1, 1)]),
        ("KEN", Window("2026-01"), []),
        ("nobody", ALL, []),
    ],
)
def test_partners_in_a_window(
    engine: Engine, face: str, window: Window, found: list[tuple[str, str, int, int]]
) -> None:
    add(engine, TOLD)
    with reading(engine) as session:
        assert ties(find_partners(session, face, window)) == found


def test_ties_among_some_leave_the_others_out(engine: Engine) -> None:
    add(engine, TOLD)
    with reading(engine) as session:
        assert ties(find_ties_among(session, ["PER", "CHL"], ALL)) == [("CHL", "PER", 2, 1)]
        assert len(find_ties_among(session, ["PER", "CHL", "KEN"], ALL)) == 3


def test_the_past_has_the_ties_of_then(engine: Engine) -> None:
    add(engine, TOLD[:1], number=1)
    add(engine, TOLD[1:], number=5)
    with reading_as_of(engine, moment(2).isoformat()) as session:
        assert ties(find_partners(session, "PER", ALL)) == [("CHL", "PER", 1, 1)]
