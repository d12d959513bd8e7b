"""The words that measure a time from an event: "three days before", "the week of", "on the 24th day of"."""

import re
from dataclasses import dataclass
from enum import StrEnum

from legation.reading.times.numerals import CARDINALS, ORDINALS

NUMBER = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|\d+|half\ a"
    r"|a\ hundred)"
)
UNIT = r"(?:minute|hour|day|week|fortnight|month|year|decade|century|centurie)"
LEAD = (
    r"(?:(?:no\ |not\ )?(?:less|more|fewer|later)\ than|not\ even|barely|just(?:\ over|\ under)?|only|about|around"
    r"|nearly|almost|roughly|some|at\ least|at\ most|up\ to|over|under|exactly|shortly|within"
    r"|as\ (?:early|late|soon)\ as)"
)
BEFORE = r"(?:before|prior\ to|ahead\ of|preceding)"
SIDE = rf"(?:{BEFORE}|after|following|into|(?:on\ )?from)"
# "Last year after the raid" is last year and no year after it.
COUNTED = "".join(rf"(?<!\b{word}\ )" for word in ("last", "this", "next", "that", "each", "past", "same"))
# What a clause begins with that says of which day or year one speaks: "the day the embargo was lifted".
OPENER = r"(?:the|his|her|its|their|it|he|she|they|an?)"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ORDINAL = rf"(?:\d+(?:st|nd|rd|th)|\d{{1,3}},\d{{3}}th|{'|'.join(ORDINALS)})"
MEASURE = re.compile(
    rf"""\b(?:
      (?P<eve>(?:on\ )?(?:the\ )?eve\ of)
    | the\ (?P<whole>{UNIT}|morning|afternoon|night|evening|weekend|time)\ (?P<wside>{BEFORE}|after|of|following)
    | (?:(?:the|its|their|his|her)\ )?(?P<nth>{ORDINAL})(?:\ full)?\ (?P<nthunit>day|week|month|year)
      \ (?P<nthside>of|after|since|following)
    | (?:the\ )?(?P<anniversary>{ORDINAL})\ anniversary\ of
    | within\ (?P<reach>{NUMBER}|a\ couple\ of)\ (?P<reachunit>{UNIT})s?\ of
    | (?P<the>(?:the|those)\ )?(?P<mod>{LEAD}\ )?
      (?:(?P<num>(?:{NUMBER}|several|few|a\ few|a\ couple\ of|many)\ )|{COUNTED})
      (?:more\ |full\ |whole\ |long\ |short\ )?(?P<unit>{UNIT})s?(?:\ (?P<half>and\ a\ half))?
      (?P<exact>\ to\ the\ day)?\ (?P<side>{SIDE}|(?<=day\ )since)
    | the\ (?P<weekday>{"|".join(WEEKDAYS)})\ (?P<dayside>{BEFORE}|after|following)
    | the\ (?P<that>day|night|week|month|year)(?:\ that|\ when)?(?=\ (?:{OPENER}|(?-i:[A-Z])\w+)\ )
    )(?=\s)""",
    re.VERBOSE | re.IGNORECASE,
)
# Letters of which some stand in every text that `HINT` finds something in; those of the weekdays are in "day".
UNITS = (*UNIT[3:-1].split("|"), "morning", "afternoon", "night", "evening", "weekend", "time", "anniversary")
UNITS += ("eve ", "eves ")
# What every text with a measure holds: quick to look for, where `MEASURE` tries many ways at each word.
HINT = re.compile(
    rf"\b(?:{UNIT[3:-1]}|morning|afternoon|night|evening|weekend|time|eve|anniversary|{'|'.join(WEEKDAYS)})s?"
    r"(?: and a half| to the day| on)?"
    rf" (?:before|prior|ahead|preceding|after|following|into|from|of|since|that|when|{OPENER}|(?-i:[A-Z])\w+)\b",
    re.IGNORECASE,
)
LESS = (
    "less than|fewer than|barely|within|just under|under|no more than|not more than|not even|no later than"
    "|not later than|at most|up to"
)
MORE = "more than|over|at least|no less than|not less than|no fewer than"
BOUNDS = dict.fromkeys(LESS.split("|"), "less") | dict.fromkeys(MORE.split("|"), "more")


