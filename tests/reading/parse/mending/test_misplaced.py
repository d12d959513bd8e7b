"""Names and verbs that the parser hangs in the wrong way, and that are set right. Texts are our own."""

import pytest
from spacy.language import Language

from legation.reading.parse.trees import VERB
from tests.reading.trees import grow

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "name"),
    [
        (
            "Kenya's president, William Ruto, telephoned Ethiopian Prime Minister Abiy Ahmed on Monday.",
            "telephoned",
            "Ahmed",
        ),
        ("American admiral rattles Beijing.", "rattles", "Beijing"),
    ],
)
def test_a_name_behind_a_verb_is_its_object(nlp: Language, text: str, verb: str, name: str) -> None:
    tree = grow(nlp, text)
    at = tree.words.index(name)
    assert (tree.deps[at], tree.words[tree.heads[at]]) == ("dobj", verb)


@pytest.mark.parametrize("text", ["Kenya struck on Monday.", "Ruto spoke Tuesday.", "That is easy to say, Joe."])
def test_a_day_or_somebody_spoken_to_is_no_object(nlp: Language, text: str) -> None:
    assert "dobj" not in grow(nlp, text).deps


def test_names_that_a_comma_joins_are_both_subjects(nlp: Language) -> None:
    tree = grow(nlp, "Ethiopia, Kenya agree power sale")
    assert [tree.deps[i] for i in (0, 2)] == ["nsubj", "conj"]
    assert tree.heads[2] == 0


def test_a_headline_noun_with_a_subject_is_a_verb(nlp: Language) -> None:
    tree = grow(nlp, "Somalia protests against Kenyan troops at border")
    assert (tree.tags[1], tree.lemmas[1], tree.word_class(1)) == ("VBZ", "protest", VERB)


def test_a_verb_behind_a_preposition_has_the_noun_before_it_as_subject(nlp: Language) -> None:
    tree = grow(nlp, "The ongoing blockade of Mariupol worries Ankara.")
    assert [(tree.deps[i], tree.heads[i]) for i in (2, 4, 5)] == [("nsubj", 5), ("pobj", 3), ("ROOT", 5)]


@pytest.mark.parametrize(
    ("text", "word", "link", "above"),
    [
        ("Modi is due to meet Trump in New York this week.", "Trump", "dobj", "meet"),
        (
            "Mali broke off relations with Ukraine days after the ambush, though Kyiv insisted.",
            "Ukraine",
            "pobj",
            "with",
        ),
        ("Hanoi called reports of a naval deal baseless.", "baseless", "oprd", "called"),
        ("Hanoi called reports of a naval deal false and baseless.", "false", "oprd", "called"),
        ("Hanoi called reports of a false deal baseless.", "false", "amod", "deal"),
    ],
)
def test_what_hangs_on_the_last_word_hangs_on_the_right_one(
    nlp: Language, text: str, word: str, link: str, above: str
) -> None:
    tree = grow(nlp, text)
    at = tree.words.index(word)
    assert (tree.deps[at], tree.words[tree.heads[at]]) == (link, above)


def test_a_past_form_is_no_present(nlp: Language) -> None:
    tree = grow(
        nlp, "In November the troops and their partners retook Kidal, and in May Mali withdrew from the accord."
    )
    assert tree.tags[tree.words.index("retook")] == "VBD"
