"""One event: the claims that make it, what they agree and differ on, and rulings that split or join it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from legation.documents.document import Document
from legation.record.event import Account, Event
from legation.reporting.chronology import Line
from legation.reporting.comparison import READ
from legation.reporting.disagreement import find_carriers, find_stances, find_values
from legation.reporting.rulings import decision_words, mark_words
from legation.web.room import Here, Room
from legation.workspace.deciding import Listed
from legation.workspace.nearby import nearby_events
from legation.workspace.noting import list_notes

router = APIRouter()
# What accounts are laid side by side by.
FIELDS = ("status", "date", "number", "place", "agents", "recipients", "outcome", "said by")


@dataclass(frozen=True, slots=True)
class Told:
    """One account of an event, each field in words (None: not stated)."""

    account: Account
    document: Document
    fields: Mapping[str, str | None]
    marks: tuple[str, ...]

    def compared(self, field: str) -> frozenset[str] | str | None:
        """Return what is held against other accounts: the order of the parties of a side makes no difference."""
        sides = {"agents": self.account.agents, "recipients": self.account.recipients}
        return frozenset(party.name for party in sides[field]) if field in sides else self.fields[field]


@router.get("/events/{name}", response_class=HTMLResponse)
def event(room: Here, name: str) -> HTMLResponse:
    """Show one event."""
    shown = room.workspace.show(name)
    if len(shown.lines) != 1 or shown.actor or shown.document:
        return room.missing(name)
    line = shown.lines[0]
    return room.show("pages/event.html", event_values(room, line, shown.documents))


def event_values(room: Room, line: Line, documents: Mapping[str, Document]) -> dict[str, object]:
    """Return what the page of an event shows."""
    one = line.event
    told = tell_accounts(one, documents)
    return {
        "line": line,
        "event": one,
        "documents": documents,
        "told": told,
        "accounts": {item.account.key: item for item in told},
        "differing": differing(told),
        "values": {name: given for name, given in find_values(one).items() if len(given) > 1},
        "origins": find_carriers(one),
        "stances": find_stances(one),
        "nearby": nearby_events(room.workspace, one),
        "notes": list_notes(room.workspace, one.id),
        "decisions": [(listed, decision_words(listed.decision)) for listed in rulings(room, one)],
    }


def rulings(room: Room, event: Event) -> list[Listed]:
    """Return the rulings on an event and on its claims, the last first."""
    return list(reversed(room.workspace.decisions(event.id)))


def tell_accounts(event: Event, documents: Mapping[str, Document]) -> list[Told]:
    """Return the accounts of an event in the order of their reports."""
    ordered = sorted(event.accounts, key=lambda account: (account.published or "9999", account.key))
    return [
        Told(
            account,
            documents[account.document_id],
            {field: READ[field](account) for field in FIELDS},
            tuple(mark_words(mark) for mark in account.marks),
        )
        for account in ordered
    ]


def differing(told: Sequence[Told]) -> frozenset[str]:
    """Return the fields in which accounts give different values; one that leaves it out does not differ."""
    found = {field: {item.compared(field) for item in told if item.fields[field]} for field in FIELDS}
    return frozenset(field for field, values in found.items() if len(values) > 1)
