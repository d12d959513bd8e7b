"""Whose a noun of force is may be whom it was done to. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import read

pytestmark = pytest.mark.model


def parties(reader: Reader, text: str, trigger: str) -> tuple[list[str], list[str]]:
    reading = read(reader, text)
    names = {mention.id: mention.text for mention in reading.mentions}
    claim = next(claim for claim in reading.claims if claim.trigger.of(text) == trigger)
    return [names[one] for one in claim.agents], [names[one] for one in claim.recipients]


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "recipients"),
    [
        ("Rossi's assassination in Lima was condemned by Chad.", "assassination", [], ["Rossi"]),
        ("Chad denounced the poisoning of the envoy.", "poisoning", [], ["the envoy"]),
        ("Togo protested at Rossi's expulsion by Chad.", "expulsion", ["Chad"], ["Rossi"]),
        ("Norway's expulsion from the league was unfair.", "expulsion", [], ["Norway"]),
        ("Chad's expulsion of the envoy was announced on Monday.", "expulsion", ["Chad"], ["the envoy"]),
        ("Togo condemned Chad's attack on Libya.", "attack", ["Chad"], ["Libya"]),
    ],
)
def test_whose_the_noun_is(reader: Reader, text: str, trigger: str, agents: list[str], recipients: list[str]) -> None:
    assert parties(reader, text, trigger) == (agents, recipients)


def test_who_condemns_a_murder_says_nothing_against_the_victim(reader: Reader) -> None:
    assert parties(reader, "Chad condemned Rossi's assassination in Lima.", "condemned") == (["Chad"], [])


def test_whom_a_crowd_is_against_does_not_act_for_it(reader: Reader) -> None:
    assert parties(reader, "An anti-Maduro crowd stormed the embassy of Cuba.", "stormed")[0] == []
