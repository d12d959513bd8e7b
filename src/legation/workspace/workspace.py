"""The workspace: one object that joins the stages to a record, with one method for each thing a user does."""

import copy
import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, BinaryIO

from legation.actors.outlets import load_outlets
from legation.documents.document import Document
from legation.documents.options import Parsed, ParseOptions
from legation.errors import UnreadableDocument
from legation.reading.claim import ActorRef
from legation.record import lookup, view
from legation.record.check import find_faults
from legation.record.decision import Decision, Ruling
from legation.record.docket import Conflict, find_conflicts
from legation.record.event import KEY, Event
from legation.record.grading import tell_outlets
from legation.record.holdings import Arrival, Counts, Problem
from legation.record.library import record_state
from legation.record.rederive import ensure_current
from legation.record.session import Session, open_engine, reading, writing
from legation.record.shadow import parse_moment, reading_as_of
from legation.record.sources import Source, Tallied, grade_sources, tally_sources
from legation.reporting.chronology import Chronology, Line, make_chronology, make_line
from legation.workspace import deciding
from legation.workspace.bench import Bench
from legation.workspace.foreseeing import Foreseeing
from legation.workspace.parties import OneActorError, get_actor, same_actor_words
from legation.workspace.relating import Period, Relating

if TYPE_CHECKING:
    from legation.reporting.changes import Changes
    from legation.workspace.exchange import Imported
    from legation.workspace.ingest import Added, Desk, Reads
    from legation.workspace.questions import Inquiry
    from legation.workspace.searching import Asked


@dataclass(frozen=True, slots=True)
class Shown:
    """What `show` found: one of a document (with where it came from), an actor, or neither; and the events of it."""

    document: Document | None
    arrivals: tuple[Arrival, ...]
    actor: ActorRef | None
    lines: tuple[Line, ...]
    documents: dict[str, Document]


def utc_now() -> dt.datetime:
    """Return the moment, in UTC."""
    return dt.datetime.now(dt.UTC)


