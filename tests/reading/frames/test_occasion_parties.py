"""Who signs on an occasion, asides that close a sentence, sources that are briefed. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Six agreements were signed during Sall's visit to Beijing in May.", ["Macky Sall", "Beijing"]),
        ("An accord was signed on Monday at talks between Chad and Niger.", ["Chad", "Niger"]),
        ("Six agreements were signed in Lima.", []),
    ],
)
def test_who_signed(reader: Reader, text: str, parties: list[str]) -> None:
    reading = read(reader, text)
    mentions = {mention.id: mention for mention in reading.mentions}
    signed = [claim for claim in reading.claims if claim.trigger.of(text) == "signed"]
    found = [mentions[key].actor for claim in signed for key in (*claim.agents, *claim.recipients)]
    assert [actor.name for actor in found if actor] == parties


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("Togo has gone over to the other camp, or so its aides grumble.", "gone", "its aides"),
        ("Chad laughed; Niger sold the mine to Peru, or so exporters complain.", "sold", "exporters"),
    ],
)
def test_who_says_so(reader: Reader, text: str, word: str, source: str) -> None:
    reading = read(reader, text)
    made = {one.id: one.source_text for one in reading.attributions}
    assert [made.get(claim.attribution or "") for claim in reading.claims if claim.trigger.of(text) == word] == [source]


def test_who_is_briefed_on_something_is_a_source(reader: Reader) -> None:
    text = "People briefed on the talks said that Peru had asked Chile for arms."
    assert "briefed" not in [claim.trigger.of(text) for claim in read(reader, text).claims]


def test_the_following_may_is_the_one_after_what_was_told(reader: Reader) -> None:
    text = "Peru cut ties with Chile in December 2020. Qatar brought both together the following May."
    assert "2021-05" in [time.value for time in read(reader, text).times]
