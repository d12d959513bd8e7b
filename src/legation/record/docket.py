"""Finds again what decisions are about, in the readings that count now, and lists where they are in conflict."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, select

from legation.record import tables
from legation.record.accounts import Stored, load_readings, make_account
from legation.record.amend import describe_value
from legation.record.anchors import Fate, find_claim, find_mention
from legation.record.chunks import MOST, chunks
from legation.record.decision import REMARKS, VERDICTS, Anchor, Decision, Kind, Ruling, find_places, order
from legation.record.decisions import find_pairs, load_decisions, standing_decisions
from legation.record.event import Account
from legation.record.inserting import insert_rows
from legation.record.judged import choose_joins
from legation.record.rows import Given, Row
from legation.record.rulings import Pair, pair_of
from legation.record.session import Session

# --- where rulings apply ---------------------------------------------------------------------------------------------


def place_rulings(session: Session, numbers: Sequence[int]) -> None:
    """Find again, in these readings, what the decisions on their documents are about."""
    ruled, readings = tables.ruled.c, tables.readings.c
    for some in chunks(numbers, MOST):
        documents = select(readings.document_id).where(readings.id.in_(some))
        decisions = load_decisions(session, select(ruled.uid).where(ruled.document_id.in_(documents)))
        if decisions:
            place_decisions(session, decisions, {item.document_id: item for item in load_readings(session, some)})


def place_decision(session: Session, decision: Decision) -> list[int]:
    """Find what a new decision is about in the readings that count; return these."""
    documents = {place.document_id for _, _, place in find_places(decision) if place.document_id}
    table = tables.current_readings.c
    numbers = list(session.execute(select(table.reading_id).where(table.document_id.in_(documents))).scalars())
    place_decisions(session, [decision], {item.document_id: item for item in load_readings(session, numbers)})
    return numbers


def place_decisions(session: Session, decisions: Iterable[Decision], readings: dict[str, Stored]) -> None:
    """Note where decisions apply; places in documents that are not given stay as they were noted."""
    raw: dict[str, list[Account]] = {}
    for decision in decisions:
        rows = []
        for side, position, place in find_places(decision):
            stored = readings.get(str(place.document_id))
            if stored is not None and stored.document_id not in raw:
                raw[stored.document_id] = [make_account(stored, claim_id) for claim_id in stored.claims]
            if stored is not None or not is_placed(session, decision.uid, side, position):
                accounts = raw.get(str(place.document_id), [])
                rows.append(place_row(decision, (side, position, place), stored, accounts))
        table = tables.ruled
        for row in rows:
            spot = (table.c.uid == row["uid"], table.c.side == row["side"], table.c.position == row["position"])
            session.execute(delete(table).where(*spot))
        insert_rows(session, table, rows)


def is_placed(session: Session, uid: str, side: str, position: int) -> bool:
    """Tell whether it is noted where a decision applies."""
    ruled = tables.ruled.c
    query = select(ruled.uid).where(ruled.uid == uid, ruled.side == side, ruled.position == position)
    return session.execute(query).first() is not None


def place_row(
    decision: Decision, where: tuple[str, int, Anchor], stored: Stored | None, accounts: Sequence[Account]
) -> Row:
    """Return the row that says where one anchor of a decision leads."""
    side, position, anchor = where
    item, fate = (None, Fate.FOUND) if stored is None else find_item(decision, anchor, stored, accounts)
    return {
        "uid": decision.uid, "side": side, "position": position, "document_id": anchor.document_id,
        "reading_id": stored.number if stored else None, "item": item, "fate": fate.value,
    }  # fmt: skip


def find_item(
    decision: Decision, anchor: Anchor, stored: Stored, accounts: Sequence[Account]
) -> tuple[str | None, Fate]:
    """Return the claim or mention of a reading that an anchor means; none for a whole document."""
    if anchor.kind is Kind.DOCUMENT:
        return None, Fate.FOUND
    if anchor.kind is Kind.MENTION:
        return find_mention(anchor, stored.mentions.values())
    return find_claim(anchor, accounts, (decision.changes or {}).get("type"))


# --- conflicts -------------------------------------------------------------------------------------------------------


class Clash(StrEnum):
    """How decisions are in conflict with what is read now, or with each other."""

    VANISHED = "vanished"
    TYPE = "type"
    STATUS = "status"
    RULINGS = "rulings"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Decisions that need another look: `words` says why, `follows` is the one the views follow, if they do."""

    clash: Clash
    decisions: tuple[Decision, ...]
    subject: Anchor
    words: str
    follows: str | None


