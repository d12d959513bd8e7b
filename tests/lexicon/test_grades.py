"""The table of grades: better sources and likelier words never tell less."""

import pytest

from legation.lexicon.grades import CREDIBILITIES, UNGRADED, load_grades
from legation.record.sources import CREDIBILITY, RELIABILITY

TABLE = load_grades()


def test_every_grade_of_the_scale_has_its_cell() -> None:
    assert set(TABLE.graded) == {(letter, digit) for letter in RELIABILITY for digit in CREDIBILITY}
    assert UNGRADED in TABLE.graded
    assert set(CREDIBILITIES) == set(CREDIBILITY)


@pytest.mark.parametrize("digit", list("12345"))
def test_a_less_reliable_source_never_tells_more(digit: str) -> None:
    ratios = [TABLE.graded[letter, digit].ratio for letter in "ABCDE"]
    assert ratios == sorted(ratios, reverse=True)


@pytest.mark.parametrize("letter", list(RELIABILITY))
def test_a_less_credible_report_never_tells_more(letter: str) -> None:
    ratios = [TABLE.graded[letter, digit].ratio for digit in "12345"]
    assert ratios == sorted(ratios, reverse=True)


@pytest.mark.parametrize("name", ["admitted", "boasted"])
def test_a_partys_own_word_speaks_for_it_and_its_denial_against(name: str) -> None:
    worth = TABLE.own_words[name]
    assert worth.ratio > 1 > worth.denial_ratio


def test_owning_up_tells_more_than_boasting_and_denying_a_boast_more_than_denying_a_secret() -> None:
    admitted, boasted = TABLE.own_words["admitted"], TABLE.own_words["boasted"]
    assert admitted.ratio > boasted.ratio
    assert boasted.denial_ratio < admitted.denial_ratio
