"""Names fold to one form whatever their case, marks, hyphens and quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.lexicon.folding import fold_name


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Kim Jong-un's", "kim jong un"),
        ("KIM Jong Un", "kim jong un"),
        ("U.S.", "us"),
        ("Côte d’Ivoire", "cote divoire"),
        ("Erdoğan", "erdogan"),
        ("Lech Wałęsa", "lech walesa"),
        ("Løkke", "lokke"),
        ("Горбачёв", "горбачев"),
        ("Андрей", "андрей"),
        ("弗拉基米尔·普京", "弗拉基米尔 普京"),
        ("김정은", "김정은"),
        ("the Netherlands’", "the netherlands"),
    ],
)
def test_fold_name(name: str, folded: str) -> None:
    assert fold_name(name) == folded


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_folding_leaves_no_space_at_the_ends(name: str) -> None:
    folded = fold_name(name)
    assert folded == folded.strip()
    assert "  " not in folded
