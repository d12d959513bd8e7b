"""Words that the parser tags or hangs as they cannot be, and that are set right. Texts are our own."""

import pytest
from spacy.language import Language

from legation.reading.parse.mending.slips import set_right
from legation.reading.status.moods import is_negated
from tests.reading.trees import build, grow, link_of

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


BUILT = [
    (
        "Should/MD/compound>attack Peru/NNP/compound>attack attack/NN/advcl>leaves ,/,/punct>leaves"
        " Chile/NNP/nsubj>leaves leaves/VBZ/ROOT>leaves",
        "Peru",
        ("nsubj", "attack"),
    ),
    (
        "They/PRP/nsubj>looked looked/VBD/ROOT>looked as/IN/mark>took Peru/NNP/pobj>as took/VBD/advcl>looked",
        "Peru",
        ("nsubj", "took"),
    ),
    (
        "the/DT/det>opposition opposition/NN/nsubj>left Fatah/NNP/nsubj>left left/VBD/ROOT>left",
        "opposition",
        ("compound", "Fatah"),
    ),
    (
        "Chad/NNP/nsubj>handed handed/VBD/ROOT>handed over/IN/quantmod>50 50/CD/nummod>men men/NNS/dobj>handed",
        "over",
        ("prt", "handed"),
    ),
    (
        "Lima/NNP/nsubj>warned warned/VBD/ROOT>warned of/IN/prep>warned stray/VBP/pobj>of dogs/NNS/dobj>stray",
        "dogs",
        ("pobj", "of"),
    ),
    (
        "Lima/NNP/nsubj>left left/VBD/ROOT>left as/IN/mark>in it/PRP/nsubj>in did/VBD/aux>in in/IN/prep>left"
        " 2018/CD/pobj>in",
        "did",
        ("advcl", "left"),
    ),
]


@pytest.mark.parametrize(("rows", "word", "link"), BUILT)
def test_what_cannot_be_is_set_right(rows: str, word: str, link: tuple[str, str]) -> None:
    parse = build(rows, {"handed": "hand"})
    set_right(parse)
    assert link_of(parse, word) == link


PASSIVES = [
    (
        "Rossi/NNP/nsubjpass>summoned was/VBD/auxpass>summoned summoned/VBN/ROOT>summoned and/CC/cc>summoned"
        " told/VBD/conj>summoned",
        "told",
    ),
    (
        "Asked/VBD/advcl>said why/WRB/advmod>Asked ,/,/punct>said Rossi/NNP/nsubj>said said/VBD/ROOT>said",
        "Asked",
    ),
]


@pytest.mark.parametrize(("rows", "word"), PASSIVES)
def test_who_is_told_or_asked_is_not_who_tells_or_asks(rows: str, word: str) -> None:
    parse = build(rows, {"told": "tell", "Asked": "ask"})
    set_right(parse)
    assert parse.tags[parse.words.index(word)] == "VBN"


def test_a_finder_with_a_hearer_tells_himself() -> None:
    rows = "Rossi/NNP/nsubjpass>seen was/VBD/auxpass>seen seen/VBN/ROOT>seen and/CC/cc>seen told/VBD/conj>seen"
    parse = build(f"{rows} Lima/NNP/dobj>told", {"told": "tell"})
    set_right(parse)
    assert parse.tags[parse.words.index("told")] == "VBD"


@pytest.mark.parametrize(("comma", "above"), [(",/,/punct>said ", "said"), ("", "fired")])
def test_behind_a_comma_the_speaker_speaks_again(comma: str, above: str) -> None:
    rows = "Togo/NNP/nsubj>said said/VBD/ROOT>said guards/NNS/nsubj>fired had/VBD/aux>fired fired/VBN/ccomp>said"
    parse = build(
        f"{rows} {comma}and/CC/cc>fired accused/VBD/conj>fired Ghana/NNP/dobj>accused",
        {"said": "say", "fired": "fire", "accused": "accuse"},
    )
    set_right(parse)
    assert link_of(parse, "accused") == ("conj", above)


def test_a_border_is_kept_shut(nlp: Language) -> None:
    tree = grow(nlp, "Algeria's neighbors have kept their land border shut since 1994.")
    assert [tree.deps[tree.words.index(word)] for word in ("border", "shut")] == ["dobj", "oprd"]
