"""Folds names to the form in which they are compared: case, diacritics, hyphens, quotation marks, possessives.

Reading looks names up with it, actors compares with it, so both agree on what "the same spelling" is.
"""

import re
import unicodedata
from functools import lru_cache

# Letters that no decomposition takes apart, with the spelling newsrooms give them.
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ё": "е"}
    | {"&": " and ", "_": " ", "/": " "}
    | dict.fromkeys("-‐‑‒–—−·・•", " ")
    | dict.fromkeys("'’‘`´ʼʻʹ′\"“”„«»‹›.,;:!?()[]{}", None)
)
POSSESSIVE = re.compile(r"(?<=\w)['’ʼ]s?$|(?<=[.])['’]s$", re.IGNORECASE)
SPACES = re.compile(r"\s+")


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """Return the name in lower case without diacritics, punctuation and a final possessive; hyphens become spaces.

    "Kim Jong-un's" and "KIM Jong Un" fold to "kim jong un", "U.S." to "us", "Côte d’Ivoire" to "cote divoire".
    Scripts without case keep their letters (Hangul stays composed). Word order and articles stay.
    """
    text = POSSESSIVE.sub("", name.strip())
    text = strip_marks(text.casefold()).translate(LETTERS)
    return SPACES.sub(" ", text).strip()


def strip_marks(text: str) -> str:
    """Return the text with marks taken off Latin letters; other scripts are only composed (й is a letter, not и)."""
    if text.isascii():
        return text
    kept: list[str] = []
    for letter in unicodedata.normalize("NFKC", text):
        parts = unicodedata.normalize("NFD", letter)
        kept.append(parts[0] if parts[0].isascii() else letter)
    return "".join(letter for letter in kept if not unicodedata.combining(letter))
