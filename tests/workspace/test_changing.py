"""What changed between two moments: only what came in since bears on it."""

from collections.abc import Callable
from itertools import count

import pytest

from legation.record.event import short_id
from legation.workspace.workspace import Workspace
from tests.builders import make_document
from tests.record.histories import add, moment

TENTS = "PER AID CHL 2026-02-03 planned tents"
DONE = "PER AID CHL 2026-02-03 happened tents"
BORDER = "KEN ACCUSE PER 2026-02-05 happened border"
LATER = "PER AID CHL 2026-06-20 happened blankets"
FIRMER, GONE = f"{TENTS} v2:status=happened", f"{TENTS} v2:gone"
SINCE = moment(5).isoformat()
Act = Callable[[Workspace], object]


def key(text: str, version: str = "c1") -> str:
    return f"{short_id(make_document(text).id)}.{version}"


@pytest.mark.parametrize(
    ("first", "act", "expected"),
    [
        ([TENTS], lambda record: add(record.engine, [BORDER], 9), ["new"]),
        ([TENTS], lambda record: add(record.engine, [DONE], 9), ["status", "disagreement"]),
        ([TENTS], Workspace.count, []),
        ([TENTS, BORDER], lambda record: record.decide("reject", key(BORDER), author="ann"), ["vanished"]),
        ([DONE, LATER], lambda record: record.decide("same", key(DONE), key(LATER), author="ann"), ["joined"]),
        (
            [DONE, f"{DONE} blankets"],
            lambda record: record.decide("different", key(DONE), key(f"{DONE} blankets"), author="ann"),
            ["split"],
        ),
        (
            [TENTS],
            lambda record: record.decide("amend", key(TENTS), author="ann", changes={"status": "denied"}),
            ["status"],
        ),
        ([TENTS], lambda record: record.decide("note", key(TENTS), author="ann", reason="see"), []),
        ([FIRMER], lambda record: add(record.engine, [FIRMER], 9, 2), ["status"]),
        ([GONE], lambda record: add(record.engine, [GONE], 9, 2), ["vanished"]),
    ],
)  # fmt: skip
def test_changes_are_found_by_kind(place: str, first: list[str], act: Act, expected: list[str]) -> None:
    with Workspace(place, clock=map(moment, count(10)).__next__) as record:
        add(record.engine, first)
        act(record)
        found = record.changes(SINCE)
        assert [change.kind.value for change in found.changes if change.kind != "disagreement"] == [
            kind for kind in expected if kind != "disagreement"
        ]
        if "disagreement" in expected:
            assert "disagreement" in {change.kind.value for change in found.changes}


def test_what_came_in_is_listed_and_a_window_closes(place: str) -> None:
    with Workspace(place, clock=lambda: moment(20)) as record:
        add(record.engine, [TENTS])
        (document,) = add(record.engine, [BORDER], 9)
        made = record.decide("note", key(BORDER), author="ann", reason="see")
        found = record.changes(SINCE)
        assert [one.id for one in found.documents] == [document]
        assert found.decisions == (made,)
        early = record.changes(SINCE, moment(8).isoformat())
        assert (early.documents, early.decisions, early.changes) == ((), (), ())
        middle = record.changes(SINCE, moment(12).isoformat())
        assert (len(middle.documents), middle.decisions, len(middle.changes)) == (1, (), 1)
        with pytest.raises(ValueError, match="not later"):
            record.changes(SINCE, "2020")
