"""Lemmas: irregulars, suffixes, clitics, headline capitals."""

import pytest

from legation.reading.parse.lemmas import Lemmatizer, load_lemmatizer


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    return load_lemmatizer()


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("said", "VBD", "say"),
        ("met", "VBN", "meet"),
        ("sent", "VBD", "send"),
        ("held", "VBN", "hold"),
        ("was", "VBD", "be"),
        ("found", "VBD", "find"),
        ("left", "VBN", "leave"),
        ("denies", "VBZ", "deny"),
        ("accusing", "VBG", "accuse"),
        ("signalled", "VBD", "signal"),
        ("reposted", "VBD", "repost"),
        ("made", "VBD", "make"),
        ("blogged", "VBD", "blog"),
        ("texted", "VBN", "text"),
        ("googled", "VBD", "google"),
        ("doxing", "VBG", "dox"),
        ("troops", "NNS", "troop"),
        ("talks", "NNS", "talk"),
        ("Talks", "NNPS", "talk"),
        ("men", "NNS", "man"),
        ("crises", "NNS", "crisis"),
        ("largest", "JJS", "large"),
        ("n't", "RB", "not"),
        ("n’t", "RB", "not"),
        ("’s", "VBZ", "be"),
        ("'ll", "MD", "will"),
        ("Moscow", "NNP", "moscow"),
        ("of", "IN", "of"),
    ],
)
def test_lemma(lemmatizer: Lemmatizer, form: str, tag: str, lemma: str) -> None:
    assert lemmatizer.lemma(form, tag) == lemma


def test_the_second_answer_is_the_first(lemmatizer: Lemmatizer) -> None:
    assert lemmatizer.lemma("armies", "NNS") == lemmatizer.lemma("armies", "NNS") == "army"
