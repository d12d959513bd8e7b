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
