"""Headlines inside a text, and the names before what is spoken in a transcript."""

import pytest

from legation.documents.document import ZoneKind
from legation.documents.span import Span
from legation.reading.parse.passages import find_labels, find_paragraphs, is_heading

BELOW = "Peru will expel the ambassador of Chile on Friday, an official said in Lima on Monday night."


@pytest.mark.parametrize(
    ("line", "zone", "below", "heads"),
    [
        ("Peru expels Chilean envoy", ZoneKind.BODY, BELOW, True),
        ("Peru expels", ZoneKind.BODY, BELOW, False),
        ("peru expels Chilean envoy", ZoneKind.BODY, BELOW, False),
        ("Peru expels Chilean envoy.", ZoneKind.BODY, BELOW, False),
        ("Peru expels Chilean envoy", ZoneKind.TITLE, BELOW, False),
        ("Peru expels Chilean envoy", ZoneKind.BODY, "It left in May.", False),
        ("Peru expels Chilean envoy", ZoneKind.BODY, BELOW[:-1], False),
        ("Peru " + "and Chile " * 7, ZoneKind.BODY, BELOW * 3, False),
    ],
)
def test_a_line_over_a_paragraph_is_a_headline(line: str, zone: ZoneKind, below: str, heads: bool) -> None:
    assert is_heading(line.strip(), zone, below) is heads


TALK = ["Rossi: Good morning.", "Reuters: Will Peru pay?", "Rossi: It will.", "AFP: When?"]


@pytest.mark.parametrize(
    ("paragraphs", "names"),
    [
        (TALK, ["Rossi", "Reuters", "Rossi", "AFP"]),
        (TALK[:3], []),
        # Nobody speaks twice; one colon among many paragraphs.
        (["Rossi: Yes.", "Reuters: Will Peru pay?", "Paz: It will.", "AFP: When?"], []),
        (TALK + ["Peru paid in May."] * 7, []),
        (["Rossi :yes", "rossi: it will", "Rossi:it will", "10: it will"], []),
    ],
)
def test_names_before_colons_make_a_transcript(paragraphs: list[str], names: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    found = find_labels(text, list(find_paragraphs(text, Span(0, len(text)))))
    assert [text[start:end] for start, end in found.items()] == names
