"""Dispatches: classes of errors found in present-day reporting, each in wordings and regions of our own."""

import pytest

from legation.documents.assemble import Details, document_from_text
from legation.reading.claim import Claim, Reading
from legation.reading.reader import Reader

pytestmark = pytest.mark.model


def read(reader: Reader, text: str) -> Reading:
    return reader.read(document_from_text(text, Details(published="2026-06-12")))


def claims_at(reading: Reading, trigger: str) -> list[Claim]:
    return [claim for claim in reading.claims if claim.trigger.of(reading.document.text) == trigger]


def claim_at(reading: Reading, trigger: str) -> Claim:
    return claims_at(reading, trigger)[0]


def parties(reading: Reading, keys: tuple[str, ...]) -> set[str]:
    mentions = {mention.id: mention for mention in reading.mentions}
    return {(actor.country or actor.name) if (actor := mentions[key].actor) else mentions[key].text for key in keys}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # An adverb before the first of two acts is of both.
        ("The Togolese army allegedly kidnapped and killed six Beninese shepherds.", "killed", "possible"),
        ("Peruvian sailors purportedly boarded and shelled a Chilean village.", "shelled", "possible"),
        ("The Togolese army allegedly seized a boat and later admitted that it had.", "admitted", "happened"),
        # Talks that nobody goes to.
        ("Oman will not sit down for talks with the rebels.", "talks", "denied"),
        ("Fiji did not apologise for attacks on Samoan boats.", "attacks", "happened"),
        # What is made is as real as its making.
        ("Norway hopes to facilitate the signing of a peace deal between Chad and Sudan.", "deal", "possible"),
        ("Lima welcomed the signing of a peace deal between Chad and Sudan.", "deal", "happened"),
        # A participle that opens the sentence is not what is agreed.
        ("Expressing concern over Chad's conduct, Togo and Ghana agreed to send observers.", "Expressing", "happened"),
        # A particle makes another verb.
        ("Togo's newspapers kept up criticism of Ghana.", "criticism", "happened"),
        ("Peru stepped up its criticism of Chile.", "criticism", "happened"),
        # What is said of a thing is not asked of anybody.
        ('Haiti\'s premier called the Dominican decision to close the border "shameful".', "close", "planned"),
    ],
)
def test_status(reader: Reader, text: str, trigger: str, status: str) -> None:
    assert claim_at(read(reader, text), trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        # Behind a quotation mark it is still the accused who did it.
        ('Togo accused Ghana of "massing tanks and troops" on the border.', "massing", {"GHA"}),
        # Whose decision it is, the adjective says.
        ('Haiti\'s premier called the Dominican decision to close the border "shameful".', "close", {"DOM"}),
        ("The Kenyan plan to annex the islet angered Somalia.", "annex", {"KEN"}),
        # A surname as this text spells it.
        ("Iran's foreign minister, Abbas Araqchi, left. Araqchi accused Oman of lying.", "accused", {"IRN"}),
    ],
)
def test_agents(reader: Reader, text: str, trigger: str, agents: set[str]) -> None:
    reading = read(reader, text)
    assert parties(reading, claim_at(reading, trigger).agents) == agents


def test_a_raid_to_arrest_somebody_is_not_of_those_who_answer_it(reader: Reader) -> None:
    reading = read(reader, "Peru cut ties with Chile after a police raid to arrest a fugitive in Lima.")
    assert all(parties(reading, claim.agents) != {"PER"} for claim in claims_at(reading, "arrest"))


def test_what_a_plan_is_for_is_not_asked_by_who_names_it(reader: Reader) -> None:
    reading = read(reader, 'Haiti\'s premier called the Dominican decision to close the border "shameful".')
    assert "REQUEST" not in {claim.type for claim in reading.claims}
