"""What stands beside another thing, and what a number counts. Texts are our own."""

import pytest

from legation.reading.parse.mending.besides import set_besides
from legation.reading.reader import Reader
from tests.reading.claims.test_making import claim_at, names, read
from tests.reading.trees import build, link_of


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "verb", "agents", "recipients"),
    [
        (
            "Three Chadian soldiers were killed and two wounded by rebels.",
            "wounded",
            ["rebels"],
            ["Three Chadian soldiers", "Chadian"],
        ),
        (
            "Five Kenyan fishermen were arrested and three beaten by Ugandan police.",
            "beaten",
            ["Ugandan police"],
            ["Five Kenyan fishermen", "Kenyan"],
        ),
        # Who is named behind the number is somebody else, and who has an object acts.
        (
            "Five Kenyan fishermen were arrested and three Ugandan policemen beaten by rebels.",
            "beaten",
            ["rebels"],
            ["three Ugandan policemen"],
        ),
        ("Two tourists were robbed and four helped the police.", "helped", [], ["the police"]),
    ],
)
def test_a_bare_number_is_some_more_of_those_before(
    reader: Reader, text: str, verb: str, agents: list[str], recipients: list[str]
) -> None:
    reading = read(reader, text)
    claim = claim_at(reading, verb)
    assert (names(reading, claim.agents), names(reading, claim.recipients)) == (agents, recipients)


def test_who_has_an_object_of_his_own_did_it() -> None:
    parse = build(
        "men/NNS/nsubjpass>robbed were/VBD/auxpass>robbed robbed/VBN/ROOT>robbed and/CC/cc>robbed"
        " four/CD/nsubj>helped helped/VBD/conj>robbed police/NNS/dobj>helped"
    )
    set_besides(parse)
    assert link_of(parse, "four") == ("nsubj", "helped")


LETTER = "Togo/NNP/nsubj>sent sent/VBD/ROOT>sent letter/NN/dobj>sent demanding/VBG/acl>letter truce/NN/dobj>demanding"
NO_LETTER = "Togo/NNP/nsubj>wrote wrote/VBD/ROOT>wrote demanding/VBG/advcl>wrote truce/NN/dobj>demanding"


@pytest.mark.parametrize(
    ("rows", "link"),
    [
        (f"{LETTER} ,/,/punct>sent damages/NNS/dobj>sent", ("conj", "truce")),
        # Without an object of its own the verb keeps what stands behind the comma, as it does without a comma.
        (f"{NO_LETTER} ,/,/punct>wrote damages/NNS/dobj>wrote", ("dobj", "wrote")),
        (f"{LETTER} and/CC/cc>sent damages/NNS/dobj>sent", ("dobj", "sent")),
    ],
)
def test_what_the_comma_adds_is_demanded_as_well(rows: str, link: tuple[str, str]) -> None:
    parse = build(rows)
    set_besides(parse)
    assert link_of(parse, "damages") == link


FLIGHT = "Rossi/NNP/nsubj>fly will/MD/aux>fly fly/VB/ROOT>fly ,/,/punct>fly his/PRP$/poss>visit"


@pytest.mark.parametrize(
    ("rows", "word", "link"),
    [
        (f"{FLIGHT} visit/NN/appos>Rossi", "visit", ("npadvmod", "fly")),
        # What stands between the commas behind a name is who he is.
        (
            "Rossi/NNP/nsubj>fly ,/,/punct>Rossi his/PRP$/poss>envoy envoy/NN/appos>Rossi fly/VB/ROOT>fly",
            "envoy",
            ("appos", "Rossi"),
        ),
        (
            "Bandits/NNS/nsubj>free free/VBP/ROOT>free sailors/NNS/nsubj>seized seized/VBD/ccomp>free",
            "sailors",
            ("dobj", "free"),
        ),
        # Who has an object of his own acts.
        (
            "They/PRP/nsubj>free free/VBP/ROOT>free sailors/NNS/nsubj>took took/VBD/ccomp>free ship/NN/dobj>took",
            "sailors",
            ("nsubj", "took"),
        ),
    ],
)
def test_what_stands_behind_an_act_is_said_of_it_or_of_whom_it_is_done_to(
    rows: str, word: str, link: tuple[str, str]
) -> None:
    parse = build(rows)
    set_besides(parse)
    assert link_of(parse, word) == link
