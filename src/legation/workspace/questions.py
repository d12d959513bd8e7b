"""Questions put to a record: evidence found and ruled on, weighed, locked, and judged by several."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Protocol

import numpy as np

from legation.actors.outlets import load_outlets
from legation.errors import BadFile
from legation.judgement.analysts import Opinion, Panel, find_disputed, hear, pool
from legation.judgement.assessment import Moved, Weighing, compare_days, weigh_question
from legation.judgement.evidence import Admission, Archive, Finding, Scope, find_scopes
from legation.judgement.locks import Locked, Standing, find_others, find_standing
from legation.judgement.question import Question
from legation.judgement.question_file import parse_question, read_question
from legation.judgement.reports import Desk
from legation.judgement.sampling import SEED
from legation.lexicon.grades import load_grades
from legation.lexicon.load import find_files
from legation.reading.claim import ActorType
from legation.record import judgements
from legation.record.event import Event
from legation.record.judgements import Lock
from legation.record.publishers import find_publishers
from legation.record.session import Session
from legation.record.sources import find_grades, grade_of
from legation.record.within import events_within
from legation.relations.looks import make_lens
from legation.reporting.weighings import Told
from legation.workspace.bench import Bench, find_event

SUFFIXES = (".yml", ".yaml")
FOLDER = "questions"
# The question to begin with: no question of its own.
PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Listed:
    """A question that can be asked: of the lexicon, or locked in the record; with when and by whom it was locked."""

    id: str
    ask: str
    file: str | None
    locks: tuple[Lock, ...]


def load_question(name: str | Path, lexicon: Path | None = None) -> Question:
    """Return the question of a file, or of the name of one that the lexicons have; BadFile if there is none."""
    return read_question(find_question(name, lexicon), make_lens(lexicon))


def find_question(name: str | Path, lexicon: Path | None = None) -> Path | Traversable:
    """Return the file of a question: a path, else a question of the lexicons by its file's name."""
    path = Path(name)
    if path.is_file():
        return path
    known = list_files(lexicon)
    wanted = str(name)
    for suffix in SUFFIXES:
        wanted = wanted.removesuffix(suffix)
    if wanted in known:
        return known[wanted]
    names = ", ".join(one for one in known if one != PATTERN)
    raise BadFile(f"{name}: no such file, and no question of the lexicons; these have {names}")


def list_files(lexicon: Path | None = None) -> dict[str, Path | Traversable]:
    """Return the question files of the lexicons by name, an analyst's own over the built-in ones."""
    roots: list[Traversable] = [resources.files("legation.lexicon") / "data"]
    if lexicon is not None:
        roots.append(lexicon)
    files = [file for root in roots for file in find_files(root / FOLDER)]
    return {file.name.rpartition(".")[0]: file for file in files}


class Room(Protocol):
    """What an inquiry needs of a workspace."""

    lexicon: Path | None
    clock: Callable[[], dt.datetime]
    moment: str | None

    def looking(self, moment: str | None = None) -> AbstractContextManager[Session]:
        """Return one look at the record."""

    def ruling(self) -> AbstractContextManager[Session]:
        """Return one unit of work."""


