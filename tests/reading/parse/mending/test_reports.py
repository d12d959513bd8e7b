"""Reporting clauses that stand last: how a wrong parse of them is set right, and what is left alone."""

import pytest
from spacy.language import Language

from legation.reading.parse.lemmas import load_lemmatizer
from legation.reading.parse.mending.repair import Parse
from legation.reading.parse.mending.reports import raise_reports, reporting_verbs
from legation.reading.parse.passages import parse_passages
from legation.reading.parse.trees import grow_trees
from tests.builders import make_document
from tests.reading.trees import grow


def parse(words: str, tags: str, heads: list[int], deps: str, lemmas: str) -> Parse:
    kids = [[i for i, head in enumerate(heads) if head == at != i] for at in range(len(heads))]
    return Parse(words.split(), tags.split(), lemmas.split(), deps.split(), list(heads), kids, load_lemmatizer())


def beside(joint: str = ",") -> Parse:
    """Return "Peru sent aid , police said .", the reporting clause hung on the act as one more act."""
    words = f"Peru sent aid {joint} police said ."
    deps = "nsubj ROOT dobj punct nsubj conj punct"
    return parse(words, "NNP VBD NN , NNS VBD .", [1, 1, 1, 1, 5, 1, 1], deps, f"peru send aid {joint} police say .")


def test_reporting_clause_at_the_end_becomes_the_root() -> None:
    found = beside()
    raise_reports(found)
    assert found.heads == [1, 5, 1, 5, 5, 5, 5]
    assert (found.deps[1], found.deps[5]) == ("ccomp", "ROOT")
    assert found.kids[5] == [1, 3, 4, 6]


def test_addition_to_a_name_becomes_the_speaker() -> None:
    words, tags = "Peru raided Lima , police said .", "NNP VBD NNP , NNS VBD ."
    found = parse(
        words, tags, [1, 1, 1, 2, 2, 4, 1], "nsubj ROOT dobj punct appos acl punct", "peru raid lima , police say ."
    )
    raise_reports(found)
    assert (found.heads[4], found.deps[4], found.heads[1], found.deps[1]) == (5, "nsubj", 5, "ccomp")


def test_clause_that_is_joined_by_and_stays() -> None:
    found = beside("and")
    found.deps[3] = "cc"
    raise_reports(found)
    assert found.heads == [1, 1, 1, 1, 5, 1, 1]


def test_reporting_verbs_come_from_the_cues() -> None:
    assert {"say", "announce", "tell", "confirm"} <= reporting_verbs()
    assert not {"send", "hope", "deny"} & reporting_verbs()


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Kenya deployed 300 police officers to Haiti, a spokesman for the navy reported.",
        "Iran and Oman signed a gas deal in Muscat, a spokesman for the navy announced in a statement.",
        "Iran and Oman signed a gas deal in Muscat, a spokesman for the navy said.",
        "The army shelled positions near Goma, state media announced in a statement.",
        "The army shelled positions near Goma, Foreign Minister Ana Diaz said on Monday.",
        "Chile has told Bolivia to withdraw its patrols, and Bolivia has refused, officials told reporters.",
    ],
)
def test_speaker_reports_the_act(text: str, nlp: Language) -> None:
    tree = grow(nlp, text)
    comma = text.rindex(",")
    root = next(i for i, head in enumerate(tree.heads) if head == i)
    speaker = next(tree.children(root, "nsubj"))
    reported = next(tree.children(root, "ccomp"))
    assert tree.starts[reported] < comma < tree.starts[speaker] < tree.starts[root]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Kenya sent police to Haiti, and officials said more would follow.",
        "Peru expelled the envoy, as officials said on Monday.",
        "The ministry reported the deaths, which officials confirmed.",
    ],
)
def test_other_clauses_are_left_alone(text: str, nlp: Language) -> None:
    passage = parse_passages(make_document(text), nlp)[0]
    tree = grow_trees([passage], load_lemmatizer())[0]
    assert tree.heads == [token.head.i for token in passage.doc]
    assert tree.deps == [token.dep_ for token in passage.doc]


def test_a_word_is_never_hung_below_itself() -> None:
    found = beside()
    before = list(found.heads)
    found.move(1, 2, "dobj")
    assert found.heads == before
    found.move(2, 5, "dobj")
    assert found.heads[2] == 5
