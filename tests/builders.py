"""Builders of small values for tests: documents and readings made by hand, without a model."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from legation.documents.document import DateSource, Document, Zone, ZoneKind, content_id
from legation.documents.span import Span
from legation.reading.claim import (
    ActorRef,
    ActorType,
    Attribution,
    Claim,
    Form,
    Mention,
    Modifier,
    Quantity,
    Reading,
    Speech,
    Status,
    Theme,
    Time,
    TimeType,
)

PERU = ActorRef("PER", "Peru", ActorType.STATE, "PER")
CHILE = ActorRef("CHL", "Chile", ActorType.STATE, "CHL")
KENYA = ActorRef("KEN", "Kenya", ActorType.STATE, "KEN")
OSORIO = ActorRef("name:ana osorio", "Ana Osorio", ActorType.PERSON, "PER")


def find(text: str, words: str, after: int = 0) -> Span:
    """Return where these words first stand in the text."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def make_document(text: str, **fields: Any) -> Document:
    """Return a document of one body zone, published on 2 March 2026 unless said otherwise."""
    fields.setdefault("published", "2026-03-02")
    fields.setdefault("published_source", DateSource.METADATA if fields["published"] else None)
    fields.setdefault("zones", (Zone(ZoneKind.BODY, Span(0, len(text))),))
    return Document(id=fields.pop("id", content_id(text.encode())), text=text, **fields)


class ReadingBuilder:
    """Puts a reading together: each method adds one item and returns its id."""

    def __init__(self, document: Document) -> None:
        """Start an empty reading of the document."""
        self.document = document
        self.mentions: list[Mention] = []
        self.times: list[Time] = []
        self.quantities: list[Quantity] = []
        self.attributions: list[Attribution] = []
        self.claims: list[Claim] = []

    def mention(self, words: str, actor: ActorRef | None, form: Form = Form.NAME) -> str:
        """Add a mention of these words."""
        item = Mention(f"m{len(self.mentions) + 1}", find(self.document.text, words), words, form, actor)
        self.mentions.append(item)
        return item.id

    def time(self, words: str, first: str | None, after: str | None, granularity: str = "day") -> str:
        """Add a time of the half-open interval [first, after); either end may be open."""
        item = Time(
            id=f"t{len(self.times) + 1}",
            span=find(self.document.text, words),
            text=words,
            value=first or after,
            from_=dt.date.fromisoformat(first) if first else None,
            to=dt.date.fromisoformat(after) if after else None,
            granularity=granularity,
            type=TimeType.DATE,
            anchor="explicit",
        )
        self.times.append(item)
        return item.id

    def quantity(self, words: str, low: float, modifier: Modifier = Modifier.EXACTLY) -> str:
        """Add a quantity with this lower bound; the upper one is open unless it is exact."""
        high = low if modifier is Modifier.EXACTLY else None
        span = find(self.document.text, words)
        item = Quantity(
            f"q{len(self.quantities) + 1}", span, words, float(low), high and float(high), None, None, modifier
        )
        self.quantities.append(item)
        return item.id

    def attribution(self, source: str, cue: str, content: str, mention: str | None = None) -> str:
        """Add an indirect attribution of these words."""
        text = self.document.text
        item = Attribution(
            id=f"a{len(self.attributions) + 1}",
            source=(find(text, source),),
            cue=(find(text, cue),),
            content=(find(text, content),),
            source_mention=mention,
            source_text=source,
            kind=Speech.INDIRECT,
            parent=None,
        )
        self.attributions.append(item)
        return item.id

    def claim(
        self,
        kind: str,
        trigger: str,
        agents: Sequence[str] = (),
        recipients: Sequence[str] = (),
        **fields: Any,
    ) -> str:
        """Add a claim whose evidence is the whole text, unless `evidence` names other words; `theme` are words too."""
        text = self.document.text
        theme = fields.pop("theme", None)
        item = Claim(
            id=f"c{len(self.claims) + 1}",
            type=kind,
            agents=tuple(agents),
            recipients=tuple(recipients),
            theme=theme and Theme(find(text, theme), theme, fields.pop("item", None)),
            status=Status(fields.pop("status", "happened")),
            trigger=find(text, trigger),
            evidence=find(text, fields.pop("evidence", text)),
            rule=fields.pop("rule", "by hand"),
            score=fields.pop("score", 1.0),
            **(
                dict.fromkeys(
                    ("mode", "quantity", "time", "place", "outcome", "likelihood", "condition", "attribution")
                )
                | fields
            ),
        )
        self.claims.append(item)
        return item.id

    def build(self) -> Reading:
        """Return the finished reading."""
        lists = (self.mentions, self.times, self.quantities, self.attributions, self.claims)
        return Reading(self.document, *(tuple(items) for items in lists))


def make_aid_reading(text: str | None = None, **fields: Any) -> Reading:
    """Return a reading of one sentence: Peru sent Chile tents on a day of February 2026."""
    words = text or "Peru sent Chile more than 200 tents on 3 February 2026, Ana Osorio said."
    builder = ReadingBuilder(make_document(words, **fields))
    peru, chile = builder.mention("Peru", PERU), builder.mention("Chile", CHILE)
    speaker = builder.mention("Ana Osorio", OSORIO)
    time = builder.time("3 February 2026", "2026-02-03", "2026-02-04")
    tents = builder.quantity("more than 200", 200, Modifier.MORE_THAN)
    said = builder.attribution("Ana Osorio", "said", words.split(",")[0], speaker)
    builder.claim(
        "AID", "sent", [peru], [chile], theme="tents", item="goods", time=time, quantity=tents, attribution=said
    )
    return builder.build()
