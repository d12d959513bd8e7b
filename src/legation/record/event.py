"""Accounts and events: a claim with all it names, and the claims of one occurrence with every value they give."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from legation.documents.document import Citation
from legation.documents.span import Span
from legation.reading.claim import ActorRef, Attribution, Claim, Quantity, Status, Time
from legation.record.decision import Mark, Ruling
from legation.record.origin import Origin, unite

T = TypeVar("T", bound=Hashable)
# The ends of a half-open interval, as days or as day numbers; an open one is None.
Ends = tuple[Any, Any]

# What took place or takes place; everything else was only planned, possible, conditional, called for or denied.
REAL = (Status.HAPPENED, Status.ONGOING)
# How far an event has come, by the strongest thing said of it; the order in which statuses are shown.
STATUS_ORDER = (
    Status.HAPPENED,
    Status.ONGOING,
    Status.PLANNED,
    Status.CALLED_FOR,
    Status.CONDITIONAL,
    Status.POSSIBLE,
    Status.DENIED,
)
SHORT = 12
KEY = re.compile(r"([0-9a-f]{12})\.([ce])(\d+)")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words something rests on; `quote` always equals the document's text at `span`, `method` is the reader."""

    document_id: str
    span: Span
    quote: str
    method: str


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part: the words of the text, and the actor they name if that is known."""

    text: str
    actor: ActorRef | None

    @property
    def name(self) -> str:
        """The actor's name, or the words of the text."""
        return self.actor.name if self.actor else self.text

    @property
    def faces(self) -> tuple[str, ...]:
        """Whom the party stands for: itself and its state."""
        if self.actor is None:
            return ()
        country = self.actor.country
        return (self.actor.id,) if country in (None, self.actor.id) else (self.actor.id, str(country))

    @property
    def state(self) -> str | None:
        """The widest of its faces: the state, or itself if it has none."""
        return self.faces[-1] if self.faces else None


@dataclass(frozen=True, slots=True)
class Account:
    """One claim of the record with what its ids name.

    `attributions` is the chain of those whose word it is, innermost first, `speakers` their names and `voices` the
    actors behind these, as far as they are known; all are empty where the report itself asserts it. `published` is the
    report's date as the document has it, `origin` where its words come from. `marks` are the decisions on it: its
    values are as the amendments among them set them. `reliability` is the grade (A to F) of the outlet, None if nobody
    has graded it. `citation` names the document as far as a line needs it; None for an account made of no record.
    """

    key: str
    reading_id: int
    claim: Claim
    agents: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Party | None
    time: Time | None
    quantity: Quantity | None
    attributions: tuple[Attribution, ...]
    speakers: tuple[str, ...]
    published: str | None
    evidence: Evidence
    origin: Origin
    marks: tuple[Mark, ...] = ()
    voices: tuple[ActorRef | None, ...] = ()
    reliability: str | None = None
    citation: Citation | None = None

    @property
    def credibility(self) -> str | None:
        """The grade (1 to 6) that the last grading of the claim, or of its document, gives; None if nobody has."""
        grades = [mark.value for mark in self.marks if mark.ruling is Ruling.GRADE and mark.counts]
        return grades[-1] if grades else None

    @property
    def document_id(self) -> str:
        """The document the claim stands in."""
        return self.evidence.document_id

    @property
    def parties(self) -> tuple[Party, ...]:
        """Agents, then recipients."""
        return self.agents + self.recipients

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The interval of days, if both its ends are known."""
        time = self.time
        return (time.from_, time.to) if time and time.from_ and time.to else None


@dataclass(frozen=True, slots=True)
class Value(Generic[T]):
    """One value and the keys of the claims that give it."""

    value: T
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """Why a claim is part of its event: the claim it was joined to, how surely (0 to 1), and the reason in words."""

    claim: str
    to: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What reports of one day say of an event's reality; `day` is None for reports without a date."""

    day: str | None
    status: Status
    claims: tuple[str, ...]


