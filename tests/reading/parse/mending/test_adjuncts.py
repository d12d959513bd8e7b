"""Adjuncts that the parser hangs on a noun and that belong to the act; texts are our own."""

import pytest
from spacy.language import Language

from legation.reading.parse.mending.adjuncts import raise_adjuncts
from tests.reading.trees import build, grow, link_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "link", "above"),
    [
        ("The Kenyan minister announced the decision after talks with Somalia.", "after", "prep", "announced"),
        ("Peru announced its decision following a meeting with Chile.", "following", "prep", "announced"),
        ("Chad rejected the accusations on Wednesday and expelled two envoys.", "on", "prep", "rejected"),
        ("Mali's rulers revoked with immediate effect an accord that Chad had signed.", "accord", "dobj", "revoked"),
        ("Oslo declared two employees of the Chadian embassy persona non grata.", "employees", "dobj", "declared"),
        ("Oslo declared two employees of the Chadian embassy persona non grata.", "persona", "dobj", "declared"),
        ("Mali declared the Chadian envoy persona non grata on Monday.", "envoy", "dobj", "declared"),
        ("Boric was among the first to condemn Venezuela.", "condemn", "relcl", "first"),
        ("Lima handed over a suspect captured in Cuzco to Spain.", "to", "prep", "handed"),
        ("A firm from Kenya lodged a suit in a London court against Uganda.", "against", "prep", "lodged"),
        ("Peru brought a case before an arbitration panel against Chile.", "against", "prep", "brought"),
        ("Togo voted in the council against Chad.", "against", "prep", "voted"),
        ("Mali spoke of the period after the war.", "after", "prep", "period"),
        ("Lima condemned the raid on the embassy and recalled its envoy.", "on", "prep", "raid"),
    ],
)
def test_an_adjunct_hangs_on_the_act(nlp: Language, text: str, word: str, link: str, above: str) -> None:
    tree = grow(nlp, text)
    at = tree.words.index(word)
    assert (tree.deps[at], tree.words[tree.heads[at]]) == (link, above)


def test_what_stands_before_that_is_not_told() -> None:
    parse = build(
        "Lima/NNP/nsubj>told told/VBD/ROOT>told envoys/NNS/dobj>told in/IN/prep>ended May/NNP/pobj>in"
        " that/IN/mark>ended it/PRP/nsubj>ended ended/VBD/ccomp>told"
    )
    raise_adjuncts(parse)
    assert link_of(parse, "in") == ("prep", "told")


def test_deals_are_with_somebody_not_what_they_are_worth() -> None:
    parse = build(
        "Lima/NNP/nsubj>signed signed/VBD/ROOT>signed deals/NNS/dobj>signed worth/JJ/amod>deals"
        " millions/NNS/npadvmod>worth with/IN/prep>millions Chad/NNP/pobj>with"
    )
    raise_adjuncts(parse)
    assert link_of(parse, "with") == ("prep", "deals")
