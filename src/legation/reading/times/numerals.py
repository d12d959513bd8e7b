"""Numbers in words and digits."""

import re
from collections.abc import Sequence

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SCALE_SHORT = {"m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "trn": 10**12, "k": 1_000}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        start=1,
    )
} | {"twentieth": 20, "thirtieth": 30, "hundredth": 100}
CARDINALS = UNITS | TENS
NUMBER_WORDS = CARDINALS.keys() | SCALES.keys()


def parse_digits(text: str) -> float | None:
    """Return the value of "12", "12,000" or "3.5"; None for anything else."""
    if not re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", text):
        return None
    return float(text.replace(",", ""))


def parse_words(words: Sequence[str]) -> float | None:
    """Return the value of lower-case number words ("two", "hundred", "and", "six"), digits before a scale included.

    None if the words make no number. A pair like "nineteen ninety" is no number here but a year (`parse_year`).
    """
    total, group, last = 0.0, 0.0, 0.0
    for word in words:
        if word == "and":
            continue
        if word in SCALES:
            scale = SCALES[word]
            if scale == 100:
                group = (group or 1) * scale
            else:
                total, group = total + (group or 1) * scale, 0
            last = 0
            continue
        value = parse_digits(word) if word[0].isdigit() else CARDINALS.get(word)
        if value is None or (last and not (last >= 20 > last % 10 == 0 and value < 10)):
            return None
        group, last = group + value, value
    return total + group


def parse_year(words: Sequence[str]) -> int | None:
    """Return a spoken year ("nineteen ninety-four" in parts); None if the words are none."""
    if len(words) < 2 or words[0] not in CARDINALS or not 13 <= CARDINALS[words[0]] <= 20:
        return None
    if any(word not in CARDINALS for word in words[1:]) or (words[1] in UNITS and len(words) > 2):
        return None
    tail = sum(CARDINALS[word] for word in words[1:])
    return 100 * CARDINALS[words[0]] + tail if 10 <= tail < 100 else None
