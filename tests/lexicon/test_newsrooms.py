"""Newsrooms: every example is a test."""

import pytest

from legation.documents.bylines import read_dateline
from legation.documents.captions import has_credit
from legation.documents.lines import split_lines
from legation.lexicon.newsrooms import Newsroom, load_newsrooms


@pytest.mark.parametrize("room", load_newsrooms(), ids=lambda room: room.name)
def test_the_example_is_signed(room: Newsroom) -> None:
    (line,) = split_lines(room.example)
    assert room.agency or room.pictures
    assert read_dateline(line.plain) if room.agency else has_credit(line)


def test_names_are_unique() -> None:
    names = [room.name for room in load_newsrooms()]
    assert len(names) == len(set(names))
