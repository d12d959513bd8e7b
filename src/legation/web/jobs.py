"""Deliveries being taken in: one after the other beside the pages, each with what has become of it so far."""

import secrets
import threading
from collections import OrderedDict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from legation.errors import LegationError
from legation.web.shelf import Shelf
from legation.workspace.ingest import Added
from legation.workspace.receiving import Delivery, receive

# Deliveries that can still be looked at; what they brought is in the record anyway.
MOST_KEPT = 50


@dataclass(slots=True)
class Job:
    """One delivery: who handed it over, what became of its items, and why it ended early, if it did."""

    name: str
    author: str
    shelf: Shelf
    delivery: Delivery
    added: list[Added] = field(default_factory=list)
    is_done: bool = False
    fault: str | None = None

    @property
    def claims(self) -> int:
        """How many claims its reports gave."""
        return sum(one.claims or 0 for one in self.added)


@dataclass(slots=True)
class Jobs:
    """The deliveries of an application, one worker for all: the reader reads one text at a time."""

    known: OrderedDict[str, Job] = field(default_factory=OrderedDict)
    guard: threading.Lock = field(default_factory=threading.Lock)
    worker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="delivery"))

    def start(self, shelf: Shelf, delivery: Delivery, author: str) -> Job:
        """Begin to take a delivery in, after those before it."""
        job = Job(secrets.token_urlsafe(12), author, shelf, delivery)
        with self.guard:
            self.known[job.name] = job
            while len(self.known) > MOST_KEPT:
                self.known.popitem(last=False)
        self.worker.submit(self.run, job)
        return job

    def find(self, name: str) -> Job | None:
        """Return a delivery by its name; None if there is none, or none any more."""
        with self.guard:
            return self.known.get(name)

    def run(self, job: Job) -> None:
        """Take a delivery in; the reader is free for others between its batches."""
        try:
            items = receive(job.shelf.workspace, job.delivery)
            while (one := next_item(job, items)) is not None:
                job.added.append(one)
        except LegationError as error:
            job.fault = str(error)
        except BaseException:
            job.fault = ""
            raise
        finally:
            job.is_done = True

    def close(self) -> None:
        """Finish what is being taken in; what waits is given up."""
        self.worker.shutdown(wait=True, cancel_futures=True)


def next_item(job: Job, items: Iterator[Added]) -> Added | None:
    """Return what has become of the next item; None at the end."""
    with job.shelf.reading:
        return next(items, None)
