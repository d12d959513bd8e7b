"""What is wished to be done, what was done besides, and verbs of headlines: parses set right. Texts are our own."""

import pytest
from spacy.language import Language

from tests.reading.trees import grow

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wish", "done"),
    [
        ("Peru would like the ban on Chilean fruit to be lifted.", "like", "lifted"),
        ("Ghana needs the border with Togo to be reopened.", "needs", "reopened"),
        ("Lima would love sanctions on Chile to be eased.", "love", "eased"),
    ],
)
def test_what_is_wished_hangs_on_the_wish(nlp: Language, text: str, wish: str, done: str) -> None:
    tree = grow(nlp, text)
    at = tree.words.index(done)
    assert (tree.deps[at], tree.words[tree.heads[at]]) == ("ccomp", wish)
    assert tree.has(at, "nsubjpass")


def test_a_thing_of_a_kind_stays_one(nlp: Language) -> None:
    tree = grow(nlp, "Kenya sold rifles to be used against Somalia.")
    assert tree.deps[tree.words.index("used")] != "ccomp"


def test_a_past_tense_is_joined_to_no_gerund(nlp: Language) -> None:
    tree = grow(nlp, "Chad accused Sudan of arming rebels in its east and recalled its ambassador.")
    assert tree.words[tree.heads[tree.words.index("recalled")]] == "accused"


def test_an_offer_is_made_to_the_name_before_it(nlp: Language) -> None:
    tree = grow(nlp, "Oman made Yemen an offer of a truce in May.")
    assert [tree.deps[tree.words.index(word)] for word in ("Yemen", "offer")] == ["dative", "dobj"]


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("Chile recalls envoy as Peru halts gas talks", "halts", "talks"),
        ("Peru expels envoy after Chile halts gas talks", "halts", "talks"),
        ("Kenya halts gas talks", "halts", "talks"),
    ],
)
def test_a_headline_verb_is_no_part_of_a_noun(nlp: Language, text: str, verb: str, noun: str) -> None:
    tree = grow(nlp, text)
    at = tree.words.index(verb)
    assert (tree.deps[tree.words.index(noun)], tree.heads[tree.words.index(noun)]) == ("dobj", at)
    assert tree.has(at, "nsubj")
