"""How far back PostgreSQL looks for words: the entries added last first, the others only if these are not enough.

Its index gives all entries of its words at once, in no order; to look into each of these takes longest. Of common words
it is asked for the last entries only, or these are read one by one. How common words are, the planner guesses from its
statistics, which mix documents and sentences; where it guesses that they are not rare, the last entries tell.
"""

from typing import NamedTuple

from sqlalchemy import BindParameter, ColumnElement, Integer, Text, TextClause, bindparam, func, select, text

from legation.record import tables
from legation.record.session import Session

# How many entries a search ranks: of words that stand everywhere, those added last.
RANKED = 500
# Words with fewer finds than these are looked up at once: to sort so many takes less than to leave out the older ones.
FEW = 10 * RANKED
# The planner's guess is at most so many times too low.
OFF = 5
# So many of the last entries tell how common words are.
PROBED = 1_000
# So many entries are read one by one in the time in which the index finds those of common words.
READ = 10_000
# So many entries are counted; more would take as long as to look for words in them. A unit of a bulk load has all its
# documents before all its claims, some ten thousand of each: over more of them, numbers tell well enough.
COUNTED = 20_000
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
    if OFF * estimate(session, kind, wanted) < FEW:
        return [ALL]
    entries = estimate(session, kind)
    finds = round(entries * share_of_last(session, kind, wanted))
    first = count_first(entries, finds) if finds >= FEW else 0
    above = number_before(session, kind, first, entries) if first else None
    if above is None:
        return [ALL]
    return [Stretch(above, None, by_index=narrows or first > READ), Stretch(None, above, by_index=True)]


def share_of_last(session: Session, kind: str, wanted: str) -> float:
    """Return the share of the last entries of a kind that have the words of a tsquery, 0.0 to 1.0."""
    entries = tables.search_entries.c
    has = text("ts_match_vq(vector, to_tsquery('simple', :wanted)) AS has").bindparams(written("wanted", wanted))
    query = select(has).where(entries.kind == written("kind", kind)).order_by(entries.id.desc()).limit(PROBED)
    found = session.scalars(query).all()
    return sum(found) / len(found) if found else 0.0


def number_before(session: Session, kind: str, count: int, entries: int) -> int | None:
    """Return a number above which there are about so many of the entries of a kind; None if they are nearly all.

    Of many it is told by the first and the last number: nothing hangs on how near it is.
    """
    table = tables.search_entries.c
    if count <= COUNTED:
        query = select(table.id).where(table.kind == written("kind", kind)).order_by(table.id.desc())
        number: int | None = session.scalar(query.offset(count).limit(1))
        return number
    ends = select(func.min(table.id), func.max(table.id)).where(table.kind == written("kind", kind))
    oldest, newest = session.execute(ends).one()
    if oldest is None:
        return None
    above = int(newest - count * (newest - oldest + 1) // entries)
    return above if above >= oldest else None


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
