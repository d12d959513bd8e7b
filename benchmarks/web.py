"""How fast the reading room answers in a large record: server time of each page while people work in it.

    python -m benchmarks.web RECORD [--users N] [--seconds N] [--think SECONDS]

RECORD is a path or URL, such as `python -m benchmarks.record_size --claims 1000000 --place million.db` makes. It is
served by `legation serve` itself; each of the users asks for a page, reads it for a while (an exponential pause) and
asks for the next, pages in turn with events, reports and actors of the record drawn by a fixed seed, some of them hot.
Times are from the request to the last byte, over the loopback, queueing included; beside them the time of the server's
processor for a page.
"""

import argparse
import math
import os
import random
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import httpx

from legation.record.busiest import busiest_dyads
from legation.record.event import short_id
from legation.workspace.leafing import list_reports
from legation.workspace.paging import page_events
from legation.workspace.workspace import Workspace

SEED = 20260304
# What p95 of each page is to stay below, in milliseconds.
REACH = 150
WORD = "tents"


def find_addresses(record: str) -> dict[str, list[str]]:
    """Return addresses of each page: of hot and of rare dyads, of events and reports from all over the record."""
    with Workspace(record, create=False) as workspace:
        with workspace.looking() as session:
            dyads = [(one.id, other.id) for (one, other), _ in busiest_dyads(session, 400)]
        reports = [short_id(held.id) for held in list_reports(workspace, 50)]
        word = next((word for held in list_reports(workspace, 1) for word in (held.title or "").split()[-1:]), WORD)
        events = [line.event.id for start in "048c" for line in page_events(workspace, 20, start).lines]
    some = [*dyads[:5], *dyads[5::40]]
    pairs = [{"a": one, "b": other} for one, other in some]
    lists = [[("actor", one), ("actor", other)] for one, other in some]
    return {
        "/": ["/"],
        "/chronology": [f"/chronology?{urlencode(pair)}" for pair in pairs],
        "/chronology of an actor": [f"/chronology?{urlencode({'a': pair['a']})}" for pair in pairs],
        "/chronology/chart": [f"/chronology/chart?{urlencode(pair)}" for pair in pairs],
        "/dossier": [f"/dossier?{urlencode(pair)}" for pair in lists],
        "/dossier of an actor": [f"/dossier?{urlencode({'actor': pair['a']})}" for pair in pairs],
        "/network": [f"/network?{urlencode({'actor': pair['a']})}" for pair in pairs],
        "/map": [f"/map?{urlencode({'actor': pair['a']})}" for pair in pairs],
        "/events/ID": [f"/events/{name}" for name in events],
        "/reports": ["/reports"],
        "/reports/ID": [f"/reports/{name}" for name in reports],
        "/search": [f"/search?{urlencode({'q': word})}", f"/search?{urlencode({'q': WORD})}"],
        "/compare": ["/compare"],
        "/sources": ["/sources"],
        "/review": ["/review"],
        "/notes": ["/notes"],
        "/api/events": [f"/api/events?{urlencode(pair)}&limit=50" for pair in lists],
        "/api/counts": ["/api/counts"],
    }


@contextmanager
def served(record: str) -> Iterator[tuple[str, int]]:
    """Serve a record by the command itself; yield its address and the number of its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(Path(sys.executable).with_name("legation")), "--record", record, "serve", "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        site = f"http://127.0.0.1:{port}"
        try:
            wait_for(site, process)
            yield site, process.pid
        finally:
            process.terminate()


def wait_for(site: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until the room is open."""
    for _ in range(600):
        if process.poll() is not None:
            sys.exit("legation serve did not start: try it by hand")
        try:
            httpx.get(f"{site}/static/icon.svg")
        except httpx.ConnectError:
            time.sleep(0.1)
        else:
            return
    sys.exit("legation serve did not answer within a minute")


