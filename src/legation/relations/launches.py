"""Launches and tests of satellites, rockets and missiles, with what came of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from legation.lexicon.relations import RelationBook
from legation.reading.claim import Outcome, Quantity
from legation.record.event import Account, Event, Value, gather
from legation.relations.wording import words_pattern

# A strike that hits somebody is an attack; a launch has nobody on the other side.
TYPES = frozenset({"MOBILIZE", "ASSAULT", "OTHER"})
ACT = re.compile(
    r"\b(launch\w*|test\w*|fir(?:e|es|ed|ing)|lift(?:ed|s)?[ -]?off|orbit\w*|flight|succe\w+|fail\w*)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Launch:
    """A launch: who, what, how many by each account, and each outcome that reports give."""

    event: Event
    launcher: str | None
    vehicle: str
    quantities: tuple[Quantity, ...]
    outcomes: tuple[Value[Outcome], ...]


def find_launches(events: Iterable[Event], book: RelationBook) -> list[Launch]:
    """Return the launches among events, in their order."""
    return [make_launch(event, vehicle, book) for event in events if (vehicle := find_vehicle(event, book))]


def find_vehicle(event: Event, book: RelationBook) -> str | None:
    """Return what an event launches, by the narrowest word of any claim; None if it is no launch."""
    if event.type not in TYPES or any(account.recipients for account in event.accounts if event.type == "ASSAULT"):
        return None
    classes = list(dict.fromkeys(book.vehicles.values()))
    found = [vehicle for account in event.accounts if (vehicle := vehicle_of(account, book))]
    return min(found, key=classes.index, default=None)


def vehicle_of(account: Account, book: RelationBook) -> str | None:
    """Return what a claim says was launched, in its theme or beside its trigger."""
    quote, start = account.evidence.quote, account.evidence.span.start
    if not ACT.fullmatch(quote[account.claim.trigger.start - start : account.claim.trigger.end - start]):
        return None
    text = account.claim.theme.text if account.claim.theme else quote
    match = words_pattern(book.vehicles).search(text)
    return book.vehicles[match[0].casefold()] if match else None


def make_launch(event: Event, vehicle: str, book: RelationBook) -> Launch:
    """Return a launch; numbers are kept only where they count what is launched."""
    parties = [party.name for account in event.accounts for party in account.agents]
    quantities = [account.quantity for account in event.accounts if account.quantity]
    counted = [quantity for quantity in quantities if words_pattern(book.vehicles).search(quantity.unit or "")]
    outcomes = gather(event.accounts, lambda account: account.claim.outcome)
    launcher = max(parties, key=parties.count) if parties else None
    return Launch(event, launcher, vehicle, tuple(dict.fromkeys(counted)), tuple(outcomes))
