"""Whom an act singles out, and that he did it. Texts are our own."""

import pytest
from spacy.language import Language

from legation.reading.claim import Status
from legation.reading.grammar.singled import bearer
from legation.reading.reader import Reader
from tests.builders import make_document
from tests.reading.trees import grow

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "above", "is_verb"),
    [
        ("Paraguay was among the first to condemn Venezuela.", "condemn", "was", True),
        ("Peru became the first country to recognise Palestine.", "recognise", "became", True),
        ("Turkey is among the few states to have sent troops to Qatar.", "sent", "is", True),
        ("Rossi, the first premier to visit Peru, met Boluarte.", "visit", "Rossi", False),
    ],
)
def test_who_is_singled_out(nlp: Language, text: str, word: str, above: str, is_verb: bool) -> None:
    tree = grow(nlp, text)
    found = bearer(tree, tree.words.index(word))
    assert found is not None
    assert (tree.words[found[0]], found[1]) == (above, is_verb)


def test_what_something_is_for_singles_nobody_out(nlp: Language) -> None:
    tree = grow(nlp, "Chad sent the last troops to fight the rebels.")
    assert bearer(tree, tree.words.index("fight")) is None


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Paraguay was among the first to condemn Venezuela.", "Paraguay"),
        ("Iran was one of the first to condemn Israel.", "Iran"),
        ("Mongolia, the only country to have recognised the government of Mali, sent an envoy to Bamako.", "Mongolia"),
    ],
)
def test_what_singles_somebody_out_is_done(reader: Reader, text: str, doer: str) -> None:
    reading = reader.read(make_document(text))
    claim = min(reading.claims, key=lambda claim: claim.trigger.start)
    names = {mention.id: mention.text for mention in reading.mentions}
    assert claim.status is Status.HAPPENED
    assert [names[agent] for agent in claim.agents] == [doer]
