"""The record as of a moment: every table as it was then, under its own name, so that every view shows what was known.

Views of the database stand in front of the history and let only through what had arrived; temporary tables stand in
front of the derived ones and are filled when something is asked for, with what merging makes of the claims that counted
then. A temporary name goes before the stored one on both engines, and all of it is gone when the session ends.

Which claims hang together then can only be narrower than now, save where a claim has since been read or ruled on
differently: those are merged first, with all they are like.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache

from sqlalchemy import Column, Engine, Index, MetaData, Table, select, text, update
from sqlalchemy.schema import CreateIndex, CreateTable

from legation.documents.document import days_of
from legation.record import tables
from legation.record.accounts import Handle, load_accounts, reading_accounts
from legation.record.chunks import MOST, chunks
from legation.record.decisions import load_rulings
from legation.record.derive import current_numbers, rebuild
from legation.record.docket import place_rulings
from legation.record.inserting import insert_rows
from legation.record.neighbours import linked_components, load_keys
from legation.record.regroup import Past, regroup_copies
from legation.record.rulings import Rulings
from legation.record.session import Session, looking
from legation.record.steady import Steady
from legation.record.traits import Traits, encode_traits, make_traits

SHADOW = "legation_shadow"
# Derived tables that are filled as far as they are asked for.
FILLED = (
    tables.events,
    tables.event_claims,
    tables.event_parties,
    tables.event_dyads,
    tables.dyad_months,
    tables.dyad_totals,
    tables.month_totals,
    tables.claim_traits,
    tables.claim_slots,
)


def parse_moment(words: str) -> str:
    """Return the last moment of a day, month or year, or a moment given to the minute or better, in UTC.

    A moment without an offset is one in UTC. Raises ValueError for what is neither.
    """
    if "T" not in words and " " not in words.strip():
        last = days_of(words.strip())[1] - dt.timedelta(days=1)
        return dt.datetime.combine(last, dt.time.max, dt.UTC).isoformat()
    moment = dt.datetime.fromisoformat(words.strip())
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).astimezone(dt.UTC).isoformat()


DATED = (
    *("arrivals", "problems", "readings", "decisions", "bookmarks"),
    *("judgements", "admissions", "forecasts", "resolutions"),
)


@dataclass(slots=True)
class Shadow:
    """What a session shows of the past, and how far it has been filled.

    `home` is the schema of the stored tables, `changed` are the readings that counted then whose claims differ from
    those of now, `filled` the components of now whose claims are in.
    """

    moment: str
    home: str
    stored: dict[str, Table]
    past: Past
    changed: tuple[int, ...] = ()
    rulings: Rulings = field(default_factory=Rulings)
    filled: set[str] = field(default_factory=set)
    steady: Steady | None = None
    is_whole: bool = False


@contextmanager
def reading_as_of(engine: Engine, moment: str) -> Iterator[Session]:
    """One look at the record as it was at a moment (`parse_moment` gives one)."""
    with looking(engine) as session:
        transaction = session.begin()
        try:
            shadow = make_shadow(session, moment)
            session.execution_options(**{SHADOW: shadow})
            cast_shadow(session, shadow)
            yield session
        finally:
            # Nothing of the shadow is kept: the temporary tables and views go with the transaction.
            transaction.rollback()


def ensure(
    session: Session, *, faces: Sequence[str] = (), documents: Iterable[str] = (), everything: bool = False
) -> None:
    """Have the events of a face or a dyad, of documents, or all of them, in a session that shows the past.

    Every function that reads derived tables calls this first; in a session that shows the present it does nothing.
    """
    shadow: Shadow | None = session.get_execution_options().get(SHADOW)
    if shadow is None or shadow.is_whole:
        return
    if everything:
        traits = shadow.stored["claim_traits"].c
        wanted = set(session.scalars(select(traits.component).distinct()))
        shadow.is_whole = True
    else:
        wanted = {*components_of_faces(session, shadow, faces), *components_of_documents(session, shadow, documents)}
    fresh = wanted - shadow.filled
    if fresh:
        shadow.filled |= fresh
        rest = copy_steady(session, shadow, fresh)
        fill(session, shadow, rest)
        rebuild(session, rest, {}, shadow.rulings)


def copy_steady(session: Session, shadow: Shadow, components: Iterable[str]) -> set[str]:
    """Copy the events of the components that have not changed since; return the others, which are to be merged."""
    if shadow.steady is None:
        shadow.steady = Steady(session, shadow.home, shadow.moment)
        shadow.steady.prepare()
    shadow.steady.ask(components)
    regroup_copies(session, shadow.past, shadow.steady.copied_documents())
    return shadow.steady.copy()


# --- what stands in front of the tables ------------------------------------------------------------------------------


def make_shadow(session: Session, moment: str) -> Shadow:
    """Return the shadow of a moment, with nothing in it yet."""
    home = "main" if session.dialect.name == "sqlite" else str(session.scalar(text("SELECT current_schema()")))
    stored = stored_tables(home)
    return Shadow(moment, home, stored, Past(moment, stored["document_prints"], stored["documents"]))


@lru_cache(maxsize=8)
def stored_tables(home: str) -> dict[str, Table]:
    """Return the tables of a schema by name: a front made many times a day looks into the past each time."""
    metadata = MetaData(schema=home)
    return {table.name: table.to_metadata(metadata) for table in tables.metadata.sorted_tables}


def cast_shadow(session: Session, shadow: Shadow) -> None:
    """Put views and temporary tables in front of the stored ones, and merge what has changed since."""
    for statement in history_views(shadow):
        session.execute(text(statement))
    place_then(session, shadow)
    shadow.rulings = load_rulings(session)
    shadow.changed = tuple(find_changed(session, shadow))
    merge_changed(session, shadow)


def history_views(shadow: Shadow) -> Iterator[str]:
    """Yield the statements that let only through what had arrived."""
    home, until = shadow.home, f"<= '{shadow.moment}'"
    for name, column in (("documents", "added_at"), *((name, "at") for name in DATED)):
        yield f"CREATE TEMPORARY VIEW {name} AS SELECT * FROM {home}.{name} WHERE {column} {until}"
    yield (
        f"CREATE TEMPORARY VIEW originals AS SELECT o.* FROM {home}.originals o "
        f"JOIN {home}.documents d ON d.id = o.document_id WHERE d.added_at {until}"
    )
    yield (
        f"CREATE TEMPORARY VIEW actors AS SELECT a.* FROM {home}.actors a WHERE EXISTS "
        f"(SELECT 1 FROM {home}.mentions m JOIN {home}.readings r ON r.id = m.reading_id "
        f"WHERE m.actor = a.key AND r.at {until})"
    )
    yield (
        f"CREATE TEMPORARY VIEW search_entries AS SELECT e.* FROM {home}.search_entries e WHERE "
        "CASE e.kind WHEN 'document' THEN EXISTS (SELECT 1 FROM documents d WHERE d.id = e.ref) "
        "WHEN 'actor' THEN EXISTS (SELECT 1 FROM actors a WHERE a.id = e.ref) "
        "ELSE EXISTS (SELECT 1 FROM readings r WHERE r.id = e.reading_id) END"
    )
    # Before anything was read there is no need to look through all that has been read since.
    yield (
        "CREATE TEMPORARY TABLE read_before AS SELECT document_id, reading_id FROM ("
        "SELECT o.document_id, o.id AS reading_id, "
        "row_number() OVER (PARTITION BY o.document_id ORDER BY o.at DESC, o.id DESC) AS place "
        f"FROM {home}.readings o JOIN {home}.current_readings c ON c.document_id = o.document_id "
        f"JOIN {home}.readings n ON n.id = c.reading_id WHERE n.at > '{shadow.moment}' AND o.at {until} "
        f"AND EXISTS (SELECT 1 FROM {home}.readings WHERE at {until})) r "
        "WHERE place = 1"
    )
    yield (
        f"CREATE TEMPORARY VIEW current_readings AS SELECT c.document_id, c.reading_id FROM {home}.current_readings c "
        f"JOIN {home}.readings r ON r.id = c.reading_id WHERE r.at {until} "
        "UNION ALL SELECT document_id, reading_id FROM read_before"
    )
    yield f"CREATE TEMPORARY TABLE copied_before AS SELECT * FROM {home}.document_prints WHERE number < 0"
    yield (
        f"CREATE TEMPORARY VIEW document_prints AS SELECT p.* FROM {home}.document_prints p "
        f"JOIN {home}.documents d ON d.id = p.document_id WHERE d.added_at {until} "
        "AND NOT EXISTS (SELECT 1 FROM copied_before b WHERE b.document_id = p.document_id) "
        "UNION ALL SELECT * FROM copied_before"
    )


def place_then(session: Session, shadow: Shadow) -> None:
    """Have the rulings of then apply to the readings of then."""
    hide(session, [tables.ruled])
    columns = ", ".join(f"r.{column.name}" for column in tables.ruled.columns)
    session.execute(
        text(
            f"INSERT INTO ruled SELECT {columns} FROM {shadow.home}.ruled r JOIN decisions d ON d.uid = r.uid "
            "JOIN documents t ON t.id = r.document_id"
        )
    )
    reread = text("SELECT reading_id FROM read_before WHERE document_id IN (SELECT document_id FROM ruled)")
    place_rulings(session, list(session.scalars(reread)))


def hide(session: Session, stored: Iterable[Table]) -> None:
    """Put empty temporary tables in front of these: their columns and keys, without references to other tables."""
    for table in stored:
        columns = [
            Column(column.name, column.type, primary_key=column.primary_key, nullable=column.nullable)
            for column in table.columns
        ]
        bare = Table(table.name, MetaData(), *columns, prefixes=["TEMPORARY"])
        session.execute(CreateTable(bare))
        for index in table.indexes:
            session.execute(CreateIndex(Index(index.name, *(bare.c[column.name] for column in index.columns))))


# --- what is merged otherwise than now -------------------------------------------------------------------------------


def find_changed(session: Session, shadow: Shadow) -> list[int]:
    """Return the readings that counted then whose claims differ from those of now: since read, or ruled on, anew."""
    decisions, ruled = shadow.stored["decisions"].c, shadow.stored["ruled"].c
    documents = set(session.scalars(text("SELECT document_id FROM read_before")))
    query = select(decisions.uid, decisions.undoes).where(decisions.at > shadow.moment)
    later = {uid for row in session.execute(query) for uid in row if uid is not None}
    seen: set[str] = set()
    while fresh := sorted(later - seen):
        seen |= later
        for some in chunks(fresh, MOST):
            # What an undoing took back is changed by it, whenever it was made.
            undoes = select(decisions.undoes).where(decisions.uid.in_(some), decisions.undoes.is_not(None))
            later |= {str(uid) for uid in session.scalars(undoes)}
            documents |= set(session.scalars(select(ruled.document_id).where(ruled.uid.in_(some))))
    return sorted(current_numbers(session, documents))


def merge_changed(session: Session, shadow: Shadow) -> None:
    """Merge the claims that have changed since, as they were, with all they are like and are ruled one with."""
    table = tables.readings.c
    for some in chunks(shadow.changed, MOST):
        query = select(table.document_id).where(table.id.in_(some))
        regroup_copies(session, shadow.past, list(session.scalars(query)))
    fresh: dict[Handle, Traits] = {
        (account.reading_id, account.claim.id): make_traits(account)
        for account in reading_accounts(session, shadow.changed)
    }
    wanted = linked_components(session, fresh)
    joined = sorted({key for pair in shadow.rulings.together for key in pair})
    wanted |= {kept.component for kept in load_keys(session, joined)}
    hide(session, FILLED)
    session.execute(text("CREATE TEMPORARY TABLE changed_before (reading_id INTEGER PRIMARY KEY)"))
    if shadow.changed:
        numbers = [{"number": number} for number in shadow.changed]
        session.execute(text("INSERT INTO changed_before (reading_id) VALUES (:number)"), numbers)
    fill(session, shadow, wanted)
    rebuild(session, wanted, fresh, shadow.rulings)


def fill(session: Session, shadow: Shadow, components: Iterable[str]) -> None:
    """Take in the claims of these components of now that were there then and have not changed since."""
    traits, current = shadow.stored["claim_traits"], tables.current_readings.c
    unchanged = text("claim_traits_now.reading_id NOT IN (SELECT reading_id FROM changed_before)")
    now = traits.alias("claim_traits_now")
    for some in chunks(sorted(components), MOST):
        shadow.filled.update(some)
        query = (
            select(now, current.document_id)
            .join(tables.current_readings, current.reading_id == now.c.reading_id)
            .where(now.c.component.in_(some), unchanged)
        )
        rows = session.execute(query).all()
        names = ("reading_id", "claim_id", "component", "body")
        insert_rows(session, tables.claim_traits, [{name: getattr(row, name) for name in names} for row in rows])
        copied = regroup_copies(session, shadow.past, sorted({row.document_id for row in rows}))
        correct_origins(session, [(row.reading_id, row.claim_id) for row in rows if row.document_id in copied])


def correct_origins(session: Session, handles: Sequence[Handle]) -> None:
    """Give these claims the origin that their documents had then."""
    table = tables.claim_traits
    for account in load_accounts(session, handles):
        place = (table.c.reading_id == account.reading_id) & (table.c.claim_id == account.claim.id)
        session.execute(update(table).where(place).values(body=encode_traits(make_traits(account))))


# --- what is asked for -----------------------------------------------------------------------------------------------


def components_of_faces(session: Session, shadow: Shadow, faces: Sequence[str]) -> set[str]:
    """Return the components of now that have events of a face, or of two with each other."""
    if not faces:
        return set()
    events = shadow.stored["events"].c
    if len(faces) == 1:
        parties = shadow.stored["event_parties"].c
        wanted = select(parties.event_id).where(parties.face == faces[0])
    else:
        one, other = sorted(faces)
        dyads = shadow.stored["event_dyads"].c
        wanted = select(dyads.event_id).where(dyads.one == one, dyads.other == other)
    return set(session.scalars(select(events.component).where(events.id.in_(wanted)).distinct()))


def components_of_documents(session: Session, shadow: Shadow, documents: Iterable[str]) -> set[str]:
    """Return the components of now that the claims of these documents stand in."""
    traits, found = shadow.stored["claim_traits"].c, set[str]()
    for some in chunks(current_numbers(session, documents), MOST):
        found |= set(session.scalars(select(traits.component).where(traits.reading_id.in_(some)).distinct()))
    return found
