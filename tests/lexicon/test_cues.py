"""The cue lexicon: breadth, well-formed entries, and examples that hold what they are examples of."""

import pytest

from legation.lexicon.cues import Commitment, CueEntry, CuePart, load_cues
from legation.reading.parse.lemmas import Lemmatizer, load_lemmatizer

CONSTRUCTIONS = frozenset("that whether wh to ing quote object oprd main as how it out up clear".split())
PREPOSITIONS = frozenset("to for against on about of with from into in at by over like".split())
TAGS = {
    CuePart.VERB: ("VBD", "VBZ", "VBN", "VBG", "VB"),
    CuePart.NOUN: ("NN", "NNS"),
    CuePart.ADJECTIVE: ("JJ",),
    CuePart.ADVERB: ("RB",),
    CuePart.PREPOSITION: ("IN",),
}
ENTRIES = list(load_cues().entries.values())


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    return load_lemmatizer()


def test_the_lexicon_is_broad() -> None:
    assert len(ENTRIES) >= 500
    assert {entry.commitment for entry in ENTRIES} == set(Commitment)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.lemma}-{entry.pos}")
def test_an_example_shows_its_cue(entry: CueEntry, lemmatizer: Lemmatizer) -> None:
    words = entry.example.replace(",", " ").replace(".", " ").replace('"', " ").split()
    assert entry.lemma in {lemmatizer.lemma(word, tag) for word in words for tag in TAGS[entry.pos]}
    assert set(entry.construction) <= CONSTRUCTIONS | PREPOSITIONS
    assert entry.source


def test_one_word_may_be_two_cues() -> None:
    cues = load_cues()
    verb, noun = cues.get("demand", "verb"), cues.get("demand", CuePart.NOUN)
    assert verb is not None
    assert noun is not None
    assert verb.commitment is noun.commitment is Commitment.WANTS
    assert cues.get("strait", "noun") is None
