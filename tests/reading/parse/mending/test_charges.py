"""Charges that the parser hangs on a noun and that belong to the verb which brings them; texts are our own."""

import pytest
from spacy.language import Language

from tests.reading.trees import grow

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "link", "above"),
    [
        ("Peru's president accused the delegation of bombing Quito.", "of", "prep", "accused"),
        ("Peru's president accused the delegation of bombing Quito.", "Quito", "dobj", "bombing"),
        ("Kenya accused the commander of the Ugandan army of arming rebels.", "arming", "pcomp", "of"),
        ("Amnesty has accused the army and the rebels of killing villagers.", "of", "prep", "accused"),
        ("Rwanda is accused by Belgian investigators of arming the rebels in Masisi.", "of", "prep", "accused"),
        ("Oslo criticised the envoy and accused him of visiting rebels.", "visiting", "pcomp", "of"),
        ("Kenyan police charged a student leader with plotting a riot.", "with", "prep", "charged"),
        ("Peru accused the head of state of fraud.", "of", "prep", "head"),
        ("Mali accused it in April of shooting down a drone.", "of", "prep", "accused"),
    ],
)
def test_a_charge_hangs_on_the_verb_that_brings_it(nlp: Language, text: str, word: str, link: str, above: str) -> None:
    tree = grow(nlp, text)
    at = tree.words.index(word)
    assert (tree.deps[at], tree.words[tree.heads[at]]) == (link, above)


def test_a_second_charge_stands_beside_the_first(nlp: Language) -> None:
    tree = grow(nlp, "Honduras accused Nicaragua last year of having dredged a channel and of arming fishermen.")
    assert [tree.words[tree.heads[i]] for i, word in enumerate(tree.words) if word == "of"] == ["accused", "accused"]
