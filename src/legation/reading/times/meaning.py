"""What an expression is read against, and what it comes to mean."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from legation.reading.claim import TimeType


class Tense(Enum):
    """Which way from the day of publication the clause around an expression looks."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Setting:
    """The day of publication, the tense, and what the text around the expression gives.

    reference  TIMEX3 value of the dated expression before this one, if there is one
    day        the last day named before it
    clock      the time of that day, "22:30", if one was told with it
    near       that expression stands in the same sentence, and its year is written
    close      that expression stands in the same sentence
    quarter    the quarter the document last named
    year       the year that a coordination names behind this expression ("May and August 2023")
    day_first  whether dates in figures put the day before the month; None if the text does not show it
    words      the words of the sentence, lower case
    before     the word right before the expression, lower case; after: the one right behind it
    """

    now: dt.date
    tense: Tense
    reference: str | None = None
    day: str | None = None
    clock: str | None = None
    near: bool = False
    close: bool = False
    quarter: str | None = None
    year: int | None = None
    day_first: bool | None = None
    words: Sequence[str] = ()
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A TIMEX3 type, value and modifier; `days` only where the value alone does not give them."""

    type: TimeType
    value: str | None
    modifier: str | None = None
    anchor: str = "explicit"
    days: tuple[dt.date | None, dt.date | None] | None = None
