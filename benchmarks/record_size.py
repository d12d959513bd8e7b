"""How fast a large record is: loading, listing, counting, searching, adding one document.

    python -m benchmarks.record_size [--claims N] [--documents N] [--place PATH|URL]

Makes up reports and readings (no model is run): a few hot dyads and many rare ones, a fifth of the reports near-copies
of others, a third of the claims without a date. Loads them through the bulk path, then measures. Times are wall times
of this machine, beside them the time of its processors where others use it too; p95 over 40 calls each.

Without a place the record is a temporary SQLite file. At a place it is kept; one that is there already, made by the
same command, is only measured again.
"""

import argparse
import datetime as dt
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, islice
from multiprocessing import active_children

from sqlalchemy import Engine, select, text

from legation.documents.document import DateSource, Document, Zone, ZoneKind, content_id
from legation.documents.span import Span
from legation.reading.claim import ActorRef, ActorType, Claim, Form, Mention, Reading, Status, Theme, Time, TimeType
from legation.record import listing, lookup, tables, view
from legation.record.bulk import BATCH, load
from legation.record.ready import Load
from legation.record.rederive import ensure_current
from legation.record.session import Session, open_engine, reading, sqlite_file

# Reports made up at a time, before they are loaded: the documents of one unit of work.
MADE = BATCH
CALLS = 40
# The seed of what all reports are made of: what is searched for is what the record holds.
STAGE = 7
FIRST = dt.date(2015, 1, 1)
DAYS = 3650
NOON = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)
VERSION = "made up/1"
TYPES = ("CONSULT", "AID", "AGREE", "ACCUSE", "STATEMENT", "ASSAULT", "SANCTION", "COOPERATE", "REQUEST", "SUPPORT")
COPIES, UNDATED = 0.2, 0.33


class Maker:
    """Makes up reports; the same seed gives the same reports."""

    def __init__(self, seed: int, claims_each: int) -> None:
        """Set the stage, which is the same for every seed: states, their leaders, a vocabulary."""
        self.random, stage = random.Random(seed), random.Random(STAGE)
        self.claims_each = claims_each
        letters = "abcdefghijklmnoprstuvz"
        names = sorted({"".join(stage.choices(letters, k=3)).upper() for _ in range(140)})
        self.states = [ActorRef(name, f"State {name}", ActorType.STATE, name) for name in names]
        self.leaders = [ActorRef(f"leader-{name}", f"Leader {name}", ActorType.PERSON, name) for name in names]
        self.words = sorted({"".join(stage.choices(letters, k=stage.randint(4, 9))) for _ in range(9000)})
        # Added up once: to do it for each sentence takes longer than the load that is measured.
        self.weights = list(accumulate(1 / (rank + 10) for rank in range(len(self.words))))
        self.state_weights = list(accumulate(1 / (rank + 1) for rank in range(len(self.states))))
        self.recent: list[tuple[list[str], list[tuple[ActorRef, ActorRef, str]]]] = []

    def reports(self, count: int) -> Iterator[Load]:
        """Yield reports."""
        for number in range(count):
            yield self.report(number)

    def report(self, number: int) -> Load:
        """Return one report: its own, or a near-copy of a recent one."""
        if self.recent and self.random.random() < COPIES:
            sentences, acts = self.random.choice(self.recent)
            sentences = [*sentences, self.sentence(12)]
        else:
            acts = [self.act() for _ in range(self.claims_each)]
            sentences = [f"{who.name} acted on {whom.name} {self.sentence(16)}" for who, whom, _ in acts]
            self.recent = [*self.recent[-400:], (sentences, acts)]
        day = FIRST + dt.timedelta(days=int(DAYS * number / 200_000) % DAYS) + dt.timedelta(days=number % 5)
        return self.load(number, day, sentences, acts)

    def act(self) -> tuple[ActorRef, ActorRef, str]:
        """Return who did something to whom, and what: hot dyads often, rare ones seldom."""
        places = self.random.choices(range(len(self.states)), cum_weights=self.state_weights, k=2)
        if places[0] == places[1]:
            places[1] = (places[0] + 1) % len(self.states)
        who = (self.leaders if self.random.random() < 0.3 else self.states)[places[0]]
        return who, self.states[places[1]], self.random.choice(TYPES)

    def sentence(self, length: int) -> str:
        """Return so many words and a full stop."""
        return " ".join(self.random.choices(self.words, cum_weights=self.weights, k=length)) + "."

    def load(
        self, number: int, day: dt.date, sentences: Sequence[str], acts: Sequence[tuple[ActorRef, ActorRef, str]]
    ) -> Load:
        """Return a report with its reading."""
        body = f"Report {number}.\n\n" + " ".join(sentences)
        mentions: list[Mention] = []
        times: list[Time] = []
        claims: list[Claim] = []
        at = body.index("\n\n") + 2
        for place, (sentence, (who, whom, kind)) in enumerate(zip(sentences, acts, strict=False), start=1):
            span = Span(at, at + len(sentence))
            first, second = at, body.index(whom.name, at)
            ids = (f"m{2 * place - 1}", f"m{2 * place}")
            for name, actor, start in zip(ids, (who, whom), (first, second), strict=True):
                mentions.append(
                    Mention(name, Span(start, start + len(actor.name)), actor.name, Form.NAME, actor)
                )  # fmt: skip
            dated = self.random.random() > UNDATED
            if dated:
                start_day = day - dt.timedelta(days=self.random.randint(0, 3))
                times.append(make_time(f"t{place}", span, body, start_day))
            theme = Span(second + len(whom.name) + 1, at + len(sentence) - 1)
            claims.append(
                make_claim(place, kind, ids, span, Theme(theme, theme.of(body), None), f"t{place}" if dated else None)
            )
            at += len(sentence) + 1
        document = make_document(body, day)
        reading = Reading(document, tuple(mentions), tuple(times), (), (), tuple(claims))
        return Load(body.encode(), f"{number}.txt", NOON, reading, VERSION)


