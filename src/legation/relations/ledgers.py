"""Contacts, transfers and commitments of a dyad as series: how many took place in each period, and so far."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from legation.record.event import Event
from legation.relations.commitments import by_day, find_instruments
from legation.relations.dyad import Dyad
from legation.relations.series import accumulate, fits, middle
from legation.relations.sightings import Sighting
from legation.relations.transfers import is_transfer


@dataclass(frozen=True, slots=True)
class Ledger:
    """What took place of one kind: the ids of its events in each period, and those that have no period."""

    name: str
    by_period: tuple[tuple[str, ...], ...]
    elsewhere: tuple[str, ...]

    @property
    def counts(self) -> list[int]:
        """How many in each period."""
        return [len(events) for events in self.by_period]

    @property
    def cumulative(self) -> list[int]:
        """How many up to the end of each period."""
        return accumulate(self.counts)

    @property
    def events(self) -> list[str]:
        """The ids of all of them: in order of periods, then those without one."""
        return [name for events in (*self.by_period, self.elsewhere) for name in events]


def find_ledgers(dyad: Dyad) -> list[Ledger]:
    """Return the contacts, transfers and commitments of a dyad.

    A contact is a meeting, visit or call; a transfer what changes hands; a commitment an act in the life of an
    instrument (signature, ratification, end …) or a pledge.
    """
    bound = committed(dyad)
    kinds: Mapping[str, Callable[[Event], bool]] = {
        "contacts": lambda event: event.type == "CONSULT",
        "transfers": is_transfer,
        "commitments": lambda event: event.id in bound,
    }
    real = [item for item in dyad.sightings if item.is_real]
    return [make_ledger(name, [item for item in real if holds(item.event)], dyad) for name, holds in kinds.items()]


def committed(dyad: Dyad) -> set[str]:
    """Return the ids of events that make, change or end a commitment."""
    real = sorted((item.event for item in dyad.sightings if item.is_real), key=by_day)
    instruments = find_instruments(real, dyad.sight.book)
    acts = {act.event.id for instrument in instruments for act in instrument.acts if act.stage}
    return acts | {event.id for event in real if event.type == "AGREE"}


def make_ledger(name: str, sightings: Iterable[Sighting], dyad: Dyad) -> Ledger:
    """Return sightings of one kind by period."""
    periods: list[list[str]] = [[] for _ in range(dyad.periods.count)]
    elsewhere = []
    for item in sightings:
        if item.first and item.last and fits(item, dyad.periods):
            periods[dyad.periods.place(middle(item.first, item.last))].append(item.event.id)
        else:
            elsewhere.append(item.event.id)
    return Ledger(name, tuple(map(tuple, periods)), tuple(elsewhere))
