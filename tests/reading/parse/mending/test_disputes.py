"""What is called untrue in passing is told all the same, on its teller's word. Texts are our own."""

import pytest

from legation.documents.assemble import Details, document_from_text
from legation.reading.reader import Reader
from tests.reading.claims.test_making import claim_at, names, read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "told", "teller", "denial", "denier"),
    [
        (
            "Iran has supplied Sudan with drones, according to Chad, a charge Iran denies.",
            *("supplied", "Chad", "denies", "Iran"),
        ),
        (
            "Niger says Mali has armed the rebels, an accusation Bamako rejects.",
            *("armed", "Niger", "rejects", "Bamako"),
        ),
        (
            "Mali has armed the rebels, UN experts say, an allegation Bamako has repeatedly rejected.",
            *("armed", "UN experts", "rejected", "Bamako"),
        ),
    ],
)
def test_who_tells_and_who_denies(reader: Reader, text: str, told: str, teller: str, denial: str, denier: str) -> None:
    reading = read(reader, text)
    claim, denying = claim_at(reading, told), claim_at(reading, denial)
    sources = {
        one.id: one.source_text or names(reading, (one.source_mention or "",))[0] for one in reading.attributions
    }
    assert (claim.status.value, sources.get(claim.attribution or "")) == ("happened", teller)
    assert (denying.type, names(reading, denying.agents)) == ("REJECT", [denier])


@pytest.mark.parametrize(
    ("text", "made", "denied"),
    [
        ("Ghana has accused Togo of moving border posts, allegations Togo denies.", "accused", "denies"),
        ("Kenya blamed Uganda for the shelling, claims Kampala dismissed.", "blamed", "dismissed"),
        ("Peru accused Chile of hiding arms, a charge Chile rejects.", "accused", "rejects"),
        ("Oman blamed Iran for the blast, accusations that Tehran has repeatedly denied.", "blamed", "denied"),
    ],
)
def test_who_denies_a_charge_does_not_unmake_it(reader: Reader, text: str, made: str, denied: str) -> None:
    reading = reader.read(document_from_text(text, Details(published="2026-06-12")))
    by_trigger = {claim.trigger.of(text): claim for claim in reading.claims}
    assert (by_trigger[made].status, by_trigger[made].attribution) == ("happened", None)
    assert (by_trigger[denied].type, by_trigger[denied].attribution) == ("REJECT", None)


def test_a_claim_that_nobody_answers_stays(reader: Reader) -> None:
    text = "Officials in Togo, who claim Ghana moved the posts, left."
    reading = reader.read(document_from_text(text, Details(published="2026-06-12")))
    assert "REJECT" not in {claim.type for claim in reading.claims}