class User(threading.Thread):
    """Somebody who asks for a page, reads it and asks for the next."""

    def __init__(
        self, site: str, addresses: Mapping[str, Sequence[str]], number: int, pace: tuple[float, float]
    ) -> None:
        """`pace` is the mean pause and how long to go on, in seconds."""
        super().__init__()
        self.site, self.addresses, self.pace = site, addresses, pace
        self.random = random.Random(SEED + number)
        self.times: dict[str, list[float]] = defaultdict(list)
        self.failed: list[tuple[str, int]] = []

    def run(self) -> None:
        """Work until the time is over."""
        pause, seconds = self.pace
        end = time.monotonic() + seconds
        names = list(self.addresses)
        self.random.shuffle(names)
        # Browsers ask again where a server has just closed a connection that was idle; here each request has its own.
        limits = httpx.Limits(max_keepalive_connections=0)
        with httpx.Client(base_url=self.site, timeout=60, limits=limits) as client:
            while time.monotonic() < end:
                for name in names:
                    time.sleep(min(self.random.expovariate(1 / pause) if pause else 0, 3 * pause))
                    if time.monotonic() > end:
                        break
                    self.ask(client, name)

    def ask(self, client: httpx.Client, name: str) -> None:
        """Ask for a page and keep how long it took, in milliseconds."""
        address = self.random.choice(self.addresses[name])
        begun = time.perf_counter()
        answer = client.get(address)
        self.times[name].append((time.perf_counter() - begun) * 1000)
        if answer.status_code != 200:
            self.failed.append((address, answer.status_code))


def measure(site: str, addresses: Mapping[str, Sequence[str]], users: int, pace: tuple[float, float]) -> list[User]:
    """Have so many users work at once; return them when they are done."""
    crowd = [User(site, addresses, number, pace) for number in range(users)]
    for user in crowd:
        user.start()
    for user in crowd:
        user.join()
    return crowd


def main() -> int:
    """Measure and print a table; 1 if a page failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record")
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--think", type=float, default=5, help="mean pause between two pages of one user, in seconds")
    chosen = parser.parse_args()
    addresses = find_addresses(chosen.record)
    with served(chosen.record) as (site, process):
        with httpx.Client(base_url=site, timeout=600) as client:
            alone = {name: alone_time(client, some[:6], process) for name, some in addresses.items()}
        crowd = measure(site, addresses, chosen.users, (chosen.think, chosen.seconds))
    print(f"{chosen.users} users, {chosen.think:g} s mean pause, {chosen.seconds:g} s; milliseconds")
    print(f"{'page':<26}{'asked':>7}{'cpu':>8}{'alone':>8}{'p50':>8}{'p95':>8}{'max':>8}")
    for name in addresses:
        times = sorted(time for user in crowd for time in user.times.get(name, []))
        if times:
            p95 = times[math.ceil(0.95 * len(times)) - 1]
            mark = "" if p95 <= REACH else f"  over {REACH}"
            busy, wall = alone[name]
            row = f"{name:<26}{len(times):>7}{busy:>8.0f}{wall:>8.0f}{statistics.median(times):>8.0f}{p95:>8.0f}"
            print(f"{row}{times[-1]:>8.0f}{mark}")
    failed = {one for user in crowd for one in user.failed}
    for address, status in sorted(failed):
        print(f"{address}: answered {status}", file=sys.stderr)
    return 1 if failed else 0


def alone_time(client: httpx.Client, addresses: Sequence[str], process: int) -> tuple[float, float]:
    """Return what a page takes with nobody else there, in milliseconds: of the server's processor, and by the clock.

    On a machine that others use too the clock tells more of them than of the page. The first calls warm up.
    """
    for address in addresses:
        client.get(address)
    times = []
    busy = processor_time(process)
    for address in [*addresses] * 3:
        begun = time.perf_counter()
        client.get(address)
        times.append((time.perf_counter() - begun) * 1000)
    return (processor_time(process) - busy) * 1000 / len(times), statistics.median(times)


def processor_time(process: int) -> float:
    """Return how long a process has used processors, in seconds (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main())
