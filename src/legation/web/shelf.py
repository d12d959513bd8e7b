"""The shelf: the record an application shows, opened once and shared by its requests."""

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from legation.workspace.workspace import Workspace, utc_now

T = TypeVar("T")
# Things kept that were slow to make: explanations of reports, counts of a whole record.
MOST_KEPT = 32


@dataclass(frozen=True, slots=True)
class Holding:
    """What an application shows: the record's place, a lexicon folder, who decides, and a clock."""

    record: str
    lexicon: Path | None = None
    author: str = ""
    clock: Callable[[], dt.datetime] = utc_now


@dataclass(slots=True)
class Kept:
    """Something that is made by the first who asks for it."""

    making: threading.Lock = field(default_factory=threading.Lock)
    is_made: bool = False
    value: Any = None


@dataclass(slots=True)
class Shelf:
    """One workspace for every request: its engine lends each thread a connection of its own.

    `reading` is held by whoever makes the reader work, for the model reads one text at a time. `kept` has what was slow
    to make and stays true, by a key that says of what.
    """

    holding: Holding
    reading: threading.Lock = field(default_factory=threading.Lock)
    opening: threading.Lock = field(default_factory=threading.Lock)
    opened: Workspace | None = None
    kept: "OrderedDict[str, Kept]" = field(default_factory=OrderedDict)

    @property
    def workspace(self) -> Workspace:
        """The workspace on the record, opened at the first request; an empty record is made where there is none."""
        with self.opening:
            if self.opened is None:
                given = self.holding
                self.opened = Workspace(given.record, given.lexicon, clock=given.clock)
            return self.opened

    def recall(self, key: str, make: Callable[[], T]) -> T:
        """Return what is kept under a key; who asks first makes it, others who ask meanwhile wait for it."""
        with self.opening:
            if key not in self.kept:
                self.kept[key] = Kept()
                while len(self.kept) > MOST_KEPT:
                    self.kept.popitem(last=False)
            self.kept.move_to_end(key)
            kept = self.kept[key]
        with kept.making:
            if not kept.is_made:
                kept.value, kept.is_made = make(), True
            found: T = kept.value
            return found

    def close(self) -> None:
        """Let go of the record."""
        with self.opening:
            if self.opened is not None:
                self.opened.close()
                self.opened = None
