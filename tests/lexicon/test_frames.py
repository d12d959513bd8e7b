"""Every frame's example is a test: the reader finds a claim of the frame's type at one of its opening words."""

import pytest

from legation.documents.document import Document, Zone, ZoneKind
from legation.documents.span import Span
from legation.lexicon.frames import EVENT_TYPES, FrameEntry, load_classes, load_frames
from legation.reading.reader import Reader

ENTRIES = load_frames()


def opening_words(entry: FrameEntry) -> set[str]:
    return {*entry.verb, *entry.noun, *entry.adjective}


@pytest.mark.model
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: f"{e.type}-{'|'.join(sorted(opening_words(e)))[:40]}")
def test_example_is_read_as_its_frame(entry: FrameEntry, reader: Reader) -> None:
    zone = Zone(ZoneKind.BODY, Span(0, len(entry.example)))
    claims = reader.read(Document("sha256:0", entry.example, published="2026-03-04", zones=(zone,))).claims
    if entry.silent:
        words = opening_words(entry)
        assert not [claim for claim in claims if claim.rule.split(":")[-1] in words and claim.type == entry.type]
        return
    types = {entry.type, entry.negated}
    rules = [claim.rule.split("/", 1)[1].split(":", 1)[1] for claim in claims if claim.type in types]
    assert any(rule.split(";")[0].split("+")[0].split("(")[0] in opening_words(entry) for rule in rules), [
        (claim.type, claim.rule) for claim in claims
    ]


def test_breadth() -> None:
    pairs = {(word, entry.type) for entry in ENTRIES for word in opening_words(entry)}
    assert len(pairs) >= 1200
    assert {entry.type for entry in ENTRIES} >= set(EVENT_TYPES)


def test_conditions_name_classes_or_nouns() -> None:
    classes = {entry.name for entry in load_classes()}
    assert {"weapon", "troops", "money", "talks"} <= classes
