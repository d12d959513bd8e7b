"""Light stems for search: the endings of plurals and of Russian cases are taken off, so that one form finds another.

Only the search compares stems; the index holds the words as they stand, so newer rules need no new index.
"""

import re
from functools import lru_cache

# The endings of Russian nouns and adjectives, after Dolamic and Savoy, "Indexing and stemming approaches for the Czech
# and Russian languages" (2009), longer ones first. Verbs are left alone: their endings are those of too many nouns.
ENDINGS = tuple(
    sorted(
        (
            *("а", "я", "о", "е", "и", "ы", "у", "ю", "ь", "й", "ов", "ев", "ей", "ам", "ям", "ах", "ях", "ом", "ем"),
            *("ой", "ою", "ею", "ами", "ями", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ым", "им"),
            *("ую", "юю", "ого", "его", "ому", "ему", "ыми", "ими"),
        ),
        key=lambda ending: (-len(ending), ending),
    )
)
# What is left of a stem in -ие and -ия, and of one whose last consonant is soft.
SOFT = "иьй"
# A name in -ов (Лавров, Лаврова) and a genitive (договоров) end alike: either loses it.
POSSESSIVE = ("ов", "ев")
SHORTEST = 3
CYRILLIC = re.compile(r"[а-яё]+")
LATIN = re.compile(r"[a-z]+")


# A search compares each word of its hits with those asked for.
@lru_cache(maxsize=1 << 14)
def find_stem(word: str) -> str:
    """Return the stem of a lower-cased word; words of other scripts, and short ones, are their own."""
    if CYRILLIC.fullmatch(word):
        return cut_russian(word.replace("ё", "е"))
    if LATIN.fullmatch(word) and len(word) > SHORTEST and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def cut_russian(word: str) -> str:
    """Return a Russian word without its ending."""
    stem = cut(word, ENDINGS)
    while len(stem) > SHORTEST and stem[-1] in SOFT:
        stem = stem[:-1]
    return cut(stem, POSSESSIVE)


def cut(word: str, endings: tuple[str, ...]) -> str:
    """Return a word without the first of these endings that leaves enough of it."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word
