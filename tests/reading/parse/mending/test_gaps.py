"""What a relative pronoun is the object of. Texts are our own."""

import pytest
from spacy.language import Language

from legation.reading.claim import Status
from legation.reading.reader import Reader
from tests.builders import make_document
from tests.reading.trees import grow, link_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "pronoun", "link"),
    [
        ("The men whom Chad says it arrested are soldiers of Niger.", "whom", ("dobj", "arrested")),
        ("The drones, which Kyiv believes Iran sold to Russia, hit Odesa.", "which", ("dobj", "sold")),
        ("The talks that Oman said Iran would attend were put off.", "that", ("dobj", "attend")),
        ("The report, which said Chad had bombed Niger, was denied.", "which", ("nsubj", "said")),
    ],
)
def test_pronoun_hangs_on_the_verb_it_is_the_object_of(
    nlp: Language, text: str, pronoun: str, link: tuple[str, str]
) -> None:
    assert link_of(grow(nlp, text), pronoun) == link


def test_who_is_told_of_was_removed(reader: Reader) -> None:
    reading = reader.read(make_document("Mulatu Teshome, whom Abiy Ahmed removed as president, left Ethiopia."))
    names = {mention.id: mention.text for mention in reading.mentions}
    claim = reading.claims[0]
    assert (claim.type, claim.status) == ("SANCTION", Status.HAPPENED)
    assert ([names[one] for one in claim.agents], [names[one] for one in claim.recipients]) == (
        ["Abiy Ahmed"],
        ["Mulatu Teshome"],
    )
