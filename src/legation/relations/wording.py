"""Finds words of a lexicon in the words of a report."""

import re
from collections.abc import Iterable
from functools import lru_cache

# What stands between two borders of a word.
WORD = re.compile(r"\w+")


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
    """Return the first of these words in a text. A look at the text's words comes first: nearly all texts lack them."""
    asked = tuple(words)
    return None if first_words(asked).isdisjoint(words_in(text)) else compile_words(asked).search(text)


@lru_cache(maxsize=1024)
def first_words(words: tuple[str, ...]) -> frozenset[str]:
    """Return the first word of each of these, in lower case: where it is not, the whole is not."""
    return frozenset(found[0] if (found := WORD.search(word.lower())) else "" for word in words)


# Indicators ask for more than a hundred lists of words, of the same few texts.
@lru_cache(maxsize=4096)
def words_in(text: str) -> frozenset[str]:
    """Return the words of a text in lower case, and "" for what lists have that is no word."""
    return frozenset((*WORD.findall(text.lower()), ""))
