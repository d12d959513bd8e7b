"""Slots: where the parties of an event word stand."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from legation.documents.document import ZoneKind
from legation.reading.grammar.slots import is_told
from legation.reading.parse.lemmas import load_lemmatizer
from legation.reading.parse.passages import Passage
from legation.reading.parse.trees import grow_tree
from legation.reading.reader import Reader
from tests.reading.claims.test_making import claim_at, names, read


def test_what_lies_between_but_hangs_elsewhere_ends_at_the_root() -> None:
    words = "plans that said Chad left".split()
    doc = Doc(
        Vocab(),
        words=words,
        tags=["NNS", "IN", "VBD", "NNP", "VBD"],
        heads=[2, 2, 2, 0, 0],
        deps=["nsubj", "mark", "ROOT", "appos", "acl"],
    )
    tree = grow_tree(Passage(doc, 0, ZoneKind.BODY), load_lemmatizer())
    assert tree.subtree(0) == (0, 5)
    assert not is_told(tree, 1, 0)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "verb", "recipients"),
    [
        # Who is angry or glad is not to whom it is done.
        ("Kenya deployed troops, to the dismay of Cuba.", "deployed", []),
        ("Norway returned the ship, to the fury of Mali.", "returned", []),
        ("Norway returned the ship to the port of Bamako.", "returned", ["Bamako"]),
        # Nor is who stands in a clause on what is refused.
        ("Togo refused to lease a road that Benin wants.", "refused", []),
        ("Togo refused to sign a text condemning Peru.", "refused", []),
        ("Togo refused to sign a text with Peru.", "refused", ["Peru"]),
    ],
)
def test_to_whom_it_is_done(reader: Reader, text: str, verb: str, recipients: list[str]) -> None:
    reading = read(reader, text)
    assert names(reading, claim_at(reading, verb).recipients) == recipients
