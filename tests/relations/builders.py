"""Builders of events for views: one sentence, one claim, one event; no model, no database."""

from collections.abc import Sequence
from typing import Any

from legation.reading.claim import ActorRef, ActorType, Modifier
from legation.record.event import Account, Event, Evidence, Party, make_event, short_id
from legation.record.origin import Origin
from tests.builders import ReadingBuilder, make_document

RUTO = ActorRef("william-ruto", "William Ruto", ActorType.PERSON, "KEN")
BORIC = ActorRef("gabriel-boric", "Gabriel Boric", ActorType.PERSON, "CHL")


def tell(text: str, kind: str, trigger: str, sides: Sequence[Sequence[ActorRef]] = ((), ()), **fields: Any) -> Account:
    """Return the account of a sentence. `when` is (words, first day, day after); `number` (words, low, modifier)."""
    when, number = fields.pop("when", None), fields.pop("number", None)
    published = fields.pop("published", "2026-05-04")
    builder = ReadingBuilder(make_document(text, published=published))
    if when:
        fields["time"] = builder.time(*when)
    if number:
        fields["quantity"] = builder.quantity(number[0], number[1], *number[2:])
    builder.claim(kind, trigger, (), (), **fields)
    claim = builder.claims[0]
    agents, recipients = (tuple(Party(actor.name, actor) for actor in side) for side in sides)
    return Account(
        key=f"{builder.document.id[7:19]}.{claim.id}",
        reading_id=1,
        claim=claim,
        agents=agents,
        recipients=recipients,
        place=None,
        time=builder.times[0] if when else None,
        quantity=builder.quantities[0] if number else None,
        attributions=(),
        speakers=(),
        published=published,
        origin=Origin(short_id(builder.document.id)),
        evidence=Evidence(builder.document.id, claim.evidence, claim.evidence.of(text), "by hand"),
    )


def happen(text: str, kind: str, trigger: str, sides: Sequence[Sequence[ActorRef]] = ((), ()), **fields: Any) -> Event:
    """Return the event of one sentence."""
    return make_event([tell(text, kind, trigger, sides, **fields)])


def on(day: str, after: str, words: str) -> tuple[str, str, str]:
    """Return a time as `tell` takes it."""
    return (words, day, after)


AT_LEAST = Modifier.AT_LEAST
