"""Memory: what was slow to make, kept as long as the record is in the state it was made from."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from legation.record.decision import Ruling
from legation.workspace.workspace import Workspace

T = TypeVar("T")
# Things kept at most; the one not asked for the longest goes first.
MOST = 128


@dataclass(slots=True)
class Memory:
    """Values by key. Several may ask for one at a time: the first makes it, the others wait for it."""

    most: int = MOST
    kept: "OrderedDict[Hashable, Any]" = field(default_factory=OrderedDict)
    making: dict[Hashable, threading.Lock] = field(default_factory=dict)
    guard: threading.Lock = field(default_factory=threading.Lock)

    def recall(self, workspace: Workspace, key: Hashable, make: Callable[[], T], aside: Collection[Ruling] = ()) -> T:
        """Return what is kept under a key for the present state of a record; made if it is not there.

        Rulings `aside` leave it as it is: those that nothing of it rests on.
        """
        return self.keep((str(workspace.engine.url), workspace.moment, workspace.state(aside), key), make)

    def keep(self, whole: Hashable, make: Callable[[], T]) -> T:
        """Return what is kept under a key that says all it was made from; made if it is not there."""
        with self.guard:
            turn = self.making.setdefault(whole, threading.Lock())
        with turn:
            with self.guard:
                if whole in self.kept:
                    self.kept.move_to_end(whole)
                    found: T = self.kept[whole]
                    return found
            made = make()
            with self.guard:
                self.kept[whole] = made
                self.making.pop(whole, None)
                while len(self.kept) > self.most:
                    self.kept.popitem(last=False)
            return made
