"""Light stems bring the forms of a word together, and other words not."""

from itertools import combinations

import pytest

from legation.record.stems import find_stem


@pytest.mark.parametrize(
    "forms",
    [
        "переговоры переговоров переговорам переговорах переговорами",
        "встреча встречи встречу встречей встречах",
        "Россия России Россию Россией",
        "соглашение соглашения соглашением соглашениям соглашений",
        "Лавров Лаврова Лаврову Лавровым",
        "договор договора договоров договорами",
        "военный военного военным военные военных",
        "Киев Киева Киеве",
        "ракета ракет ракетами ракетой",
        "troop troops",
    ],
)
def test_forms_of_one_word_have_one_stem(forms: str) -> None:
    assert len({find_stem(word.casefold()) for word in forms.split()}) == 1


def test_other_words_have_other_stems() -> None:
    words = [
        "россия",
        "российский",
        "переговоры",
        "переворот",
        "мир",
        "мирный",
        "война",
        "военный",
        "crisis",
        "gas",
        "press",
    ]
    assert all(find_stem(one) != find_stem(other) for one, other in combinations(words, 2))
