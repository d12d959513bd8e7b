"""Sentences that remember what they were made from."""

import pytest

from legation.lexicon.saying import Said, join, lower_first, say, say_again

SPANISH = {
    "{count} of {whom}": "{whom}: {count}",
    "{number:,} visits": "{number:,} visitas",
    "leaders": "jefes",
    "{part0} and {part1}": "{part0} y {part1}",
    "{who} of {whom}": "{who} de {whom}",
    "Peru": "Perú",
    "officials": "funcionarios",
    "Nothing happened.": "No pasó nada.",
}


def test_words_are_a_string_and_are_said_again_to_the_depth_of_them() -> None:
    words = say("{count} of {whom}", count=say("{number:,} visits", number=1200), whom="leaders")
    assert words == "1,200 visits of leaders"
    assert say_again(words, SPANISH) == "jefes: 1,200 visitas"


def test_what_is_added_is_remembered() -> None:
    words = "> " + say("{number:,} visits", number=2) + "."
    assert words == "> 2 visits."
    assert say_again(words, SPANISH) == "> 2 visitas."


def test_a_row_and_the_middle_of_a_sentence() -> None:
    assert say_again(join(" and ", ["Peru", "Chile"]), SPANISH) == "Perú y Chile"
    assert say_again(lower_first(say("Nothing happened.")), SPANISH) == "No pasó nada."
    assert join("{}", ["a", "b"]) == "a{}b"


@pytest.mark.parametrize(
    ("words", "again"),
    [
        ("Peru", "Perú"),
        ("officials of Peru", "funcionarios de Perú"),
        ("envoys of Peru", "envoys de Perú"),
        ("troops of theirs", "troops of theirs"),
        ("of Peru", "of Peru"),
    ],
)
def test_whole_words_are_said_again_where_they_are_known(words: str, again: str) -> None:
    assert say_again(words, SPANISH) == again


def test_names_of_parts_of_a_file_and_braces_of_a_report_stay() -> None:
    assert say_again(say("{id}, {who}", id="leaders", who="leaders"), SPANISH) == "leaders, jefes"
    hostile = say("{whom}: {words}", whom="Peru", words="{whom.__class__} {0} {")
    assert say_again(hostile, SPANISH) == "Perú: {whom.__class__} {0} {"
    assert isinstance(hostile, Said)
