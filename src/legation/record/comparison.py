"""Accounts of two documents side by side: what both tell, where they differ, what one leaves out."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from legation.record.event import Account, Event

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
class Shared:
    """An event both documents tell of, with each side's accounts and where they differ."""

    event: Event
    here: tuple[Account, ...]
    there: tuple[Account, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents compared; `only_here` and `only_there` are events that the other leaves out."""

    here: str
    there: str
    shared: tuple[Shared, ...]
    only_here: tuple[Event, ...]
    only_there: tuple[Event, ...]


def compare_documents(here: str, there: str, events: Iterable[Event]) -> Comparison:
    """Compare two documents by the events that either tells of."""
    shared, only_here, only_there = [], [], []
    for event in events:
        mine = tuple(account for account in event.accounts if account.document_id == here)
        yours = tuple(account for account in event.accounts if account.document_id == there)
        if mine and yours:
            shared.append(Shared(event, mine, yours, tuple(find_differences(mine, yours))))
        elif mine:
            only_here.append(event)
        elif yours:
            only_there.append(event)
    return Comparison(here, there, tuple(shared), tuple(only_here), tuple(only_there))


def find_differences(mine: Sequence[Account], yours: Sequence[Account]) -> list[Difference]:
    """Return the fields for which no value of one side is among those of the other, or that one side leaves out."""
    found = []
    for field, value_of in FIELDS.items():
        here, there = stated(mine, value_of), stated(yours, value_of)
        if here and there and here.keys().isdisjoint(there):
            found.append(Difference(field, next(iter(here.values())), next(iter(there.values()))))
        elif bool(here) != bool(there):
            found.append(Difference(field, next(iter(here.values()), None), next(iter(there.values()), None)))
    return found


def stated(accounts: Sequence[Account], value_of: Callable[[Account], Hashable | None]) -> dict[Hashable, Account]:
    """Return the values the accounts state, each with the first account that does."""
    found: dict[Hashable, Account] = {}
    for account in accounts:
        value = value_of(account)
        if value is not None:
            found.setdefault(value, account)
    return found
