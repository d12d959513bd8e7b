"""How fast the reading room answers in a large record: server time of each page while people work in it.

    python -m benchmarks.web RECORD [--users N] [--seconds N] [--think SECONDS] [--team] [--change] [--cold] [--page P]

RECORD is a path or URL, such as `python -m benchmarks.record_size --claims 1000000 --place million.db` makes. It is
served by `legation serve` itself; each of the users asks for a page, reads it for a while (an exponential pause) and
asks for the next, pages in turn with events, reports and actors of the record drawn by a fixed seed, some of them hot.
Times are from the request to the last byte, over the loopback, queueing included; beside them the time of the server's
processor for a page.

With `--team` it is `legation serve --team`, and each request comes from somebody logged in, who is an editor of the
record's project. With `--change` the columns "cpu 1st" and "first" have the processor's time and the whole time of a
page for the first time after the record was changed, so that nothing is kept of it; a claim is accepted each time: use
a copy.

With `--cold` what the machine keeps of the record's file in its memory is dropped before the server opens and again
before the users come (Linux, SQLite; no rights are needed), so that pages wait for the disk as after a restart; nothing
warms up. The columns "cold" and "read" have what a page takes with nobody else there and nothing kept, in milliseconds,
and how many pages of 4 KiB the server reads from the disk for it: medians of up to eight addresses.
"""

import argparse
import math
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import httpx

from legation.record.busiest import busiest_dyads
from legation.record.event import short_id
from legation.web.security import SESSION_COOKIE
from legation.workspace.leafing import list_reports
from legation.workspace.paging import page_events
from legation.workspace.questions import list_questions
from legation.workspace.scenarios import list_models
from legation.workspace.team.accounts import Applicant
from legation.workspace.team.invitations import Offer
from legation.workspace.team.projects import Project
from legation.workspace.team.roles import Role
from legation.workspace.team.team import Team
from legation.workspace.workspace import Workspace

SEED = 20260304
# What p95 of each page is to stay below, in milliseconds.
REACH = 150
WORD = "tents"
# How long a server may take to open, in seconds.
PATIENCE = 180
PROJECT, PASSWORD = "record", "four quiet words here"


def find_addresses(record: str) -> dict[str, list[str]]:
    """Return addresses of each page: of hot and of rare dyads, of events and reports from all over the record."""
    with Workspace(record, create=False) as workspace:
        with workspace.looking() as session:
            dyads = [(one.id, other.id) for (one, other), _ in busiest_dyads(session, 400)]
            questions = [one.file for one in list_questions(session) if one.file]
        models = list(list_models())
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
        "/search with filters": [f"/search?{urlencode({'q': word, 'actor': pair['a']})}" for pair in pairs[:5]],
        "/compare": ["/compare"],
        "/sources": ["/sources"],
        "/review": ["/review"],
        "/review/agreement": ["/review/agreement"],
        "/questions": ["/questions"],
        "/questions/NAME": [f"/questions/{name}" for name in questions],
        "/scenarios": ["/scenarios"],
        "/scenarios/NAME": [f"/scenarios/{name}" for name in models],
        "/forecasts": ["/forecasts"],
        "/add": ["/add"],
        "/problems": ["/problems"],
        "/export": ["/export"],
        "/notes": ["/notes"],
        "/api/events": [f"/api/events?{urlencode(pair)}&limit=50" for pair in lists],
        "/api/counts": ["/api/counts"],
        "/api/sources": ["/api/sources"],
    }


@dataclass(frozen=True, slots=True)
class Room:
    """A room that is open: its address, the number of its process, and the cookies of whoever comes in."""

    site: str
    process: int
    cookies: Mapping[str, str]

    def enter(self, seconds: float = 60) -> httpx.Client:
        """Return a browser that is let in."""
        # Browsers ask again where a server has just closed a connection that was idle; here each request has its own.
        limits = httpx.Limits(max_keepalive_connections=0)
        return httpx.Client(base_url=self.site, timeout=seconds, limits=limits, cookies=dict(self.cookies))


