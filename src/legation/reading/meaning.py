"""What an expression is read against, what it comes to mean, and the tense that decides between past and future."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from legation.lexicon.wordlists import words_of
from legation.reading.claim import TimeType
from legation.reading.timewords import TimeToken


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


REACH = 22
# Behind these stands the date that something was moved to.
LEADS = frozenset({"to", "until", "till", "for", "by", "through"})
FORMS_OF_BE = frozenset("is are was were be been being".split())
GIVEN = frozenset("gave given give gives has have until".split())


def find_tense(tokens: Sequence[TimeToken], first: int, last: int) -> Tense:
    """Return the tense of the clause around the tokens from `first` up to `last`.

    The nearest cue before the expression in its sentence decides, else the nearest behind it. Forms in -ed count as
    past unless they look ahead ("scheduled").
    """
    if first and tokens[first - 1].text == "as":
        return Tense.FUTURE
    back = range(first - 1, max(-1, first - 1 - REACH), -1)
    lead = tokens[first - 1].text if first else ""
    found = look(tokens, back, lead) or look(tokens, range(last, min(len(tokens), last + REACH)), lead)
    if first and tokens[first - 1].text in {"by", "until", "till", "through"}:
        given = any(tokens[place].text in GIVEN for place in back[1:6])
        return Tense.FUTURE if found is None or given else found
    return found or Tense.UNKNOWN


def is_cause(tokens: Sequence[TimeToken], place: int) -> bool:
    """Tell whether "due" says why ("due to floods"), and not what is to come ("is due to meet")."""
    behind = tokens[place + 1 : place + 3]
    if tokens[place].text != "due" or not behind or behind[0].kind != ">":
        return False
    awaited = place and tokens[place - 1].text in FORMS_OF_BE
    return not awaited or behind[-1].text in ("the", "a", "an")


def look(tokens: Sequence[TimeToken], places: range, lead: str) -> Tense | None:
    """Return the tense of the first cue met; None if the sentence ends before there is one.

    `lead` is the word before the expression: "extended to Friday" looks ahead, "extended on Friday" is past.
    """
    future, moved, forward = words_of("future"), words_of("moved to a date"), words_of("forward verbs")
    past, no_past, bidding = words_of("past"), words_of("no past verbs"), words_of("bidding")
    for place in places:
        token = tokens[place]
        if token.kind == "\n" or token.text in {".", "!", "?", ";"}:
            return None
        ahead = token.text in future and not is_cause(tokens, place)
        if ahead and (lead in LEADS or token.text not in moved):
            return Tense.FUTURE
        if token.kind == ">" and token.text == "to" and place and tokens[place - 1].text in forward:
            if tokens[place + 1 : place + 2] and tokens[place + 1].kind == "w":
                return Tense.FUTURE
            continue
        if token.text in no_past:
            continue
        if token.text in bidding and any(one.text == "to" for one in tokens[place + 2 : places.start + 1]):
            # "Invited Rossi to come in July", "invited them to Lima in the autumn".
            return Tense.FUTURE
        if token.kind == "w" and token.text.endswith(("ed", "t", "d")) and place and tokens[place - 1].text == "be":
            return Tense.FUTURE
        if token.text in past or (token.kind == "w" and len(token.text) > 4 and token.text.endswith("ed")):
            return Tense.PAST
    return None
