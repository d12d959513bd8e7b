"""What an exporter is given: events with their reports, in a stream, and what may leave of each report's words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from typing import IO, Any, TextIO

from legation.documents.document import Document
from legation.lexicon.plover import Ontology
from legation.record.event import Account, Event
from legation.reporting.gate import Gate


@dataclass(frozen=True, slots=True)
class Item:
    """One event with the reports it cites, by id."""

    event: Event
    documents: Mapping[str, Document]


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is exported. `items` is a stream that can be taken once; `title` names what it is of."""

    title: str
    items: Iterable[Item]
    gate: Gate
    ontology: Ontology


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: its name, its usual file ending, what it is in one line, and how it is written."""

    name: str
    suffix: str
    about: str
    write: Callable[[Parcel, IO[bytes]], None]


# Columns of a table of claims, each with how it is filled from (parcel, item, account); text, numbers or None.
Column = Callable[[Parcel, Item, Account], Any]


@contextmanager
def as_text(file: IO[bytes]) -> Iterator[TextIO]:
    """Give a file of bytes as one of text in UTF-8; it stays open at the end."""
    text = TextIOWrapper(file, encoding="utf-8", errors="surrogatepass", newline="", write_through=True)
    try:
        yield text
    finally:
        text.detach()


def join(values: Iterable[str | None]) -> str | None:
    """Return several values in one cell; None if there is none."""
    return "; ".join(value for value in values if value) or None


COLUMNS: Mapping[str, Column] = {
    "event": lambda _, item, __: item.event.id,
    "claim": lambda _, __, account: account.key,
    "type": lambda _, __, account: account.claim.type,
    "mode": lambda _, __, account: account.claim.mode,
    "status": lambda _, __, account: account.claim.status.value,
    "outcome": lambda _, __, account: account.claim.outcome and account.claim.outcome.value,
    "agents": lambda _, __, account: join(party.name for party in account.agents),
    "agent_ids": lambda _, __, account: join(party.actor.id for party in account.agents if party.actor),
    "agent_states": lambda _, __, account: join(dict.fromkeys(party.state for party in account.agents)),
    "recipients": lambda _, __, account: join(party.name for party in account.recipients),
    "recipient_ids": lambda _, __, account: join(party.actor.id for party in account.recipients if party.actor),
    "recipient_states": lambda _, __, account: join(dict.fromkeys(party.state for party in account.recipients)),
    "theme": lambda _, __, account: account.claim.theme and account.claim.theme.text,
    "item": lambda _, __, account: account.claim.theme and account.claim.theme.item,
    "quantity_low": lambda _, __, account: account.quantity and account.quantity.low,
    "quantity_high": lambda _, __, account: account.quantity and account.quantity.high,
    "quantity_unit": lambda _, __, account: account.quantity and (account.quantity.unit or account.quantity.of),
    "from": lambda _, __, account: day(account.time and account.time.from_),
    "to": lambda _, __, account: day(account.time and account.time.to),
    "granularity": lambda _, __, account: account.time and account.time.granularity,
    "place": lambda _, __, account: account.place and account.place.name,
    "likelihood": lambda _, __, account: account.claim.likelihood and account.claim.likelihood.word,
    "said_by": lambda _, __, account: join(account.speakers),
    "origin": lambda _, __, account: account.origin.key,
    "quote": lambda parcel, item, account: parcel.gate.quote(account, item.documents.get(account.document_id)),
    "start": lambda _, __, account: account.evidence.span.start,
    "end": lambda _, __, account: account.evidence.span.end,
    "document": lambda _, __, account: account.document_id,
    "title": lambda _, item, account: told(item, account, "title"),
    "outlet": lambda _, item, account: told(item, account, "outlet"),
    "published": lambda _, __, account: account.published,
    "url": lambda _, item, account: told(item, account, "url"),
    "licence": lambda _, item, account: told(item, account, "licence"),
    "rule": lambda _, __, account: account.claim.rule,
    "score": lambda _, __, account: account.claim.score,
    "reader": lambda _, __, account: account.evidence.method,
}
NUMBERS = frozenset({"quantity_low", "quantity_high", "start", "end", "score"})


def day(value: Any) -> str | None:
    """Return a date as ISO 8601."""
    return value.isoformat() if value else None


def told(item: Item, account: Account, name: str) -> Any:
    """Return what is known of the report a claim stands in."""
    document = item.documents.get(account.document_id)
    return getattr(document, name) if document else None


def make_rows(parcel: Parcel) -> Iterator[dict[str, Any]]:
    """Yield a row for each claim, in the order of events."""
    for item in parcel.items:
        for account in item.event.accounts:
            yield {name: fill(parcel, item, account) for name, fill in COLUMNS.items()}
