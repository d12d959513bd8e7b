"""Whom "it" means behind a sentence on what a state has, or what is so for it. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.builders import make_document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("China's weight is felt across the region. It buys nine tenths of Laos's power.", {"CHN"}),
        ("For Ankara the price is small. It supplied drones to Mali.", {"TUR"}),
        ("Togo's decision surprised Ghana. It expelled the envoy of Benin.", {"TGO"}),
        ("Turkey's drone maker is growing. It sold drones to Mali.", set()),
        ("Chad met Niger. Mali's influence fell. It closed the border with Chad.", set()),
    ],
)
def test_it_is_who_can_act(reader: Reader, text: str, agents: set[str]) -> None:
    reading = reader.read(make_document(text))
    actors = {mention.id: mention.actor.id for mention in reading.mentions if mention.actor}
    last = max(reading.claims, key=lambda claim: claim.trigger.start)
    assert {actors[agent] for agent in last.agents if agent in actors} == agents