def find_conflicts(session: Session) -> list[Conflict]:
    """Return every conflict: subjects that a newer reading lost or changed, and rulings against each other."""
    standing = {decision.uid: decision for decision in standing_decisions(session)}
    ruled = tables.ruled.c
    query = select(tables.ruled).order_by(ruled.uid, ruled.side, ruled.position)
    rows = [row for row in session.execute(query).mappings() if row["uid"] in standing]
    lost = [conflict for row in rows if (conflict := find_loss(standing[row["uid"]], row)) is not None]
    return [*lost, *find_rivals(standing, rows), *find_knots(session)]


def find_loss(decision: Decision, row: Given) -> Conflict | None:
    """Return what has become of the subject of a decision, if that needs a look."""
    spot, fate = (row["side"], row["position"]), Fate(row["fate"])
    anchor = next(place for side, position, place in find_places(decision) if (side, position) == spot)
    # A remark goes with the words: what type or status they are now said to have is nothing to it.
    if fate is Fate.FOUND or (decision.ruling in REMARKS and fate is not Fate.VANISHED):
        return None
    words = {
        Fate.VANISHED: "the reading that counts now has nothing there",
        Fate.TYPE: f"it was {anchor.type}; something of another type is read there now",
        Fate.STATUS: f"it was {anchor.status}; another status is read there now",
    }[fate]
    follows = decision.uid if fate is Fate.STATUS else None
    return Conflict(Clash(fate.value), (decision,), anchor, words, follows)


def find_rivals(standing: Mapping[str, Decision], rows: Iterable[Given]) -> Iterator[Conflict]:
    """Yield where authors rule differently on one matter; of one author's rulings the latest counts."""
    matters: dict[tuple[str, str], dict[str, tuple[Decision, str]]] = defaultdict(dict)
    spots = [(standing[row["uid"]], f"{row['document_id']} {row['item'] or ''}") for row in rows]
    spots += [(one, one.subject.name) for one in standing.values() if one.subject.kind is Kind.OUTLET]
    for decision, spot in sorted(spots, key=lambda pair: order(pair[0])):
        for field, value in rulings_of(decision):
            matters[spot, field][decision.author] = (decision, value)
    seen: set[frozenset[str]] = set()
    for (_, field), by_author in matters.items():
        rulings = sorted((decision for decision, _ in by_author.values()), key=order)
        key = frozenset(decision.uid for decision in rulings)
        if len({value for _, value in by_author.values()}) > 1 and key not in seen:
            seen.add(key)
            said = "; ".join(f"{decision.author}: {value}" for decision, value in by_author.values())
            yield Conflict(Clash.RULINGS, tuple(rulings), rulings[-1].subject, f"{field}: {said}", rulings[-1].uid)


def rulings_of(decision: Decision) -> list[tuple[str, str]]:
    """Return what a decision says on which matter; joins are looked at in pairs, remarks say nothing."""
    if decision.ruling in VERDICTS:
        return [("verdict", decision.ruling.value)]
    return [(name, describe_value(value) or "not stated") for name, value in (decision.changes or {}).items()]


def find_knots(session: Session) -> Iterator[Conflict]:
    """Yield the rulings on same and different that later ones overrule, directly or by way of other claims."""
    pairs = [(decision, pair_of(one, other)) for decision, one, other in find_pairs(session)]
    together, apart = choose_joins((decision, *pair) for decision, pair in pairs)
    by_pair: dict[Pair, list[Decision]] = defaultdict(list)
    for decision, pair in pairs:
        by_pair[pair].append(decision)
    seen: set[str] = set()
    for decision, pair in pairs:
        counts = pair in (together if decision.ruling is Ruling.SAME else apart)
        later = [one for one in by_pair[pair] if one.ruling is not decision.ruling and order(one) > order(decision)]
        is_revised = bool(later) and {one.author for one in later} == {decision.author}
        if not counts and not is_revised and decision.uid not in seen:
            seen.add(decision.uid)
            by = "" if later else " by way of other claims"
            words = f"{decision.ruling} {' and '.join(pair)}: later rulings say the opposite{by}"
            follows = later[-1].uid if later else None
            yield Conflict(Clash.RULINGS, (decision, *later), decision.subject, words, follows)
