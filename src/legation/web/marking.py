"""A report's text in pieces, each with everything it is part of: stretches that overlap are cut where they meet."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from legation.documents.document import Document, ZoneKind
from legation.documents.span import Span
from legation.reading.claim import Attribution, Reading
from legation.record.event import Account
from legation.workspace.leafing import Leaf

# Zones that are no reporting: shown folded.
FOLDED = frozenset({ZoneKind.LICENCE, ZoneKind.BOILERPLATE})


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch with the role it plays, for the claims (or the attribution) it plays it for.

    Roles: evidence, trigger, agent, recipient, time, quantity, place, theme, condition, source, cue, content.
    """

    span: Span
    role: str
    owner: str
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that no mark begins or ends within: its roles, the claims and attributions it belongs to.

    `anchors` are the claims whose telling word begins here; `link` is the claim that a telling word leads to.
    """

    text: str
    roles: tuple[str, ...]
    owners: tuple[str, ...]
    status: str | None
    anchors: tuple[str, ...]
    link: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text with its zone."""

    kind: ZoneKind
    pieces: tuple[Piece, ...]


def find_paragraphs(leaf: Leaf) -> list[Paragraph]:
    """Return a report's paragraphs with every mark of its reading."""
    marks = sorted(find_marks(leaf), key=lambda mark: (mark.span.start, mark.span.end, mark.owner, mark.role))
    return list(cut_paragraphs(leaf.document, marks))


def find_marks(leaf: Leaf) -> Iterator[Mark]:
    """Yield what a reading has found, for each claim and each attribution."""
    if leaf.reading is None:
        return
    mentions = {mention.id: mention.span for mention in leaf.reading.mentions}
    for account in leaf.accounts:
        yield from claim_marks(account, leaf.reading, mentions)
    for attribution in leaf.reading.attributions:
        yield from attribution_marks(attribution)


def claim_marks(account: Account, reading: Reading, mentions: dict[str, Span]) -> Iterator[Mark]:
    """Yield the stretches of one claim."""
    claim, times = account.claim, {time.id: time.span for time in reading.times}
    quantities = {quantity.id: quantity.span for quantity in reading.quantities}
    stretches: list[tuple[str, Span | None]] = [
        ("evidence", claim.evidence),
        ("trigger", claim.trigger),
        *(("agent", mentions.get(name)) for name in claim.agents),
        *(("recipient", mentions.get(name)) for name in claim.recipients),
        ("time", times.get(claim.time or "")),
        ("quantity", quantities.get(claim.quantity or "")),
        ("place", mentions.get(claim.place or "")),
        ("theme", claim.theme.span if claim.theme else None),
        ("condition", claim.condition),
    ]
    for role, span in stretches:
        if span is not None:
            yield Mark(span, role, claim.id, claim.status.value)


def attribution_marks(attribution: Attribution) -> Iterator[Mark]:
    """Yield the stretches of one attribution."""
    for role, spans in (("source", attribution.source), ("cue", attribution.cue), ("content", attribution.content)):
        for span in spans:
            yield Mark(span, role, attribution.id)


def cut_paragraphs(document: Document, marks: Sequence[Mark]) -> Iterator[Paragraph]:
    """Yield paragraphs zone by zone; marks are in order of their beginnings."""
    waiting, open_marks = list(reversed(marks)), list[Mark]()
    for zone in document.zones:
        for line in find_lines(document.text, zone.span):
            open_marks = [mark for mark in open_marks if mark.span.end > line.start]
            while waiting and waiting[-1].span.start < line.end:
                open_marks.append(waiting.pop())
            meeting = [mark for mark in open_marks if mark.span.overlaps(line)]
            yield Paragraph(zone.kind, tuple(cut_line(document.text, line, meeting)))


def find_lines(text: str, within: Span) -> Iterator[Span]:
    """Yield the lines of a stretch that hold more than white space."""
    start = within.start
    for line in within.of(text).splitlines(keepends=True):
        if line.strip():
            yield Span(start, start + len(line.rstrip()))
        start += len(line)


def cut_line(text: str, line: Span, marks: Sequence[Mark]) -> Iterator[Piece]:
    """Yield a line in pieces, cut wherever a mark begins or ends."""
    edges = {line.start, line.end}
    for mark in marks:
        edges |= {edge for edge in (mark.span.start, mark.span.end) if line.start < edge < line.end}
    for start, end in pairwise(sorted(edges)):
        span = Span(start, end)
        yield make_piece(text, span, [mark for mark in marks if mark.span.contains(span)])


def make_piece(text: str, span: Span, marks: Sequence[Mark]) -> Piece:
    """Return a piece with the marks that cover it."""
    triggers = [mark for mark in marks if mark.role == "trigger"]
    return Piece(
        text=span.of(text),
        roles=unique(mark.role for mark in marks),
        owners=unique(mark.owner for mark in marks),
        status=triggers[0].status if triggers else None,
        anchors=unique(mark.owner for mark in triggers if mark.span.start == span.start),
        link=triggers[0].owner if triggers else None,
    )


def unique(words: Iterable[str]) -> tuple[str, ...]:
    """Return words in order of first appearance."""
    return tuple(dict.fromkeys(words))