def make_document(body: str, day: dt.date) -> Document:
    """Return a document of a title and a body."""
    split = body.index("\n\n")
    return Document(
        id=content_id(body.encode()),
        text=body,
        title=body[:split],
        published=day.isoformat(),
        published_source=DateSource.METADATA,
        zones=(Zone(ZoneKind.TITLE, Span(0, split)), Zone(ZoneKind.BODY, Span(split + 2, len(body)))),
    )


def make_time(name: str, span: Span, body: str, day: dt.date) -> Time:
    """Return a time of one day."""
    words = Span(span.start, span.start + 5)
    after = day + dt.timedelta(days=1)
    return Time(name, words, words.of(body), day.isoformat(), day, after, "day", TimeType.DATE, "made up")


def make_claim(place: int, kind: str, ids: tuple[str, str], span: Span, theme: Theme, when: str | None) -> Claim:
    """Return one claim."""
    return Claim(
        id=f"c{place}", type=kind, mode=None, agents=ids[:1], recipients=ids[1:], theme=theme, quantity=None, time=when,
        place=None, status=Status.HAPPENED, outcome=None, likelihood=None, condition=None, attribution=None,
        trigger=Span(span.start + 6, span.start + 9), evidence=span, rule="made up", score=1.0,
    )  # fmt: skip


def main() -> None:
    """Load and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--place", help="a path, or the PostgreSQL URL of an empty database; a temporary file else")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="legation-size-") as folder:
        place = options.place or f"{folder}/record.db"
        engine = open_engine(place)
        ensure_current(engine)
        maker = Maker(7, max(1, round(options.claims / options.documents)))
        with reading(engine) as session:
            is_empty = view.count(session).documents == 0
        if is_empty:
            fill(engine, maker, options.documents)
        measure(engine, Maker(8, maker.claims_each), options.documents)
        print(f"size on disk             {disk_size(engine, place) / 2**20:,.0f} MiB")
        print(f"peak memory              {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")
        engine.dispose()


class Watch:
    """Counts wall time and processor time, of this process and those it had begun, except where it is told to stop."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self.wall = self.work = 0.0
        self.start()

    def start(self) -> None:
        """Count from now on."""
        self.begun, self.worked = time.perf_counter(), processor_time()

    def stop(self) -> None:
        """Count until now."""
        self.wall += time.perf_counter() - self.begun
        self.work += processor_time() - self.worked


