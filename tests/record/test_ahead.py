"""Documents are made ready by another process, and by this one where that fails."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from multiprocessing import active_children

import pytest

from legation.record import ahead
from legation.record.ahead import Ahead, is_worth_it, preparing
from legation.record.batch import Batch, make_batch, pack, unpack
from legation.record.ready import Load
from tests.record.test_bulk import make_loads

LOADS = make_loads(["PER AID CHL 2026-02-03 happened tents", "PER ACCUSE CHL 2026-02-04 planned ❄ 북한"])
ALONE = pytest.mark.skipif(not is_worth_it(ahead.FEWEST), reason="no other process can help here")


def prepare_signed(loads: Sequence[Load]) -> Batch:
    batch = make_batch(loads)
    return replace(batch, ready=[replace(item, source=str(os.getpid())) for item in batch.ready])


def test_what_is_ready_survives_the_way_between_processes() -> None:
    batch = make_batch(LOADS)
    assert unpack(pack(batch)) == batch
    assert [len(item.claims) for item in batch.ready] == [1, 1]


@ALONE
def test_another_process_makes_documents_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "FEWEST", 1)
    with preparing(LOADS, prepare_signed) as made_ready:
        found = made_ready().ready
    assert {item.source for item in found} - {str(os.getpid())}
    assert [item.claims for item in found] == [item.claims for item in make_batch(LOADS).ready]


@ALONE
def test_they_are_made_ready_here_where_that_process_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "FEWEST", 1)
    here = os.getpid()

    def prepare_here(loads: Sequence[Load]) -> Batch:
        if os.getpid() != here:
            os._exit(1)
        return make_batch(loads)

    with preparing(LOADS, prepare_here) as made_ready:
        assert made_ready() == make_batch(LOADS)


@ALONE
def test_batches_come_in_their_order_and_all_but_the_first_from_other_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ahead, "FEWEST", 1)
    batches, makers = [LOADS[:1], LOADS[1:], LOADS, LOADS[:1]], []
    with Ahead(batches, prepare_signed) as coming:
        for expected in batches:
            loads, batch = coming.take()
            assert loads == expected
            makers.append({item.source for item in batch.ready})
            coming.begin()
        assert coming.take() == ([], make_batch([]))
    assert makers[0] == {str(os.getpid())}
    assert len({maker for found in makers for maker in found}) == len(batches)


@ALONE
def test_processes_whose_work_is_not_taken_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "FEWEST", 1)
    with Ahead([LOADS] * 3, make_batch) as coming:
        coming.begin()
        assert len(active_children()) == ahead.HELPERS
    assert active_children() == []


def test_a_process_with_threads_is_not_forked() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not is_worth_it(ahead.FEWEST)
    finally:
        done.set()
        thread.join()


KILLED = """
import os, signal, sys
from legation.record import ahead
from tests.record.test_ahead import LOADS
ahead.FEWEST = 1
def prepare(loads):
    sys.stdin.read()
    return []
ahead.pack = lambda ready: bytes(1 << 24)
with ahead.preparing(LOADS, prepare) as made_ready:
    os.kill(os.getpid(), signal.SIGKILL)
"""


@ALONE
def test_a_process_whose_reader_is_killed_ends_too() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        # Both processes hold the standard output: it ends when the last of them has.
        parent.communicate(timeout=60)
    assert parent.returncode == -signal.SIGKILL
