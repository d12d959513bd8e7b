"""Pairing of quotation marks, on token lists made by hand."""

import pytest

from legation.reading.parse.quotemarks import Quote, find_quotes


def quotes(text: str) -> list[Quote]:
    """Pair the marks of a text whose tokens are parted by spaces; "_" before a token means no space there."""
    words = text.split(" ")
    texts = [word.removeprefix("_") for word in words]
    spaced = [not after.startswith("_") for after in [*words[1:], ""]]
    return find_quotes(texts, ["XX"] * len(texts), spaced)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('" _We go , _" he said _.', [Quote(0, 5, 0, closed=True)]),
        ('He said " _we go _. _"', [Quote(2, 7, 0, closed=True)]),
        ('" _We go _.', [Quote(0, 4, 0, closed=False)]),
        ('we go _. _" he said', [Quote(0, 4, 0, closed=True)]),
        ('" _a _" and " _b _"', [Quote(0, 3, 0, closed=True), Quote(4, 7, 0, closed=True)]),
        ("the sailors ' ship", []),
        ("they said ' _we go _' twice", [Quote(2, 6, 0, closed=True)]),
        ("\" _He said ' _go _' then _. _\"", [Quote(0, 9, 0, closed=True), Quote(3, 6, 1, closed=True)]),
    ],
)
def test_find_quotes(text: str, expected: list[Quote]) -> None:
    assert quotes(text) == expected


def test_words_between_the_marks_are_counted() -> None:
    closed, opened = quotes('" _We go _" " _now')
    assert (closed.words, opened.words) == (2, 1)
