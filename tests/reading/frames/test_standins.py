"""Words that stand for an act told just before. Texts are our own."""

import pytest

from legation.reading.claim import Claim, Reading
from legation.reading.reader import Reader
from tests.reading.claims.test_making import read

pytestmark = pytest.mark.model


def names(reading: Reading, ids: tuple[str, ...]) -> list[str | None]:
    """Return the states that mentions belong to."""
    mentions = {mention.id: mention for mention in reading.mentions}
    return [mentions[key].actor.country for key in ids if mentions[key].actor]


def told(reading: Reading, text: str, word: str) -> Claim | None:
    """Return the claim that a word opens."""
    return next((claim for claim in reading.claims if claim.trigger.of(text) == word), None)


@pytest.mark.parametrize(
    ("text", "word", "act", "by", "to"),
    [
        ("Peru recalled its envoy in May, as Chile had done in March.", "done", "SANCTION", ["CHL"], []),
        ("Norway closed its embassy in Mali; Denmark followed suit in June.", "followed", "SANCTION", ["DNK"], ["MLI"]),
        ("Chad had promised to free the sailors and did so on Monday.", "did", "RETREAT", ["TCD"], [None]),
        ("Asked whether Oman would expel the envoy, as it did in 2019, he laughed.", "did", "SANCTION", ["OMN"], []),
    ],
)
def test_somebody_else_or_at_another_time(
    reader: Reader, text: str, word: str, act: str, by: list[str], to: list[str | None]
) -> None:
    reading = read(reader, text)
    claim = told(reading, text, word)
    assert claim is not None
    assert (claim.type, claim.status) == (act, "happened")
    assert (names(reading, claim.agents), names(reading, claim.recipients)) == (by, to)


def test_the_time_is_that_of_the_stand_in(reader: Reader) -> None:
    text = "Peru recalled its envoy in May 2024, as Chile had done in March 2019."
    reading = read(reader, text)
    times = {time.id: time.text for time in reading.times}
    claims = [(claim.trigger.of(text), times.get(claim.time or "")) for claim in reading.claims]
    assert claims == [("recalled", "May 2024"), ("done", "March 2019")]


@pytest.mark.parametrize(
    "text",
    [
        "Norway closed its embassy in Mali. Nobody did anything else.",
        "Peru said that Chile was right, as it did in 2019.",
        "Peru did the work that Chile would not do.",
    ],
)
def test_no_act_is_repeated(reader: Reader, text: str) -> None:
    assert not {"did", "done"} & {claim.trigger.of(text) for claim in read(reader, text).claims}
