"""Clauses that the parser hangs too low: acts on those a clause is about, "and that", and who asked not to be named."""

import pytest

from legation.documents.assemble import Details, document_from_text
from legation.reading.claim import Claim, Reading
from legation.reading.reader import Reader

pytestmark = pytest.mark.model


def read(reader: Reader, text: str) -> Reading:
    return reader.read(document_from_text(text, Details(published="2026-05-14")))


def claim_of(reading: Reading, trigger: str) -> Claim:
    return next(claim for claim in reading.claims if claim.trigger.of(reading.document.text) == trigger)


def actors(reading: Reading, keys: tuple[str, ...]) -> list[str | None]:
    mentions = {mention.id: mention for mention in reading.mentions}
    return [(actor.name if (actor := mentions[key].actor) else None) for key in keys]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Niger arrested the reporters who came to Agadez last June and expelled two of them.", "expelled", ["Niger"]),
        ("Niger arrested the rebels who fled from Agadez and attacked a town.", "attacked", ["rebels"]),
        ("Lima said that Chile broke the pact when it seized the port.", "seized", ["Chile"]),
        ("Lima demanded that Chile first return the lorries it has impounded.", "impounded", ["Chile"]),
    ],
)
def test_who_acts(reader: Reader, text: str, trigger: str, who: list[str]) -> None:
    reading = read(reader, text)
    assert actors(reading, claim_of(reading, trigger).agents) == who


def test_a_clause_behind_and_that_is_no_content_of_the_one_before(reader: Reader) -> None:
    reading = read(reader, "Officials say that Peru has asked for talks and that Chile has rejected the offer.")
    refused = claim_of(reading, "rejected")
    made = {made.id: made for made in reading.attributions}[refused.attribution or ""]
    assert (refused.status.value, made.source_text) == ("happened", "Officials")


def test_who_asks_not_to_be_named_asks_for_nothing(reader: Reader) -> None:
    reading = read(reader, "An adviser to Rossi, who asked not to be named, said that Chad had expelled the envoy.")
    assert [claim.trigger.of(reading.document.text) for claim in reading.claims] == ["expelled"]


def test_what_is_told_of_an_apposition_is_told_of_the_name(reader: Reader) -> None:
    reading = read(reader, "Ana Lopez, the poet whom a court in Lima jailed in 2023, has left.")
    assert actors(reading, claim_of(reading, "jailed").recipients) == ["Ana Lopez"]


def test_that_somebody_ought_to_as_promised_is_the_authors_word(reader: Reader) -> None:
    reading = read(reader, "Chad ought to withdraw from Aouzou, as it promised in May.")
    assert claim_of(reading, "withdraw").attribution is None


@pytest.mark.parametrize(
    ("bio", "who"),
    [("The writer was Kenya’s ambassador to Uganda from 2008 to 2012.", ["Kenya"]), ("The writer lives in Accra.", [])],
)
def test_we_is_the_state_the_writer_has_served(reader: Reader, bio: str, who: list[str]) -> None:
    reading = read(reader, f"{bio}\n\nNobody there liked us. We recalled the consul from Chad.\n")
    claim = next(iter(claim for claim in reading.claims if claim.trigger.of(reading.document.text) == "recalled"), None)
    assert [name for name in (actors(reading, claim.agents) if claim else []) if name] == who
