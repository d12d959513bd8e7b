"""Where reports of one event disagree: every value each of them gives, who acknowledged, who denied, since when."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from legation.reading.claim import Status
from legation.record.event import REAL, Account, Event, lead_order
from legation.reporting.grounds import ground_words
from legation.reporting.words import OUTCOMES, STATUSES, quantity_words, time_words


@dataclass(frozen=True, slots=True)
class Given:
    """One value in words, the claims that give it, and how many origins those have."""

    value: str
    claims: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Stance:
    """What one source has said of an event, in order of the reports: the day, whether it is so, the claims."""

    source: str
    said: tuple[tuple[str | None, Status, tuple[str, ...]], ...]

    @property
    def acknowledges(self) -> bool:
        """Whether it has said that it happened or is under way."""
        return any(status in REAL for _, status, _ in self.said)

    @property
    def denies(self) -> bool:
        """Whether it has said that it did not."""
        return any(status is Status.DENIED for _, status, _ in self.said)

    @property
    def changed(self) -> str | None:
        """The day of the report by which it first said the opposite of what it had said; None if it has not."""
        asserted = [(day, status is Status.DENIED) for day, status, _ in self.said if is_asserted(status)]
        return next((day for day, denied in asserted if day and denied != asserted[0][1]), None)


class Tie(StrEnum):
    """What makes the words of a report, which says nothing of it, those of an origin."""

    SOURCE = "source"
    SENTENCE = "sentence"
    ISSUER = "issuer"


TIES: Mapping[Tie, str] = {
    Tie.SOURCE: "its own words",
    Tie.SENTENCE: "has a sentence of theirs unchanged",
    Tie.ISSUER: "of the newsroom or office that the others quote",
}


@dataclass(frozen=True, slots=True)
class Carrier:
    """A report that carries the words of an origin: its claims, and why; `reason` is None where `tie` tells it all."""

    claims: tuple[str, ...]
    tie: Tie
    reason: str | None


VALUES: Mapping[str, Callable[[Account], Iterable[str | None]]] = {
    "date": lambda account: [time_words(account.time)],
    "number": lambda account: [quantity_words(account.quantity) if account.quantity else None],
    "place": lambda account: [account.place.name if account.place else None],
    "agent": lambda account: [party.name for party in account.agents],
    "recipient": lambda account: [party.name for party in account.recipients],
    "status": lambda account: [STATUSES[account.claim.status]],
    "outcome": lambda account: [OUTCOMES[account.claim.outcome] if account.claim.outcome else None],
}


def is_asserted(status: Status) -> bool:
    """Tell whether a status says that something is so or is not so."""
    return status in REAL or status is Status.DENIED


def find_values(event: Event) -> dict[str, list[Given]]:
    """Return every value that a report gives, by what it is of, the most widely given first."""
    origin_of = origins_by_claim(event)
    found: dict[str, list[Given]] = {}
    for name, values_of in VALUES.items():
        claims: dict[str, list[str]] = defaultdict(list)
        for account in event.accounts:
            for value in dict.fromkeys(values_of(account)):
                if value:
                    claims[value].append(account.key)
        given = [Given(value, tuple(keys), len({origin_of[key] for key in keys})) for value, keys in claims.items()]
        if given:
            found[name] = sorted(given, key=lambda item: (-item.origins, -len(item.claims), item.value))
    return found


def origins_by_claim(event: Event) -> dict[str, int]:
    """Return the number of the origin of each claim."""
    return {key: number for number, value in enumerate(event.origins) for key in value.claims}


def find_stances(event: Event) -> list[Stance]:
    """Return what each named source has said of it, the first heard first; the reports' own word is no source."""
    said: dict[str, dict[tuple[str, Status], list[str]]] = defaultdict(lambda: defaultdict(list))
    for account in event.accounts:
        if account.speakers and is_asserted(account.claim.status):
            day = (account.published or "")[:10]
            said[account.speakers[0]][day, account.claim.status].append(account.key)
    stances = [
        Stance(source, tuple((day or None, status, tuple(keys)) for (day, status), keys in sorted(found.items())))
        for source, found in said.items()
    ]
    return sorted(stances, key=lambda stance: (stance.said[0][0] or "9999", stance.source))


def find_carriers(event: Event) -> list[list[Carrier]]:
    """Return for each origin of an event the reports that carry its words, the one they come from first, and why."""
    by_key = {account.key: account for account in event.accounts}
    found = []
    for value in event.origins:
        by_report: dict[str, list[Account]] = defaultdict(list)
        for account in sorted((by_key[key] for key in value.claims), key=lead_order):
            by_report[account.document_id].append(account)
        told: list[Carrier] = []
        wordings: set[str | None] = set()
        for accounts in by_report.values():
            own = {account.origin.wording for account in accounts} - {None}
            tie = Tie.SOURCE if not told else Tie.SENTENCE if own & wordings else Tie.ISSUER
            told.append(
                Carrier(tuple(account.key for account in accounts), tie, ground_words(accounts[0].origin.reason))
            )
            wordings |= own
        found.append(told)
    return found


def carrier_words(carrier: Carrier) -> str:
    """Return why the words of a report are of its origin, and the claims they stand in."""
    return f"{carrier.reason or TIES[carrier.tie]} ({', '.join(carrier.claims)})"


def encode_disagreement(event: Event) -> dict[str, Any]:
    """Return what reports of an event give, each value with the claims and the number of origins that give it."""
    return {
        "origins": [
            {
                "origin": value.value.key,
                "kind": value.value.kind.value,
                "reason": ground_words(value.value.reason),
                "claims": list(value.claims),
            }
            for value in event.origins
        ],
        "history": [
            {"reported": standing.day, "status": standing.status.value, "claims": list(standing.claims)}
            for standing in event.history
        ],
        "first_seen": event.first_seen,
        "last_seen": event.last_seen,
        "values": {
            name: [{"value": item.value, "claims": list(item.claims), "origins": item.origins} for item in given]
            for name, given in find_values(event).items()
        },
        "stances": [
            {
                "source": stance.source,
                "acknowledges": stance.acknowledges,
                "denies": stance.denies,
                "changed": stance.changed,
                "said": [
                    {"reported": day, "status": status.value, "claims": list(claims)}
                    for day, status, claims in stance.said
                ],
            }
            for stance in find_stances(event)
        ],
        "joins": [
            {"claim": join.claim, "to": join.to, "score": join.score, "reason": join.reason} for join in event.joins
        ],
    }
