"""Who is declared unwanted, in every number. Texts are our own."""

import pytest

from legation.reading.parse.lemmas import load_lemmatizer
from legation.reading.parse.mending.repair import Parse
from legation.reading.parse.mending.unwanted import declare_unwanted
from legation.reading.parse.trees import kids_of
from legation.reading.reader import Reader
from tests.builders import make_document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Chad declared three attaches of France personae non gratae.", "three attaches of France"),
        ("Chad declared two consuls of France personas non grata.", "two consuls of France"),
        ("Chad named the French envoy persona non grata.", "the French envoy"),
        ("Chad has declared the French attachés personae non gratae on Friday.", "the French attachés"),
    ],
)
def test_the_unwanted_are_of_their_state(reader: Reader, text: str, theme: str) -> None:
    reading = reader.read(make_document(text))
    actors = {mention.id: mention.actor.id for mention in reading.mentions if mention.actor}
    (claim,) = reading.claims
    assert (claim.type, claim.mode) == ("SANCTION", "expel")
    assert [actors.get(one) for one in claim.recipients] == ["FRA"]
    assert claim.theme is not None
    assert claim.theme.text == theme


@pytest.mark.parametrize("heads", [[1, 3, 1, 3, 5, 2], [1, 3, 1, 5, 5, 5], [1, 2, 3, 3, 5, 2], [1, 4, 1, 5, 5, 5]])
def test_words_never_hang_on_each_other(heads: list[int]) -> None:
    words = "Oslo declared envoys persona non grata".split()
    tags, links = ["NNP", "VBD", "NNS", "NN", "NN", "NN"], ["dep"] * len(words)
    parse = Parse(words, tags, [word.lower() for word in words], links, heads, kids_of(heads), load_lemmatizer())
    parse.lemmas[1] = "declare"
    declare_unwanted(parse)
    for at in range(len(words)):
        above = at
        for _ in words:
            above = parse.heads[above]
        assert parse.heads[above] == above
