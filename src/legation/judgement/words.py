"""Likelihood in words: the bands of ICD 203, numbers rounded to what they are worth, intervals that span two words.

Bands are half-open, [low, high): a value on a bound has the higher word. Nothing is said to be certain: "0 %" and
"100 %" are never printed. Confidence is another matter and stands in a sentence of its own (confidence.py).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from legation.lexicon.estimates import load_estimates
from legation.lexicon.saying import say

STEP = 5


@dataclass(frozen=True, slots=True)
class Band:
    """One term of the scale with its bounds in percent."""

    word: str
    low: int
    high: int

    @property
    def range_words(self) -> str:
        """The range as printed: "55–80 %"."""
        return say("{low}–{high} %", low=self.low, high=self.high)


@cache
def load_bands() -> tuple[Band, ...]:
    """Return the terms this program writes, the least likely first."""
    rows = [entry for entry in load_estimates() if entry.kind == "band" and entry.row == 1]
    bands = [Band(shortest(entry.words), entry.low or 0, entry.high or 0) for entry in rows]
    return tuple(sorted(bands, key=lambda band: band.low))


def shortest(words: Sequence[str]) -> str:
    """Return the shortest of the forms of a term: "roughly even", "almost certain"."""
    return min(words, key=len)


def find_band(probability: float) -> Band:
    """Return the band of a probability from 0.0 to 1.0; what lies beyond the scale has the word at its end.

    Raises ValueError for what is no probability.
    """
    if not 0.0 <= probability <= 1.0:
        message = f"{probability}: no probability; it lies from 0 to 1"
        raise ValueError(message)
    bands = load_bands()
    # Sums of floating numbers that should be exactly on a bound may lie a hair below it.
    percent = probability * 100 + 1e-9
    return next((band for band in reversed(bands) if percent >= band.low), bands[0])


def round_percent(probability: float) -> str:
    """Return a probability to the next 5 % of its own band: "65 %", "under 5 %", "over 95 %"."""
    band = find_band(probability)
    if band.low < STEP:
        return say("under {step} %", step=STEP)
    if band.high > 100 - STEP:
        return say("over {step} %", step=100 - STEP)
    nearest = STEP * math.floor(probability * 100 / STEP + 0.5)
    return say("{low} %", low=min(max(nearest, band.low), band.high - STEP))


def likelihood_words(probability: float) -> str:
    """Return word and range: "likely (55–80 %)"."""
    band = find_band(probability)
    return say("{word} ({range_words})", word=band.word, range_words=band.range_words)


def interval_words(low: float, high: float) -> str:
    """Return the word of an interval, or both its ends' words: "unlikely to roughly even"."""
    first, last = find_band(low), find_band(high)
    return first.word if first == last else say("{word} to {word2}", word=first.word, word2=last.word)


def estimate_words(probability: float, interval: tuple[float, float]) -> str:
    """Return a probability with its 90 % interval, in words: one word, or those of both ends.

    "likely (55–80 %), about 65 %" or "unlikely to likely (30–70 %), about 45 %".
    """
    first, last = find_band(interval[0]), find_band(interval[1])
    reach = first.range_words if first == last else reach_words(*interval)
    return say(
        "{interval} ({reach}), {about}", interval=interval_words(*interval), reach=reach, about=about_words(probability)
    )


def about_words(probability: float) -> str:
    """Return "about 65 %", "under 5 %"."""
    rounded = round_percent(probability)
    return say("about {rounded}", rounded=rounded) if rounded[0].isdigit() else rounded


def reach_words(low: float, high: float) -> str:
    """Return an interval in numbers to 5 %: "30–85 %", "under 5 % to 20 %"."""
    first, last = round_percent(low), round_percent(high)
    if first == last:
        return first
    return (
        say("{first}–{last}", first=first[:-2], last=last)
        if first[0].isdigit() and last[0].isdigit()
        else say("{first} to {last}", first=first, last=last)
    )


def rank(values: Sequence[float]) -> list[int]:
    """Return places in order of value, the highest first; of equal ones the first named first."""
    return sorted(range(len(values)), key=lambda place: (-values[place], place))


def leads(values: Sequence[float], place: int) -> bool:
    """Tell whether what stands at a place is likelier than everything else, by more than rounding."""
    return all(value < values[place] - 1e-9 for other, value in enumerate(values) if other != place)
