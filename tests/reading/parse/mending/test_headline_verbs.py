"""What several do with each other in a headline, where a small parser sees a noun before a noun. Texts are our own."""

import pytest
from spacy.language import Language

from tests.reading.trees import grow

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "Chad and Mali trade accusations after clash",
            {"Chad": ("nsubj", "trade"), "Mali": ("conj", "Chad"), "accusations": ("dobj", "trade")},
        ),
        (
            "India, Pakistan trade accusations",
            {"India": ("nsubj", "trade"), "Pakistan": ("conj", "India"), "accusations": ("dobj", "trade")},
        ),
        (
            "Chad and Mali trade accusations after clash leaves 3 dead",
            {"leaves": ("advcl", "trade"), "clash": ("nsubj", "leaves"), "after": ("mark", "leaves")},
        ),
        # What is no blow and no charge is not traded: it is a deal on trade.
        ("Ghana and Togo trade deal collapses", {"trade": ("compound", "deal")}),
    ],
)
def test_what_is_traded(nlp: Language, text: str, links: dict[str, tuple[str, str]]) -> None:
    tree = grow(nlp, text)
    found = {word: tree.words.index(word) for word in links}
    assert {word: (tree.deps[at], tree.words[tree.heads[at]]) for word, at in found.items()} == links
