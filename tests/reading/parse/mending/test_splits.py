"""Clauses and names that the parser ran together: how they are taken apart."""

import pytest
from spacy.language import Language

from legation.reading.parse.lemmas import load_lemmatizer
from legation.reading.parse.mending.repair import Parse
from legation.reading.parse.mending.splits import split
from tests.reading.trees import build, grow, link_of


def parse(words: str, tags: str, heads: list[int], deps: str) -> Parse:
    kids = [[i for i, head in enumerate(heads) if head == at != i] for at in range(len(heads))]
    return Parse(words.split(), tags.split(), words.lower().split(), deps.split(), list(heads), kids, load_lemmatizer())


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
        # A title that several share is a part of the first name; without names it acts itself.
        ("Defence ministers Ana Paz and Juan Sol met in Lima.", "met", "Paz"),
        ("Presidents William Ruto and Yoweri Museveni signed a pact in Kampala.", "signed", "Ruto"),
        ("Foreign ministers from Peru and Chile met in Lima.", "met", "ministers"),
        ("Norway will cut tariffs and Iceland in return will open its ports to Norway.", "open", "Iceland"),
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


@pytest.mark.parametrize(
    ("rows", "link"),
    [
        ("Envoys/NNS/nsubj>met Paz/NNP/appos>Envoys and/CC/cc>Paz Sol/NNP/conj>Paz met/VBD/ROOT>met", ("nsubj", "met")),
        ("Farmers/NNS/nsubj>met Paz/NNP/appos>Farmers and/CC/cc>Paz Sol/NNP/conj>Paz met/VBD/ROOT>met", None),
        ("Envoys/NNS/nsubj>met Paz/NNP/appos>Envoys met/VBD/ROOT>met", None),
    ],
)
def test_only_a_title_of_several_gives_way_to_their_names(rows: str, link: tuple[str, str] | None) -> None:
    found = build(rows, {"Envoys": "envoy", "Farmers": "farmer"})
    before = link_of(found, "Paz")
    split(found)
    assert link_of(found, "Paz") == (link or before)


JOINED = "Peru/NNP/nsubj>left left/VBD/ROOT>left and/CC/cc>left Chad/NNP/conj>left"


@pytest.mark.parametrize(
    ("rest", "link"),
    [
        ("soon/RB/advmod>left sent/VBD/conj>left", ("nsubj", "sent")),
        ("soon/RB/advmod>left Mali/NNP/nsubj>sent sent/VBD/conj>left", ("conj", "left")),
    ],
)
def test_who_is_joined_to_a_verb_acts_next_where_nobody_else_does(rest: str, link: tuple[str, str]) -> None:
    found = build(f"{JOINED} {rest}")
    split(found)
    assert link_of(found, "Chad") == link


@pytest.mark.parametrize(
    ("tag", "links"),
    [
        ("VBD", (("nsubj", "halted"), ("conj", "ended"))),
        # What is halted stays beside its noun.
        ("VBN", (("conj", "Mali"), ("acl", "Mali"))),
    ],
)
def test_who_is_joined_to_another_name_acts_where_a_past_tense_follows(tag: str, links: tuple[tuple[str, str]]) -> None:
    found = build(
        "EU/NNP/nsubj>ended ended/VBD/ROOT>ended talks/NNS/dobj>ended with/IN/prep>talks Mali/NNP/pobj>with"
        f" and/CC/cc>Mali Benin/NNP/conj>Mali halted/{tag}/acl>Mali aid/NN/dobj>halted"
    )
    split(found)
    assert (link_of(found, "Benin"), link_of(found, "halted")) == links


def test_who_is_listed_behind_a_verb_acts_next() -> None:
    found = build(
        "rockets/NNS/nsubj>hit hit/VBD/ROOT>hit Peru/NNP/dobj>hit and/CC/cc>Peru Chad/NNP/conj>Peru left/VBD/ccomp>hit"
    )
    split(found)
    assert (link_of(found, "Chad"), link_of(found, "left")) == (("nsubj", "left"), ("conj", "hit"))


@pytest.mark.parametrize(
    ("before", "link"),
    [
        ("and/CC/cc>telephone the/DT/det>minister minister/NN/conj>telephone", ("nsubj", "left")),
        # A verb with an "and" of its own has the doer of the verb before it.
        ("or/CC/cc>telephone minister/NN/conj>telephone and/CC/cc>spoke", ("conj", "telephone")),
    ],
)
def test_a_noun_listed_with_another_is_who_acts_next_where_nothing_else_joins_the_verb(
    before: str, link: tuple[str, str]
) -> None:
    found = build(
        f"they/PRP/nsubj>spoke spoke/VBD/ROOT>spoke by/IN/prep>spoke telephone/NN/pobj>by {before} left/VBD/conj>spoke"
    )
    split(found)
    assert link_of(found, "minister") == link
