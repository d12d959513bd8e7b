"""Rejoinders: a charge told again behind a comma, with who denies it."""

import pytest

from legation.documents.assemble import Details, document_from_text
from legation.reading.reader import Reader

pytestmark = pytest.mark.model


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
