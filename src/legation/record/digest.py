"""What the derived tables keep of an event, worked out from the traits of its claims as `Event` works it out itself."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from typing import Any, NamedTuple

from legation.record.columns import day_number
from legation.record.event import KEY, REAL, STATUS_ORDER, Join, find_borne_out
from legation.record.merge import Cluster
from legation.record.origin import Origin, unite
from legation.record.pressing import weigh_claim
from legation.record.traits import Days, Side, Traits

# The columns of an event, in the order of a digest's row.
EVENT = (
    *("id", "component", "type", "mode", "status", "first_day", "last_day"),
    *("first_seen", "last_seen", "documents", "origins"),
)
# The columns of what joins an event to a claim, in the order of a digest's claims once their handles are put in.
CLAIM = ("event_id", "reading_id", "claim_id", "origin", "joined", "score", "reason", "weight")
# What the tables of faces and of dyads hold of an event.
PLACE = ("first_day", "event_id", "status", "last_day", "type", "mode", "origins")


class Digest(NamedTuple):
    """One event: its row (EVENT), what the rows of its claims hold, its faces, and its dyads (each face with each).

    Of each claim: its key, its origin, by which claim it was joined, how surely and why, and its weight.
    """

    row: tuple[Any, ...]
    claims: tuple[tuple[str, str, str | None, float | None, str | None, float], ...]
    faces: tuple[str, ...]
    dyads: tuple[tuple[str, str], ...]

    @property
    def id(self) -> str:
        """The id of the event."""
        return str(self.row[0])

    @property
    def component(self) -> str:
        """The component its claims were found in."""
        return str(self.row[1])

    @property
    def place(self) -> tuple[int, str, str, int | None, str, str | None, int]:
        """The values of PLACE, as they are kept."""
        name, _, kind, mode, status, first, last, *_, origins = self.row
        return (day_number(first), name, status, day_number(last) if last else None, kind, mode, origins)


def make_digest(found: Cluster, claims: Sequence[Traits]) -> Digest:
    """Return what is kept of the event of these claims."""
    if len(claims) == 1:
        return digest_alone(found, claims[0])
    ordered = sorted(claims, key=lambda traits: (traits.document, number_of(traits)))
    groups = unite([traits.origin for traits in ordered])
    reports = [traits.report for traits in ordered if traits.report != UNKNOWN]
    row = (
        event_name(min(ordered, key=lambda traits: traits.order)),
        found.component,
        *kind_of(ordered),
        min((traits.status for traits in ordered), key=RANKS.__getitem__),
        *leading_days(ordered),
        min(reports, default=None),
        max(reports, default=None),
        len({traits.document for traits in ordered}),
        len(groups),
    )
    origins, joins = name_origins(ordered, groups), {join.claim: join for join in found.joins}
    members = tuple(digest_claim(traits, origins[traits.key], joins.get(traits.key), len(claims)) for traits in claims)
    shows = [find_show(traits.agents, traits.recipients) for traits in ordered]
    faces = {face for show in shows for face in show.faces}
    dyads = {pair for show in shows for pair in show.dyads}
    return Digest(row, members, tuple(sorted(faces)), tuple(sorted(dyads)))


def digest_claim(
    traits: Traits, origin: str, join: Join | None, count: int
) -> tuple[str, str, str | None, float | None, str | None, float]:
    """Return what is kept of a claim of an event of so many."""
    weight = weigh_claim(count, traits.score, join.score if join else None)
    return (traits.key, origin, *((join.to, join.score, join.reason) if join else (None, None, None)), weight)


def digest_alone(found: Cluster, traits: Traits) -> Digest:
    """Return what is kept of an event that only one claim tells of, as most do."""
    seen = None if traits.report == UNKNOWN else traits.report
    kind, days = (traits.type, traits.mode, traits.status), days_row(traits.days)
    show = find_show(traits.agents, traits.recipients)
    member = digest_claim(traits, traits.origin.key, None, 1)
    row = (event_name(traits), found.component, *kind, *days, seen, seen, 1, 1)
    return Digest(row, (member,), show.faces, show.dyads)


UNKNOWN = "9999"
RANKS = {status.value: rank for rank, status in enumerate(STATUS_ORDER)}


def number_of(traits: Traits) -> int:
    """Return the number of a claim within its document."""
    return traits.order[2]


def event_name(traits: Traits) -> str:
    """Return the id of the event anchored in this claim."""
    match = KEY.fullmatch(traits.key)
    return f"{match[1]}.e{match[3]}" if match else traits.key


def kind_of(claims: Sequence[Traits]) -> tuple[str, str | None]:
    """Return the type most claims give, and its mode."""
    types = [traits.type for traits in claims]
    kind = min(types, key=lambda item: (-types.count(item), item))
    modes = [traits.mode for traits in claims if traits.type == kind and traits.mode is not None]
    return kind, min(modes, key=lambda mode: (-modes.count(mode), mode)) if modes else None


def leading_days(claims: Sequence[Traits]) -> tuple[str | None, str | None]:
    """Return the first and last day of the date that `Event.time` takes."""
    dated = [traits for traits in claims if traits.days]
    if len(dated) > 1:
        days: list[Days] = [traits.days or (None, None) for traits in dated]
        dated = [dated[place] for place in find_borne_out(days, [traits.status in REAL for traits in dated])]
    return days_row(min(dated, key=precision).days if dated else None)


def days_row(days: Days | None) -> tuple[str | None, str | None]:
    """Return the first and last day of an interval of day numbers, as far as they are known."""
    first, after = days or (None, None)
    start = first if first is not None else after
    return (day_text(start) if start else None, day_text(after - 1) if after else None)


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
