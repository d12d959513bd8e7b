"""The shelf: the record an application shows, opened once and shared by its requests."""

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from legation.workspace.workspace import Workspace, utc_now


@dataclass(frozen=True, slots=True)
class Holding:
    """What an application shows: the record's place, a lexicon folder, who decides, and a clock."""

    record: str
    lexicon: Path | None = None
    author: str = ""
    clock: Callable[[], dt.datetime] = utc_now


@dataclass(slots=True)
class Shelf:
    """One workspace for every request: its engine lends each thread a connection of its own.

    `reading` is held by whoever makes the reader work, for the model reads one text at a time.
    """

    holding: Holding
    reading: threading.Lock = field(default_factory=threading.Lock)
    opening: threading.Lock = field(default_factory=threading.Lock)
    opened: Workspace | None = None

    @property
    def workspace(self) -> Workspace:
        """The workspace on the record, opened at the first request; an empty record is made where there is none."""
        with self.opening:
            if self.opened is None:
                given = self.holding
                self.opened = Workspace(given.record, given.lexicon, clock=given.clock)
            return self.opened

    def close(self) -> None:
        """Let go of the record."""
        with self.opening:
            if self.opened is not None:
                self.opened.close()
                self.opened = None