class Shape(StrEnum):
    """What a measure gives: a point at a distance, all the time up to it, the unit that holds the event, and so on."""

    POINT = "point"
    STRETCH = "stretch"
    UNIT = "unit"
    WEEKDAY = "weekday"
    WEEKEND = "weekend"
    NTH = "nth"
    ANNIVERSARY = "anniversary"


@dataclass(frozen=True, slots=True)
class Measure:
    """How a time lies to its event.

    count      how many units, None where the text does not tell ("months after"); the weekday from 1; the nth
    unit       "day", "week" … ; bound: "less" or "more" than the count, or None
    side       -1 before the event, 1 after it, 0 on its day; `into` counts from its beginning
    exact      to the day, whatever the unit
    certain    the words can hardly mean anything else, so that an event without a date is worth telling
    """

    shape: Shape
    unit: str
    count: float | None
    side: int
    bound: str | None = None
    into: bool = False
    exact: bool = False
    certain: bool = True


def read_measure(match: re.Match[str]) -> Measure:
    """Return the measure of a match of `MEASURE`."""
    if match["eve"]:
        return Measure(Shape.POINT, "day", 1.0, -1)
    if match["nth"]:
        side = 0 if match["nthside"].lower() in {"of", "since"} else 1
        return Measure(Shape.NTH, match["nthunit"].lower(), ordinal_of(match["nth"]), side, certain=False)
    if match["anniversary"]:
        return Measure(Shape.ANNIVERSARY, "year", ordinal_of(match["anniversary"]), 1, certain=False)
    if match["reach"]:
        return Measure(Shape.STRETCH, unit_of(match["reachunit"]), count_of(match["reach"].lower()), 1, into=True)
    if match["weekday"]:
        number = WEEKDAYS.index(match["weekday"].lower()) + 1.0
        return Measure(Shape.WEEKDAY, "day", number, side_of(match["dayside"]), certain=False)
    if match["whole"]:
        return whole_of(match)
    if match["that"]:
        unit = match["that"].lower()
        shape = Shape.UNIT if unit in {"week", "month", "year"} else Shape.POINT
        return Measure(shape, "day" if unit == "night" else unit, 0.0, 0, certain=False)
    return counted_of(match)


def whole_of(match: re.Match[str]) -> Measure:
    """Return the measure of "the week of", "the night before", "the weekend after"."""
    unit, word = match["whole"].lower(), match["wside"].lower()
    side = 0 if word == "of" else side_of(word)
    if unit == "weekend":
        return Measure(Shape.WEEKEND, "day", 1.0, side)
    if unit == "time":
        return Measure(Shape.POINT, "day", 1.0, side, certain=False)
    long = unit in {"week", "month", "year", "decade"}
    shape = Shape.UNIT if long and side == 0 else Shape.POINT
    return Measure(shape, unit if long else "day", 1.0, side)


def counted_of(match: re.Match[str]) -> Measure:
    """Return the measure of "three days before", "in the two weeks after", "a year to the day since"."""
    count = count_of((match["num"] or "").strip().lower())
    if count is not None and match["half"]:
        count += 0.5
    bound = BOUNDS.get((match["mod"] or "").strip().lower())
    several = match["the"] is not None and count is not None and match["num"].strip().lower() not in {"a", "an"}
    shape = Shape.STRETCH if several else Shape.POINT
    into, exact = match["side"].lower() == "into", match["exact"] is not None
    return Measure(shape, unit_of(match["unit"]), count, side_of(match["side"]), bound, into, exact)


def side_of(word: str) -> int:
    """Return -1 for words that mean before, 1 for those that mean after."""
    return -1 if word.lower() in {"before", "prior to", "ahead of", "preceding"} else 1


def unit_of(word: str) -> str:
    """Return the unit of a word, without the ending of its plural."""
    return "century" if word.lower().startswith("centur") else word.lower()


def ordinal_of(word: str) -> float | None:
    """Return the number of "24th" or "third"."""
    digits = re.sub(r"\D", "", word)
    return float(digits) if digits else float(ORDINALS[word.lower()])


def count_of(words: str) -> float | None:
    """Return the number of units; None for "several", "a few" or nothing."""
    fixed = {"a": 1.0, "an": 1.0, "a couple of": 2.0, "half a": 0.5, "a hundred": 100.0}
    if words in fixed:
        return fixed[words]
    if words.isdigit():
        return float(words)
    total = sum(CARDINALS.get(part, 0) for part in words.split("-"))
    return float(total) if total else None
