"""The ledger of transfers: who sent whom what, with bounds, and how much at least by each day, nothing counted twice.

A total ("7,000 containers since August") and the deliveries it sums up overlap in time, so only quantities whose
intervals are apart may be added. The lower bound by a day is the greatest sum of lower bounds over events with
disjoint intervals that end by then (weighted interval scheduling). Units are never mixed, nor items of two classes.
"""

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from legation.reading.claim import Modifier, Quantity
from legation.record.event import REAL, Account, Event
from legation.relations.spacing import days_of_event

TYPES = frozenset({"AID", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class Transfer:
    """One transfer: the event, the direction by states, the item class, and how much by any account.

    `low` is the least that any report gives (0 where one says "up to" only), `high` the most; both None if no report
    gives a number, `high` also where a report leaves the top open. Of what took place, the reports that say so count.
    `unit` is what the numbers count.
    """

    event: Event
    sender: str | None
    receiver: str | None
    item: str | None
    unit: str | None
    low: float | None
    high: float | None
    claims: tuple[str, ...]

    @property
    def is_real(self) -> bool:
        """Whether a report says it happened or is under way."""
        return self.event.status in REAL


# Sender, receiver, item class, unit: what may be added up.
Flow = tuple[str | None, str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Step:
    """A lower bound that holds from the end of a day on, with the events whose quantities make it."""

    day: dt.date
    low: float
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """The lower bound of one item in one direction and unit, as it grew; `undated` rests on events without days."""

    sender: str | None
    receiver: str | None
    item: str | None
    unit: str | None
    steps: tuple[Step, ...]
    undated: Step | None

    @property
    def low(self) -> float:
        """The least that has been transferred by any account of the record."""
        return max((step.low for step in (*self.steps, *filter(None, (self.undated,)))), default=0.0)


def find_transfers(events: Iterable[Event], people: Container[str]) -> list[Transfer]:
    """Return the transfers among events, one for each unit that their reports count in, in the order of events.

    `people` are words that count persons: troops, soldiers and workers are counted in one unit.
    """
    return [transfer for event in events if is_transfer(event) for transfer in make_transfers(event, people)]


def is_transfer(event: Event) -> bool:
    """Tell whether something changes hands: help, or cooperation whose theme is a class of goods."""
    items = {account.claim.theme.item for account in event.accounts if account.claim.theme} - {None}
    moved = event.type == "MOBILIZE" and any(account.recipients for account in event.accounts) and "personnel" in items
    return event.type == "AID" or moved or (event.type in TYPES and bool(items))


def make_transfers(event: Event, people: Container[str]) -> Iterator[Transfer]:
    """Yield a transfer for each unit; one without numbers if no report gives any.

    Of what took place only those who say so tell how much it was: what had been promised was not all delivered.
    """
    by_unit: dict[str | None, list[tuple[Quantity, Account]]] = defaultdict(list)
    for account in event.told:
        if account.quantity is not None:
            by_unit[unit_of(account.quantity, people)].append((account.quantity, account))
    sender, receiver = direction(event)
    item = item_of(event)
    if not by_unit:
        yield Transfer(event, sender, receiver, item, None, None, None, tuple(a.key for a in event.accounts))
    for unit, found in by_unit.items():
        low, high = bounds([quantity for quantity, _ in found])
        yield Transfer(event, sender, receiver, item, unit, low, high, tuple(account.key for _, account in found))


def unit_of(quantity: Quantity, people: Container[str]) -> str | None:
    """Return what a number counts, in one word for all words for people."""
    words = [word.casefold() for word in (quantity.unit, quantity.of) if word]
    return "people" if any(word in people for word in words) else words[0] if words else None


def bounds(quantities: Sequence[Quantity]) -> tuple[float, float | None]:
    """Return the least and the most that any of the reports allows."""
    lows = [low_of(quantity) for quantity in quantities]
    highs = [quantity.high for quantity in quantities]
    return min(lows), None if None in highs else max(high for high in highs if high is not None)


def low_of(quantity: Quantity) -> float:
    """Return the lower bound of one number: nothing is sure of what is only "up to" it."""
    return 0.0 if quantity.modifier is Modifier.UP_TO or quantity.low is None else quantity.low


def direction(event: Event) -> tuple[str | None, str | None]:
    """Return the states of sender and receiver: of those that claims name, the one named most."""
    sides = (
        [party.state for a in event.accounts for party in a.agents],
        [p.state for a in event.accounts for p in a.recipients],
    )
    sender, receiver = (most_named(side) for side in sides)
    return sender, receiver


def most_named(states: Sequence[str | None]) -> str | None:
    """Return the state named most often, the first in alphabetical order of several; None if none is."""
    named = [state for state in states if state]
    return min(named, key=lambda state: (-named.count(state), state), default=None)


def item_of(event: Event) -> str | None:
    """Return the item class most claims give."""
    return most_named([account.claim.theme.item for account in event.accounts if account.claim.theme])


def sum_transfers(transfers: Iterable[Transfer]) -> list[Total]:
    """Return the lower bounds of what took place, by direction, item class and unit."""
    groups: dict[Flow, list[Transfer]] = defaultdict(list)
    for transfer in transfers:
        if transfer.is_real and transfer.low:
            groups[transfer.sender, transfer.receiver, transfer.item, transfer.unit].append(transfer)
    found = [Total(*key, *accumulate(group)) for key, group in groups.items()]
    return sorted(
        found, key=lambda total: tuple(part or "" for part in (total.sender, total.receiver, total.item, total.unit))
    )


def accumulate(transfers: Sequence[Transfer]) -> tuple[tuple[Step, ...], Step | None]:
    """Return the steps by which the lower bound grows, and the greatest number without a day if it is above them."""
    dated = [(span, transfer) for transfer in transfers if (span := interval(transfer.event))]
    steps = schedule(sorted(dated, key=lambda pair: (pair[0][1], pair[0][0], pair[1].event.id)))
    undated = [transfer for transfer in transfers if interval(transfer.event) is None]
    most = max(undated, key=lambda transfer: (transfer.low or 0, transfer.event.id), default=None)
    if most is None or (most.low or 0) <= (steps[-1].low if steps else 0):
        return steps, None
    return steps, Step(dt.date.max, most.low or 0, (most.event.id,))


def interval(event: Event) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of a transfer; one "since August" reaches to the report that says so."""
    days = days_of_event(event)
    if days is not None:
        return days
    time = event.time
    if time is None or time.from_ is None:
        return None
    told = [dt.date.fromisoformat(a.published[:10]) for a in event.accounts if a.published and len(a.published) >= 10]
    return (time.from_, max(*told, time.from_)) if told else None


def schedule(dated: Sequence[tuple[tuple[dt.date, dt.date], Transfer]]) -> tuple[Step, ...]:
    """Return the greatest sum of lower bounds over disjoint intervals, as it grows with their last days."""
    ends = [span[1] for span, _ in dated]
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    steps: list[Step] = []
    for place, ((first, last), transfer) in enumerate(dated):
        before = best[bisect_right(ends, first - dt.timedelta(days=1), 0, place)]
        taken = (before[0] + (transfer.low or 0), (*before[1], transfer.event.id))
        best.append(max(best[-1], taken, key=lambda option: option[0]))
        if best[-1] is taken:
            steps = [step for step in steps if step.day < last] + [Step(last, *taken)]
    return tuple(steps)
