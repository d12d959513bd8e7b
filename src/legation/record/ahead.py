"""Making the next batches of documents ready in other processes while this one merges and writes.

Each process is a fork: it has the documents already, and hands back plain values. It never touches the record.
"""

import logging
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Self

from legation.record.batch import Batch, pack, unpack
from legation.record.ready import Load

log = logging.getLogger(__name__)

Prepare = Callable[[Sequence[Load]], Batch]
# A batch with what has been made of it.
Prepared = tuple[Sequence[Load], Batch]
# Fewer documents and claims than these are ready before a process has begun.
FEWEST = 3_000
# Making ready takes more time than merging and writing: one process alone would keep these waiting.
HELPERS = 2


class Ahead:
    """Batches in their order, of which the next ones are made ready by other processes."""

    def __init__(self, batches: Iterable[Sequence[Load]], prepare: Prepare) -> None:
        """Begin with nothing; the first batch is made ready here, so that what it takes is at hand in every fork."""
        self.batches, self.prepare = iter(batches), prepare
        self.coming: deque[tuple[Sequence[Load], Callable[[], Batch], ExitStack]] = deque()

    def __enter__(self) -> Self:
        """Return these batches."""
        return self

    def __exit__(self, *raised: object) -> None:
        """End the processes that are at work still."""
        for *_, stack in self.coming:
            stack.close()

    def begin(self) -> None:
        """Have the next batches made ready: to be called while no other thread runs."""
        while len(self.coming) < HELPERS and (loads := next(self.batches, [])):
            stack = ExitStack()
            self.coming.append((loads, stack.enter_context(preparing(loads, self.prepare)), stack))

    def take(self) -> Prepared:
        """Return the next batch and what has been made of it; no documents when there is none left."""
        if not self.coming:
            loads = next(self.batches, [])
            return loads, self.prepare(loads)
        loads, made, stack = self.coming.popleft()
        with stack:
            return loads, made()


@contextmanager
def preparing(loads: Sequence[Load], prepare: Prepare) -> Iterator[Callable[[], Batch]]:
    """Begin to make documents ready; what is given returns them when they are.

    Where no process can help, they are made ready when they are asked for.
    """
    if not is_worth_it(sum(1 + len(item.reading.claims) for item in loads)):
        yield lambda: prepare(loads)
        return
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=send_ready, args=((receiver, sender), loads, prepare), daemon=True)
    process.start()
    sender.close()
    try:
        yield lambda: receive(receiver, loads, prepare)
    finally:
        receiver.close()
        process.terminate()
        process.join()


def is_worth_it(count: int) -> bool:
    """Tell whether another process may and should make so many documents and claims ready."""
    # Elsewhere forking is unsafe or unknown; and of a process with threads only one goes on in a fork, which may wait
    # for ever for what another held.
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    return is_safe and count >= FEWEST and (os.cpu_count() or 1) > 1


def send_ready(ends: tuple[Connection, Connection], loads: Sequence[Load], prepare: Prepare) -> None:
    """Make documents ready and hand them over: the whole life of the other process."""
    receiver, sender = ends
    # With its own copy of the reading end open, it would wait for ever for a reader that has been killed.
    receiver.close()
    # Then there is nobody left to hand anything to, and nobody to tell.
    with suppress(BrokenPipeError):
        sender.send_bytes(pack(prepare(loads)))
    sender.close()


def receive(receiver: Connection, loads: Sequence[Load], prepare: Prepare) -> Batch:
    """Return what the other process has made ready; made here, if it has ended without."""
    try:
        packed = receiver.recv_bytes()
    except EOFError:
        # Killed for want of memory, perhaps; a fault of the documents shows again here, where it can be raised.
        log.warning("the process that makes documents ready has ended: making them ready here")
        return prepare(loads)
    return unpack(packed)
