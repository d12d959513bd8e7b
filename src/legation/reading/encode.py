"""Readings as plain JSON objects and back: the shape that docs/reading.md fixes, keys in its order."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from legation.documents.document import Document, Translation
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
    Reading,
    Speech,
    Status,
    Theme,
    Time,
    TimeType,
)

Data = Mapping[str, Any]


def encode_reading(reading: Reading) -> dict[str, Any]:
    """Return the reading as one JSON object; a value the text does not give is None."""
    return {
        "document": encode_document(reading.document),
        "mentions": [encode_mention(mention) for mention in reading.mentions],
        "times": [encode_time(time) for time in reading.times],
        "quantities": [encode_quantity(quantity) for quantity in reading.quantities],
        "attributions": [encode_attribution(attribution) for attribution in reading.attributions],
        "claims": [encode_claim(claim) for claim in reading.claims],
    }


def decode_reading(data: Data, document: Document) -> Reading:
    """Return the reading that `encode_reading` made of it; `document` is the one it was read from.

    Raises KeyError or ValueError when a key is missing or a value is not of the vocabulary.
    """
    return Reading(
        document=document,
        mentions=tuple(decode_mention(row) for row in data["mentions"]),
        times=tuple(decode_time(row) for row in data["times"]),
        quantities=tuple(decode_quantity(row) for row in data["quantities"]),
        attributions=tuple(decode_attribution(row) for row in data["attributions"]),
        claims=tuple(decode_claim(row) for row in data["claims"]),
    )


def encode_document(document: Document) -> dict[str, Any]:
    """Return what a reading says about its document."""
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "outlet": document.outlet,
        "authors": list(document.authors),
        "published": document.published,
        "published_source": document.published_source and document.published_source.value,
        "updated": document.updated,
        "language": document.language,
        "original_language": document.original_language,
        "translation": encode_translation(document.translation),
        "licence": document.licence,
        "topics": list(document.topics),
        "text": document.text,
        "zones": [{"kind": zone.kind.value, "span": encode_span(zone.span)} for zone in document.zones],
    }


def encode_translation(translation: Translation | None) -> dict[str, Any] | None:
    """Return how a text was translated."""
    return {"method": translation.method, "reviewed": translation.reviewed} if translation else None


def encode_mention(mention: Mention) -> dict[str, Any]:
    """Return one mention."""
    return {
        "id": mention.id,
        "span": encode_span(mention.span),
        "text": mention.text,
        "form": mention.form.value,
        "actor": mention.actor and encode_actor(mention.actor),
    }


def encode_actor(actor: ActorRef) -> dict[str, Any]:
    """Return who a mention is."""
    return {"id": actor.id, "name": actor.name, "type": actor.type.value, "country": actor.country}


def encode_time(time: Time) -> dict[str, Any]:
    """Return one time expression; days as ISO 8601."""
    return {
        "id": time.id,
        "span": encode_span(time.span),
        "text": time.text,
        "value": time.value,
        "from": time.from_ and time.from_.isoformat(),
        "to": time.to and time.to.isoformat(),
        "granularity": time.granularity,
        "type": time.type.value,
        "anchor": time.anchor,
    }


def encode_quantity(quantity: Quantity) -> dict[str, Any]:
    """Return one quantity; whole numbers are written without a fraction."""
    return {
        "id": quantity.id,
        "span": encode_span(quantity.span),
        "text": quantity.text,
        "low": encode_number(quantity.low),
        "high": encode_number(quantity.high),
        "unit": quantity.unit,
        "of": quantity.of,
        "modifier": quantity.modifier.value,
    }


def encode_number(number: float | None) -> float | int | None:
    """Return 12000 for 12000.0 and leave fractions as they are."""
    return int(number) if number is not None and float(number).is_integer() else number


def encode_attribution(attribution: Attribution) -> dict[str, Any]:
    """Return one attribution."""
    return {
        "id": attribution.id,
        "source": encode_spans(attribution.source),
        "cue": encode_spans(attribution.cue),
        "content": encode_spans(attribution.content),
        "source_mention": attribution.source_mention,
        "source_text": attribution.source_text,
        "kind": attribution.kind.value,
        "parent": attribution.parent,
    }


def encode_claim(claim: Claim) -> dict[str, Any]:
    """Return one claim."""
    theme, likelihood = claim.theme, claim.likelihood
    return {
        "id": claim.id,
        "type": claim.type,
        "mode": claim.mode,
        "agents": list(claim.agents),
        "recipients": list(claim.recipients),
        "theme": theme and {"span": encode_span(theme.span), "text": theme.text, "item": theme.item},
        "quantity": claim.quantity,
        "time": claim.time,
        "place": claim.place,
        "status": claim.status.value,
        "outcome": claim.outcome and claim.outcome.value,
        "likelihood": likelihood and {"word": likelihood.word, "low": likelihood.low, "high": likelihood.high},
        "condition": claim.condition and encode_span(claim.condition),
        "attribution": claim.attribution,
        "trigger": encode_span(claim.trigger),
        "evidence": encode_span(claim.evidence),
        "rule": claim.rule,
        "score": claim.score,
    }


def encode_span(span: Span) -> list[int]:
    """Return [start, end]."""
    return [span.start, span.end]


def encode_spans(spans: Sequence[Span]) -> list[list[int]]:
    """Return [[start, end], …]."""
    return [[span.start, span.end] for span in spans]


def decode_mention(row: Data) -> Mention:
    """Return the mention of this row."""
    actor = row["actor"]
    return Mention(row["id"], Span(*row["span"]), row["text"], Form(row["form"]), actor and decode_actor(actor))


def decode_actor(row: Data) -> ActorRef:
    """Return the actor of this row."""
    return ActorRef(row["id"], row["name"], ActorType(row["type"]), row["country"])


def decode_time(row: Data) -> Time:
    """Return the time expression of this row."""
    return Time(
        id=row["id"],
        span=Span(*row["span"]),
        text=row["text"],
        value=row["value"],
        from_=decode_day(row["from"]),
        to=decode_day(row["to"]),
        granularity=row["granularity"],
        type=TimeType(row["type"]),
        anchor=row["anchor"],
    )


def decode_day(value: str | None) -> dt.date | None:
    """Return the day an ISO 8601 date names."""
    return dt.date.fromisoformat(value) if value else None


def decode_quantity(row: Data) -> Quantity:
    """Return the quantity of this row."""
    return Quantity(
        id=row["id"],
        span=Span(*row["span"]),
        text=row["text"],
        low=decode_number(row["low"]),
        high=decode_number(row["high"]),
        unit=row["unit"],
        of=row["of"],
        modifier=Modifier(row["modifier"]),
    )


def decode_number(number: float | None) -> float | None:
    """Return the number as a float."""
    return None if number is None else float(number)


def decode_attribution(row: Data) -> Attribution:
    """Return the attribution of this row."""
    return Attribution(
        id=row["id"],
        source=decode_spans(row["source"]),
        cue=decode_spans(row["cue"]),
        content=decode_spans(row["content"]),
        source_mention=row["source_mention"],
        source_text=row["source_text"],
        kind=Speech(row["kind"]),
        parent=row["parent"],
    )


def decode_spans(rows: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    """Return the spans of [[start, end], …]."""
    return tuple(Span(start, end) for start, end in rows)


def decode_claim(row: Data) -> Claim:
    """Return the claim of this row."""
    theme, likelihood, outcome = row["theme"], row["likelihood"], row["outcome"]
    return Claim(
        id=row["id"],
        type=row["type"],
        mode=row["mode"],
        agents=tuple(row["agents"]),
        recipients=tuple(row["recipients"]),
        theme=theme and Theme(Span(*theme["span"]), theme["text"], theme["item"]),
        quantity=row["quantity"],
        time=row["time"],
        place=row["place"],
        status=Status(row["status"]),
        outcome=Outcome(outcome) if outcome else None,
        likelihood=likelihood and Likelihood(likelihood["word"], likelihood["low"], likelihood["high"]),
        condition=Span(*row["condition"]) if row["condition"] else None,
        attribution=row["attribution"],
        trigger=Span(*row["trigger"]),
        evidence=Span(*row["evidence"]),
        rule=row["rule"],
        score=row["score"],
    )
