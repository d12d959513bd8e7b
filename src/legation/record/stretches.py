"""How far back PostgreSQL looks for words: the entries added last first, the others only if these are not enough.

Its index gives all entries of its words at once, in no order. Of common words that takes longer than to read the last
entries one by one; how common they are, the planner knows from its statistics.
"""

from typing import NamedTuple

from sqlalchemy import BindParameter, Integer, Text, TextClause, bindparam, func, select, text

from legation.record import tables
from legation.record.session import Session

# How many entries a search ranks: of words that stand everywhere, those added last.
RANKED = 500
# Words with fewer finds than these are looked up at once: to sort so many takes less than to leave out the older ones.
FEW = 10 * RANKED
# So many entries are read one by one in the time in which the index finds some ten thousand (1.6 M entries).
READ = 100_000
# Fewer entries than these are not worth a stretch of their own.
FEWEST = 4_000


class Stretch(NamedTuple):
    """Entries with numbers above the one and up to the other; looked up in the index of words, or read one by one."""

    above: int
    upto: int
    by_index: bool

    @property
    def bounds(self) -> tuple[BindParameter[int], BindParameter[int]]:
        """The numbers as they are written out in a statement, so that the planner knows them."""
        return literal(self.above), literal(self.upto)

    def holds(self, wanted: str) -> TextClause:
        """Return the condition that an entry has the words of a tsquery, in the form that the index answers, or not."""
        form = "search_entries.vector @@ {}" if self.by_index else "ts_match_vq(search_entries.vector, {})"
        return text(form.format("to_tsquery('simple', :wanted)")).bindparams(written("wanted", wanted))


def find_stretches(session: Session, kind: str, wanted: str, *, narrows: bool) -> list[Stretch]:
    """Return the stretches to look through for the words of a tsquery in entries of a kind, the last added first.

    Where something else is asked too (`narrows`), many entries may have to be seen for a find: none are read one by
    one.
    """
    entries = tables.search_entries.c
    last = session.scalar(select(func.max(entries.id)).where(entries.kind == written("kind", kind))) or 0
    return divide(last, estimate(session, kind, wanted), narrows=narrows)


def divide(last: int, finds: int, *, narrows: bool) -> list[Stretch]:
    """Return the stretches of entries up to the last, of which so many should be finds; there, twice as many as needed.

    What is not found in the first is looked for in all others.
    """
    wanted = max(FEWEST, 2 * RANKED * last // max(finds, 1))
    if finds < FEW or wanted >= last:
        return [Stretch(0, last, by_index=True)]
    above = last - wanted
    return [Stretch(above, last, by_index=narrows or wanted > READ), Stretch(0, above, by_index=True)]


def estimate(session: Session, kind: str, wanted: str) -> int:
    """Return how many entries of a kind the planner thinks to find."""
    having = "kind = :kind AND vector @@ to_tsquery('simple', :wanted)"
    plan = text(f"EXPLAIN (FORMAT JSON) SELECT 1 FROM search_entries WHERE {having}")
    told = session.scalar(plan.bindparams(written("kind", kind), written("wanted", wanted)))
    return int(told[0]["Plan"]["Plan Rows"])


def written(name: str, value: str) -> BindParameter[str]:
    """Return words that are written out in a statement: they tell the planner how rare they are, a parameter not."""
    return bindparam(name, value, Text, literal_execute=True)


def literal(number: int) -> BindParameter[int]:
    """Return a number that is written out in a statement."""
    return bindparam(None, number, Integer, literal_execute=True)