class Inquiry:
    """A question put to a record."""

    def __init__(self, workspace: Room, question: Question, *, reviewed_only: bool = False) -> None:
        """Take the record as the workspace shows it; with `reviewed_only` proposals count only once accepted."""
        self.workspace, self.question, self.reviewed_only = workspace, question, reviewed_only
        # The day it is answered for: its own, or that of the moment the workspace shows if it is earlier.
        shown = [dt.date.fromisoformat(workspace.moment[:10])] if workspace.moment else []
        self.day = min(question.as_of, *shown) if shown else question.as_of

    @cached_property
    def archive(self) -> Archive:
        """The events the question asks about, who publishes them, and rulings on them."""
        with self.workspace.looking() as session:
            return load_archive(session, self.question, self.workspace.lexicon, reviewed_only=self.reviewed_only)

    def weigh(self, day: dt.date | None = None, seed: int = SEED) -> Weighing:
        """Weigh the question, as reports published by a day tell it."""
        return weigh_question(self.question, self.archive, day or self.day, seed)

    def since(self, day: dt.date) -> Moved:
        """Return what has changed since a day. Raises ValueError for a day that is not before the question's own."""
        if not self.question.window[0] <= day < self.day:
            first = self.question.window[0]
            message = (
                f"{day} does not lie between {first}, when the question begins, and {self.day}, when it is answered"
            )
            raise ValueError(message)
        return compare_days(self.question, self.archive, (day, self.day))

    def lock(self, author: str) -> Lock:
        """Fix the judgement: the file goes into the record under its hash, with author and moment."""
        check_author(author)
        content = (self.question.id, self.question.digest, self.question.text)
        with self.workspace.ruling() as session:
            return judgements.add_lock(session, content, author.strip(), self.workspace.clock())

    def standing(self, weighing: Weighing) -> Standing:
        """Return which judgements were locked before their evidence came in, and which were changed."""
        with self.workspace.looking() as session:
            arrivals = judgements.find_arrival_moments(session, sorted(documents_of(weighing.findings)))
        return find_standing(self.question, self.locks, first_arrivals(weighing.findings, arrivals))

    @property
    def locks(self) -> list[Locked]:
        """Every lock of the question that the rules of today still take, the first first."""
        with self.workspace.looking() as session:
            found = judgements.find_locks(session, self.question.id)
        return [locked for lock in found if (locked := self.read_lock(lock)) is not None]

    def read_lock(self, lock: Lock) -> Locked | None:
        """Return a lock with its question; None for a file that the rules of today no longer take."""
        try:
            name = f"{lock.question} as locked {lock.at[:10]}"
            return Locked(lock.at, lock.author, parse_question(lock.body, name, make_lens(self.workspace.lexicon)))
        except BadFile:
            return None

    def as_locked(self, standing: Standing, day: dt.date | None = None) -> Weighing | None:
        """Return the weighing with the judgements as first locked; None where they have not changed."""
        if standing.first is None or not standing.changes:
            return None
        return weigh_question(standing.first.question, self.archive, day or self.day)

    def tell(self, weighing: Weighing, since: dt.date | None = None, others: Sequence[Question] = ()) -> Told:
        """Return what a sheet tells besides a weighing: locks, what changed since a day, other analysts' judgements.

        Besides the files given, these are the newest judgements that others have locked in the record.
        """
        standing = self.standing(weighing)
        judges = [*others, *find_others(self.question, self.locks)]
        return Told(
            names=self.names,
            standing=standing,
            as_locked=self.as_locked(standing),
            moved=self.since(since) if since else None,
            panel=self.panel(judges) if judges or self.question.estimates else None,
        )

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of actors by id, as far as the lexicons have them."""
        known = make_lens(self.workspace.lexicon).registry.actors
        return {actor.id: actor.name for actor in known.values() if actor.type is ActorType.STATE} | {
            name: known[name].name for name in self.question.actors if name in known
        }

    def admit(self, indicator: str, event: str, *, author: str, reason: str | None = None) -> None:
        """Accept an event as evidence for an indicator, whether it was proposed or not."""
        self.rule("accept", indicator, event, author, reason)

    def reject(self, indicator: str, event: str, *, author: str, reason: str | None = None) -> None:
        """Reject an event as evidence for an indicator: it no longer counts there."""
        self.rule("reject", indicator, event, author, reason)

    def rule(self, ruling: str, indicator: str, event: str, author: str, reason: str | None) -> None:
        """Keep a ruling on an event. Raises ValueError for an unknown indicator, NotInRecordError for an event."""
        check_author(author)
        known = [one.id for one in self.question.indicators]
        if indicator not in known:
            message = f"{indicator}: {self.question.id} has no such indicator; there are {', '.join(known)}"
            raise ValueError(message)
        now = self.workspace.clock()
        with self.workspace.ruling() as session:
            anchor = find_event(Bench(session, now, self.workspace.lexicon), event)
            row = {"at": now.isoformat(), "author": author.strip()}
            judgements.add_admission(session, (self.question.id, indicator), (ruling, anchor, reason), row)
        self.__dict__.pop("archive", None)

    def panel(self, others: Sequence[Question], day: dt.date | None = None) -> Panel:
        """Bring together the judgements of several: this question's, other files' of the same question, and estimates.

        Raises BadFile for a file of another question, or with other hypotheses.
        """
        questions = [self.question, *(align(other, self.question) for other in others)]
        opinions = [
            Opinion(
                one.judged.by, weigh_question(one, self.archive_of(one), day or self.day).posterior, is_weighed=True
            )
            for one in questions
        ]
        opinions += hear([(given.judged.by, given.p) for one in questions for given in one.estimates])
        pooled = pool([opinion.p for opinion in opinions])
        rows = [{i.id: np.array([mid for _, mid, _ in i.likelihood]) for i in one.indicators} for one in questions]
        return Panel(tuple(opinions), pooled, tuple(find_disputed(rows, pooled.together)))

    def archive_of(self, other: Question) -> Archive:
        """Return the archive another analyst's file asks for."""
        if other is self.question:
            return self.archive
        with self.workspace.looking() as session:
            return load_archive(session, other, self.workspace.lexicon, reviewed_only=self.reviewed_only)


