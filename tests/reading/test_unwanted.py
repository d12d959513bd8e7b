"""Who is declared unwanted, in every number. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.builders import make_document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Chad declared three attaches of France personae non gratae.", "three attaches of France"),
        ("Chad declared two consuls of France personas non grata.", "two consuls of France"),
        ("Chad named the French envoy persona non grata.", "the French envoy"),
        ("Chad has declared the French attachés personae non gratae on Friday.", "the French attachés"),
    ],
)
def test_the_unwanted_are_of_their_state(reader: Reader, text: str, theme: str) -> None:
    reading = reader.read(make_document(text))
    actors = {mention.id: mention.actor.id for mention in reading.mentions if mention.actor}
    (claim,) = reading.claims
    assert (claim.type, claim.mode) == ("SANCTION", "expel")
    assert [actors.get(one) for one in claim.recipients] == ["FRA"]
    assert claim.theme is not None
    assert claim.theme.text == theme
