"""Two people side by side, the second named by his state; verbs taken for participles. Texts are our own."""

import pytest
from spacy.language import Language

from legation.reading.reader import Reader
from tests.builders import make_document
from tests.reading.trees import grow

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Erdogan met Abiy and Somalia's President Hassan Sheikh Mohamud.", {"abiy-ahmed", "hassan-sheikh-mohamud"}),
        ("Rutte met Starmer and Poland's Prime Minister Donald Tusk.", {"keir-starmer", "donald-tusk"}),
        ("Biden received Sisi and South Sudan's President Salva Kiir.", {"abdel-fattah-el-sisi", "salva-kiir"}),
        ("Chile brought Kenya and Uganda to the negotiating table.", {"KEN", "UGA"}),
    ],
)
def test_both_are_kept(reader: Reader, text: str, others: set[str]) -> None:
    reading = reader.read(make_document(text))
    actors = {mention.id: mention.actor.id for mention in reading.mentions if mention.actor}
    (claim,) = reading.claims
    assert {actors[one] for one in claim.recipients} == others


def test_a_sentence_has_a_verb(nlp: Language) -> None:
    tree = grow(nlp, "Switzerland hosted talks between Armenia and Azerbaijan.")
    assert (tree.words[tree.heads[1]], tree.tags[1], tree.deps[0]) == ("hosted", "VBD", "nsubj")
