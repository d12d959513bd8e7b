"""Clauses around asides, which the parser leads astray: parses set right, and who acts. Texts are our own."""

import pytest
from spacy.language import Language

from legation.reading.reader import Reader
from tests.reading.claims.test_making import claim_at, names, read
from tests.reading.trees import grow

pytestmark = pytest.mark.model
STALLED = "Five rounds of talks in Quito led nowhere until Oman, to general surprise, brokered a truce."
BELIEVED = "If the talks fail, officials in Lima believe, Ecuador would close the border."
PROVIDED = "Chad was ready to resume gas talks provided that Mali ruled out further raids."


@pytest.mark.parametrize(
    ("text", "word", "link", "above"),
    [
        # An aside parts who acts from the verb, and the verb before it has no subject of its own.
        (STALLED, "Oman", "nsubj", "brokered"),
        (STALLED, "rounds", "nsubj", "led"),
        # A plural before the second comma of an aside asks for a verb.
        (BELIEVED, "officials", "nsubj", "believe"),
        (BELIEVED, "Lima", "pobj", "in"),
        # What somebody says in passing parts a subject from its verb.
        ("Peru promised aid and Chile, or so Bolivia claimed, agreed to leave.", "Chile", "nsubj", "agreed"),
        # Nobody provides anything.
        (PROVIDED, "that", "mark", "ruled"),
        # A participle behind what a sentence opens with.
        ("In a letter of May 3, sent through Oman, Iran asked Chad to withdraw its troops.", "In", "prep", "asked"),
    ],
)  # fmt: skip
def test_each_clause_has_its_own_words(nlp: Language, text: str, word: str, link: str, above: str) -> None:
    tree = grow(nlp, text)
    at = tree.words.index(word)
    assert (tree.deps[at], tree.words[tree.heads[at]]) == (link, above)


def test_a_proviso_is_a_condition(reader: Reader) -> None:
    reading = read(reader, PROVIDED)
    assert claim_at(reading, "ruled").status == "conditional"


def test_who_fears_does_not_act(reader: Reader) -> None:
    text = "Were Chile to shell the mine again, diplomats in Quito fear, the rebels would resume their raids on Peru."
    reading = read(reader, text)
    claim = claim_at(reading, "resume")
    made = next(made for made in reading.attributions if made.id == claim.attribution)
    assert (names(reading, claim.agents), made.source_text) == (["the rebels"], "diplomats in Quito")


def test_a_proviso_is_nobodys_word(reader: Reader) -> None:
    reading = read(reader, PROVIDED)
    cues = [span.of(PROVIDED) for made in reading.attributions for span in made.cue]
    assert "provided" not in cues
