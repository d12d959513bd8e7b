"""Scripts are told apart and brought into Latin letters."""

import pytest

from legation.actors.scripts import (
    Script,
    find_script,
    romanize_hangul,
    romanize_korean_cyrillic,
    romanize_russian,
    southern,
)


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("Kim", Script.LATIN),
        ("Erdoğan", Script.LATIN),
        ("김정은", Script.HANGUL),
        ("Путин", Script.CYRILLIC),
        ("习近平", Script.HAN),
        ("محمد", Script.OTHER),
    ],
)
def test_find_script(name: str, script: Script) -> None:
    assert find_script(name) is script


def test_hangul_by_the_revised_system() -> None:
    assert romanize_hangul("김정은") == "kimjeongeun".replace("k", "g", 1)
    assert romanize_hangul("서울 18") == "seoul 18"


def test_russian_and_korean_in_cyrillic() -> None:
    assert romanize_russian("сергей шойгу") == "sergey shoygu"
    assert romanize_korean_cyrillic("ли чжэ мён") == "li je myeon"


@pytest.mark.parametrize(("north", "south"), [("리병철", "이병철"), ("로동", "노동"), ("녀성", "여성"), ("김", "김")])
def test_southern_spelling(north: str, south: str) -> None:
    assert southern(north) == south
