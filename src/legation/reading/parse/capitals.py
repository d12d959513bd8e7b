"""Lines all in capitals, rewritten as a sentence would have them, since tagger and parser know no other English."""

import re
from collections.abc import Callable, Sequence

# Given folded words: how many of them, from the first, are a known name, and whether it is an acronym.
KnownName = Callable[[Sequence[str]], tuple[int, bool]]
SHORTEST = 3
FEWEST_LETTERS = 12
SHARE = 0.9
LONGEST_NAME = 6
WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?")
# Surnames and acronyms that are words too; in capitals nothing shows which, and the word is the commoner.
WORDS_TOO = frozenset(
    "ban may park moon rice power powers bush brown king fox young long grant hope price mark bill pope major day case "
    "cook chance march will can act aid who it is as am pm ap church field ford hill house law lord mills moss nation "
    "page rose sharp short stone strong swift wall war ward west white wise wolf wood best bell born fire gates hunt "
    "judge mine noble reform root star tan to van win an do she he la so on one union ring".split()
)


def sentence_case(text: str, known: KnownName) -> str:
    """Return a line in capitals with small letters but for known names, letter for letter; any other text unchanged."""
    if not all_capitals(text):
        return text
    found = list(WORD.finditer(text))
    letters = list(text)
    at = 0
    while at < len(found):
        size, acronym = name_at(found, at, known)
        for match in found[at : at + max(size, 1)]:
            lower = match.group().lower()
            if acronym or len(lower) != len(match.group()):
                continue
            first = match.group()[0] if size or match.start() == first_letter(text) else lower[0]
            letters[match.start() : match.end()] = first + lower[1:]
        at += max(size, 1)
    return "".join(letters)


def all_capitals(text: str) -> bool:
    """Tell whether a line of some length is in capitals, but for a word or letter here and there."""
    if sum(map(text.count, "aeiou")) > (1 - SHARE) * len(text):
        return False
    letters = [letter for letter in text if letter.isalpha()]
    upper = sum(letter.isupper() for letter in letters)
    return len(letters) >= FEWEST_LETTERS and len(text.split()) >= SHORTEST and upper >= SHARE * len(letters)


def name_at(found: Sequence[re.Match[str]], at: int, known: KnownName) -> tuple[int, bool]:
    """Return how many words from this one on are a known name, 0 if none, and whether it is an acronym."""
    words = [match.group().lower().replace(".", "") for match in found[at : at + LONGEST_NAME]]
    size, acronym = known(words)
    return (0, False) if size == 1 and words[0] in WORDS_TOO else (size, acronym)


def first_letter(text: str) -> int:
    """Return where the first letter of a text stands."""
    return next(place for place, letter in enumerate(text) if letter.isalpha())
