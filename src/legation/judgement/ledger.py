"""Forecasts and what came of them: a dated probability of a kind of event, resolved over the record by a fixed rule.

A forecast comes true only by an event of its kind, of its status or firmer, dated within (opened, closes], in reports
published by `resolves_by`. Without one it does not, unless the archive carried too little to tell: then it is void. A
conditional forecast whose condition failed is annulled: it counts for nothing.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from legation.reading.claim import Status
from legation.record.accounts import IMPORTED
from legation.record.event import STATUS_ORDER, Account, Event

# An archive that carried less than this share of its usual number of reports could not tell.
LEAST_COVERAGE = 0.25


class Outcome(StrEnum):
    """What came of a forecast."""

    YES = "yes"
    NO = "no"
    VOID = "void"
    ANNULLED = "annulled"


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of event between two actors (by id): type, mode if it matters, and how firmly it must be reported.

    Where it is `directed`, `source` acts on `target`; else either may.
    """

    source: str
    target: str
    directed: bool
    type: str
    mode: str | None = None
    min_status: Status = Status.HAPPENED


@dataclass(frozen=True, slots=True)
class Condition:
    """What must happen (`wanted`), or must not, within the same days, for a forecast to count."""

    target: Target
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Forecast:
    """One row of the ledger; `p` is from 0.0 to 1.0, `reference` the dyad's own climatology when it was made.

    `model` says whose probability it is: "person", or a model and its version. `evidence_cutoff` is the last day whose
    reports it could know.
    """

    uid: str
    at: str
    author: str
    text: str
    target: Target
    opened: dt.date
    closes: dt.date
    resolves_by: dt.date
    rule: str
    p: float
    model: str
    evidence_cutoff: dt.date
    reference: float | None = None
    supersedes: str | None = None
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many reports the archive has of the days a forecast is of, and how many it has of as many days as a rule."""

    reports: int
    usual: float

    @property
    def has_failed(self) -> bool:
        """Whether silence could tell nothing."""
        return self.reports == 0 or self.reports < LEAST_COVERAGE * self.usual


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a forecast, by which events, and why in words."""

    outcome: Outcome
    events: tuple[str, ...]
    reason: str


def check_forecast(forecast: Forecast) -> None:
    """Raise ValueError for a forecast that cannot be scored: no probability, days out of order, certainty."""
    if not 0.0 < forecast.p < 1.0:
        raise ValueError(f"{forecast.p:g}: a forecast lies between 0 and 1, and is never certain")
    if not forecast.opened < forecast.closes <= forecast.resolves_by:
        days = f"{forecast.opened}, {forecast.closes}, {forecast.resolves_by}"
        raise ValueError(f"{days}: opened must come before closes, and resolves-by not before it")
    if forecast.target.source == forecast.target.target:
        raise ValueError(f"{forecast.target.source}: a forecast is of two actors")


def resolve(
    forecast: Forecast, events: Sequence[Event], coverage: Coverage, today: dt.date, others: Sequence[Event] = ()
) -> Verdict | None:
    """Return what came of a forecast by the record on a day; None while that is open.

    `events` are those between its two actors, `others` those between the actors of its condition.
    """
    is_over = today > forecast.resolves_by
    if forecast.condition is not None:
        fate = judge_condition(forecast, forecast.condition, others, coverage, is_over=is_over)
        if fate is None or fate.outcome is not Outcome.YES:
            return fate
    found = find_matches(forecast.target, events, forecast)
    if found:
        return Verdict(Outcome.YES, found, f"{len(found)} such by {forecast.resolves_by}")
    return judge_silence(coverage) if is_over else None


def judge_silence(coverage: Coverage) -> Verdict:
    """Return what it means that no such event was reported."""
    if coverage.has_failed:
        words = f"{coverage.reports} reports of these days, where there are usually {coverage.usual:.0f}"
        return Verdict(Outcome.VOID, (), f"the record could not tell: {words}")
    return Verdict(Outcome.NO, (), f"none among {coverage.reports} reports of these days")


def judge_condition(
    forecast: Forecast, condition: Condition, events: Sequence[Event], coverage: Coverage, *, is_over: bool
) -> Verdict | None:
    """Return YES where the condition holds, ANNULLED where it fails, VOID where nobody can tell; None while open."""
    found = find_matches(condition.target, events, forecast)
    if found:
        holds = condition.wanted
        words = "the condition came about" if holds else "what the condition rules out came about"
        return Verdict(Outcome.YES if holds else Outcome.ANNULLED, found, words)
    if not is_over:
        return None
    silence = judge_silence(coverage)
    if silence.outcome is Outcome.VOID:
        return silence
    if condition.wanted:
        return Verdict(Outcome.ANNULLED, (), "the condition did not come about")
    return Verdict(Outcome.YES, (), "what the condition rules out did not come about")


def find_matches(target: Target, events: Iterable[Event], forecast: Forecast) -> tuple[str, ...]:
    """Return the ids of the events that are of a kind and lie in the days of a forecast, as reported in time."""
    known = (as_reported(event, forecast.resolves_by) for event in events)
    return tuple(event.id for event in known if event is not None and is_match(target, event, forecast))


def as_reported(event: Event, until: dt.date) -> Event | None:
    """Return an event as reports published by a day tell it; None if none does.

    A row of event data counts as published on its own day; reports without a date do not count.
    """
    accounts = tuple(item for item in event.accounts if (day := reported_on(item)) and day <= until.isoformat())
    return Event(event.id, event.type, accounts) if accounts else None


def reported_on(account: Account) -> str | None:
    """Return the day an account was published (ISO 8601); None if that is not known."""
    if account.published:
        return account.published[:10]
    if account.evidence.method.startswith(IMPORTED) and account.days:
        return account.days[0].isoformat()
    return None


def is_match(target: Target, event: Event, forecast: Forecast) -> bool:
    """Tell whether an event is of the kind, firm enough, between the two, and surely within the days."""
    first, last = event.first_day, event.last_day
    if first is None or last is None or first <= forecast.opened or last > forecast.closes:
        return False
    if event.type != target.type or (target.mode is not None and event.mode != target.mode):
        return False
    if STATUS_ORDER.index(event.status) > STATUS_ORDER.index(target.min_status):
        return False
    return any(is_between(target, event, place) for place in range(len(event.accounts)))


def is_between(target: Target, event: Event, place: int) -> bool:
    """Tell whether one account of an event has the two actors (or their people) where the forecast wants them."""
    account = event.accounts[place]
    agents = {face for party in account.agents for face in party.faces}
    recipients = {face for party in account.recipients for face in party.faces}
    if not target.directed:
        return {target.source, target.target} <= agents | recipients
    # Who meets or agrees stands side by side: each of them acts.
    return target.source in agents and target.target in (recipients or agents)


def describe_rule(target: Target, days: tuple[dt.date, dt.date, dt.date], names: tuple[str, str]) -> str:
    """Return the rule by which a forecast resolves, in words; `days` are opened, closes and resolves_by."""
    opened, closes, by = days
    kind = target.type if target.mode is None else f"{target.type} ({target.mode})"
    way = f"of {names[0]} towards {names[1]}" if target.directed else f"between {names[0]} and {names[1]}"
    return (
        f"Yes if reports published by {by} tell of an event of type {kind} {way}, status {target.min_status} or "
        f"firmer, dated after {opened} and not after {closes}; void if the record could not tell."
    )
