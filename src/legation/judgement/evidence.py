"""Evidence for indicators: the events of a record that fit their patterns, who tells of them, and silences."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from legation.documents.document import days_of
from legation.judgement.question import Indicator, Question
from legation.judgement.reports import Desk, Report, Role, pool_reports, strongest_by_origin
from legation.reading.claim import Status
from legation.record.event import REAL, Account, Event
from legation.record.origin import unite
from legation.relations.patterns import Match, Pattern

DENIED = (Status.DENIED.value,)
UNREAL = tuple(status.value for status in Status if status not in REAL and status is not Status.DENIED)
# Whose events a pattern looks at: one actor's, or those of two.
Scope = tuple[str, ...]


class State(StrEnum):
    """What the record says of an indicator."""

    SHOWN = "shown"  # reports tell of it, or deny it
    SILENT = "silent"  # its window has closed without a report, and the archive would have had one
    OPEN = "open"  # nothing so far, and its window is open
    UNCOVERED = "uncovered"  # nothing, but the archive would not know
    WAITING = "waiting"  # events are proposed, but only reviewed ones are to count, and nobody has looked


@dataclass(frozen=True, slots=True)
class Admission:
    """An analyst's ruling on an event as evidence for an indicator; `places` are its claims: (document, start, end)."""

    uid: str
    at: str
    author: str
    question: str
    indicator: str
    accepts: bool
    places: tuple[tuple[str, int, int], ...]
    reason: str | None = None

    def covers(self, event: Event) -> bool:
        """Tell whether it is about this event, whatever its id is now."""
        return any(
            account.document_id == document and account.claim.trigger.start < end and start < account.claim.trigger.end
            for account in event.accounts
            for document, start, end in self.places
        )


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An event proposed as evidence: why it fits, what counts for and against it, and who has reviewed it.

    `is_dated` is False where only the day of the report puts it in the window.
    """

    event: Event
    reasons: tuple[str, ...]
    reports: tuple[Report, ...]
    admission: Admission | None
    is_dated: bool

    @property
    def ratio(self) -> float:
        """λ of the event."""
        return pool_reports(self.reports)

    @property
    def is_affirmed(self) -> bool:
        """Whether any report says that it took place."""
        return any(not report.denies for report in self.reports)


@dataclass(frozen=True, slots=True)
class Finding:
    """What the record holds on one indicator.

    `exhibits` count, `rejected` do not; `unreal` are events only said to be planned, possible or conditional. `ratio`
    is λ (None unless shown), `reports` those behind it, one for each origin; `coverage` is the indicator's, times the
    share of its window's months from which the archive has reports. `day` is when it counts from.
    """

    indicator: Indicator
    state: State
    exhibits: tuple[Exhibit, ...]
    rejected: tuple[Exhibit, ...]
    unreal: tuple[Event, ...]
    reports: tuple[Report, ...]
    ratio: float | None
    coverage: float
    day: dt.date

    @property
    def weighs(self) -> bool:
        """Whether it is an item of the weighing."""
        return self.state in (State.SHOWN, State.SILENT)

    @property
    def unreviewed(self) -> int:
        """How many exhibits count that nobody has accepted."""
        return sum(1 for exhibit in self.exhibits if exhibit.admission is None)


@dataclass(frozen=True, slots=True)
class Archive:
    """What a question is asked of: events by scope, who publishes, and the rulings on proposals."""

    events: Mapping[Scope, Sequence[Event]]
    desk: Desk
    admissions: Sequence[Admission] = ()
    reviewed_only: bool = False


def scopes_of(pattern: Pattern, actors: Sequence[str]) -> list[Scope]:
    """Return whose events can fit a pattern: as few as possible."""
    if pattern.pair:
        return [tuple(sorted(pattern.pair))]
    if pattern.agents and pattern.recipients:
        pairs = {tuple(sorted((one, other))) for one in pattern.agents for other in pattern.recipients if one != other}
        return sorted(pairs)
    named = pattern.agents or pattern.recipients or pattern.parties or frozenset(actors)
    return [(name,) for name in sorted(named)]


def find_scopes(question: Question) -> set[Scope]:
    """Return whose events a question needs."""
    return {
        scope
        for indicator in question.indicators
        for pattern in (*indicator.patterns, *indicator.denials)
        for scope in scopes_of(pattern, question.actors)
    }


def find_evidence(question: Question, archive: Archive, day: dt.date | None = None) -> tuple[Finding, ...]:
    """Return a finding for each indicator, as reports published by a day (the question's own, if none) tell it."""
    day = day or question.as_of
    known: dict[str, Event | None] = {}

    def until_day(event: Event) -> Event | None:
        if event.id not in known:
            known[event.id] = cut(event, day)
        return known[event.id]

    events = {
        scope: [kept for event in some if (kept := until_day(event)) is not None]
        for scope, some in archive.events.items()
    }
    months = reported_months(events)
    archive = replace(archive, events=events)
    return tuple(find_one(question, indicator, archive, day, months) for indicator in question.indicators)


def cut(event: Event, day: dt.date) -> Event | None:
    """Return an event as the reports published by a day tell of it; None if none does."""
    kept = tuple(account for account in event.accounts if not account.published or days_of(account.published)[0] <= day)
    return event if kept == event.accounts else replace(event, accounts=kept) if kept else None


def reported_months(events: Mapping[Scope, Iterable[Event]]) -> frozenset[tuple[int, int]]:
    """Return the months (year, month) in which the archive has reports."""
    days = {a.published[:7] for some in events.values() for event in some for a in event.accounts if a.published}
    return frozenset((int(day[:4]), int(day[5:7])) for day in days if len(day) == len("2024-01"))


def find_one(
    question: Question, indicator: Indicator, archive: Archive, day: dt.date, months: frozenset[tuple[int, int]]
) -> Finding:
    """Return what the events tell of one indicator."""
    candidates = unique(
        event
        for pattern in (*indicator.patterns, *indicator.denials)
        for scope in scopes_of(pattern, question.actors)
        for event in archive.events.get(scope, ())
    )
    inside = [event for event in candidates if is_inside(event, indicator, day)]
    admissions = [one for one in archive.admissions if (one.question, one.indicator) == (question.id, indicator.id)]
    found = find_exhibits(indicator, inside, admissions, archive.desk)
    rejected = tuple(one for one in found if one.admission and not one.admission.accepts)
    counted = tuple(
        one for one in found if one not in rejected and (one.admission is not None or not archive.reviewed_only)
    )
    taken = {one.event.id for one in found}
    unreal = tuple(event for event in inside if event.id not in taken and fits(indicator.patterns, event, UNREAL))
    covered = indicator.coverage * covered_share(indicator, day, months)
    base = Finding(indicator, State.OPEN, counted, rejected, unreal, (), None, covered, indicator.until)
    reports = pick_reports(counted, indicator.count)
    if reports is not None:
        first = min((day_of(one.event) for one in counted), default=day)
        shown = tuple(strongest_by_origin(reports))
        return replace(
            base, state=State.SHOWN, reports=shown, ratio=pool_reports(reports), day=max(first, indicator.since)
        )
    if len(found) > len(counted) + len(rejected):
        return replace(base, state=State.WAITING)
    if day < indicator.until:
        return base
    return replace(base, state=State.SILENT if covered > 0 else State.UNCOVERED)


def unique(events: Iterable[Event]) -> list[Event]:
    """Return events, each once, in order of their ids."""
    found = {event.id: event for event in events}
    return [found[name] for name in sorted(found)]


def is_inside(event: Event, indicator: Indicator, day: dt.date) -> bool:
    """Tell whether an event can lie in an indicator's window: its days meet it, or, undated, its first report's do."""
    first, last = event.first_day, event.last_day or event.first_day
    if first is None or last is None:
        if event.first_seen is None:
            return False
        first = last = days_of(event.first_seen)[0]
    return last >= indicator.since and first < indicator.until and first <= day


def day_of(event: Event) -> dt.date:
    """Return the day an event counts from: its first, else that of its first report, else the last there is."""
    return event.first_day or (days_of(event.first_seen)[0] if event.first_seen else dt.date.max)


def fits(patterns: Iterable[Pattern], event: Event, statuses: Sequence[str] | None = None) -> Match | None:
    """Return the match of the first pattern that an event fits, with other statuses than its own if given."""
    for pattern in patterns:
        match = (pattern if statuses is None else with_statuses(pattern, statuses)).matches(event)
        if match:
            return match
    return None


def with_statuses(pattern: Pattern, statuses: Sequence[str]) -> Pattern:
    """Return a pattern that asks for other statuses."""
    return replace(pattern, entry=pattern.entry.model_copy(update={"statuses": tuple(statuses), "origins": 1}))


@dataclass(frozen=True, slots=True)
class Pick:
    """An event with its claims that tell of an indicator, those of them that deny it, and why it was picked."""

    event: Event
    accounts: tuple[Account, ...]
    denying: frozenset[str]
    reasons: tuple[str, ...]
    admission: Admission | None


def find_exhibits(
    indicator: Indicator, events: Sequence[Event], admissions: Sequence[Admission], desk: Desk
) -> list[Exhibit]:
    """Return the events proposed as evidence, and those an analyst has put in; origins are numbered throughout."""
    picked = [pick for event in events if (pick := pick_event(indicator, event, admissions)) is not None]
    numbers = number_origins([account for pick in picked for account in pick.accounts])
    return [
        Exhibit(
            event=pick.event,
            reasons=pick.reasons,
            reports=tuple(
                desk.report(a, Role(pick.event.id, numbers[a.key], indicator.own_word, a.key in pick.denying))
                for a in pick.accounts
            ),
            admission=pick.admission,
            is_dated=pick.event.first_day is not None,
        )
        for pick in picked
    ]


def pick_event(indicator: Indicator, event: Event, admissions: Sequence[Admission]) -> Pick | None:
    """Return what an event tells of an indicator; None if nothing."""
    admission = next((one for one in reversed(admissions) if one.covers(event)), None)
    match = fits(indicator.patterns, event)
    denied = None if asks_unreal(indicator) else fits(indicator.patterns, event, DENIED)
    act = fits(indicator.denials, event)
    affirming = set(match.claims) if match else set[str]()
    denying = {*(denied.claims if denied else ()), *(act.claims if act else ())} - affirming
    if match:
        denying |= {account.key for account in event.accounts if account.claim.status is Status.DENIED} - affirming
    if not affirming | denying and admission and admission.accepts:
        affirming = {account.key for account in event.accounts if account.claim.status in REAL}
        denying = {account.key for account in event.accounts if account.claim.status is Status.DENIED}
    accounts = tuple(account for account in event.accounts if account.key in affirming | denying)
    if not accounts:
        return None
    found = match or denied or act
    return Pick(event, accounts, frozenset(denying), found.reasons if found else ("put in by an analyst",), admission)


def asks_unreal(indicator: Indicator) -> bool:
    """Tell whether a pattern asks for plans or denials themselves: then a denial is none of it."""
    real = {status.value for status in REAL}
    return any(set(pattern.entry.statuses) - real for pattern in indicator.patterns)


def number_origins(accounts: Sequence[Account]) -> dict[str, int]:
    """Return for each claim the number of its origin: equal where the words are one's."""
    groups = unite([account.origin for account in accounts])
    return {accounts[place].key: number for number, group in enumerate(groups) for place in group}


def pick_reports(exhibits: Sequence[Exhibit], count: int) -> list[Report] | None:
    """Return the reports by which an indicator is as sure as it is; None if too few events show it.

    Those of its best-attested event (of the n-th best, where n are asked for), those that affirm others behind it, and
    denials that stand alone. What is denied of one event does not speak against another.
    """
    affirmed = [one for one in exhibits if one.is_affirmed]
    alone = [report for one in exhibits if not one.is_affirmed for report in one.reports]
    if len(affirmed) < count:
        return alone if alone and not affirmed and count == 1 else None
    ranked = sorted(affirmed, key=lambda one: (-one.ratio, one.event.id))
    further = [report for one in ranked[count:] if one.ratio > 1 for report in one.reports if not report.denies]
    return [*ranked[count - 1].reports, *further, *alone]


def covered_share(indicator: Indicator, day: dt.date, months: frozenset[tuple[int, int]]) -> float:
    """Return from which share of the months of an indicator's window, as far as it has gone by, there are reports."""
    last = min(indicator.until - dt.timedelta(days=1), day)
    first = indicator.since.year * 12 + indicator.since.month - 1
    wanted = [divmod(number, 12) for number in range(first, last.year * 12 + last.month)]
    return sum((year, month + 1) in months for year, month in wanted) / len(wanted) if wanted else 0.0
