"""How far back PostgreSQL looks for words: the entries added last first, the others only if these are not enough.

Its index gives all entries of its words at once, in no order. Of common words that takes longer than to read the last
entries one by one; how common they are, the planner knows from its statistics.
"""

from typing import NamedTuple

from sqlalchemy import BindParameter, ColumnElement, Integer, Text, TextClause, bindparam, select, text

from legation.record import tables
from legation.record.session import Session

# How many entries a search ranks: of words that stand everywhere, those added last.
RANKED = 500
# Words with fewer finds than these are looked up at once: to sort so many takes less than to leave out the older ones.
FEW = 10 * RANKED
# So many entries are read one by one in the time in which the index finds some ten thousand.
READ = 50_000
# Fewer entries than these are not worth a stretch of their own.
FEWEST = 4_000


class Stretch(NamedTuple):
    """Entries with numbers above the one and up to the other (None: without end), looked up by index or one by one."""

    above: int | None
    upto: int | None
    by_index: bool

    def holds(self, wanted: str) -> list[ColumnElement[bool] | TextClause]:
        """Return the conditions that an entry stands here and has the words of a tsquery, as the index answers, or not.

        Numbers and words are written out, so that the planner knows them.
        """
        number = tables.search_entries.c.id
        form = "search_entries.vector @@ {}" if self.by_index else "ts_match_vq(search_entries.vector, {})"
        words = text(form.format("to_tsquery('simple', :wanted)")).bindparams(written("wanted", wanted))
        above = [] if self.above is None else [number > literal(self.above)]
        upto = [] if self.upto is None else [number <= literal(self.upto)]
        return [words, *above, *upto]


ALL = Stretch(None, None, by_index=True)


def find_stretches(session: Session, kind: str, wanted: str, *, narrows: bool) -> list[Stretch]:
    """Return the stretches to look through for the words of a tsquery in entries of a kind, the last added first.

    Where something else is asked too (`narrows`), many entries may have to be seen for a find: none are read one by
    one. What is not found in the first stretch is looked for in all others.
    """
    finds, entries = estimate(session, kind, wanted), tables.search_entries.c
    first = count_first(estimate(session, kind), finds) if finds >= FEW else 0
    if not first:
        return [ALL]
    # Counted among those of its kind: of a bulk load, all documents come before all claims.
    query = select(entries.id).where(entries.kind == written("kind", kind)).order_by(entries.id.desc())
    above = session.scalar(query.offset(first).limit(1))
    if above is None:
        return [ALL]
    return [Stretch(above, None, by_index=narrows or first > READ), Stretch(None, above, by_index=True)]


def count_first(entries: int, finds: int) -> int:
    """Return how many of the last entries to look through first: twice as many as should be needed; 0 for all."""
    wanted = max(FEWEST, 2 * RANKED * entries // max(finds, 1))
    return 0 if wanted >= entries else wanted


def estimate(session: Session, kind: str, wanted: str | None = None) -> int:
    """Return how many entries of a kind the planner thinks there are, or to find with the words of a tsquery."""
    having = "kind = :kind" if wanted is None else "kind = :kind AND vector @@ to_tsquery('simple', :wanted)"
    plan = text(f"EXPLAIN (FORMAT JSON) SELECT 1 FROM search_entries WHERE {having}").bindparams(written("kind", kind))
    told = session.scalar(plan if wanted is None else plan.bindparams(written("wanted", wanted)))
    return int(told[0]["Plan"]["Plan Rows"])


def written(name: str, value: str) -> BindParameter[str]:
    """Return words that are written out in a statement: they tell the planner how rare they are, a parameter not."""
    return bindparam(name, value, Text, literal_execute=True)


def literal(number: int) -> BindParameter[int]:
    """Return a number that is written out in a statement."""
    return bindparam(None, number, Integer, literal_execute=True)
