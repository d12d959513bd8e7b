"""Sentences that the parser cut in two where nothing ends them."""

from legation.reading.parse.mending.seams import sew
from tests.reading.trees import build, link_of


def test_a_name_behind_a_verb_is_its_object() -> None:
    parse = build(
        "President/NNP/compound>Ruto Ruto/NNP/nsubj>hosted hosted/VBD/ROOT>hosted Rossi/NNP/ROOT>Rossi"
        " in/IN/prep>Rossi May/NNP/pobj>in"
    )
    assert sew(parse, [1, 0, 0, 1, 0, 0]) == [1, 0, 0, 0, 0, 0]
    assert (link_of(parse, "Rossi"), link_of(parse, "in")) == (("dobj", "hosted"), ("prep", "hosted"))


def test_a_small_and_joins_what_it_stands_between() -> None:
    parse = build("They/PRP/nsubj>left left/VBD/ROOT>left and/CC/cc>moved troops/NNS/nsubj>moved moved/VBD/ROOT>moved")
    assert sew(parse, [1, 0, 1, 0, 0]) == [1, 0, 0, 0, 0]
    assert (link_of(parse, "moved"), link_of(parse, "and")) == (("conj", "left"), ("cc", "left"))


def test_what_has_an_end_is_left() -> None:
    parse = build("Ruto/NNP/nsubj>left left/VBD/ROOT>left ./punct/punct>left Rossi/NNP/ROOT>Rossi")
    assert sew(parse, [1, 0, 0, 1]) == [1, 0, 0, 1]


def test_a_verb_with_an_object_takes_no_other() -> None:
    parse = build("Ruto/NNP/nsubj>saw them/PRP/dobj>saw saw/VBD/ROOT>saw Rossi/NNP/ROOT>Rossi")
    assert sew(parse, [1, 0, 0, 1]) == [1, 0, 0, 1]
