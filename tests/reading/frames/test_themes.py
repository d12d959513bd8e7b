"""The words of themes, and how many: read from single sentences of our own."""

import pytest

from legation.documents.document import Document, Zone, ZoneKind
from legation.documents.span import Span
from legation.reading.reader import Reader
from tests.builders import make_document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "number"),
    [
        ("Uganda handed over nine people, among them two officers, to Rwanda.", "handed", "nine"),
        ("Chad expelled 14 diplomats, including three attaches.", "expelled", "14"),
        ("Chile freed nine Peruvian fishermen, two of them minors.", "freed", "nine"),
        ("Two tankers flagged in Cameroon smuggled 48,000 tonnes of fuel.", "smuggled", "48,000"),
    ],
)
def test_a_number_is_of_all_and_not_of_some(reader: Reader, text: str, word: str, number: str) -> None:
    zone = Zone(ZoneKind.BODY, Span(0, len(text)))
    reading = reader.read(Document("sha256:0", text, published="2025-06-20", zones=(zone,)))
    claim = next(claim for claim in reading.claims if claim.trigger.of(text) == word)
    assert {quantity.id: quantity.text for quantity in reading.quantities}[str(claim.quantity)] == number


@pytest.mark.parametrize(
    ("text", "word", "theme"),
    [
        ("Chile recalls envoy as Peru halts gas talks", "recalls", "envoy"),
        ("Norway halts fish exports as dispute deepens", "halts", "fish exports"),
        ("Kenya suspends trade talks amid row over sugar", "suspends", "trade talks"),
    ],
)
def test_a_headline_theme_ends_where_the_circumstances_begin(reader: Reader, text: str, word: str, theme: str) -> None:
    zone = Zone(ZoneKind.TITLE, Span(0, len(text)))
    reading = reader.read(Document("sha256:0", text, published="2025-06-20", zones=(zone,)))
    claim = next(claim for claim in reading.claims if claim.trigger.of(text) == word)
    assert claim.theme is not None
    assert claim.theme.text == theme


@pytest.mark.parametrize(
    ("text", "word", "theme"),
    [
        # Who is given something, or why, is no part of it.
        ("Spain refused Rabat visas.", "refused", "visas"),
        ("Jordan gave US aid.", "gave", "US aid"),
        ("Peru expelled two consuls over the seizure of a boat.", "expelled", "two consuls"),
        ("Chad gave up control over the port.", "gave", "control over the port"),
    ],
)
def test_a_theme_is_what_is_given_or_done(reader: Reader, text: str, word: str, theme: str) -> None:
    claim = next(claim for claim in reader.read(make_document(text)).claims if claim.trigger.of(text) == word)
    assert claim.theme is not None
    assert claim.theme.text == theme
