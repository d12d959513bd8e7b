"""Measures of clusterings, against examples worked out by hand."""

import pytest

from benchmarks.clustering import Clusters, b_cubed, ceaf_e, conll, muc

KEY: Clusters = ["abc", "de", "fg", "h"]
# One link of "abc" broken, "de" and "fg" run together.
RESPONSE: Clusters = ["ab", "c", "defg", "h"]


def test_muc_counts_links() -> None:
    # Of the key's 2 + 1 + 1 links the response keeps 1 + 1 + 1, of its own 1 + 3 the key has 1 + 2.
    score = muc(KEY, RESPONSE)
    assert (score.recall, score.precision) == (3 / 4, 3 / 4)


def test_b_cubed_is_a_mean_over_items() -> None:
    score = b_cubed(KEY, RESPONSE)
    assert score.recall == pytest.approx((2 * 2 / 3 + 1 / 3 + 5 * 1) / 8)
    assert score.precision == pytest.approx((4 * 1 + 4 * 1 / 2) / 8)


def test_ceaf_aligns_clusters_one_to_one() -> None:
    # abc–ab 2·2/5, de–defg 2·2/6, h–h 1; fg and c stay without a partner.
    score = ceaf_e(KEY, RESPONSE)
    total = 4 / 5 + 4 / 6 + 1
    assert score.recall == pytest.approx(total / 4)
    assert score.precision == pytest.approx(total / 4)


@pytest.mark.parametrize(
    ("key", "response", "expected"),
    [(KEY, KEY, 1.0), (["ab"], ["a", "b"], (0 + 2 / 3 + 4 / 9) / 3)],
)
def test_conll_is_the_mean_of_three(key: Clusters, response: Clusters, expected: float) -> None:
    assert conll(key, response) == pytest.approx(expected)
