"""Slots: where the parties of an event word stand."""

from spacy.tokens import Doc
from spacy.vocab import Vocab

from legation.documents.document import ZoneKind
from legation.reading.lemmas import load_lemmatizer
from legation.reading.passages import Passage
from legation.reading.slots import is_told
from legation.reading.trees import grow_tree


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
