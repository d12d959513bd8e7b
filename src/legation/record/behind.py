"""Writing behind: one thread inserts rows while the next ones are worked out; the order of writes stays as it is.

The drivers let other threads run while the database works. Whatever else is done on the connection waits for what is
still to be written, so that a unit of work sees its own writes as if there were no thread.
"""

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from sqlalchemy import event

from legation.record.session import Session

BEHIND = "legation_behind"


class Behind:
    """The writes of one connection that are still to be made, and the thread that makes them."""

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        """Start with nothing to do; `pool` has one thread."""
        self.pool = pool
        self.tasks: list[Future[None]] = []

    def do(self, task: Callable[[], None]) -> None:
        """Have a write made when those before it are."""
        self.tasks.append(self.pool.submit(task))

    def wait(self, *_: object) -> None:
        """Return when all writes are made; raises what the first that failed has raised."""
        tasks, self.tasks = self.tasks, []
        for task in tasks:
            task.result()


@contextmanager
def writing_behind(session: Session) -> Iterator[None]:
    """Have `insert_rows` write behind on this connection; all of it is written when this ends."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="writes") as pool:
        behind = Behind(pool)
        event.listen(session, "before_cursor_execute", behind.wait)
        session.info[BEHIND] = behind
        try:
            yield
            behind.wait()
        finally:
            del session.info[BEHIND]
            event.remove(session, "before_cursor_execute", behind.wait)


def write(session: Session, task: Callable[[], None]) -> None:
    """Make a write on the driver's connection: behind, if the session writes behind, else at once."""
    behind: Behind | None = session.info.get(BEHIND)
    if behind is None:
        task()
    else:
        behind.do(task)


@contextmanager
def collecting_paused() -> Iterator[None]:
    """Keep Python from looking for cycles: among millions of fresh values, a sixth of the time goes into it."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
