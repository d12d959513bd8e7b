"""Whose word a claim is, where a passive names nobody or a source opens the sentence. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.builders import make_document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Turkey is expected to send troops to Libya.", [None]),
        ("Iran is reported to have sent missiles to Russia.", [None]),
        ("Analysts say Iran is expected to send missiles to Russia.", ["Analysts"]),
        ("Iran was reported by the agency to have sent missiles to Russia.", ["the agency"]),
        ("According to Reuters, the accord that Peru signed in 1929 was broken by Bolivia.", [None, "Reuters"]),
        ("According to the army, rebels who seized Goma killed 30 soldiers.", ["the army", "the army"]),
    ],
)
def test_whose_word_it_is(reader: Reader, text: str, sources: list[str | None]) -> None:
    reading = reader.read(make_document(text))
    made = {one.id: one.source_text for one in reading.attributions}
    claims = sorted(reading.claims, key=lambda claim: claim.trigger.start)
    assert [made[claim.attribution] if claim.attribution else None for claim in claims] == sources


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("According to Tass, Mali, which shelled the town, has signed a pact with Russia.", {"Mali"}),
        ("According to officials, Iran, Iraq and Syria signed a pact.", {"Iran", "Iraq", "Syria"}),
        ("According to Reuters, Chad expelled the envoy of Niger.", {"Chad"}),
    ],
)
def test_a_source_does_nothing(reader: Reader, text: str, agents: set[str]) -> None:
    reading = reader.read(make_document(text))
    names = {mention.id: mention.text for mention in reading.mentions}
    assert {names[agent] for claim in reading.claims for agent in claim.agents} == agents
