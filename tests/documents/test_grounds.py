"""Grounds: kept as codes with values, and read back; the words of older records are none."""

import pytest

from legation.documents.grounds import Because, Ground, read_ground


@pytest.mark.parametrize("ground", Ground)
def test_what_is_kept_is_read_back(ground: Ground) -> None:
    because = Because(ground, {"source": '{"} 연합뉴스', "share": 54})
    assert read_ground(because.kept()) == because
    assert because.kept() == Because(ground, dict(reversed(because.values.items()))).kept()


def test_words_are_no_ground() -> None:
    assert read_ground("a copy of the report in Lima Post: 80% of the words in common") is None
