"""Lines in capitals: names keep them, the rest is as in a sentence; nothing moves, and the reader reads them."""

import pytest

from legation.reading.names.gazetteer import Gazetteer
from legation.reading.parse.capitals import sentence_case
from legation.reading.reader import Reader
from tests.builders import make_document


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("PERU SENDS TROOPS TO BORDER WITH ECUADOR", "Peru sends troops to border with Ecuador"),
        ("SAUDI ARABIA, BURKINA FASO SIGN PACT", "Saudi Arabia, Burkina Faso sign pact"),
        ("NATO WARNS MALI'S JUNTA OF WAR", "NATO warns Mali's junta of war"),
        ("DUTCH BAN MAY ANGER TURKEY", "Dutch ban may anger Turkey"),
        ("ENVOY OF U.S. LEAVES ENTEBBE", "Envoy of U.S. leaves Entebbe"),
        ("Peru sends NATO a note", "Peru sends NATO a note"),
        ("NATO", "NATO"),
    ],
)
def test_sentence_case(line: str, plain: str, gazetteer: Gazetteer) -> None:
    assert sentence_case(line, gazetteer.known_name) == plain


def test_letters_whose_small_form_is_longer_stay(gazetteer: Gazetteer) -> None:
    line = "İZMİR TALKS FAIL AS TURKEY LEAVES"
    assert len(sentence_case(line, gazetteer.known_name)) == len(line)


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "kind", "agent", "recipient", "status"),
    [
        ("GERMANY TO SEND TANKS TO UKRAINE", "AID", "DEU", "UKR", "planned"),
        ("IRAN MAY RELEASE BRITISH PRISONERS", "RETREAT", "IRN", "GBR", "possible"),
        ("BOGOTA EXPELS ISRAELI AMBASSADOR OVER GAZA WAR", "SANCTION", "COL", "ISR", "happened"),
    ],
)
def test_lines_in_capitals_are_read(
    line: str, kind: str, agent: str, recipient: str, status: str, reader: Reader
) -> None:
    reading = reader.read(make_document(line))
    actors = {mention.id: mention.actor and mention.actor.country for mention in reading.mentions}
    claim = next(claim for claim in reading.claims if claim.type == kind)
    assert [actors[key] for key in claim.agents] == [agent]
    assert recipient in [actors[key] for key in claim.recipients]
    assert claim.status == status
    assert all(reading.document.quote(mention.span) == mention.text for mention in reading.mentions)