# Without slots, for what follows from the accounts is worked out once: pages and measures ask for it dozens of times.
@dataclass(frozen=True)
class Event:
    """Claims of one occurrence. Where they disagree, every value stands, with the claims that give it.

    `joins` has one entry for every claim but the one the event is anchored in.
    """

    id: str
    type: str
    accounts: tuple[Account, ...]
    joins: tuple[Join, ...] = ()

    @cached_property
    def statuses(self) -> tuple[Value[Status], ...]:
        """What the claims say of its reality, the firmest first."""
        found = gather(self.accounts, lambda account: account.claim.status)
        return tuple(sorted(found, key=lambda value: STATUS_ORDER.index(value.value)))

    @cached_property
    def status(self) -> Status:
        """The firmest status that any claim gives; `statuses` has the others."""
        return min((account.claim.status for account in self.accounts), key=STATUS_ORDER.index)

    @cached_property
    def told(self) -> tuple[Account, ...]:
        """The accounts that say how it was: of what took place those that say so, of anything else all."""
        if self.status not in REAL:
            return self.accounts
        return tuple(account for account in self.accounts if account.claim.status in REAL)

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """The documents that tell of it."""
        return tuple(dict.fromkeys(account.document_id for account in self.accounts))

    @cached_property
    def time(self) -> Time | None:
        """The most precise time that any claim gives; of what took place, no day that it was only foretold for."""
        dated = [account for account in self.accounts if account.time]
        if len(dated) > 1:
            days = [(account.time.from_, account.time.to) for account in dated if account.time]
            dated = [dated[place] for place in find_borne_out(days, [a.claim.status in REAL for a in dated])]
        leading = dated[0] if len(dated) == 1 else min(dated, key=precision, default=None)
        return leading.time if leading else None

    @cached_property
    def first_day(self) -> dt.date | None:
        """The day it stands under in a chronology: the first of its most precise interval; None if undated."""
        time = self.time
        return (time.from_ or time.to) if time else None

    @cached_property
    def last_day(self) -> dt.date | None:
        """The last day of its most precise interval; None if undated or open."""
        time = self.time
        return time.to - dt.timedelta(days=1) if time and time.to else None

    @cached_property
    def mode(self) -> str | None:
        """The mode that most claims of its type give, of several the first in the alphabet."""
        modes = [account.claim.mode for account in self.accounts if account.claim.type == self.type]
        named = [mode for mode in modes if mode is not None]
        return min(named, key=lambda mode: (-named.count(mode), mode)) if named else None

    @cached_property
    def history(self) -> tuple[Standing, ...]:
        """What was said of its reality, by the day of the report; reports without a date come last."""
        found: dict[tuple[str, Status], list[str]] = defaultdict(list)
        for account in self.accounts:
            day = account.published[:10] if account.published else ""
            found[day, account.claim.status].append(account.key)
        ordered = sorted(found, key=lambda key: (key[0] == "", key[0], STATUS_ORDER.index(key[1])))
        return tuple(Standing(day or None, status, tuple(found[day, status])) for day, status in ordered)

    @cached_property
    def first_seen(self) -> str | None:
        """The date of the first report of it (ISO 8601, as precise as known); None if no report is dated."""
        return min(filter(None, (account.published for account in self.accounts)), default=None)

    @cached_property
    def last_seen(self) -> str | None:
        """The date of the last report of it."""
        return max(filter(None, (account.published for account in self.accounts)), default=None)

    @cached_property
    def origins(self) -> tuple[Value[Origin], ...]:
        """The independent reports of it: the origin of each with its claims, its own words before words taken over."""
        found = []
        for group in unite([account.origin for account in self.accounts]):
            leading = min((self.accounts[place] for place in group), key=lead_order)
            found.append(Value(leading.origin, tuple(self.accounts[place].key for place in group)))
        return tuple(found)


def lead_order(account: Account) -> tuple[bool, str, str]:
    """Order accounts of one origin: its own words first, then by date and document."""
    return (not account.origin.is_own, account.published or "9999", account.document_id)


def gather(accounts: Iterable[Account], value_of: Callable[[Account], T | None]) -> list[Value[T]]:
    """Return each value the accounts give with the keys of those that give it, in order of first appearance."""
    found: dict[T, list[str]] = defaultdict(list)
    for account in accounts:
        value = value_of(account)
        if value is not None:
            found[value].append(account.key)
    return [Value(value, tuple(keys)) for value, keys in found.items()]


def find_borne_out(days: Sequence[Ends], real: Sequence[bool]) -> list[int]:
    """Return the places of the days that count, of half-open intervals and whether each is of what took place.

    Where one is, those foretold count only as far as they lie within one told afterwards: what was set for the 5th and
    took place on the 6th was on the 6th, what was set for 5 May and took place in May was on the 5th.
    """
    told = [ends for ends, took_place in zip(days, real, strict=True) if took_place and ends != (None, None)]
    if not told:
        return list(range(len(days)))
    return [
        place for place, ends in enumerate(days) if real[place] or any(lies_within(ends, wide) for wide in told)
    ]  # fmt: skip


def lies_within(narrow: Ends, wide: Ends) -> bool:
    """Tell whether one half-open interval lies in another; an end that is None is open."""
    starts = wide[0] is None or (narrow[0] is not None and wide[0] <= narrow[0])
    ends = wide[1] is None or (narrow[1] is not None and narrow[1] <= wide[1])
    return starts and ends


def precision(account: Account) -> tuple[int, dt.date, str, int]:
    """Order accounts by how precise their time is: days, then open intervals, then none; earlier days first."""
    time = account.time
    length = (account.days[1] - account.days[0]).days if account.days else 10**6
    first = (time.from_ or time.to) if time else None
    return (length if first else 10**7, first or dt.date.max, account.document_id, claim_number(account.claim.id))


def make_event(accounts: Sequence[Account], joins: Sequence[Join] = ()) -> Event:
    """Return the event of these accounts; its id names the claim it is anchored in, that of the first report."""
    ordered = tuple(sorted(accounts, key=position))
    types = [account.claim.type for account in ordered]
    kind = min(types, key=lambda item: (-types.count(item), item))
    return Event(event_id(min(ordered, key=report_order)), kind, ordered, tuple(joins))


def report_order(account: Account) -> tuple[str, str, int]:
    """Order accounts by the date of their report, then by document and place in it: later reports come after."""
    return (account.published or "9999", *position(account))


def position(account: Account) -> tuple[str, int]:
    """Order accounts by document and place in it: the same whatever came first."""
    return (account.document_id, claim_number(account.claim.id))


def claim_number(claim_id: str) -> int:
    """Return 7 for "c7"."""
    return int(claim_id[1:])


def claim_key(document_id: str, claim_id: str) -> str:
    """Return the name of a claim throughout the record: "3fa9c1d2e0ab.c7"."""
    return f"{short_id(document_id)}.{claim_id}"


def event_id(anchor: Account) -> str:
    """Return the id of the event anchored in this account: "3fa9c1d2e0ab.e7"."""
    return f"{short_id(anchor.document_id)}.e{claim_number(anchor.claim.id)}"


def short_id(document_id: str) -> str:
    """Return the first digits of a document's hash, enough to tell it from the others of a record."""
    return document_id.removeprefix("sha256:")[:SHORT]
