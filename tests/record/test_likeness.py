"""Pairs that cannot be one are told from their words alone, and never one that can."""

import random
from collections.abc import Iterator

from legation.record.accounts import make_account, store_reading
from legation.record.likeness import FEATURES, SAME, score_pair
from legation.record.same import find_same
from legation.record.traits import Traits, make_traits
from tests.builders import make_document
from tests.record.histories import read_lines
from tests.record.test_merge import CASES
from tests.record.test_shadow import draw_text


def draw_claims() -> Iterator[Traits]:
    yield from (make_traits(account) for _, one, other, _ in CASES for account in (one, other))
    draw = random.Random(7)
    for _ in range(60):
        reading = read_lines(make_document(draw_text(draw)))
        stored = store_reading(reading, "lines/1", (None, None, None))
        yield from (make_traits(make_account(stored, claim.id)) for claim in reading.claims)


CLAIMS = list(draw_claims())


def test_those_that_are_one_are_those_whose_score_says_so() -> None:
    found = [find_same(one, CLAIMS) for one in CLAIMS]
    assert found == [[other for other in CLAIMS if score_pair(one, other) >= SAME] for one in CLAIMS]
    assert sum(map(len, found)) > 2 * len(CLAIMS)


def test_no_feature_says_more_than_it_is_noted_to_say() -> None:
    for feature, _, most in FEATURES:
        said = [found[0] for one in CLAIMS for other in CLAIMS if (found := feature(one, other))]
        assert max(said, default=0.0) <= most, feature.__name__
