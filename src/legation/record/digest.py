"""What the derived tables keep of an event, worked out from the traits of its claims as `Event` works it out itself."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from legation.record.event import KEY, REAL, STATUS_ORDER
from legation.record.merge import Cluster
from legation.record.origin import Origin, unite
from legation.record.rows import Row
from legation.record.traits import Days, Side, Traits

# What the tables of faces and of dyads hold of an event.
PLACE = ("event_id", "first_day", "status", "last_day")


@dataclass(frozen=True, slots=True)
class Digest:
    """One event: its row, the origin of each claim, its faces, its dyads (each face with each), the day it is under."""

    row: Row
    origins: dict[str, str]
    faces: tuple[str, ...]
    dyads: tuple[tuple[str, str], ...]
    day: str | None
    is_real: bool

    @property
    def place(self) -> tuple[str, str | None, str, str | None]:
        """The values of PLACE."""
        return (self.row["id"], self.day, self.row["status"], self.row["last_day"])


def make_digest(found: Cluster, claims: Sequence[Traits]) -> Digest:
    """Return what is kept of the event of these claims."""
    if len(claims) == 1:
        return digest_alone(found, claims[0])
    ordered = sorted(claims, key=lambda traits: (traits.document, number_of(traits)))
    days = leading_days(ordered)
    groups = unite([traits.origin for traits in ordered])
    reports = [traits.report for traits in ordered if traits.report != UNKNOWN]
    row: Row = {
        "id": event_name(min(ordered, key=lambda traits: traits.order)),
        "component": found.component,
        **kind_of(ordered),
        "status": min((traits.status for traits in ordered), key=RANKS.__getitem__),
        **days,
        "first_seen": min(reports, default=None),
        "last_seen": max(reports, default=None),
        "documents": len({traits.document for traits in ordered}),
        "origins": len(groups),
    }
    shows = [find_show(traits.agents, traits.recipients) for traits in ordered]
    faces = {face for show in shows for face in show.faces}
    dyads = {pair for show in shows for pair in show.dyads}
    return Digest(
        row,
        name_origins(ordered, groups),
        tuple(sorted(faces)),
        tuple(sorted(dyads)),
        days["first_day"],
        row["status"] in REAL,
    )


def digest_alone(found: Cluster, traits: Traits) -> Digest:
    """Return what is kept of an event that only one claim tells of, as most do."""
    seen = None if traits.report == UNKNOWN else traits.report
    days = days_row(traits.days)
    row: Row = {
        "id": event_name(traits),
        "component": found.component,
        "type": traits.type,
        "mode": traits.mode,
        "status": traits.status,
        **days,
        "first_seen": seen,
        "last_seen": seen,
        "documents": 1,
        "origins": 1,
    }
    show = find_show(traits.agents, traits.recipients)
    origins = {traits.key: traits.origin.key}
    return Digest(row, origins, show.faces, show.dyads, days["first_day"], traits.status in REAL)


UNKNOWN = "9999"
RANKS = {status.value: rank for rank, status in enumerate(STATUS_ORDER)}


def number_of(traits: Traits) -> int:
    """Return the number of a claim within its document."""
    return traits.order[2]


def event_name(traits: Traits) -> str:
    """Return the id of the event anchored in this claim."""
    match = KEY.fullmatch(traits.key)
    return f"{match[1]}.e{match[3]}" if match else traits.key


def kind_of(claims: Sequence[Traits]) -> Row:
    """Return the type most claims give, and its mode."""
    types = [traits.type for traits in claims]
    kind = min(types, key=lambda item: (-types.count(item), item))
    modes = [traits.mode for traits in claims if traits.type == kind and traits.mode is not None]
    return {"type": kind, "mode": min(modes, key=lambda mode: (-modes.count(mode), mode)) if modes else None}


def leading_days(claims: Sequence[Traits]) -> Row:
    """Return the first and last day of the most precise date that any claim gives."""
    dated = [traits for traits in claims if traits.days]
    return days_row(min(dated, key=precision).days if dated else None)


def days_row(days: Days | None) -> Row:
    """Return the first and last day of an interval of day numbers, as far as they are known."""
    first, after = days or (None, None)
    start = first if first is not None else after
    return {"first_day": start and day_text(start), "last_day": after and day_text(after - 1)}


@lru_cache(maxsize=1 << 14)
def day_text(number: int) -> str:
    """Return the day of a day number (ISO 8601)."""
    return dt.date.fromordinal(number).isoformat()


def precision(traits: Traits) -> tuple[int, int, str, int]:
    """Order claims by how precise their date is, as `event.precision` orders accounts."""
    days: Days = traits.days or (None, None)
    first, after = days
    length = after - first if first is not None and after is not None else 10**6
    return (length, first or after or 0, traits.document, number_of(traits))


def name_origins(claims: Sequence[Traits], groups: Sequence[Sequence[int]]) -> dict[str, str]:
    """Return the key of the origin of each claim: that of its group's leading claim."""
    found: dict[str, str] = {}
    for group in groups:
        leading: Origin = min((claims[place] for place in group), key=lead_order).origin
        found.update({claims[place].key: leading.key for place in group})
    return found


def lead_order(traits: Traits) -> tuple[bool, str, str]:
    """Order claims of one origin as `event.lead_order` orders accounts."""
    return (not traits.origin.is_own, traits.report, traits.document)


@dataclass(frozen=True, slots=True)
class Show:
    """Whom the parties of a claim stand for, and which pairs of them act on each other."""

    faces: tuple[str, ...]
    dyads: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1 << 16)
def find_show(agents: tuple[Side, ...], recipients: tuple[Side, ...]) -> Show:
    """Return whom parties stand for and in which pairs; a record has far fewer of these than claims."""
    faces = {face for party in agents + recipients for face in faces_of(party)}
    return Show(tuple(sorted(faces)), tuple(sorted(set(find_dyads(agents, recipients)))))


def faces_of(party: Side) -> tuple[str, ...]:
    """Return whom a party stands for: itself and its state."""
    return (party[0],) if party[0] == party[1] else (party[0], party[1])


def find_dyads(agents: Sequence[Side], recipients: Sequence[Side]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of faces that act on each other (agent and recipient) or together (two agents), in order.

    Two recipients of one act have nothing to do with each other by it; nor has a state with its own officials.
    """
    for one, other in (*product(agents, recipients), *combinations(agents, 2)):
        if one[1] != other[1]:
            for here, there in product(faces_of(one), faces_of(other)):
                yield (here, there) if here < there else (there, here)
