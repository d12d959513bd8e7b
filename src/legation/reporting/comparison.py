"""Comparisons of two documents in words and as JSON values."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from legation.record.comparison import Comparison, Difference, Shared
from legation.record.event import Account
from legation.reporting.chronology import claim_kind, encode_evidence, name_parties
from legation.reporting.words import OUTCOMES, STATUSES, list_words, quantity_words, time_words

# How each field of an account reads in words; None where it is not stated.
READ: Mapping[str, Callable[[Account], str | None]] = {
    "type": lambda account: claim_kind(account.claim),
    "status": lambda account: STATUSES[account.claim.status],
    "outcome": lambda account: account.claim.outcome and OUTCOMES[account.claim.outcome],
    "date": lambda account: time_words(account.time),
    "number": lambda account: quantity_words(account.quantity) if account.quantity else None,
    "place": lambda account: account.place.name if account.place else None,
    "agents": lambda account: list_words(list(name_parties([account.agents]))) or None,
    "recipients": lambda account: list_words(list(name_parties([account.recipients]))) or None,
    "said by": lambda account: account.speakers[0] if account.speakers else None,
}


def describe_difference(difference: Difference) -> str:
    """Return where two accounts differ in words: "number: A more than 10,000 troops, B 12,000 troops"."""
    here, there = (value_words(difference.field, account) for account in (difference.here, difference.there))
    if here is None:
        return f"{difference.field}: B says {there}; A leaves it out"
    if there is None:
        return f"{difference.field}: A says {here}; B leaves it out"
    return f"{difference.field}: A says {here}, B {there}"


def value_words(field: str, account: Account | None) -> str | None:
    """Return what an account gives for a field."""
    return READ[field](account) if account else None


def encode_comparison(comparison: Comparison) -> Iterator[dict[str, Any]]:
    """Yield a comparison as JSON objects, one an event."""
    for shared in comparison.shared:
        yield {"told_by": "both", **encode_shared(shared)}
    for letter, sides in (("A", comparison.only_here), ("B", comparison.only_there)):
        for side in sides:
            yield {"told_by": letter, "event": side.event.id, "evidence": list(map(encode_evidence, side.accounts))}


def encode_shared(shared: Shared) -> dict[str, Any]:
    """Return an event both documents tell of as JSON values."""
    return {
        "event": shared.event.id,
        "A": [encode_evidence(account) for account in shared.here],
        "B": [encode_evidence(account) for account in shared.there],
        "differences": [
            {"field": item.field, "A": value_words(item.field, item.here), "B": value_words(item.field, item.there)}
            for item in shared.differences
        ],
    }