@contextmanager
def served(record: str, *, team: bool) -> Iterator[Room]:
    """Serve a record by the command itself, to one person or to a team."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        accounts = f"{folder}/accounts.db"
        cookies = {SESSION_COOKIE: found_team(accounts, record)} if team else {}
        command = [str(Path(sys.executable).with_name("legation")), "--record", record, "serve", "--port", str(port)]
        command += ["--team", "--accounts", accounts] if team else []
        # Bound to nothing from here on, the port is free for the server.
        probe.close()
        yield from opened(command, f"http://127.0.0.1:{port}", f"/p/{PROJECT}" if team else "", cookies)


def found_team(accounts: str, record: str) -> str:
    """Make a team with one project and an editor of it; return the secret of their session."""
    team = Team(accounts, create=True)
    team.found(Applicant("root", "The admin", PASSWORD))
    team.add_project(Project(PROJECT, "The record", record, None), "root")
    _, secret = team.invite(Offer(Role.EDITOR, PROJECT), "root")
    _, session = team.accept(secret, Applicant("ann", "Ann", PASSWORD), "")
    team.close()
    return session


def opened(command: Sequence[str], site: str, below: str, cookies: Mapping[str, str]) -> Iterator[Room]:
    """Run a server and yield its room; stop it in the end."""
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(site, process)
            yield Room(f"{site}{below}", process.pid, cookies)
        finally:
            process.terminate()


def wait_for(site: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until the room is open."""
    end = time.monotonic() + PATIENCE
    with httpx.Client() as client:
        while time.monotonic() < end:
            if process.poll() is not None:
                sys.exit("legation serve did not start: try it by hand")
            try:
                client.get(f"{site}/static/icon.svg")
            except httpx.ConnectError:
                time.sleep(0.1)
            else:
                return
    sys.exit(f"legation serve did not answer within {PATIENCE} s")


class User(threading.Thread):
    """Somebody who asks for a page, reads it and asks for the next."""

    def __init__(
        self, room: Room, addresses: Mapping[str, Sequence[str]], number: int, pace: tuple[float, float]
    ) -> None:
        """`pace` is the mean pause and how long to go on, in seconds."""
        super().__init__()
        self.room, self.addresses, self.pace = room, addresses, pace
        self.random = random.Random(SEED + number)
        self.times: dict[str, list[float]] = defaultdict(list)
        self.failed: list[tuple[str, int]] = []

    def run(self) -> None:
        """Work until the time is over."""
        pause, seconds = self.pace
        end = time.monotonic() + seconds
        names = list(self.addresses)
        self.random.shuffle(names)
        with self.room.enter() as client:
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


def measure(room: Room, addresses: Mapping[str, Sequence[str]], users: int, pace: tuple[float, float]) -> list[User]:
    """Have so many users work at once; return them when they are done."""
    crowd = [User(room, addresses, number, pace) for number in range(users)]
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
    parser.add_argument("--team", action="store_true")
    parser.add_argument("--change", action="store_true")
    parser.add_argument("--cold", action="store_true")
    parser.add_argument("--page", action="append", help="ask for this page alone, by its name in the table; repeatable")
    parser.add_argument("--think", type=float, default=5, help="mean pause between two pages of one user, in seconds")
    chosen = parser.parse_args()
    addresses = find_addresses(chosen.record)
    if chosen.page:
        addresses = {name: some for name, some in addresses.items() if name in chosen.page}
    heads = ("cold", "read") if chosen.cold else (*(("cpu 1st", "first") if chosen.change else ()), "cpu", "alone")
    with served(chosen.record, team=chosen.team) as room, room.enter(600) as client:
        if chosen.cold:
            record = (chosen.record, room.process)
            beside = {name: cold_times(client, some[:8], record) for name, some in addresses.items()}
        else:
            beside = {name: alone_time(client, some[:6], room.process) for name, some in addresses.items()}
            if chosen.change:
                first = first_times(client, addresses, (chosen.record, room.process))
                beside = {name: (*first[name], *times) for name, times in beside.items()}
            crowd = measure(room, addresses, chosen.users, (chosen.think, chosen.seconds))
    if chosen.cold:
        # Another server, for the one before keeps much of what it has read.
        drop_kept(chosen.record)
        with served(chosen.record, team=chosen.team) as room:
            crowd = measure(room, addresses, chosen.users, (chosen.think, chosen.seconds))
    print(f"{chosen.users} users, {chosen.think:g} s mean pause, {chosen.seconds:g} s; milliseconds")
    tell(crowd, heads, beside)
    failed = {one for user in crowd for one in user.failed}
    for address, status in sorted(failed):
        print(f"{address}: answered {status}", file=sys.stderr)
    return 1 if failed else 0


