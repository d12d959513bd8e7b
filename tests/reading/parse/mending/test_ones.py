"""Who is one of several that did something. Texts are our own."""

import pytest

from legation.reading.claim import Status
from legation.reading.reader import Reader
from tests.builders import make_document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "Nauru, one of the few countries to have recognised Abkhazia, sent an envoy to Sukhumi.",
            [("recognised", "Nauru"), ("sent", "Nauru")],
        ),
        (
            "Eritrea, one of the five countries to vote against the resolution, condemned Ukraine.",
            [("vote", "Eritrea"), ("condemned", "Eritrea")],
        ),
        ("Bahrain, one of two states to recognise Israel, has few friends.", [("recognise", "Bahrain")]),
        ("Vanuatu was one of only six countries to have recognised Kosovo.", [("recognised", "Vanuatu")]),
        ("Iceland was one of the countries that recognised Palestine.", [("recognised", "Iceland")]),
        ("Iran was among the countries that condemned the vote.", [("condemned", "Iran")]),
        ("Ghana, one of the states to watch, signed a pact with Togo.", [("signed", "Ghana")]),
    ],
)
def test_one_of_them_did_it(reader: Reader, text: str, acts: list[tuple[str, str]]) -> None:
    reading = reader.read(make_document(text))
    names = {mention.id: mention.text for mention in reading.mentions}
    told = [(claim.trigger.of(text), *(names[agent] for agent in claim.agents)) for claim in reading.claims]
    assert told == acts
    assert {claim.status for claim in reading.claims} == {Status.HAPPENED}
