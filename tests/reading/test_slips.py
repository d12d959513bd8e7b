"""Words that the parser tags or hangs as they cannot be, and that are set right. Texts are our own."""

import pytest
from spacy.language import Language

from legation.reading.moods import is_negated
from tests.reading.trees import grow

pytestmark = pytest.mark.model


def hung(nlp: Language, text: str, word: str) -> tuple[str, str]:
    tree = grow(nlp, text)
    at = tree.words.index(word)
    return tree.deps[at], tree.words[tree.heads[at]]


@pytest.mark.parametrize(
    ("text", "word", "link", "above"),
    [
        ("On July 24 Thai F-16 jets bombed Cambodian positions.", "July", "pobj", "On"),
        ("In 2012 Rwanda armed the rebels.", "2012", "pobj", "In"),
        ("The African Union ought to deploy monitors to the border.", "ought", "aux", "deploy"),
        ("The Emir brought the two presidents together in Doha on March 18.", "together", "advmod", "brought"),
        ("Nauru cut ties with Taiwan in January.", "Nauru", "nsubj", "cut"),
        ("Vanuatu, whose parliament has refused to ratify a pact, may oppose it.", "Vanuatu", "nsubj", "oppose"),
        ("The union called for Iran to halt enrichment.", "halt", "ccomp", "called"),
        ("Peru's president said the treaty was dead and vowed to expel envoys.", "vowed", "conj", "said"),
        ("Lima said it would stay away and accused Quito of fraud.", "accused", "conj", "said"),
        ("Lima condemned the raid and called on Quito to free the men.", "free", "xcomp", "called"),
        ("Lima answered by halting purchases of Chilean wine.", "purchases", "dobj", "halting"),
        ("The plan was backed by growing numbers of voters.", "growing", "amod", "numbers"),
        (
            "Lima said that Chad was sheltering terrorists and threatened unspecified consequences.",
            "threatened",
            "conj",
            "said",
        ),
    ],
)
def test_what_hangs_where(nlp: Language, text: str, word: str, link: str, above: str) -> None:
    assert hung(nlp, text, word) == (link, above)


@pytest.mark.parametrize("text", ["Lima said Quito had attacked the port and threatened the town.", "He met 2000 men."])
def test_what_may_be_so_is_left(nlp: Language, text: str) -> None:
    tree = grow(nlp, text)
    assert [tree.words[tree.heads[i]] for i, word in enumerate(tree.words) if word in ("threatened", "2000")] != [
        "said"
    ]


def test_a_noun_with_an_object_is_a_verb(nlp: Language) -> None:
    tree = grow(nlp, "Rwanda’s foreign minister accused Congo of bombing villages near Minembwe.")
    at = tree.words.index("bombing")
    assert (tree.tags[at], tree.lemmas[at]) == ("VBG", "bomb")


def test_a_verb_stands_behind_an_inverted_helper(nlp: Language) -> None:
    tree = grow(nlp, "Nor did Russia back Algeria’s bid to join the club in 2023.")
    at = tree.words.index("back")
    assert (tree.tags[at], tree.deps[at]) == ("VB", "ROOT")
    assert is_negated(tree, at)


def test_nor_negates(nlp: Language) -> None:
    tree = grow(nlp, "Nor did Russia support Mali.")
    assert is_negated(tree, tree.words.index("support"))
