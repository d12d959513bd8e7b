"""What was said, by speaker and day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from legation.documents.document import days_of
from legation.lexicon.relations import RelationBook
from legation.record.event import Event, Party, precision
from legation.relations.commitments import name_instrument, stage_of

SPOKEN = frozenset({"STATEMENT", "SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN"})


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: who spoke, on which day, and whether that day is only the one of the first report."""

    speaker: str
    day: dt.date | None
    is_reported_day: bool
    event: Event


def find_statements(events: Iterable[Event], book: RelationBook) -> list[Said]:
    """Return the acts of speech among events by speaker, then day; undated ones under the day of their first report.

    What is signed is a commitment and no statement, though its type is that of support.
    """
    spoken = [event for event in events if event.type in SPOKEN and not is_signed(event, book)]
    found = [make_said(event, party) for event in spoken for party in speakers(event)]
    return sorted(found, key=lambda said: (said.speaker, said.day or dt.date.max, said.event.id))


def is_signed(event: Event, book: RelationBook) -> bool:
    """Tell whether support is that of a signature, a ratification or the like."""
    return event.type == "SUPPORT" and name_instrument(event, book) is not None and stage_of(event, book) is not None


def speakers(event: Event) -> list[Party]:
    """Return who speaks, each once: the parties that the most precise of the claims names as agents."""
    lead = min(event.accounts, key=lambda account: (not account.agents, precision(account)))
    return list({party.name: party for party in lead.agents}.values())


def make_said(event: Event, speaker: Party) -> Said:
    """Return a statement under its day."""
    if event.first_day is not None:
        return Said(speaker.name, event.first_day, is_reported_day=False, event=event)
    published = min((account.published for account in event.accounts if account.published), default=None)
    return Said(speaker.name, days_of(published)[0] if published else None, is_reported_day=True, event=event)
