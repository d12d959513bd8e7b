"""Two processes write and ten readers look at once: nothing is lost, torn or doubled, and nobody is told of a lock."""

import multiprocessing
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sqlalchemy import Engine, func, select

from legation.record import tables
from legation.record.check import find_faults
from legation.record.session import Session, open_engine, reading
from tests.builders import make_document
from tests.record.histories import add

DOCUMENTS, READERS = 12, 10
# Between two looks of a reader, in seconds: ten of them leave the writers some of the processor.
PAUSE = 0.05
DAYS = [f"2026-02-{day:02}" for day in range(1, DOCUMENTS + 1)]


def texts_of(writer: int) -> list[str]:
    """Return the texts of a writer: those of both tell of the same days, so that their claims are merged."""
    return [f"PER AID CHL {day} happened tents\nKEN ACCUSE PER {day} happened border {writer}" for day in DAYS]


def write_all(place: str, writer: int) -> None:
    """Add a writer's documents, each in a unit of work of its own; those of even days are added by both writers."""
    engine = open_engine(place)
    for number, text in enumerate(texts_of(writer)):
        add(engine, [text], number)
        if number % 2 == 0:
            add(engine, [texts_of(0)[number]], number)
    engine.dispose()


def find_tears(session: Session) -> Iterator[str]:
    """Yield what no unit of work leaves behind: documents without readings, claims without events, wrong counts."""
    held = {
        table.name: session.scalar(select(func.count()).select_from(table))
        for table in (tables.documents, tables.arrivals, tables.current_readings, tables.originals)
    }
    if len(set(held.values())) > 1:
        yield f"documents differ: {held}"
    claims, merged, traits = (
        session.scalar(select(func.count()).select_from(table))
        for table in (tables.claims, tables.event_claims, tables.claim_traits)
    )
    if not claims == merged == traits:
        yield f"{claims} claims, {merged} merged, {traits} with traits"
    counted = session.scalar(select(func.sum(tables.dyad_months.c.events))) or 0
    dyads = session.scalar(select(func.count()).select_from(tables.event_dyads))
    if counted != dyads:
        yield f"{dyads} dyads of events, {counted} counted"


def look_on(place: str, done: threading.Event) -> list[str]:
    """Look at the record until the writers are done, each time on a connection of its own; return what was wrong."""
    engine, last, number = open_engine(place), 0, 0
    found: list[str] = []
    while not done.is_set() or number == 0:
        with reading(engine) as session:
            documents = session.scalar(select(func.count()).select_from(tables.documents)) or 0
            found.extend(find_tears(session))
            if session.scalar(select(func.count()).select_from(tables.documents)) != documents:
                found.append("the state changed while it was looked at")
        if documents < last:
            found.append(f"{last} documents, then {documents}")
        last, number = documents, number + 1
        time.sleep(PAUSE)
    engine.dispose()
    return found


def test_two_writers_and_ten_readers(place: str, engine: Engine, tmp_path: Path) -> None:
    done = threading.Event()
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_all, args=(place, number)) for number in (1, 2)]
    with ThreadPoolExecutor(READERS) as pool:
        readers = [pool.submit(look_on, place, done) for _ in range(READERS)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        done.set()
    # An error that a reader met is raised here.
    assert [reader.result() for reader in readers] == [[]] * READERS
    assert [writer.exitcode for writer in writers] == [0, 0]
    wanted = {*texts_of(1), *texts_of(2), *texts_of(0)[::2]}
    with reading(engine) as session:
        held = session.scalars(select(tables.documents.c.id)).all()
        assert sorted(held) == sorted(make_document(text).id for text in wanted)
        assert list(find_faults(session)) == []
    quiet = open_engine(f"{tmp_path}/quiet.db")
    add(quiet, sorted(wanted))
    assert events_of(engine) == events_of(quiet)
    quiet.dispose()


def events_of(engine: Engine) -> list[tuple[object, ...]]:
    with reading(engine) as session:
        return sorted((tuple(row) for row in session.execute(select(tables.events))), key=str)
