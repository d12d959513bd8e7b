"""What changed between two states of a record: events new, gone, joined or split, statuses, fresh disagreements."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from legation.documents.document import Document
from legation.lexicon.saying import join, say
from legation.record.decision import Decision, encode_decision
from legation.record.event import Account, Event
from legation.reporting.chronology import Line, encode_line, make_line
from legation.reporting.words import STATUSES

# What a claim stands on: it stays the same when a newer reading gives the claim another number.
Footing = tuple[str, int, int]


class ChangeKind(StrEnum):
    """What has become of events."""

    NEW = "new"
    STATUS = "status"
    DISAGREEMENT = "disagreement"
    JOINED = "joined"
    SPLIT = "split"
    VANISHED = "vanished"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the lines of the events before and after, and in words what is different."""

    kind: ChangeKind
    before: tuple[Line, ...]
    after: tuple[Line, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What came into a record between two moments, and what it changed. `cited` has every report of the lines."""

    since: str
    until: str | None
    documents: tuple[Document, ...]
    decisions: tuple[Decision, ...]
    changes: tuple[Change, ...]
    cited: Mapping[str, Document]


def find_changes(before: Iterable[Event], after: Iterable[Event]) -> list[Change]:
    """Return what has changed from some events to others, by kind; each event is compared with those it came from."""
    old, new = list(before), list(after)
    ancestors, heirs = link(old, new), link(new, old)
    found = [
        *(Change(ChangeKind.NEW, (), (make_line(event),), "new") for event in new if not ancestors[event.id]),
        *(Change(ChangeKind.VANISHED, (make_line(event),), (), "gone") for event in old if not heirs[event.id]),
        *joined(new, ancestors),
        *split(old, heirs),
        *(change for event in new if ancestors[event.id] for change in compare(ancestors[event.id], event)),
    ]
    kinds = list(ChangeKind)
    return sorted(found, key=lambda change: kinds.index(change.kind))


def footing(account: Account) -> Footing:
    """Return what a claim stands on."""
    return (account.document_id, account.claim.trigger.start, account.claim.trigger.end)


def link(sources: Sequence[Event], targets: Sequence[Event]) -> dict[str, list[Event]]:
    """Return for each target the sources it shares claims with."""
    holders: dict[Footing, list[Event]] = defaultdict(list)
    for event in sources:
        for place in {footing(account) for account in event.accounts}:
            holders[place].append(event)
    return {
        event.id: list({one.id: one for account in event.accounts for one in holders[footing(account)]}.values())
        for event in targets
    }


def joined(new: Sequence[Event], ancestors: Mapping[str, list[Event]]) -> Iterator[Change]:
    """Yield the events that are made of several."""
    for event in new:
        parts = ancestors[event.id]
        if len(parts) > 1:
            yield Change(
                ChangeKind.JOINED, lines(parts), lines([event]), say("{parts} events are one now", parts=len(parts))
            )


def split(old: Sequence[Event], heirs: Mapping[str, list[Event]]) -> Iterator[Change]:
    """Yield the events that have become several."""
    for event in old:
        parts = heirs[event.id]
        if len(parts) > 1:
            yield Change(
                ChangeKind.SPLIT, lines([event]), lines(parts), say("one event is {parts} now", parts=len(parts))
            )


def compare(old: Sequence[Event], event: Event) -> Iterator[Change]:
    """Yield how an event differs from those it came from: its status, and values that reports now disagree on."""
    known = {one.status for one in old}
    if event.status not in known:
        words = say(
            "{listed} → {statuses}",
            listed=join(" / ", sorted(STATUSES[status] for status in known)),
            statuses=STATUSES[event.status],
        )
        yield Change(ChangeKind.STATUS, lines(old), lines([event]), words)
    said = {value for one in old for value in disputed(one)}
    fresh = [(name, value) for name, value in disputed(event) if (name, value) not in said]
    if fresh:
        words = join("; ", (say("other {name} given: {value}", name=name, value=value) for name, value in fresh))
        yield Change(ChangeKind.DISAGREEMENT, lines(old), lines([event]), words)


def disputed(event: Event) -> list[tuple[str, str]]:
    """Return the values that reports give beside the leading ones, statuses among them."""
    rivals = [(name, value) for name, values in make_line(event).rivals.items() for value in values]
    return rivals + [("status", STATUSES[value.value]) for value in event.statuses[1:]]


def lines(events: Iterable[Event]) -> tuple[Line, ...]:
    """Return events as lines."""
    return tuple(make_line(event) for event in events)


def encode_changes(found: Changes) -> Iterator[dict[str, Any]]:
    """Yield documents, decisions and changes, one JSON object each."""
    for document in found.documents:
        facts = {"document": document.id, "title": document.title, "outlet": document.outlet}
        yield {"change": "document", **facts, "published": document.published}
    for decision in found.decisions:
        yield {"change": "decision", **encode_decision(decision)}
    for change in found.changes:
        yield {
            "change": change.kind.value,
            "words": change.words,
            "before": [encode_line(line) for line in change.before],
            "after": [encode_line(line) for line in change.after],
        }
