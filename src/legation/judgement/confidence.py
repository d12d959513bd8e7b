"""How well founded a weighing is: low, moderate or high, from what it rests on; never from how likely the answer is."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from legation.judgement.question import Question, Subject
from legation.lexicon.saying import say


class Level(StrEnum):
    """The levels of ICD 203."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Footing:
    """What a weighing rests on.

    `origins` are the independent ones of all reports that count, `covered` is the share of the `months` since the
    window began from which the archive has reports, `newest` the last day of a report. `fragile` names what flips the
    answer on its own (an item or an origin), `smallest` is the size of the smallest set that does (None: none does),
    `hold` the share of draws in which the answer stays on top, `unreviewed` how many exhibits nobody has accepted.
    """

    items: int
    origins: int
    covered: float
    months: int
    newest: dt.date | None
    fragile: Sequence[str]
    smallest: int | None
    hold: float
    unreviewed: int

    @property
    def months_words(self) -> str:
        """In how many months there are reports: "5 of 26 months"."""
        return say("{covered} of {months} months", covered=round(self.covered * self.months), months=self.months)


@dataclass(frozen=True, slots=True)
class Confidence:
    """A level with the reasons that hold it down, in words."""

    level: Level
    reasons: tuple[str, ...]


# Below these a weighing has low confidence, from those on it may have high.
FEW_ORIGINS, MANY_ORIGINS = 3, 8
POORLY_COVERED, WELL_COVERED = 0.25, 0.75
RARELY_HOLDS, ALWAYS_HOLDS = 2 / 3, 0.95
OLD, FRESH = dt.timedelta(days=366), dt.timedelta(days=183)
HORIZON = dt.timedelta(days=366)
ROBUST_SET = 3


def judge_confidence(question: Question, footing: Footing, day: dt.date) -> Confidence:
    """Return the confidence a weighing deserves on a day.

    High only if no single origin or item flips the answer; never on intentions, nor beyond twelve months.
    """
    low = tuple(find_low(footing, day))
    if low:
        return Confidence(Level.LOW, low)
    middling = tuple(find_middling(question, footing, day))
    return Confidence(Level.MODERATE if middling else Level.HIGH, middling)


def find_low(footing: Footing, day: dt.date) -> Iterator[str]:
    """Yield what makes the confidence low."""
    if not footing.items:
        yield say("the record holds nothing that tells the hypotheses apart")
        return
    if footing.origins < FEW_ORIGINS:
        yield say("it rests on {number}", number=number_words(footing.origins, "independent origin"))
    if footing.covered < POORLY_COVERED:
        yield say(
            "the archive has reports from only {months_words} of the time asked about",
            months_words=footing.months_words,
        )
    if footing.hold < RARELY_HOLDS:
        yield say(
            "another answer leads in {hold:.0f} of 100 draws from the analysts' ranges", hold=(1 - footing.hold) * 100
        )
    if footing.newest is None or day - footing.newest > OLD:
        yield say("its newest report is more than a year old")


def find_middling(question: Question, footing: Footing, day: dt.date) -> Iterator[str]:
    """Yield what keeps the confidence from being high."""
    if question.subject is Subject.INTENTIONS:
        yield say("it is about intentions, which no report shows")
    if question.window[1] - day > HORIZON:
        yield say("it looks further ahead than twelve months")
    if footing.fragile:
        yield say("the answer hangs on {fragile} alone", fragile=footing.fragile[0])
    elif footing.smallest is not None and footing.smallest < ROBUST_SET:
        yield say("the answer changes without {number}", number=number_words(footing.smallest, "item"))
    if footing.origins < MANY_ORIGINS:
        yield say("it rests on {number}", number=number_words(footing.origins, "independent origin"))
    if footing.covered < WELL_COVERED:
        yield say(
            "the archive has reports from {months_words} of the time asked about", months_words=footing.months_words
        )
    if footing.hold < ALWAYS_HOLDS:
        yield say(
            "another answer leads in {hold:.0f} of 100 draws from the analysts' ranges", hold=(1 - footing.hold) * 100
        )
    if footing.newest is not None and day - footing.newest > FRESH:
        yield say("its newest report is more than half a year old")
    if footing.unreviewed:
        yield say("{number} of evidence still unreviewed", number=number_words(footing.unreviewed, "piece"))


def number_words(number: int, word: str) -> str:
    """Return "no item", "1 item", "2 items"."""
    return say("{number} {word}{s}", number=number or "no", word=word, s="" if number == 1 else "s")
