"""Components of claims that have not changed since a moment: their events are copied as they stand, not merged again.

A component is steady if every claim of it counted then as it counts now, and carried the same words: what merging makes
of it depends on nothing else.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, MetaData, Table, Text, text

from legation.record import tables
from legation.record.event import REAL
from legation.record.inserting import insert_values
from legation.record.months import CODE
from legation.record.session import Session

# The components asked for; the table belongs to no schema, since temporary tables are found without one.
ASKED = Table("asked_before", MetaData(), Column("component", Text, primary_key=True))
OF_EVENTS = (tables.event_claims, tables.event_parties, tables.event_dyads)


@dataclass(frozen=True, slots=True)
class Steady:
    """Tells steady components from others; `home` is the schema of the stored tables."""

    session: Session
    home: str
    moment: str

    def prepare(self) -> None:
        """Make the tables by which they are told; those of readings and copies that changed are there already."""
        for name in (ASKED.name, "steady_before"):
            self.run(f"CREATE TEMPORARY TABLE {name} (component TEXT PRIMARY KEY)")
        self.run("CREATE TEMPORARY TABLE counted_before (reading_id INTEGER PRIMARY KEY, document_id TEXT)")
        self.run(
            "INSERT INTO counted_before (reading_id, document_id) SELECT reading_id, document_id FROM current_readings "
            "WHERE reading_id NOT IN (SELECT reading_id FROM changed_before)"
        )

    def ask(self, components: Iterable[str]) -> None:
        """Note which components are asked for."""
        self.run(f"DELETE FROM {ASKED.name}")
        insert_values(self.session, ASKED, ("component",), [(component,) for component in sorted(components)])

    def copied_documents(self) -> Sequence[str]:
        """Return the documents asked for of which a copy has come since, so that their origin may have been another."""
        found = self.session.execute(
            text(
                f"SELECT DISTINCT c.document_id FROM {ASKED.name} a "
                f"JOIN {self.home}.claim_traits t ON t.component = a.component "
                "JOIN counted_before c ON c.reading_id = t.reading_id "
                f"JOIN {self.home}.document_prints p ON p.document_id = c.document_id WHERE p.origin IN "
                f"(SELECT q.origin FROM {self.home}.document_prints q JOIN {self.home}.documents d "
                "ON d.id = q.document_id WHERE d.added_at > :moment)"
            ),
            {"moment": self.moment},
        )
        return sorted(found.scalars())

    def copy(self) -> set[str]:
        """Copy the claims and events of the steady components among those asked for; return the others."""
        self.run("DELETE FROM steady_before")
        self.run(
            f"INSERT INTO steady_before (component) SELECT a.component FROM {ASKED.name} a WHERE NOT EXISTS "
            f"(SELECT 1 FROM {self.home}.claim_traits t LEFT JOIN counted_before c ON c.reading_id = t.reading_id "
            "LEFT JOIN copied_before b ON b.document_id = c.document_id WHERE t.component = a.component "
            "AND (c.reading_id IS NULL OR b.document_id IS NOT NULL))"
        )
        for statement in self.copies():
            self.run(statement)
        rest = f"SELECT component FROM {ASKED.name} EXCEPT SELECT component FROM steady_before"
        return set(self.session.scalars(text(rest)))

    def copies(self) -> Iterator[str]:
        """Yield the statements that copy what is kept of steady components."""
        steady = "component IN (SELECT component FROM steady_before)"
        chosen = f"SELECT id FROM {self.home}.events WHERE {steady}"
        for table in (tables.claim_traits, tables.events):
            yield self.copy_of(table, steady)
        for table in OF_EVENTS:
            yield self.copy_of(table, f"event_id IN ({chosen})")
        yield from self.counts(steady)

    def counts(self, steady: str) -> Iterator[str]:
        """Yield the statements that add the events of steady components to the counts (months.py)."""
        real = ", ".join(f"'{status.value}'" for status in REAL)
        month, happened = "coalesce(substr(e.first_day, 1, 7), '')", f"CASE WHEN e.status IN ({real}) THEN 1 ELSE 0 END"
        rows = f"FROM {self.home}.event_dyads d JOIN {self.home}.events e ON e.id = d.event_id WHERE e.{steady}"
        states = " AND ".join(f"length(d.{side}) = {CODE} AND upper(d.{side}) = d.{side}" for side in ("one", "other"))
        add = "DO UPDATE SET events = {0}.events + excluded.events, happened = {0}.happened + excluded.happened"
        yield (
            "INSERT INTO dyad_months (one, other, month, type, events, happened) "
            f"SELECT d.one, d.other, {month}, e.type, count(*), sum({happened}) {rows} "
            f"GROUP BY d.one, d.other, {month}, e.type "
            f"ON CONFLICT (one, other, month, type) {add.format('dyad_months')}"
        )
        yield (
            "INSERT INTO dyad_totals (one, other, events, happened) "
            f"SELECT d.one, d.other, count(*), sum({happened}) {rows} GROUP BY d.one, d.other "
            f"ON CONFLICT (one, other) {add.format('dyad_totals')}"
        )
        yield (
            f"INSERT INTO month_totals (month, happened) SELECT {month}, sum({happened}) {rows} AND {states} "
            f"GROUP BY {month} "
            "ON CONFLICT (month) DO UPDATE SET happened = month_totals.happened + excluded.happened"
        )

    def copy_of(self, table: Table, condition: str) -> str:
        """Return the statement that copies rows of a stored table to the one in front of it."""
        names = ", ".join(column.name for column in table.columns)
        return f"INSERT INTO {table.name} ({names}) SELECT {names} FROM {self.home}.{table.name} WHERE {condition}"

    def run(self, statement: str) -> None:
        """Execute a statement."""
        self.session.execute(text(statement))
