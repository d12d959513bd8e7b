"""Hosts and guests: who acts behind a phrase that opens the sentence."""

from legation.reading.parse.mending.hosts import give_home, part_guest
from tests.reading.trees import build, link_of


def test_the_guest_of_whoever_invites_acts() -> None:
    parse = build(
        "At/IN/prep>came the/DT/det>invitation invitation/NN/pobj>At of/IN/prep>invitation Premier/NNP/pobj>of"
        " ,/,/punct>came Li/NNP/nsubj>came President/NNP/appos>Li Rossi/NNP/appos>Li came/VBD/ROOT>came"
    )
    part_guest(parse, parse.words.index("Li"))
    assert [link_of(parse, word) for word in ("Li", "Rossi", "President")] == [
        ("appos", "Premier"),
        ("nsubj", "came"),
        ("appos", "Rossi"),
    ]


def test_without_an_invitation_the_first_acts() -> None:
    parse = build(
        "In/IN/prep>came Lima/NNP/pobj>In ,/,/punct>came Li/NNP/nsubj>came President/NNP/appos>Li Rossi/NNP/appos>Li"
        " came/VBD/ROOT>came"
    )
    part_guest(parse, parse.words.index("Li"))
    assert link_of(parse, "Li") == ("nsubj", "came")


def test_guests_are_from_where_they_are_said_to_be() -> None:
    parse = build(
        "Rossi/NNP/nsubj>met met/VBD/ROOT>met a/DT/det>delegation delegation/NN/dobj>met from/IN/prep>met"
        " Qatar/NNP/pobj>from",
        {"met": "meet"},
    )
    give_home(parse, parse.words.index("delegation"))
    assert link_of(parse, "from") == ("prep", "delegation")


def test_what_is_sent_from_somewhere_is_sent_from_there() -> None:
    parse = build(
        "Rossi/NNP/nsubj>sent sent/VBD/ROOT>sent a/DT/det>delegation delegation/NN/dobj>sent from/IN/prep>sent"
        " Qatar/NNP/pobj>from",
        {"sent": "send"},
    )
    give_home(parse, parse.words.index("delegation"))
    assert link_of(parse, "from") == ("prep", "sent")
