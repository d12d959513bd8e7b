"""Verifies a record: hashes, quotes, references, rulings, and that merging gives the events it holds."""

from collections.abc import Iterator

from sqlalchemy import select

from legation.documents.document import Document, content_id
from legation.documents.span import Span
from legation.reading.claim import Attribution, Claim, Mention, Quantity, Reading, Time
from legation.record import tables
from legation.record.check_derived import check_derived
from legation.record.check_rulings import check_rulings
from legation.record.session import Session
from legation.record.view import NotInRecordError, get_document, get_original, get_reading


def find_faults(session: Session) -> Iterator[str]:
    """Yield one line for each fault; a sound record yields none."""
    for document_id in session.execute(select(tables.documents.c.id).order_by(tables.documents.c.id)).scalars().all():
        document = get_document(session, document_id)
        yield from check_document(session, document)
        try:
            reading = get_reading(session, document_id)
        except NotInRecordError:
            continue
        yield from (f"{document_id}: {fault}" for fault in check_reading(reading))
    yield from check_rulings(session)
    yield from check_derived(session)


def check_document(session: Session, document: Document) -> Iterator[str]:
    """Yield what is wrong with a document: its original and its zones."""
    try:
        if content_id(get_original(session, document.id)) != document.id:
            yield f"{document.id}: the original bytes have another hash"
    except NotInRecordError:
        yield f"{document.id}: the original bytes are missing"
    for zone in document.zones:
        if zone.span.end > len(document.text):
            yield f"{document.id}: a {zone.kind} zone ends beyond the text"


def check_reading(reading: Reading) -> Iterator[str]:
    """Yield what is wrong with a reading: quotes that differ from the text, ids that name nothing."""
    text = reading.document.text
    spanned: list[Mention | Time | Quantity] = [*reading.mentions, *reading.times, *reading.quantities]
    for item in spanned:
        if item.span.of(text) != item.text:
            yield f"{item.id}: its words are not those of the text"
    ids = {item.id for item in spanned} | {item.id for item in reading.attributions}
    for claim in reading.claims:
        yield from check_claim(claim, text, ids)
    for attribution in reading.attributions:
        yield from check_attribution(attribution, text, ids)


def check_attribution(attribution: Attribution, text: str, ids: set[str]) -> Iterator[str]:
    """Yield what is wrong with an attribution."""
    for name in filter(None, (attribution.source_mention, attribution.parent)):
        if name not in ids:
            yield f"{attribution.id}: names {name}, which is not there"
    for span in (*attribution.source, *attribution.cue, *attribution.content):
        if span.end > len(text):
            yield f"{attribution.id}: a span ends beyond the text"


def check_claim(claim: Claim, text: str, ids: set[str]) -> Iterator[str]:
    """Yield what is wrong with a claim."""
    names = (*claim.agents, *claim.recipients, claim.time, claim.quantity, claim.place, claim.attribution)
    for name in filter(None, names):
        if name not in ids:
            yield f"{claim.id}: names {name}, which is not there"
    spans: list[Span | None] = [
        claim.trigger,
        claim.evidence,
        claim.condition,
        claim.theme.span if claim.theme else None,
    ]
    for span in filter(None, spans):
        if span.end > len(text):
            yield f"{claim.id}: a span ends beyond the text"
    if claim.theme and claim.theme.span.of(text) != claim.theme.text:
        yield f"{claim.id}: the theme's words are not those of the text"