def processor_time() -> float:
    """Return the processor time of this process and of those it has waited for, in seconds."""
    parts = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(part.ru_utime + part.ru_stime for part in parts)


def fill(engine: Engine, maker: Maker, documents: int) -> None:
    """Load the reports; making them up is not counted."""
    watch, claims = Watch(), 0

    def reports() -> Iterator[Load]:
        nonlocal claims
        rest = maker.reports(documents)
        while some := make_up(rest, watch):
            claims += sum(len(item.reading.claims) for item in some)
            yield from some

    for _ in load(engine, reports()):
        print(f"\r{claims:,} claims made up", end="", file=sys.stderr, flush=True)
    watch.stop()
    print(file=sys.stderr)
    print(f"loaded                   {claims:,} claims from {documents:,} documents in {watch.wall:,.0f} s")
    rates = f"{claims / watch.wall:,.0f} claims/s; {claims / watch.work:,.0f} claims/s of processor time"
    print(f"                         {rates}")


def make_up(rest: Iterator[Load], watch: Watch) -> list[Load]:
    """Return the next reports; meanwhile the processes that make others ready stand still, as the watch does."""
    watch.stop()
    tell_helpers(signal.SIGSTOP)
    some = list(islice(rest, MADE))
    tell_helpers(signal.SIGCONT)
    watch.start()
    return some


def tell_helpers(sign: signal.Signals) -> None:
    """Have the processes begun by this one stand still or go on."""
    for helper in active_children():
        os.kill(int(helper.pid or 0), sign)


def measure(engine: Engine, maker: Maker, documents: int) -> None:
    """Measure what a user waits for."""
    hot, other = maker.states[0].id, maker.states[1].id
    with reading(engine) as session:
        events = list(session.scalars(select(tables.events.c.id).limit(CALLS * 50)))[::50] or [""]
        held = view.count(session)
    print(f"record                   {held.documents:,} documents, {held.claims:,} claims, {held.events:,} events")
    words = maker.words
    page = listing.Page(50)
    calls: dict[str, Callable[[Session, int], object]] = {
        "dyad chronology, a page": lambda s, _: listing.dyad_page(s, hot, other, page),
        "rare dyad, whole": lambda s, n: view.dyad_events(s, maker.states[60 + n].id, other),
        "month counts of a dyad": lambda s, _: listing.dyad_months(s, hot, other),
        "search, two words": lambda s, n: lookup.search(s, f"{words[n * 7]} {words[n * 7 + 1]}"),
        "search, a rare word": lambda s, n: lookup.search(s, words[-1 - n]),
        "event page": lambda s, n: view.get_event(s, events[n % len(events)]),
    }
    for name, call in calls.items():
        print_times(name, [timed(engine, call, number) for number in range(CALLS)])

    print_times("add one document", [add_one(engine, maker.report(documents + number)) for number in range(CALLS)])


def add_one(engine: Engine, item: Load) -> float:
    """Return how long adding one report takes, in seconds."""
    begun = time.perf_counter()
    for _ in load(engine, [item]):
        pass
    return time.perf_counter() - begun


def timed(engine: Engine, call: Callable[[Session, int], object], number: int) -> float:
    """Return how long a call on a unit of work of its own takes, in seconds."""
    begun = time.perf_counter()
    with reading(engine) as session:
        call(session, number)
    return time.perf_counter() - begun


def print_times(name: str, times: list[float]) -> None:
    """Print the median and the 95th percentile."""
    ordered = sorted(times)
    print(
        f"{name:<24} median {1000 * ordered[len(ordered) // 2]:7.1f} ms   "
        f"p95 {1000 * ordered[int(0.95 * (len(ordered) - 1))]:7.1f} ms"
    )


def disk_size(engine: Engine, place: str) -> int:
    """Return the bytes the record takes on disk."""
    file = sqlite_file(place)
    if file is not None:
        return sum(part.stat().st_size for part in file.parent.glob(f"{file.name}*"))
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())


if __name__ == "__main__":
    main()
