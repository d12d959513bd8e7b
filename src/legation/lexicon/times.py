"""Words that make up time expressions: months, units, cues, vague references, holidays and named periods."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from legation.lexicon.frames import Words
from legation.lexicon.load import load_entries

TimeKind = Literal[
    "month", "weekday", "unit", "units", "season", "part", "noon", "deictic", "this", "last", "next", "following",
    "that", "ago", "earlier", "later", "phase", "approx", "some", "every", "set", "fiscal", "half", "weekend", "period",
    "vague", "meridiem", "zone", "oclock", "decadeword", "holiday", "named", "year_end", "full", "often", "era",
    "quarter",
]  # fmt: skip


class TimeWord(BaseModel):
    """Words of one kind and value.

    value     month 1 to 12; weekday 1 (Monday) to 7; unit of ISO 8601 durations ("D", "TH"); day offset; TIMEX3 value,
              season, part of the day or modifier; named: first and last day, "1914-07-28/1918-11-11"; era: the
              year before its first; holiday: "MM-DD",
              "nth:MONTH:N:WEEKDAY" (N counts from 1, -1 is the last), "easter:OFFSET", "table:DAY,DAY…" or "usvote"
    words     spellings; one that ends in a full stop is an abbreviation, whose stop may be missing in the text
    proper    counts only when capitalised
    doubtful  often another word ("May", "fall"): counts only where its neighbours ask for a time
    near      holidays: counts only if one of these (lower case) stands close by
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: TimeKind
    value: str
    words: Words
    proper: bool = False
    doubtful: bool = False
    near: Words = ()
    source: str
    example: str


def load_time_words(extra: Path | None = None) -> list[TimeWord]:
    """Return every entry, an analyst's own last."""
    return load_entries("times.yml", TimeWord, extra)
