"""Clauses and names that the parser ran together: how they are taken apart."""

import pytest
from spacy.language import Language

from legation.reading.repairs import Parse
from legation.reading.splits import split
from tests.reading.trees import build, grow, link_of


def parse(words: str, tags: str, heads: list[int], deps: str) -> Parse:
    kids = [[i for i, head in enumerate(heads) if head == at != i] for at in range(len(heads))]
    return Parse(words.split(), tags.split(), words.lower().split(), deps.split(), list(heads), kids)


def test_semicolon_parts_two_sentences() -> None:
    found = parse(
        "Peru left ; Chad urged Mali", "NNP VBD : NNP VBD NNP", [1, 4, 4, 4, 4, 4], "nsubj ccomp punct nsubj ROOT dobj"
    )
    split(found)
    assert (found.heads[1], found.deps[1]) == (1, "ROOT")


def test_quoted_clauses_stay_under_the_verb_of_speech() -> None:
    words, tags = "Peru won ; Chad lost , he said", "NNP VBD : NNP VBD , PRP VBD"
    found = parse(words, tags, [1, 7, 7, 4, 7, 7, 7, 7], "nsubj ccomp punct nsubj ccomp punct nsubj ROOT")
    split(found)
    assert found.heads[1] == 7


def test_two_people_are_no_long_name() -> None:
    words, tags = "Minister Ana Paz and President Juan Sol left", "NNP NNP NNP CC NNP NNP NNP VBD"
    found = parse(words, tags, [2, 2, 6, 2, 2, 6, 7, 7], "compound compound nmod cc conj compound nsubj ROOT")
    split(found)
    assert (found.heads[2], found.deps[2]) == (7, "nsubj")
    assert (found.heads[6], found.deps[6]) == (2, "conj")


def test_date_after_a_verb_of_speech_lets_the_next_name_act() -> None:
    words, tags = "Chad said in May Mali had left", "NNP VBD IN NNP NNP VBD VBN"
    found = parse(words, tags, [1, 1, 1, 4, 2, 6, 1], "nsubj ROOT prep compound pobj aux ccomp")
    split(found)
    assert (found.heads[3], found.heads[4], found.deps[4]) == (2, 6, "nsubj")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "subject"),
    [
        ("Seoul said in March North Korea had fired two missiles.", "fired", "Korea"),
        ("Modi met Putin in Delhi and President Xi Jinping flew to Moscow.", "flew", "Jinping"),
    ],
)
def test_who_acts(nlp: Language, text: str, word: str, subject: str) -> None:
    tree = grow(nlp, text)
    verb = tree.words.index(word)
    assert [tree.words[kid] for kid in tree.children(verb, "nsubj")] == [subject]


@pytest.mark.model
def test_time_that_is_given_is_an_object(nlp: Language) -> None:
    tree = grow(nlp, "Ghana gave Togo a week to withdraw.")
    assert [tree.deps[tree.words.index(word)] for word in ("Togo", "week")] == ["dative", "dobj"]


def test_who_stands_before_having_promised_acts() -> None:
    parse = build(
        "Peru/NNP/nsubj>called called/VBD/ROOT>called and/CC/cc>called Chad/NNP/conj>Peru ,/,/punct>called"
        " having/VBG/aux>promised promised/VBN/advcl>send aid/NN/dobj>promised will/MD/aux>send send/VB/ccomp>called"
    )
    split(parse)
    assert (link_of(parse, "Chad"), link_of(parse, "send")) == (("nsubj", "send"), ("conj", "called"))
