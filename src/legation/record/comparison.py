"""Accounts of two documents side by side: what both tell, where they differ, what one leaves out.

A headline cuts short what the text below it tells, so it speaks for its document only where that text does not.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from legation.documents.document import Document, ZoneKind
from legation.record.event import REAL, Account, Event, Party
from legation.record.likeness import MUTUAL

# What stands over a text and sums it up.
HEADINGS = (ZoneKind.TITLE, ZoneKind.DECK)
# What an account gives for each field; None is "not stated".
FIELDS: Mapping[str, Callable[[Account], Hashable | None]] = {
    "type": lambda account: account.claim.type,
    "status": lambda account: account.claim.status.value,
    "outcome": lambda account: account.claim.outcome and account.claim.outcome.value,
    "date": lambda account: account.time and (account.time.from_, account.time.to),
    "number": lambda account: account.quantity and (account.quantity.low, account.quantity.high, account.quantity.unit),
    "place": lambda account: account.place.name if account.place else None,
    "agents": lambda account: frozenset(party.name for party in account.agents) or None,
    "recipients": lambda account: frozenset(party.name for party in account.recipients) or None,
    "said by": lambda account: account.speakers[0] if account.speakers else None,
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which two accounts of one event differ: each side's account, None where it says nothing of it."""

    field: str
    here: Account | None
    there: Account | None


@dataclass(frozen=True, slots=True)
class Side:
    """What one document says of an event: its accounts, those of the headline last, and how many stand below it."""

    event: Event
    accounts: tuple[Account, ...]
    below: int

    @property
    def told(self) -> tuple[Account, ...]:
        """The accounts that stand below the headline."""
        return self.accounts[: self.below]

    @property
    def headed(self) -> tuple[Account, ...]:
        """The accounts of the headline."""
        return self.accounts[self.below :]


@dataclass(frozen=True, slots=True)
class Shared:
    """An event both documents tell of, with each side's accounts (a headline's last) and where they differ."""

    event: Event
    here: tuple[Account, ...]
    there: tuple[Account, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents compared; `only_here` and `only_there` are of events that the other leaves out."""

    here: str
    there: str
    shared: tuple[Shared, ...]
    only_here: tuple[Side, ...]
    only_there: tuple[Side, ...]


def compare_documents(here: Document, there: Document, events: Iterable[Event]) -> Comparison:
    """Compare two documents by the events that either tells of.

    An event that a document tells of in its headline alone is not looked at where the text below it tells the same as
    another event.
    """
    found = list(events)
    mine, yours = find_sides(here, found), find_sides(there, found)
    shared = tuple(
        Shared(event, mine[event.id].accounts, yours[event.id].accounts, tuple(differ(mine[event.id], yours[event.id])))
        for event in found
        if event.id in mine and event.id in yours
    )
    only_here = tuple(side for name, side in mine.items() if name not in yours)
    only_there = tuple(side for name, side in yours.items() if name not in mine)
    return Comparison(here.id, there.id, shared, only_here, only_there)


def find_sides(document: Document, events: Iterable[Event]) -> dict[str, Side]:
    """Return what a document says of each event it tells of, by the event's id."""
    headings = [zone.span for zone in document.zones_of(*HEADINGS)]
    sides: dict[str, Side] = {}
    for event in events:
        below: list[Account] = []
        above: list[Account] = []
        for account in event.accounts:
            if account.document_id == document.id:
                is_above = any(span.overlaps(account.claim.trigger) for span in headings)
                (above if is_above else below).append(account)
        if below or above:
            sides[event.id] = Side(event, (*below, *above), len(below))
    told = [account for side in sides.values() for account in side.told]
    return {name: side for name, side in sides.items() if side.told or not are_retold(side.headed, told)}


def are_retold(headed: Sequence[Account], told: Sequence[Account]) -> bool:
    """Tell whether each account of a headline is told again below it."""
    return all(any(is_retold(account, other) for other in told) for account in headed)


def is_retold(headed: Account, told: Account) -> bool:
    """Tell whether an account tells all that a headline's does: the act, how real it is, by and to whom, and when."""
    one, other = headed.claim, told.claim
    are_alike = one.type == other.type and one.mode in (None, other.mode)
    are_as_real = one.status == other.status or (one.status in REAL and other.status in REAL)
    return are_alike and are_as_real and have_parties(headed, told) and can_meet(headed, told)


def have_parties(headed: Account, told: Account) -> bool:
    """Tell whether an account has the parties of a headline's, on the same sides where the act has sides."""
    if headed.claim.type in MUTUAL:
        return are_among(headed.parties, told.parties)
    return are_among(headed.agents, told.agents) and are_among(headed.recipients, told.recipients)


def are_among(parties: Iterable[Party], others: Sequence[Party]) -> bool:
    """Tell whether each of some parties is one of others, or stands for the same state."""
    known = {face for party in others for face in (party.name, *party.faces)}
    return all(known.intersection((party.name, *party.faces)) for party in parties)


def can_meet(one: Account, other: Account) -> bool:
    """Tell whether two accounts can be of the same days."""
    here, there = one.days, other.days
    return here is None or there is None or (here[0] < there[1] and there[0] < here[1])


def differ(here: Side, there: Side) -> list[Difference]:
    """Return the fields for which no value of one side is among those of the other, or that one side leaves out.

    A headline's value counts where the text below it states none.
    """
    found = []
    for field, value_of in FIELDS.items():
        mine, yours = (stated(side.told, value_of) or stated(side.headed, value_of) for side in (here, there))
        if mine and yours and mine.keys().isdisjoint(yours):
            found.append(Difference(field, next(iter(mine.values())), next(iter(yours.values()))))
        elif bool(mine) != bool(yours):
            found.append(Difference(field, next(iter(mine.values()), None), next(iter(yours.values()), None)))
    return found


def stated(accounts: Sequence[Account], value_of: Callable[[Account], Hashable | None]) -> dict[Hashable, Account]:
    """Return the values the accounts state, each with the first account that does."""
    found: dict[Hashable, Account] = {}
    for account in accounts:
        value = value_of(account)
        if value is not None:
            found.setdefault(value, account)
    return found
