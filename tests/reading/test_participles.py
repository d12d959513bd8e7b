"""Participles that the parser took for what a noun is like."""

from legation.reading.participles import find_perfect
from tests.reading.trees import build, link_of


def test_what_somebody_has_promised_is_an_act() -> None:
    parse = build(
        "Peru/NNP/nsubj>left ,/,/punct>left having/VBG/advcl>left promised/VBN/amod>aid aid/NN/dobj>having"
        " in/IN/prep>having May/NNP/pobj>in left/VBD/ROOT>left"
    )
    find_perfect(parse, parse.words.index("promised"))
    assert [link_of(parse, word) for word in ("promised", "aid", "having", "in")] == [
        ("advcl", "left"),
        ("dobj", "promised"),
        ("aux", "promised"),
        ("prep", "promised"),
    ]


def test_having_that_is_all_there_is_stays() -> None:
    parse = build("having/VBG/ROOT>having promised/VBN/amod>aid aid/NN/dobj>having")
    find_perfect(parse, 1)
    assert link_of(parse, "promised") == ("amod", "aid")
