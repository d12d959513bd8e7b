"""Memory keeps what was made from the record as it is, forgets it when the record changes, and makes a thing once."""

import threading
import time
from pathlib import Path

import pytest

from legation.record.decision import REMARKS
from legation.web.memory import Memory
from legation.workspace.workspace import Workspace
from tests.record.histories import add

TOLD = "PER AID CHL 2026-02-03 happened tents"


def test_a_thing_is_made_once_until_the_record_changes(tmp_path: Path) -> None:
    made: list[int] = []
    memory = Memory()

    def make() -> int:
        made.append(1)
        return len(made)

    with Workspace(str(tmp_path / "record.db")) as record:
        assert [memory.recall(record, "sum", make) for _ in range(3)] == [1, 1, 1]
        assert memory.recall(record, "other", make) == 2
        add(record.engine, [TOLD])
        assert memory.recall(record, "sum", make) == 3


def test_rulings_that_nothing_rests_on_leave_a_thing_as_it_is(tmp_path: Path) -> None:
    memory = Memory()
    with Workspace(str(tmp_path / "record.db")) as record:
        add(record.engine, [TOLD])
        assert memory.recall(record, "sum", lambda: 1, REMARKS) == 1
        note = record.decide("note", "PER", author="ann", reason="a drill?")
        assert memory.recall(record, "sum", lambda: 2, REMARKS) == 1
        assert memory.recall(record, "exact", lambda: 2) == 2
        record.decide("reject", record.review_queue(limit=1).items[0].account.key, author="ann")
        assert memory.recall(record, "sum", lambda: 3, REMARKS) == 3
        record.undo(note.uid, author="ann")
        assert memory.recall(record, "sum", lambda: 4, REMARKS) == 4


def test_several_who_ask_at_once_have_it_made_once(tmp_path: Path) -> None:
    made: list[int] = []
    memory = Memory()

    def make() -> int:
        time.sleep(0.05)
        made.append(1)
        return 7

    with Workspace(str(tmp_path / "record.db")) as record:
        threads = [threading.Thread(target=memory.recall, args=(record, "sum", make)) for _ in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert made == [1]


def test_what_fails_is_made_anew_the_next_time(tmp_path: Path) -> None:
    memory = Memory()

    def fail() -> int:
        raise ValueError("not now")

    with Workspace(str(tmp_path / "record.db")) as record:
        with pytest.raises(ValueError, match="not now"):
            memory.recall(record, "sum", fail)
        assert memory.recall(record, "sum", lambda: 3) == 3


def test_the_oldest_goes_when_there_is_no_room(tmp_path: Path) -> None:
    memory = Memory(most=2)
    with Workspace(str(tmp_path / "record.db")) as record:
        for key in "abc":
            memory.recall(record, key, str)
        assert len(memory.kept) == 2
        assert memory.recall(record, "a", lambda: "anew") == "anew"
