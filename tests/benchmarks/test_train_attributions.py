"""Training the models of attributions: what is laid over the words, and what no weight may rest on."""

import pytest
from spacy.language import Language

from benchmarks.train_attributions import Example, Gold, align, fit, list_names, strayed_examples
from legation.lexicon.cues import load_cues
from legation.reading.attribution.arbiter import make_arbiter
from legation.reading.attribution.quotations import Finder
from legation.reading.attribution.units import Label
from legation.reading.attribution.words import Words, list_words
from tests.reading.trees import grow

pytestmark = pytest.mark.model


def laid(nlp: Language, text: str, source: str, cue: str, content: str) -> tuple[Words, Gold]:
    """Return the words of a text with one annotation over them."""
    words = list_words(grow(nlp, text))
    spans = {
        role: [[text.index(part), text.index(part) + len(part)]]
        for role, part in (("source", source), ("cue", cue), ("content", content))
    }
    gold = align(words, spans, load_cues())
    assert gold is not None
    return words, gold


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "head"),
    [
        ("Quito said the port was shut.", "Quito", "said", "the port was shut", "said"),
        ("Quito began its week by telling that it was shut.", "Quito", "began its week by telling", "that", "telling"),
        ("Quito has fears that the port was shut.", "Quito", "has fears", "that the port was shut", "fears"),
    ],
)
def test_a_cue_turns_on_the_word_the_lexicon_has(
    nlp: Language, text: str, source: str, cue: str, content: str, head: str
) -> None:
    words, gold = laid(nlp, text, source, cue, content)
    assert words.texts[gold.head] == head


def test_no_feature_names_a_name(nlp: Language) -> None:
    words = list_words(grow(nlp, "The envoy told Quito that Quito was late, and Quito agreed."))
    names = list_names([[(words, [])]])
    assert "quito" in names
    assert "envoy" not in names
    rows = [Example(["l=say", "n=quito"], 1), Example(["l=eat"], 0)] * 8
    weights, _ = fit(rows, 2, 4, names)
    assert "l=say" in weights
    assert "n=quito" not in weights


def test_units_after_a_mistake_keep_their_right_labels(nlp: Language) -> None:
    words, gold = laid(nlp, "Quito said the port was shut.", "Quito", "said", "the port was shut")
    empty = make_arbiter({"cue": {}, "rival": {}, "unit": {}, "dense": [[0] * 13] * words.vectors.shape[-1]})
    rows = list(strayed_examples(words, [gold], Finder(load_cues(), empty)))
    # Without weights nothing is source: the units after that are seen, and they are content.
    assert rows
    assert Label.CONTENT in {row.label for row in rows}
