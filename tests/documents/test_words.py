"""For ASCII, the table finds the words that the patterns find which it stands in for."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.documents import copies
from legation.documents.words import make_table, split_ascii
from legation.record import search, traits

ASCII = st.text(st.characters(max_codepoint=127))


@pytest.mark.parametrize(
    ("pattern", "table", "joining"),
    [
        (copies.WORD, copies.TABLE, ""),
        (traits.WORD, traits.TABLE, traits.JOINING),
        (search.TOKEN, search.TABLE, ""),
    ],
)
@given(text=ASCII)
def test_the_table_finds_what_the_pattern_finds(pattern: re.Pattern[str], table: str, joining: str, text: str) -> None:
    assert split_ascii(text, table, joining) == pattern.findall(text)


def test_what_only_joins_begins_no_word() -> None:
    words = split_ascii("'tis -- the so-called 'Kim's' two-day visit", make_table("'-"), "'-")
    assert words == ["tis", "the", "so-called", "Kim's'", "two-day", "visit"]
