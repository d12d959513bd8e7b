"""Values ↔ rows of tables.py: one function each way for each kind of value."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from legation.documents.document import DateSource, Document, Translation, Zone, ZoneKind
from legation.documents.span import Span
from legation.reading.claim import (
    ActorRef,
    ActorType,
    Attribution,
    Claim,
    Form,
    Likelihood,
    Mention,
    Modifier,
    Outcome,
    Quantity,
    Speech,
    Status,
    Theme,
    Time,
    TimeType,
)
from legation.reading.encode import decode_spans, encode_spans

Row = dict[str, Any]
# A row as the database returns it: by column name.
Given = Mapping[Any, Any]
# A row as the database returns it: the values of the table's columns in their order, which is many times as fast.
Values = Sequence[Any]


# A call of an enumeration costs more than all else of a row.
FORMS: Mapping[str, Form] = {form.value: form for form in Form}
STATUSES: Mapping[str, Status] = {status.value: status for status in Status}
TIME_TYPES: Mapping[str, TimeType] = {kind.value: kind for kind in TimeType}
DATE_SOURCES: Mapping[str, DateSource] = {source.value: source for source in DateSource}
ZONE_KINDS: Mapping[str, ZoneKind] = {kind.value: kind for kind in ZoneKind}
# Made once: `json.dumps` makes an encoder for each value that is not written in its own way.
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def to_json(value: object) -> str:
    """Return compact JSON in which every script stays readable."""
    return ENCODER.encode(value)


def document_row(document: Document, at: str) -> Row:
    """Return the row of a document first seen at this moment."""
    translation = document.translation
    return {
        "id": document.id,
        "text": document.text,
        "path": document.path,
        "url": document.url,
        "title": document.title,
        "outlet": document.outlet,
        "authors": to_json(document.authors),
        "published": document.published,
        "published_source": document.published_source and document.published_source.value,
        "updated": document.updated,
        "language": document.language,
        "original_language": document.original_language,
        "translation": to_json([translation.method, translation.reviewed]) if translation else None,
        "licence": document.licence,
        "topics": to_json(document.topics),
        "zones": to_json([[zone.kind.value, zone.span.start, zone.span.end] for zone in document.zones]),
        "provenance": to_json(dict(document.provenance)),
        "added_at": at,
    }


def row_document(row: Given) -> Document:
    """Return the document of a row."""
    source, translation = row["published_source"], row["translation"]
    same = ("id", "text", "path", "url", "title", "outlet", "published", "updated", "language", "licence")
    return Document(
        **{name: row[name] for name in same},
        original_language=row["original_language"],
        authors=tuple(json.loads(row["authors"])),
        published_source=DATE_SOURCES[source] if source else None,
        translation=Translation(*json.loads(translation)) if translation else None,
        topics=tuple(json.loads(row["topics"])),
        zones=tuple(Zone(ZONE_KINDS[kind], Span(start, end)) for kind, start, end in json.loads(row["zones"])),
        provenance=json.loads(row["provenance"]),
    )


def actor_row(actor: ActorRef) -> Row:
    """Return the row of one form of an actor, with its key."""
    return {
        "key": actor_key(actor), "id": actor.id, "name": actor.name, "type": actor.type.value, "country": actor.country,
    }  # fmt: skip


@lru_cache(maxsize=1 << 16)
def actor_key(actor: ActorRef) -> str:
    """Return the hash of one form of an actor."""
    values = (actor.id, actor.name, actor.type.value, actor.country)
    return hashlib.sha256(to_json(values).encode()).hexdigest()[:20]


def row_actor(row: Given) -> ActorRef:
    """Return the actor of a row."""
    return make_actor(row["id"], row["name"], row["type"], row["country"])


@lru_cache(maxsize=1 << 14)
def make_actor(identity: str, name: str, kind: str, country: str | None) -> ActorRef:
    """Return one form of an actor: the same few are named throughout a record."""
    return ActorRef(identity, name, ActorType(kind), country)


def mention_row(reading_id: int, position: int, mention: Mention) -> Row:
    """Return the row of a mention."""
    span = mention.span
    return {
        "reading_id": reading_id, "position": position, "id": mention.id, "start": span.start, "stop": span.end,
        "text": mention.text, "form": mention.form.value, "actor": actor_key(mention.actor) if mention.actor else None,
    }  # fmt: skip


def row_mention(row: Values, actor: ActorRef | None) -> Mention:
    """Return the mention of a row and the actor its key stands for."""
    _, _, identity, start, stop, text, form, _ = row
    return Mention(identity, Span(start, stop), text, FORMS[form], actor)


def time_row(reading_id: int, position: int, time: Time) -> Row:
    """Return the row of a time."""
    span, first, after = time.span, time.from_, time.to
    return {
        "reading_id": reading_id, "position": position, "id": time.id, "start": span.start, "stop": span.end,
        "text": time.text, "value": time.value, "from_day": first and first.isoformat(),
        "to_day": after and after.isoformat(), "granularity": time.granularity, "type": time.type.value,
        "anchor": time.anchor,
    }  # fmt: skip


def row_time(row: Values) -> Time:
    """Return the time of a row."""
    _, _, identity, start, stop, text, value, first, last, granularity, kind, anchor = row
    first, last = first and dt.date.fromisoformat(first), last and dt.date.fromisoformat(last)
    return Time(identity, Span(start, stop), text, value, first, last, granularity, TIME_TYPES[kind], anchor)


def quantity_row(reading_id: int, position: int, quantity: Quantity) -> Row:
    """Return the row of a quantity."""
    span = quantity.span
    return {
        "reading_id": reading_id, "position": position, "id": quantity.id, "start": span.start, "stop": span.end,
        "text": quantity.text, "low": quantity.low, "high": quantity.high, "unit": quantity.unit,
        "counted": quantity.of, "modifier": quantity.modifier.value,
    }  # fmt: skip


def row_quantity(row: Values) -> Quantity:
    """Return the quantity of a row."""
    _, _, identity, start, stop, text, low, high, unit, counted, modifier = row
    return Quantity(identity, Span(start, stop), text, low, high, unit, counted, Modifier(modifier))


def attribution_row(reading_id: int, position: int, attribution: Attribution) -> Row:
    """Return the row of an attribution."""
    return {
        "reading_id": reading_id,
        "position": position,
        "id": attribution.id,
        "source": to_json(encode_spans(attribution.source)),
        "cue": to_json(encode_spans(attribution.cue)),
        "content": to_json(encode_spans(attribution.content)),
        "source_mention": attribution.source_mention,
        "source_text": attribution.source_text,
        "kind": attribution.kind.value,
        "parent": attribution.parent,
    }


def row_attribution(row: Values) -> Attribution:
    """Return the attribution of a row."""
    _, _, identity, source, cue, content, mention, text, kind, parent = row
    source, cue, content = (decode_spans(json.loads(value)) for value in (source, cue, content))
    return Attribution(identity, source, cue, content, mention, text, Speech(kind), parent)


def claim_row(reading_id: int, position: int, claim: Claim) -> Row:
    """Return the row of a claim."""
    theme, likelihood, trigger, evidence = claim.theme, claim.likelihood, claim.trigger, claim.evidence
    about, condition = theme and theme.span, claim.condition
    return {
        "reading_id": reading_id, "position": position, "id": claim.id, "type": claim.type, "mode": claim.mode,
        "agents": list_json(claim.agents), "recipients": list_json(claim.recipients),
        "theme_start": about and about.start, "theme_stop": about and about.end, "theme_text": theme and theme.text,
        "theme_item": theme and theme.item, "quantity": claim.quantity, "time": claim.time, "place": claim.place,
        "status": claim.status.value, "outcome": claim.outcome and claim.outcome.value,
        "likelihood": to_json([likelihood.word, likelihood.low, likelihood.high]) if likelihood else None,
        "condition_start": condition and condition.start, "condition_stop": condition and condition.end,
        "attribution": claim.attribution,
        "trigger_start": trigger.start, "trigger_stop": trigger.end,
        "evidence_start": evidence.start, "evidence_stop": evidence.end, "rule": claim.rule, "score": claim.score,
    }  # fmt: skip


@lru_cache(maxsize=4096)
def json_list(text: str) -> tuple[str, ...]:
    """Return ids of mentions of their JSON."""
    return tuple(json.loads(text))


@lru_cache(maxsize=4096)
def list_json(ids: tuple[str, ...]) -> str:
    """Return ids of mentions as JSON."""
    return to_json(ids)


def row_claim(row: Values) -> Claim:
    """Return the claim of a row."""
    _, _, identity, kind, mode, agents, recipients, *rest = row
    theme_start, theme_stop, theme_text, theme_item, quantity, time, place, status, outcome, likelihood, *rest = rest
    condition_start, condition_stop, attribution, *spans, rule, score = rest
    trigger_start, trigger_stop, evidence_start, evidence_stop = spans
    return Claim(
        id=identity,
        type=kind,
        mode=mode,
        agents=json_list(agents),
        recipients=json_list(recipients),
        theme=None if theme_start is None else Theme(Span(theme_start, theme_stop), theme_text, theme_item),
        quantity=quantity,
        time=time,
        place=place,
        status=STATUSES[status],
        outcome=Outcome(outcome) if outcome else None,
        likelihood=Likelihood(*json.loads(likelihood)) if likelihood else None,
        condition=None if condition_start is None else Span(condition_start, condition_stop),
        attribution=attribution,
        trigger=Span(trigger_start, trigger_stop),
        evidence=Span(evidence_start, evidence_stop),
        rule=rule,
        score=score,
    )
