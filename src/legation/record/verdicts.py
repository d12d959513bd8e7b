"""Who has ruled how on what: the latest standing ruling of each person on each claim, and on each pair of claims."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from sqlalchemy import select

from legation.record import tables
from legation.record.decision import JOINS, VERDICTS, Decision, Ruling, order
from legation.record.decisions import find_pairs, standing_decisions
from legation.record.event import claim_key
from legation.record.rulings import Pair, pair_of
from legation.record.session import Session

# What settles a claim by itself; joins are about two.
JUDGED = VERDICTS | {Ruling.AMEND, Ruling.UNSURE}
# What a person made of something, by the person's name.
By = dict[str, Ruling]


def find_verdicts(session: Session) -> dict[str, By]:
    """Return how each person has ruled on each claim that is read now; the latest ruling of a person counts."""
    decisions, ruled = tables.decisions.c, tables.ruled.c
    chosen = decisions.ruling.in_([ruling.value for ruling in JUDGED])
    standing = {one.uid: one for one in standing_decisions(session, select(decisions.uid).where(chosen))}
    query = (
        select(ruled.uid, ruled.document_id, ruled.item)
        .join(tables.decisions, decisions.uid == ruled.uid)
        .where(chosen, ruled.side == "subject", ruled.item.like("c%"))
    )
    spots = [
        (standing[row.uid], claim_key(row.document_id, row.item))
        for row in session.execute(query)
        if row.uid in standing
    ]
    found: dict[str, By] = defaultdict(dict)
    for decision, claim in sorted(spots, key=lambda spot: order(spot[0])):
        found[claim][decision.author] = decision.ruling
    return found


def find_joins(session: Session) -> dict[Pair, By]:
    """Return how each person has ruled on each pair of claims called the same or different."""
    found: dict[Pair, By] = defaultdict(dict)
    for decision, one, other in sorted(find_pairs(session), key=lambda item: order(item[0])):
        found[pair_of(one, other)][decision.author] = decision.ruling
    return found


def count_rulings(session: Session) -> Mapping[str, Counter[Ruling]]:
    """Return how many standing rulings of each kind each person has made, remarks and grades left out."""
    decisions = tables.decisions.c
    kinds = [ruling.value for ruling in JUDGED | JOINS]
    found: dict[str, Counter[Ruling]] = defaultdict(Counter)
    standing: list[Decision] = standing_decisions(session, select(decisions.uid).where(decisions.ruling.in_(kinds)))
    for decision in standing:
        found[decision.author][decision.ruling] += 1
    return found
