"""Finds words of a lexicon in the words of a report."""

import re
from collections.abc import Iterable
from functools import lru_cache


def words_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole words, longer ones first, whatever their case."""
    return compile_words(tuple(words))


# Indicators alone have more than a hundred lists of words.
@lru_cache(maxsize=1024)
def compile_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """Compile the pattern of these words once."""
    choice = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"\b(?:{choice})\b", re.IGNORECASE)


def search_words(words: Iterable[str], text: str) -> re.Match[str] | None:
    """Return the first of these words in a text. A look for their letters comes first: nearly all texts lack them."""
    asked, folded = tuple(words), text.lower()
    if any(word in folded for word in lower_words(asked)):
        return compile_words(asked).search(text)
    return None


@lru_cache(maxsize=1024)
def lower_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words in lower case."""
    return tuple(word.lower() for word in words)
