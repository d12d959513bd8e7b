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


# Rows of what a reading holds are values in the order of the columns, without the number of the reading, which comes
# first: they are made by the million. `str` of an enumeration's member takes a quarter of the time of its `value`.


def mention_values(position: int, mention: Mention) -> Values:
    """Return the row of a mention."""
    span, actor = mention.span, mention.actor
    key = actor_key(actor) if actor else None
    return (position, mention.id, span.start, span.end, mention.text, str(mention.form), key)


def row_mention(row: Values, actor: ActorRef | None) -> Mention:
    """Return the mention of a row and the actor its key stands for."""
    _, _, identity, start, stop, text, form, _ = row
    return Mention(identity, Span(start, stop), text, FORMS[form], actor)


def time_values(position: int, time: Time) -> Values:
    """Return the row of a time."""
    span, first, after = time.span, time.from_ and time.from_.isoformat(), time.to and time.to.isoformat()
    words = (time.text, time.value, first, after, time.granularity, str(time.type), time.anchor)
    return (position, time.id, span.start, span.end, *words)


def row_time(row: Values) -> Time:
    """Return the time of a row."""
    _, _, identity, start, stop, text, value, first, last, granularity, kind, anchor = row
    first, last = first and dt.date.fromisoformat(first), last and dt.date.fromisoformat(last)
    return Time(identity, Span(start, stop), text, value, first, last, granularity, TIME_TYPES[kind], anchor)


def quantity_values(position: int, quantity: Quantity) -> Values:
    """Return the row of a quantity."""
    span, text = quantity.span, quantity.text
    counted = (quantity.low, quantity.high, quantity.unit, quantity.of, str(quantity.modifier))
    return (position, quantity.id, span.start, span.end, text, *counted)


def row_quantity(row: Values) -> Quantity:
    """Return the quantity of a row."""
    _, _, identity, start, stop, text, low, high, unit, counted, modifier = row
    return Quantity(identity, Span(start, stop), text, low, high, unit, counted, Modifier(modifier))


def attribution_values(position: int, attribution: Attribution) -> Values:
    """Return the row of an attribution."""
    return (
        position,
        attribution.id,
        to_json(encode_spans(attribution.source)),
        to_json(encode_spans(attribution.cue)),
        to_json(encode_spans(attribution.content)),
        attribution.source_mention,
        attribution.source_text,
        str(attribution.kind),
        attribution.parent,
    )


def row_attribution(row: Values) -> Attribution:
    """Return the attribution of a row."""
    _, _, identity, source, cue, content, mention, text, kind, parent = row
    source, cue, content = (decode_spans(json.loads(value)) for value in (source, cue, content))
    return Attribution(identity, source, cue, content, mention, text, Speech(kind), parent)


def claim_values(position: int, claim: Claim) -> Values:
    """Return the row of a claim."""
    theme, likelihood, trigger, evidence, condition = (
        claim.theme, claim.likelihood, claim.trigger, claim.evidence, claim.condition
    )  # fmt: skip
    return (
        position,
        claim.id,
        claim.type,
        claim.mode,
        list_json(claim.agents),
        list_json(claim.recipients),
        *((theme.span.start, theme.span.end, theme.text, theme.item) if theme else (None, None, None, None)),
        claim.quantity,
        claim.time,
        claim.place,
        str(claim.status),
        str(claim.outcome) if claim.outcome else None,
        to_json([likelihood.word, likelihood.low, likelihood.high]) if likelihood else None,
        *((condition.start, condition.end) if condition else (None, None)),
        claim.attribution,
        trigger.start,
        trigger.end,
        evidence.start,
        evidence.end,
        claim.rule,
        claim.score,
    )


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
