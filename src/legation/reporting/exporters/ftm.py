"""Events as FollowTheMoney entities, for investigation platforms: actors, events, the reports that prove them.

An event's agents stand under `organizer`, its recipients under `involved`, its type, mode and status under `keywords`
("plover:AID", "mode:military", "status:happened"), the words it rests on under `notes`, its reports under `proof`. That
is enough to read the events back (`read_events`), which the format's own schema has no finer place for.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from legation.documents.document import Document
from legation.errors import LegationError
from legation.reading.claim import ActorRef, ActorType
from legation.record.event import Event, gather
from legation.reporting.chronology import kind_words, leading, make_line
from legation.reporting.exporters.parcel import Exporter, Item, Parcel

DATASET = "legation"
SCHEMATA: Mapping[ActorType, str] = {
    ActorType.PERSON: "Person",
    ActorType.STATE: "PublicBody",
    ActorType.ORGAN: "PublicBody",
    ActorType.ORGANISATION: "Organization",
    ActorType.MEDIA: "Organization",
    ActorType.GROUP: "Organization",
    ActorType.PLACE: "Address",
}


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """An event as a file of entities has it: what `write_ftm` put in and `read_events` gives back."""

    id: str
    type: str
    mode: str | None
    status: str
    start: str | None
    end: str | None
    agents: tuple[str, ...]
    recipients: tuple[str, ...]
    quotes: tuple[str, ...]


def load_model() -> Any:
    """Return the library's model; LegationError if it is not installed."""
    try:
        from followthemoney import model
    except ImportError as error:
        raise LegationError('FollowTheMoney needs its library: pip install "legation[exchange]"') from error
    return model


def write_ftm(parcel: Parcel, file: IO[bytes]) -> None:
    """Write one entity a line, each once, checked by the library: what does not fit its schema is an error there."""
    model = load_model()
    written: set[str] = set()
    for item in parcel.items:
        for entity in make_entities(model, parcel, item):
            if entity.id not in written:
                written.add(entity.id)
                file.write(json.dumps(entity.to_dict(), ensure_ascii=False, sort_keys=True).encode() + b"\n")


def make_entities(model: Any, parcel: Parcel, item: Item) -> Iterator[Any]:
    """Yield the entities of one event: its actors, its reports, itself."""
    event = item.event
    actors = {party.actor.id: party.actor for account in event.accounts for party in account.parties if party.actor}
    for actor in actors.values():
        yield make_actor(model, actor)
    for document in item.documents.values():
        if document.id in event.documents:
            yield make_report(model, document, full=parcel.gate.allows_text(document))
    yield make_event(model, parcel, item)


def make_actor(model: Any, actor: ActorRef) -> Any:
    """Return the entity of an actor."""
    entity = model.make_entity(SCHEMATA[actor.type])
    entity.id = entity_id("actor", actor.id)
    entity.add("full" if actor.type is ActorType.PLACE else "name", actor.name)
    if actor.country:
        entity.add("country", actor.country, fuzzy=True)
    return entity


def make_report(model: Any, document: Document, *, full: bool) -> Any:
    """Return the entity of a report; its whole text only where its licence lets it out."""
    entity = model.make_entity("Article")
    entity.id = entity_id("document", document.id)
    entity.add("title", document.title or document.path or document.id)
    entity.add("publisher", document.outlet)
    entity.add("author", list(document.authors))
    entity.add("publishedAt", document.published)
    entity.add("sourceUrl", document.url)
    if full:
        entity.add("bodyText", document.text)
    return entity


def make_event(model: Any, parcel: Parcel, item: Item) -> Any:
    """Return the entity of an event."""
    event, time = item.event, item.event.time
    mode = leading(gather(event.accounts, lambda account: account.claim.mode))
    entity = model.make_entity("Event")
    entity.id = entity_id("event", event.id)
    line = make_line(event)
    entity.add("name", f"{kind_words(event, mode)}: {line.parties}" if line.parties else kind_words(event, mode))
    entity.add(
        "keywords", [f"plover:{event.type}", f"status:{event.status.value}", *([f"mode:{mode}"] if mode else [])]
    )
    entity.add("startDate", time.from_.isoformat() if time and time.from_ else None)
    entity.add("endDate", time.to.isoformat() if time and time.to else None)
    entity.add("location", line.place)
    entity.add("organizer", ids_of(event, 0))
    entity.add("involved", ids_of(event, 1))
    entity.add("proof", [entity_id("document", name) for name in event.documents])
    for account in event.accounts:
        entity.add("notes", parcel.gate.quote(account, item.documents.get(account.document_id)))
    return entity


def ids_of(event: Event, side: int) -> list[str]:
    """Return the entities on one side of an event."""
    sides = ((account.agents, account.recipients)[side] for account in event.accounts)
    return list(dict.fromkeys(entity_id("actor", party.actor.id) for some in sides for party in some if party.actor))


def entity_id(kind: str, name: str) -> str:
    """Return an id that entities of other makers do not have; blanks and colons have no place in one."""
    return f"{DATASET}-{kind}-{'-'.join(name.replace(':', ' ').split())}"


def read_events(lines: Iterable[bytes]) -> Iterator[ReadEvent]:
    """Yield the events of a file of entities, in its order; LegationError for a line that is no entity."""
    model = load_model()
    for number, line in enumerate(lines, start=1):
        try:
            entity = model.get_proxy(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise LegationError(f"line {number}: no entity: {error}") from error
        if entity.schema.name == "Event":
            words = dict(word.split(":", 1) for word in entity.get("keywords") if ":" in word)
            yield ReadEvent(
                id=entity.id,
                type=words.get("plover", "OTHER"),
                mode=words.get("mode"),
                status=words.get("status", "happened"),
                start=entity.first("startDate"),
                end=entity.first("endDate"),
                agents=tuple(sorted(entity.get("organizer"))),
                recipients=tuple(sorted(entity.get("involved"))),
                quotes=tuple(sorted(entity.get("notes"))),
            )


FTM = Exporter("ftm", ".ftm.jsonl", "FollowTheMoney entities, for investigation platforms", write_ftm)
