"""What is called untrue in passing is told all the same, on its teller's word. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.test_claims import claim_at, names, read

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
