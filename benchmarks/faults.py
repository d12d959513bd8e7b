"""What a record holds after its writer has been killed: nothing lost, nothing doubled, and sound each time.

    python -m benchmarks.faults [--kills N] [--documents N] [--seed N] [--how add|load] [--url URL]

A child process takes documents in, by `legation add` with the real reader or by the bulk load with made-up readings.
It is killed (SIGKILL) at a random moment of its run; then the record is checked, and another child goes on with the
same documents. When all are in, the record is compared with one that nobody disturbed, and the next one is begun, until
there have been so many kills. The exit status is 1 if anything was wrong.

With a URL the record is in a PostgreSQL database, whose tables are dropped.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import func, select

from benchmarks.record_size import Maker
from legation.record import ahead, bulk, tables
from legation.record.check import find_faults
from legation.record.rederive import ensure_current
from legation.record.session import make_engine, open_engine, reading

CLAIMS_EACH = 3
# Documents in one unit of work of the bulk load: few, so that a run has many moments to be killed at.
BATCH = 25
STATES = (
    "Kenya",
    "Somalia",
    "Peru",
    "Chile",
    "Japan",
    "Vietnam",
    "Norway",
    "Finland",
    "Ghana",
    "Togo",
    "Qatar",
    "Oman",
)
ACTS = (
    "{one} sent {other} {number} tents on {day} May 2026, officials said.",
    "{one} accused {other} of shelling its border on {day} May 2026.",
    "The foreign minister of {one} met his counterpart from {other} on {day} May 2026.",
    "{one} imposed sanctions on {number} companies from {other} on {day} May 2026.",
)


@dataclass(frozen=True, slots=True)
class Trial:
    """What is taken in, how and where."""

    how: str
    place: str
    folder: Path
    documents: int

    @property
    def command(self) -> list[str]:
        """The child's command, which takes in what the record lacks and prints the id of each document it has kept."""
        if self.how == "add":
            return [sys.executable, "-m", "legation", "--record", self.place, "add", str(self.folder), "--json"]
        return [sys.executable, "-m", "benchmarks.faults", "--child", self.place, "--documents", str(self.documents)]


def main() -> int:
    """Kill, check, go on; print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--how", choices=("add", "load"), default="add")
    parser.add_argument("--url", help="a PostgreSQL URL of a database that may be emptied; temporary SQLite files else")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        load_all(options.child, options.documents)
        return 0
    with tempfile.TemporaryDirectory(prefix="legation-faults-") as name:
        folder = Path(name) / "reports"
        write_reports(folder, options.documents, random.Random(options.seed))
        place = options.url or f"{name}/record.db"
        return run(Trial(options.how, place, folder, options.documents), options.kills, random.Random(options.seed))


def run(trial: Trial, kills: int, draw: random.Random) -> int:
    """Do the kills; return the exit status."""
    begun = time.monotonic()
    empty(trial.place)
    wanted, length = undisturbed(trial)
    print(f"undisturbed              {len(wanted)} rows compared, {length:.1f} s")
    faults, killed, records, held = [], 0, 0, set[int]()
    while killed < kills:
        empty(trial.place)
        records += 1
        said: set[str] = set()
        while killed < kills and kill_once(trial, draw.uniform(0.0, length), said):
            killed += 1
            faults += [f"kill {killed}: {fault}" for fault in look(trial.place, said)]
            held.add(count(trial.place))
            print(f"\r{killed} kills, {len(faults)} faults", end="", file=sys.stderr, flush=True)
        faults += finish(trial, wanted)
    print(file=sys.stderr)
    for fault in faults:
        print(fault)
    print(f"killed                   {killed} times in {time.monotonic() - begun:,.0f} s, over {records} records")
    print(f"documents held when      {len(held)} different numbers, from {min(held)} to {max(held)}")
    print(f"faults                   {len(faults)}")
    return 1 if faults else 0


def undisturbed(trial: Trial) -> tuple[list[str], float]:
    """Return what a record holds that nobody has disturbed, and how long making it took, in seconds."""
    begun = time.monotonic()
    subprocess.run(trial.command, check=True, stdout=subprocess.DEVNULL)
    return contents(trial.place), time.monotonic() - begun


def kill_once(trial: Trial, after: float, said: set[str]) -> bool:
    """Start a child and kill it after so many seconds; return False if it was done before.

    `said` gains the documents that it had said were kept.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        child = subprocess.Popen(trial.command, stdout=out)
        try:
            if child.wait(after) != 0:
                raise SystemExit(f"the child ended by itself with status {child.returncode}")
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        out.seek(0)
        said |= {json.loads(line)["document"] for line in out if line.endswith("\n")}
    return child.returncode != 0


