"""Every word class of reference.yml shows one of its words in its example."""

import pytest
from spacy.language import Language

from legation.lexicon.frames import WordClass
from legation.lexicon.load import load_entries
from legation.reading.parse.lemmas import load_lemmatizer

CLASSES = load_entries("reference.yml", WordClass)


@pytest.mark.model
@pytest.mark.parametrize("entry", CLASSES, ids=[entry.name for entry in CLASSES])
def test_example_shows_a_word_of_the_class(entry: WordClass, nlp: Language) -> None:
    lemmatizer = load_lemmatizer()
    doc = nlp(entry.example)
    shown = {token.lower_.replace(".", "") for token in doc} | {lemmatizer.lemma(t.lower_, t.tag_) for t in doc}
    text = entry.example.lower()
    assert any(word in shown or (" " in word and word in text) for word in entry.words)