def check_author(author: str) -> None:
    """Raise ValueError for nobody."""
    if not author.strip():
        message = "a judgement needs an author; --author or LEGATION_AUTHOR names one"
        raise ValueError(message)


def align(other: Question, question: Question) -> Question:
    """Return another analyst's question with its hypotheses in this one's order."""
    if other.id != question.id:
        raise BadFile(
            f"{other.file}:1: it asks {other.id}, not {question.id}: only judgements of one question go together"
        )
    if set(other.names) != set(question.names):
        names, wanted = ", ".join(other.names), ", ".join(question.names)
        raise BadFile(f"{other.file}:1: its hypotheses are {names}, not {wanted}: use the same")
    places = [other.names.index(name) for name in question.names]
    return replace(
        other,
        hypotheses=tuple(other.hypotheses[place] for place in places),
        prior=tuple(other.prior[place] for place in places),
        indicators=tuple(
            replace(one, likelihood=tuple(one.likelihood[place] for place in places)) for one in other.indicators
        ),
        estimates=tuple(replace(one, p=tuple(one.p[place] for place in places)) for one in other.estimates),
    )


def list_questions(session: Session, lexicon: Path | None = None) -> list[Listed]:
    """Return the questions of the lexicons, and those locked in the record, by id."""
    lens = make_lens(lexicon)
    locks: dict[str, list[Lock]] = {}
    for lock in judgements.find_locks(session):
        locks.setdefault(lock.question, []).append(lock)
    found = {}
    for name, file in list_files(lexicon).items():
        if name == PATTERN:
            continue
        question = read_question(file, lens)
        found[question.id] = Listed(question.id, question.ask, name, tuple(locks.pop(question.id, ())))
    for name, some in locks.items():
        ask = parse_question(some[-1].body, name, lens).ask
        found[name] = Listed(name, ask, None, tuple(some))
    return [found[name] for name in sorted(found)]


# --- what is loaded --------------------------------------------------------------------------------------------------


def load_archive(session: Session, question: Question, lexicon: Path | None, *, reviewed_only: bool = False) -> Archive:
    """Return the events a question asks about, who publishes them, and the rulings on them as evidence."""
    events: dict[Scope, Sequence[Event]] = {}
    for scope in sorted(find_scopes(question)):
        events[scope] = events_within(session, scope, question.window)
    documents = {name for some in events.values() for event in some for name in event.documents}
    book = load_outlets(lexicon)
    desk = Desk(
        outlets=find_publishers(session, sorted(documents), book),
        known=book.outlets,
        reliabilities={name: grade_of(grades) for name, grades in find_grades(session).items()},
        table=load_grades(lexicon),
        parties=frozenset(question.actors),
    )
    admissions = [make_admission(one) for one in judgements.find_admissions(session, question.id)]
    return Archive(events, desk, admissions, reviewed_only)


def make_admission(one: judgements.Admitted) -> Admission:
    """Return a ruling on evidence with the places of its event's claims."""
    places = tuple(
        (place.document_id or "", place.spans[0].start, place.spans[0].end)
        for place in one.subject.places
        if place.spans
    )
    accepts = one.ruling == "accept"
    return Admission(one.uid, one.at, one.author, one.question, one.indicator, accepts, places, one.reason)


def documents_of(findings: Iterable[Finding]) -> set[str]:
    """Return the documents that tell of what counts."""
    return {report.account.document_id for one in findings for exhibit in one.exhibits for report in exhibit.reports}


def first_arrivals(findings: Iterable[Finding], moments: Mapping[str, str]) -> dict[str, str]:
    """Return when the record first had evidence for each indicator."""
    found = {}
    for finding in findings:
        known = [moments[name] for name in documents_of([finding]) if name in moments]
        if known:
            found[finding.indicator.id] = min(known)
    return found
