"""From where envoys are called home, whose they are, and over what. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.builders import make_document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Mali recalled its ambassador from Algiers.", ["DZA"]),
        ("Azerbaijan recalled its ambassador in Paris.", ["FRA"]),
        ("Slovakia recalled two diplomats from Minsk.", ["BLR"]),
        ("Peru, which attacked Chile, recalled its envoy.", ["CHL"]),
        ("Ecuador raided the Mexican embassy. Mexico recalled its ambassador.", ["ECU"]),
        ("Colombia recalled its envoy for consultations.", []),
        ("Chad recalled its troops from Bamako.", ["place:bamako"]),
    ],
)
def test_an_envoy_leaves_the_state_he_was_sent_to(reader: Reader, text: str, others: list[str]) -> None:
    reading = reader.read(make_document(text))
    actors = {mention.id: mention.actor.id for mention in reading.mentions if mention.actor}
    last = max(reading.claims, key=lambda claim: claim.trigger.start)
    assert [actors[one] for one in last.recipients] == others


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Canada expelled four Indian diplomats over the killing.", "four Indian diplomats"),
        ("Iran flew a drone over Iraq.", "a drone over Iraq"),
    ],
)
def test_over_says_why_or_what_of(reader: Reader, text: str, theme: str) -> None:
    themes = [claim.theme.text for claim in reader.read(make_document(text)).claims if claim.theme]
    assert theme in themes