def look(place: str, said: set[str]) -> Iterator[str]:
    """Yield what is wrong with a record after a kill."""
    engine = open_engine(place)
    ensure_current(engine)
    with reading(engine) as session:
        yield from find_faults(session)
        documents = tables.documents.c
        held = set(session.scalars(select(documents.id)))
        yield from (f"{name}: said to be kept, and lost" for name in sorted(said - held))
        for table in (tables.arrivals, tables.readings):
            query = select(table.c.document_id).group_by(table.c.document_id).having(func.count() > 1)
            yield from (f"{name}: two rows in {table.name}" for name in session.scalars(query))
        unread = held - set(session.scalars(select(tables.current_readings.c.document_id)))
        yield from (f"{name}: kept without its reading" for name in sorted(unread))
    engine.dispose()


def finish(trial: Trial, wanted: Sequence[str]) -> Iterator[str]:
    """Have the rest taken in; yield what is wrong with the whole record then."""
    subprocess.run(trial.command, check=True, stdout=subprocess.DEVNULL)
    yield from look(trial.place, set())
    found = contents(trial.place)
    yield from (f"lost: {row}" for row in sorted(set(wanted) - set(found)))
    yield from (f"not in the undisturbed record: {row}" for row in sorted(set(found) - set(wanted)))
    if len(found) != len(wanted):
        yield f"{len(found)} rows, not {len(wanted)}"


def contents(place: str) -> list[str]:
    """Return the documents of a record, its claims, and its events with what is kept of them."""
    engine = open_engine(place)
    readings, claims, members = tables.readings.c, tables.claims.c, tables.event_claims.c
    with reading(engine) as session:
        named = select(readings.document_id, claims.id, claims.type, members.event_id).join_from(
            tables.claims, tables.readings, readings.id == claims.reading_id
        )
        same = (members.reading_id == claims.reading_id) & (members.claim_id == claims.id)
        rows = [tuple(row) for row in session.execute(named.join(tables.event_claims, same))]
        rows += [tuple(row) for row in session.execute(select(tables.events))]
        rows += [(name,) for name in session.scalars(select(tables.documents.c.id))]
    engine.dispose()
    return sorted(map(repr, rows))


def count(place: str) -> int:
    """Return how many documents a record holds."""
    engine = open_engine(place)
    with reading(engine) as session:
        found = session.scalar(select(func.count()).select_from(tables.documents))
    engine.dispose()
    return int(found or 0)


def empty(place: str) -> None:
    """Take away the record at a place."""
    if "://" not in place:
        for file in Path(place).parent.glob(f"{Path(place).name}*"):
            file.unlink()
        return
    engine = make_engine(place)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    engine.dispose()


def write_reports(folder: Path, documents: int, draw: random.Random) -> None:
    """Write reports of a few sentences, a fifth of them near copies of others."""
    folder.mkdir()
    texts: list[str] = []
    for number in range(documents):
        if texts and draw.random() < 0.2:
            lines = [draw.choice(texts), "It was reported again in the evening."]
        else:
            lines = [make_sentence(draw) for _ in range(CLAIMS_EACH)]
        texts.append(" ".join(lines))
        (folder / f"{number:04}.txt").write_text(f"Report {number}\n\n{texts[-1]}\n", encoding="utf-8")


def make_sentence(draw: random.Random) -> str:
    """Return a sentence of what one state did to another."""
    one, other = draw.sample(STATES, 2)
    return draw.choice(ACTS).format(one=one, other=other, number=draw.randint(2, 90), day=draw.randint(1, 28))


def load_all(place: str, documents: int) -> None:
    """Load made-up reports in bulk; print the id of each document once it is kept."""
    bulk.BATCH = BATCH
    # So that there is another process to be left behind.
    ahead.FEWEST = 1
    engine = open_engine(place)
    ensure_current(engine)
    loads = list(Maker(7, CLAIMS_EACH).reports(documents))
    names: Iterator[str] = iter([item.document.id for item in loads])
    for _ in bulk.load(engine, loads):
        for name in islice(names, BATCH):
            print(json.dumps({"document": name}), flush=True)


if __name__ == "__main__":
    sys.exit(main())
