"""Which language a text is in."""

import re
from functools import cache
from typing import Any

# The commonest function words; running English text has one in every three or four words.
ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "that",
        "is",
        "was",
        "for",
        "on",
        "with",
        "as",
        "it",
        "by",
        "he",
        "at",
        "from",
        "his",
        "be",
        "an",
        "are",
        "this",
        "which",
        "have",
        "has",
        "had",
        "not",
        "were",
        "but",
        "they",
        "or",
        "their",
        "its",
        "who",
        "will",
        "would",
        "said",
        "been",
        "after",
        "she",
        "her",
        "about",
        "more",
        "than",
        "into",
        "also",
    ]
)
WORD = re.compile(r"[^\W\d_]+")
# Below this many letters nothing but the script tells anything.
SHORTEST = 60
SAMPLE = 6000


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language most of a text is in; None for too little text to tell.

    English is told by its function words, everything else by py3langid's model (Lui & Baldwin, 2012).
    """
    words = WORD.findall(text[: 4 * SAMPLE])
    if not words:
        return None
    letters = sum(len(word) for word in words)
    latin = sum(word.isascii() for word in words)
    share = sum(word.lower() in ENGLISH for word in words) / len(words)
    if latin > 0.8 * len(words) and (share >= 0.2 or (share >= 0.12 and len(words) < 40)):
        return "en"
    if letters < SHORTEST and latin > 0.5 * len(words):
        return None
    sample = middle(text)
    return str(identifier().classify(sample.encode("utf-8", "replace").decode("utf-8"))[0])


def middle(text: str) -> str:
    """Return the middle of a long text: its head and foot may be furniture in another language."""
    start = max(0, (len(text) - SAMPLE) // 2)
    return text[start : start + SAMPLE]


@cache
def identifier() -> Any:
    """Load the model when a text asks for it: most texts are English and do not."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)