class Workspace(Relating, Foreseeing):
    """A record with the stages around it; a context manager that lets go of the record at its end."""

    def __init__(
        self,
        place: str | Path,
        lexicon: Path | None = None,
        *,
        create: bool = True,
        reader: "Reads | None" = None,
        clock: Callable[[], dt.datetime] = utc_now,
        as_of: str | None = None,
    ) -> None:
        """Open the record at a path or URL; `create` makes one where there is none. Raises BadRecord.

        `reader` replaces the built-in reader, `clock` the machine's. With `as_of` (a day, or a moment) every view shows
        what the record knew then, and nothing can be added; ValueError for what is no date.
        """
        self.moment = parse_moment(as_of) if as_of else None
        # What a stay keeps open (see `staying`): where it ends, and its one look once somebody has looked.
        self.stay: ExitStack | None = None
        self.look: Session | None = None
        self.given_reader = reader
        self.engine = open_engine(str(place), create=create)
        ensure_current(self.engine)
        self.lexicon = lexicon
        self.clock = clock

    def __enter__(self) -> "Workspace":
        """Return the workspace."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the record."""
        self.close()

    def close(self) -> None:
        """Let go of the record."""
        self.engine.dispose()

    @cached_property
    def reader(self) -> "Reads":
        """The reader, loaded when first needed: looking at a record needs no model."""
        if self.given_reader is not None:
            return self.given_reader
        from legation.reading.reader import load_reader

        return load_reader(self.lexicon)

    def add(
        self,
        arguments: Iterable[str],
        options: ParseOptions | None = None,
        *,
        amend: Callable[[Document], Document] | None = None,
        stdin: BinaryIO | None = None,
    ) -> "Iterator[Added]":
        """Take in what paths, folders, URLs, feeds or "-" stand for; yield what became of each item once it is kept.

        `amend` may set metadata that the caller knows better. Nothing is raised for bad material.
        """
        self.refuse_past()
        from legation.documents.sources import find_documents
        from legation.workspace.ingest import ingest

        outcomes = (
            (argument, amended(outcome, amend))
            for argument in arguments
            for outcome in find_documents(argument, options, stdin=stdin)
        )
        return ingest(self.desk, outcomes)

    def read_again(self) -> "Iterator[Added]":
        """Read what this version of the reader has not read; the older readings stay in the history."""
        self.refuse_past()
        from legation.workspace.ingest import read_again

        return read_again(self.desk)

    @cached_property
    def desk(self) -> "Desk":
        """What taking documents in needs."""
        from legation.workspace.ingest import Desk

        return Desk(self.engine, lambda: self.reader, self.clock)

    @contextmanager
    def looking(self, moment: str | None = None) -> Iterator[Session]:
        """One consistent look at the record, as it is or as it was: every view goes through here."""
        shown = moment or self.moment
        if self.stay is None or shown != self.moment:
            with self.opened(shown) as session:
                yield session
            return
        if self.look is None:
            self.look = self.stay.enter_context(self.opened(shown))
        yield self.look

    @contextmanager
    def opened(self, moment: str | None) -> Iterator[Session]:
        """A look of its own at the record as it was at a moment, or as it is."""
        with reading_as_of(self.engine, moment) if moment else reading(self.engine) as session:
            tell_outlets(session, lambda: load_outlets(self.lexicon))
            yield session

    @contextmanager
    def ruling(self) -> Iterator[Session]:
        """One unit of work."""
        self.refuse_past()
        with writing(self.engine) as session:
            yield session

    def refuse_past(self) -> None:
        """Raise ValueError where the past is shown, which nobody can change."""
        if self.moment:
            message = f"the record as of {self.moment} cannot be changed; leave as_of out"
            raise ValueError(message)

    def as_of(self, moment: str) -> "Workspace":
        """Return a workspace on the same record that shows what it knew at the end of a day, or at a moment.

        It has the connections of this one, and lives no longer. Raises ValueError for what is no date.
        """
        past = copy.copy(self)
        past.moment = parse_moment(moment)
        return past

    @contextmanager
    def staying(self, moment: str) -> Iterator["Workspace"]:
        """A workspace `as_of` a moment whose views share one look at the record: what was known is set up once.

        For one reader at a time, and not for long: the record is held as it is when somebody first looks.
        """
        past = self.as_of(moment)
        with ExitStack() as past.stay:
            yield past

    def state(self, aside: Collection[Ruling] = ()) -> tuple[int, int, int]:
        """Return what changes whenever the record does; what it knew at a moment changes only then, too.

        Rulings `aside` do not change it.
        """
        with reading(self.engine) as session:
            return record_state(session, aside)

    def actor(self, name: str) -> ActorRef:
        """Return who is meant by a code, name or adjective; UnknownActorError with suggestions if nobody is."""
        with self.looking() as session:
            return get_actor(session, name, self.lexicon)

    def chronology(self, one: str, other: str, period: Period = (None, None)) -> Chronology:
        """Return the events between two actors, by day; `period` is a half-open interval of days."""
        with self.looking() as session:
            dyad = get_actor(session, one, self.lexicon), get_actor(session, other, self.lexicon)
            if dyad[0].id == dyad[1].id:
                message = same_actor_words((one, other), dyad[0])
                raise OneActorError(message)
            events = view.dyad_events(session, dyad[0].id, dyad[1].id, period)
            cited = view.get_documents(session, cited_ids(events))
        return make_chronology(dyad, events, cited, period)

    def brief(self, one: str, other: str, period: Period = (None, None)) -> str:
        """Return the brief of a dyad: one self-contained HTML page."""
        from legation.reporting.brief import BriefOptions, render_brief

        with self.looking() as session:
            counts = view.count(session)
        options = BriefOptions(dyad=self.dyad(one, other, period))
        return render_brief(self.chronology(one, other, period), counts, self.clock(), options)

    def show(self, name: str) -> Shown:
        """Return what an event's, claim's or document's id or an actor's name stands for, with its events."""
        with self.looking() as session:
            if KEY.fullmatch(name):
                return self.collect(session, [view.get_event(session, name)])
            try:
                document = view.get_document(session, name)
            except view.NotInRecordError:
                actor = get_actor(session, name, self.lexicon)
                return self.collect(session, view.actor_events(session, actor.id), actor=actor)
            return self.collect(session, view.document_events(session, document.id), document=document)

    def collect(
        self,
        session: Session,
        events: list[Event],
        document: Document | None = None,
        actor: ActorRef | None = None,
    ) -> Shown:
        """Return events as lines, with the documents they cite."""
        cited = view.get_documents(session, cited_ids(events))
        arrivals = view.find_arrivals(session, document.id) if document else []
        lines = tuple(make_line(event) for event in events)
        return Shown(document, tuple(arrivals), actor, lines, {item.id: item for item in cited})

    def search(self, query: "str | Asked", limit: int = 20) -> list[lookup.Hit]:
        """Return what holds every word of a query, quoted ones together: actors, claims, documents."""
        from legation.workspace.searching import Asked, find_hits

        with self.looking() as session:
            return find_hits(session, Asked(query) if isinstance(query, str) else query, limit, self.lexicon)

    def export(self, name: str, file: IO[bytes], actors: Sequence[str] = (), period: Period = (None, None)) -> None:
        """Write events in a format: of the whole record, of one actor or of a dyad; `period` as for `view`.

        A report whose licence does not let its text out leaves as citation and short quotes. Raises LegationError for
        an unknown format.
        """
        from legation.workspace import exchange

        with self.looking() as session:
            if actors:
                scope = self.scope(session, actors, period)
                title, ids = scope.title, iter([event.id for event in scope.events])
            else:
                title, ids = "The record", view.event_ids(session, period)
            exchange.write_export(session, name, file, title, ids, self.lexicon)

    def import_events(self, path: Path, origin: str, columns: Mapping[str, str] | None = None) -> "Iterator[Imported]":
        """Take in a table of others' event data as claims of a named origin; yield what became of each piece.

        `columns` says which column holds which field ("date", "source", "target", "type", "url") where the names do
        not tell. Raises UnreadableDocument for what is no such table.
        """
        self.refuse_past()
        from legation.workspace import exchange

        return exchange.import_events(self.desk, (path.read_bytes(), str(path)), origin, columns, self.lexicon)

    def decide(
        self,
        ruling: str,
        subject: str,
        other: str | None = None,
        *,
        author: str,
        changes: Mapping[str, str] | None = None,
        reason: str | None = None,
    ) -> Decision:
        """Rule on a claim, mention, event, document or outlet; what the ruling touches is derived anew at once.

        `other` is the second of two that are the same or different, `changes` what an amendment sets, field by field
        (docs/decisions.md), or {"grade": …}. Raises ValueError for a ruling that makes no sense, NotInRecordError
        for a subject that is not there.
        """
        order = deciding.Order(Ruling(ruling), subject, author, other, changes or {}, reason)
        with self.ruling() as session:
            return deciding.decide(Bench(session, self.clock(), self.lexicon), order)

    def undo(self, decision: str, *, author: str, reason: str | None = None) -> Decision:
        """Take a decision back, named by the first digits of its uid; the decision stays in the history."""
        with self.ruling() as session:
            bench = Bench(session, self.clock(), self.lexicon)
            return deciding.undo(bench, decision, author, reason)

    def decisions(self, subject: str | None = None) -> list[deciding.Listed]:
        """Return every decision, or those on one thing and what stands in it, the first made first."""
        with self.looking() as session:
            return deciding.list_decisions(Bench(session, self.clock(), self.lexicon), subject)

    def conflicts(self) -> list[Conflict]:
        """Return the decisions that need another look: lost or changed subjects, rulings against each other."""
        with self.looking() as session:
            return find_conflicts(session)

    def review_queue(self, limit: int = 50, actors: Sequence[str] = ()) -> deciding.Queue:
        """Return the claims to look at first, of events of one actor or between two if they are named."""
        with self.looking() as session:
            return deciding.get_queue(Bench(session, self.clock(), self.lexicon), limit, actors)

    def changes(self, since: str, until: str | None = None) -> "Changes":
        """Return what came in after a day (or moment) and until another, and what it changed; ValueError for no date.

        A day stands for its end: what came in on the day itself is not among it.
        """
        from legation.workspace import changing

        last = parse_moment(until) if until else self.moment
        first = parse_moment(since)
        if last is not None and first >= last:
            message = f"{until or self.moment} is not later than {since}"
            raise ValueError(message)
        return changing.find(self.looking, first, last)

    def question(self, name: str | Path, *, reviewed_only: bool = False) -> "Inquiry":
        """Return a question put to the record: .weigh(), .since(), .lock(), .admit(), .panel().

        `name` is a question file, or the name of a question of the lexicons; with `reviewed_only` evidence counts only
        once somebody has accepted it. Raises BadFile.
        """
        from legation.workspace.questions import Inquiry, load_question

        return Inquiry(self, load_question(name, self.lexicon), reviewed_only=reviewed_only)

    def sources(self) -> list[Source]:
        """Return the outlets of the record, with what they contributed and how they are graded."""
        return self.grade(self.tally())

    def tally(self) -> Tallied:
        """Return what each outlet of the record contributed: slow to count, and the same whatever it is graded."""
        with self.looking() as session:
            return tally_sources(session, load_outlets(self.lexicon))

    def grade(self, tallied: Tallied) -> list[Source]:
        """Return the outlets that were tallied with the grades they have by now."""
        with self.looking() as session:
            return grade_sources(session, tallied)

    def problems(self) -> list[Problem]:
        """Return what could not be read and has not been read since."""
        with self.looking() as session:
            return view.find_problems(session)

    def count(self) -> Counts:
        """Return how much the record holds."""
        with self.looking() as session:
            return view.count(session)

    def check(self) -> list[str]:
        """Verify hashes, quotes, references and events; return one line for each fault."""
        with self.looking() as session:
            return list(find_faults(session))


def amended(
    outcome: Parsed | UnreadableDocument, amend: Callable[[Document], Document] | None
) -> Parsed | UnreadableDocument:
    """Return an outcome with what the caller knows better about its document."""
    if amend is None or not isinstance(outcome, Parsed):
        return outcome
    return Parsed(amend(outcome.document), outcome.original)


def cited_ids(events: Iterable[Event]) -> list[str]:
    """Return the documents that events rest on, each once."""
    return list(dict.fromkeys(name for event in events for name in event.documents))
