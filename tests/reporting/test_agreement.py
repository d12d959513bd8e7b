"""Krippendorff's alpha: the worked examples he and others published, and what must hold of any data."""

from itertools import zip_longest
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.reporting.agreement import agreement_words, measure_agreement

# Rows are people, columns units, "." is a value not given.
BINARY = ("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
TWO_PEOPLE = ("a a b b d c c c e d d a", "b a b b b c c c e d d d")
MISSING = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
FEW = (
    ". . . . . 3 4 1 2 1 1 3 3 . 3",
    "1 . 2 1 3 3 4 3 . . . . . . .",
    ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
)


def units(rows: tuple[str, ...]) -> list[dict[str, str]]:
    columns = zip_longest(*(row.split() for row in rows))
    return [{str(who): value for who, value in enumerate(column) if value != "."} for column in columns]


@pytest.mark.parametrize(
    ("rows", "alpha"),
    [
        pytest.param(BINARY, 0.095, id="Krippendorff 2011, A: binary data, two observers"),
        pytest.param(TWO_PEOPLE, 0.692, id="Krippendorff 2011, B: nominal data, two observers"),
        pytest.param(MISSING, 0.743, id="Krippendorff 2011, C: nominal data, any number of observers, missing data"),
        pytest.param(FEW, 0.691, id="Wikipedia: three coders, fifteen units, missing data"),
    ],
)
def test_published_examples(rows: tuple[str, ...], alpha: float) -> None:
    assert measure_agreement(units(rows)).alpha == pytest.approx(alpha, abs=0.0005)


def test_what_it_rests_on_is_counted() -> None:
    found = measure_agreement(units(MISSING))
    # The last unit has one value only and counts for nothing.
    assert (found.units, found.people, found.values) == (11, 4, 40)


@pytest.mark.parametrize("rows", [(), ("a b c",), ("a a", "a a")])
def test_it_is_not_defined_without_two_people_and_two_values(rows: tuple[str, ...]) -> None:
    assert not measure_agreement(units(rows)).is_defined


def test_agreement_in_words() -> None:
    assert (
        agreement_words(measure_agreement(units(MISSING)))
        == "Krippendorff's alpha 0.74 (11 judged by two people or more)"
    )
    assert agreement_words(measure_agreement([])).startswith("too few")


UNITS = st.lists(st.dictionaries(st.sampled_from("pqrs"), st.sampled_from("xyz"), max_size=4), max_size=12)


@given(UNITS, st.randoms())
def test_names_and_order_do_not_matter(data: list[dict[str, str]], random: Random) -> None:
    before = measure_agreement(data)
    names = {"x": "1", "y": "2", "z": "3"}
    shuffled = [{f"{who}!": names[value] for who, value in unit.items()} for unit in data]
    random.shuffle(shuffled)
    after = measure_agreement(shuffled)
    assert after.alpha == pytest.approx(before.alpha, nan_ok=True)
    assert not before.is_defined or before.alpha <= 1.0


@given(st.lists(st.sampled_from("xyz"), min_size=2, max_size=12).filter(lambda values: len(set(values)) > 1))
def test_those_who_always_agree_have_one(values: list[str]) -> None:
    assert measure_agreement({"p": value, "q": value} for value in values).alpha == pytest.approx(1.0)