def tell(crowd: Sequence[User], heads: Sequence[str], beside: Mapping[str, Sequence[float]]) -> None:
    """Print the table of times; `beside` has the values of `heads` for each page."""
    print(f"{'page':<26}{'asked':>7}{''.join(f'{head:>8}' for head in (*heads, 'p50', 'p95', 'max'))}")
    for name, values in beside.items():
        times = sorted(time for user in crowd for time in user.times.get(name, []))
        if times:
            p95 = times[math.ceil(0.95 * len(times)) - 1]
            mark = "" if p95 <= REACH else f"  over {REACH}"
            row = (*values, statistics.median(times), p95, times[-1])
            print(f"{name:<26}{len(times):>7}{''.join(f'{value:>8.0f}' for value in row)}{mark}")


def drop_kept(record: str) -> None:
    """Have the system forget what it keeps of the files of an SQLite record; others may go on using them."""
    for file in (Path(record), Path(f"{record}-wal")):
        if file.exists():
            with file.open("rb") as opened:
                # What is not on the disk yet would be kept.
                os.fsync(opened.fileno())
                os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def cold_times(client: httpx.Client, addresses: Sequence[str], served: tuple[str, int]) -> tuple[float, float]:
    """Return how long a page takes when the system keeps nothing of the record, and how many blocks are read for it.

    In milliseconds; `served` is the record and the server's process, which keeps what it has read itself.
    """
    record, process = served
    times, read = [], []
    for address in addresses:
        drop_kept(record)
        before, begun = blocks_read(process), time.perf_counter()
        client.get(address)
        times.append((time.perf_counter() - begun) * 1000)
        read.append(blocks_read(process) - before)
    return statistics.median(times), statistics.median(read)


def blocks_read(process: int) -> int:
    """Return how many blocks of 4 KiB a process has had read from disks (Linux)."""
    lines = Path(f"/proc/{process}/io").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("read_bytes")) // 4096


def first_times(
    client: httpx.Client, addresses: Mapping[str, Sequence[str]], served: tuple[str, int]
) -> dict[str, tuple[float, float]]:
    """Return how long a page takes for the first time after a change of the record, in milliseconds.

    First the time of the server's processor, then by the clock; `served` is the record and the server's process.
    """
    record, process = served
    found: dict[str, tuple[float, float]] = {}
    with Workspace(record, create=False) as workspace:
        events = page_events(workspace, 1, "0").lines
        claim = events[0].event.accounts[0].key
        for name, some in addresses.items():
            # A note would do for few: what nothing rests on leaves most of what is kept as it is.
            workspace.decide("accept", claim, author="benchmark", reason=f"Before {name}, at {time.time()}.")
            busy, begun = processor_time(process), time.perf_counter()
            client.get(some[0])
            found[name] = ((processor_time(process) - busy) * 1000, (time.perf_counter() - begun) * 1000)
    return found


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
