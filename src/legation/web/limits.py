"""How often somebody may try: so many times within a stretch, counted in this process."""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

# Keys counted at once; the oldest are forgotten first, so that a crowd of addresses cannot fill the memory.
MOST = 20_000


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `times` within `seconds`."""

    times: int
    seconds: float


# One's own mistakes stay far below; guessing a password of twelve letters does not come far at these.
SAME_PAIR = Limit(6, 300)
SAME_ADDRESS = Limit(30, 300)
SAME_NAME = Limit(60, 3600)
CHANGES = Limit(240, 60)


@dataclass(slots=True)
class Counter:
    """Counts tries by key."""

    clock: Callable[[], float] = time.monotonic
    lock: threading.Lock = field(default_factory=threading.Lock)
    tries: "OrderedDict[str, deque[float]]" = field(default_factory=OrderedDict)

    def wait(self, key: str, limit: Limit) -> int:
        """Count a try and return 0, or return how many seconds to wait before the next, which is then not counted."""
        now = self.clock()
        with self.lock:
            times = self.tries.setdefault(key, deque())
            self.tries.move_to_end(key)
            while times and times[0] <= now - limit.seconds:
                times.popleft()
            if len(times) >= limit.times:
                return max(1, int(times[0] + limit.seconds - now) + 1)
            times.append(now)
            while len(self.tries) > MOST:
                self.tries.popitem(last=False)
        return 0

    def forget(self, key: str) -> None:
        """Start a key anew."""
        with self.lock:
            self.tries.pop(key, None)
