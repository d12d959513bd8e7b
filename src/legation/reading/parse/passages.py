"""Passages: the parsed stretches of a document, with the way back to its characters."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Slice

from legation.documents.document import READ_ZONES, Document, ZoneKind
from legation.documents.span import Span
from legation.reading.parse.capitals import KnownName, sentence_case

# One character for one character, so that offsets survive; the small model knows only the straight forms.
PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "′": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\u00a0": " "}
    | dict.fromkeys(map(chr, [*range(0x2002, 0x200B), 0x202F, 0x205F]), " ")
    | {"\u2010": "-", "\u2011": "-", "\u2012": "-", "−": "-", "\t": " ", "\r": " "}
)
# Longer paragraphs are cut at a sentence end near this length: the parser's memory grows with the text it is fed.
LONGEST = 5_000
# How many words a headline inside a text has, more than and at most, and how the paragraph below it ends.
FEWEST, MOST = 2, 14
ENDS = frozenset({".", "!", "?", '"', "'", ")"})
BATCH = 64
# The parser takes a quarter of its batch at a time, and the fewer it takes the more its every step costs.
PARSER = {"parser": {"batch_size": 2 * BATCH}}
# Who speaks a paragraph of a transcript; so many such paragraphs, and such a share of all, make one.
LABEL = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}(?=: \S)")
LEAST_LABELS, LEAST_SHARE = 4, 0.4


@dataclass(frozen=True, slots=True)
class Passage:
    """A parsed paragraph: `doc` (spaCy, quotation marks made straight) begins at character `start` of the document.

    `label`: it is no more than the name of who speaks the next one, before a colon.
    """

    doc: Doc
    start: int
    zone: ZoneKind
    text: str = ""
    label: bool = False

    def __post_init__(self) -> None:
        """Keep the text: spaCy puts it together from its tokens each time it is asked."""
        if not self.text:
            object.__setattr__(self, "text", self.doc.text)

    def span(self, tokens: Slice | Token) -> Span:
        """Return where these tokens stand in the document's text."""
        if isinstance(tokens, Token):
            return Span(self.start + tokens.idx, self.start + tokens.idx + len(tokens))
        return Span(self.start + tokens.start_char, self.start + tokens.end_char)

    def slice(self, span: Span) -> Slice | None:
        """Return the tokens that a span of the document covers or cuts; None if it lies elsewhere."""
        low, high = max(span.start - self.start, 0), min(span.end - self.start, len(self.text))
        return self.doc.char_span(low, high, alignment_mode="expand") if low < high else None

    @property
    def extent(self) -> Span:
        """The stretch of the document that the passage covers."""
        return Span(self.start, self.start + len(self.text))


def parse_passages(document: Document, nlp: Language, known: KnownName | None = None) -> list[Passage]:
    """Parse the zones that are read, a paragraph a passage, in text order.

    With `known`, which tells known names, lines all in capitals are parsed in sentence case, letter for letter.
    """
    stretches = list(find_stretches(document))
    texts = [document.text[span.start : span.end].translate(PLAIN) for span, _ in stretches]
    cased = [sentence_case(text, known) for text in texts] if known else texts
    docs = nlp.pipe(cased, batch_size=BATCH, component_cfg=PARSER)
    # A line in capitals without a full stop is a headline wherever it stands, and so is one over a paragraph.
    below = [*texts[1:], ""][: len(texts)]
    labels = [document.text[span.end : span.end + 1] == ":" for span, _ in stretches]
    zones = [
        ZoneKind.TITLE
        if not label and ((text is not line and line[-1] != ".") or is_heading(line, kind, after))
        else kind
        for text, line, after, label, (_, kind) in zip(texts, cased, below, labels, stretches, strict=True)
    ]
    parsed = zip(docs, stretches, zones, cased, labels, strict=True)
    return [Passage(doc, span.start, zone, text, label) for doc, (span, _), zone, text, label in parsed]


def is_heading(line: str, zone: ZoneKind, below: str) -> bool:
    """Tell whether a line of the body stands as a headline over the paragraph below it."""
    few = FEWEST < len(line.split()) <= MOST and len(line) < len(below) / 2
    return zone is ZoneKind.BODY and few and line[0].isupper() and line[-1].isalnum() and below[-1:] in ENDS


def find_stretches(document: Document) -> Iterator[tuple[Span, ZoneKind]]:
    """Yield the paragraphs of the zones that are read: trimmed, not empty, at most `LONGEST` characters.

    In a transcript the names of the speakers, which stand before a colon, are stretches of their own.
    """
    zones = [zone for zone in document.zones if zone.kind in READ_ZONES]
    paragraphs = [(span, zone.kind) for zone in zones for span in find_paragraphs(document.text, zone.span)]
    labels = find_labels(document.text, [span for span, _ in paragraphs])
    for span, kind in paragraphs:
        spoken = span
        if span.start in labels:
            yield Span(span.start, labels[span.start]), kind
            spoken = next(trimmed(document.text, labels[span.start] + 1, span.end))
        for part in cut(document.text, spoken):
            yield part, kind


def find_labels(text: str, paragraphs: Sequence[Span]) -> dict[int, int]:
    """Say where the speaker's name before a paragraph ends, by where it begins; none where it is no transcript."""
    found = {span.start: label.end() for span in paragraphs if (label := LABEL.match(text, span.start, span.end))}
    names = Counter(text[start:end] for start, end in found.items())
    enough = len(found) >= max(LEAST_LABELS, LEAST_SHARE * len(paragraphs))
    return found if enough and max(names.values()) > 1 else {}


def find_paragraphs(text: str, within: Span) -> Iterator[Span]:
    """Yield the lines of a stretch, without the white space around them."""
    for match in re.finditer(r"[^\n\x0b\x0c\x85\u2028\u2029]+", text[within.start : within.end]):
        words = match.group()
        low = within.start + match.start() + len(words) - len(words.lstrip())
        high = low + len(words.strip())
        if low < high:
            yield Span(low, high)


def cut(text: str, span: Span) -> Iterator[Span]:
    """Yield the span in parts of at most `LONGEST` characters, cut after a sentence end or else a space."""
    start = span.start
    while span.end - start > LONGEST:
        window = text[start : start + LONGEST]
        ends = [match.end() for match in re.finditer(r"[.!?。][\"”’)]*\s", window)] or [
            match.end() for match in re.finditer(r"\s", window)
        ]
        end = start + (ends[-1] if ends else LONGEST)
        yield from trimmed(text, start, end)
        start = end
    yield from trimmed(text, start, span.end)


def trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the stretch without the white space around it, unless nothing is left."""
    words = text[start:end]
    low, high = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
    if low < high:
        yield Span(low, high)
