"""Verbs of unequal form that no "and" joins, asides between commas, pronouns before who acts. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "agent"),
    [
        (
            "Peru's police dispersed men who were trying to reach the beach and arrested 47.",
            "arrested",
            "police of Peru",
        ),
        (
            "Mali's army met rebels trying to cross the river and killed ten men.",
            "killed",
            "army of Mali",
        ),
        ("He spoke of the border that Ankara closed in 1993.", "closed", "Turkey"),
        ("It is the crossing which Chad shut last May.", "shut", "Chad"),
    ],
)
def test_who_acts(reader: Reader, text: str, word: str, agent: str) -> None:
    reading = read(reader, text)
    mentions = {mention.id: mention for mention in reading.mentions}
    agents = [
        mentions[key].actor.name
        for claim in reading.claims
        if claim.trigger.of(text) == word
        for key in claim.agents
        if mentions[key].actor
    ]
    assert agents == [agent]


def test_an_aside_reports_the_second_of_two_acts(reader: Reader) -> None:
    text = "Uganda's president received both and persuaded them, his office says, to withdraw tanks from the border."
    reading = read(reader, text)
    made = {one.id: one.source_text for one in reading.attributions}
    words = {claim.trigger.of(text): made.get(claim.attribution or "") for claim in reading.claims}
    assert (words["received"], words["withdraw"]) == (None, "his office")


def test_who_comes_with_a_clause_of_its_own_is_not_asked(reader: Reader) -> None:
    text = "With Lin flying into Suva, it is being asked again in Taipei how long Fiji will keep its office."
    assert [(claim.trigger.of(text), claim.status) for claim in read(reader, text).claims] == [("flying", "happened")]
