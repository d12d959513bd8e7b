"""Codes in words: types and modes as noun phrases that fit every status; dates and quantities as people say them."""

import calendar
import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

from legation.lexicon.saying import join, say
from legation.reading.claim import Modifier, Outcome, Quantity, Status, Time

ONE_DAY = dt.timedelta(days=1)

TYPES: Mapping[str, str] = {
    "AGREE": "Agreement",
    "CONSULT": "Meeting or consultation",
    "SUPPORT": "Support",
    "CONCEDE": "Concession",
    "COOPERATE": "Cooperation",
    "AID": "Aid or delivery",
    "RETREAT": "Retreat or release",
    "REQUEST": "Request or demand",
    "ACCUSE": "Criticism or accusation",
    "REJECT": "Refusal",
    "THREATEN": "Threat or warning",
    "PROTEST": "Protest",
    "SANCTION": "Sanction or rupture",
    "MOBILIZE": "Mobilisation",
    "COERCE": "Coercion",
    "ASSAULT": "Attack",
    "STATEMENT": "Statement",
    "OTHER": "Other act",
}
# Modes that name the act better than its type does; the others stand behind the type ("Aid or delivery, military").
# Each name is as wide as its mode: SANCTION/withdraw is pulling out people as well as oneself (an envoy called home,
# talks broken off, an accord left), SANCTION/expel may be from a country or from an office.
MODES: Mapping[tuple[str, str], str] = {
    ("CONSULT", "visit"): "Visit",
    ("CONSULT", "phone"): "Call",
    ("CONSULT", "third-party"): "Mediation",
    ("CONSULT", "multilateral"): "Multilateral meeting",
    ("RETREAT", "withdraw"): "Withdrawal",
    ("RETREAT", "release"): "Release",
    ("RETREAT", "disarm"): "Disarmament",
    ("RETREAT", "ceasefire"): "Ceasefire",
    ("RETREAT", "access"): "Access granted",
    ("RETREAT", "resign"): "Resignation",
    ("ACCUSE", "disapprove"): "Criticism",
    ("ACCUSE", "investigate"): "Investigation",
    ("ACCUSE", "allege"): "Accusation",
    ("SANCTION", "expel"): "Expulsion or removal",
    ("SANCTION", "convict"): "Conviction",
    ("SANCTION", "withdraw"): "Withdrawal or recall",
    ("SANCTION", "discontinue"): "Sanction or cut in relations",
    ("MOBILIZE", "troops"): "Deployment or readiness of troops",
    ("MOBILIZE", "weapons"): "Weapons test or readiness",
}
STATUSES: Mapping[Status, str] = {
    Status.HAPPENED: "happened",
    Status.ONGOING: "under way",
    Status.PLANNED: "planned",
    Status.POSSIBLE: "possible",
    Status.CONDITIONAL: "conditional",
    Status.CALLED_FOR: "called for",
    Status.DENIED: "denied",
}
OUTCOMES: Mapping[Outcome, str] = {Outcome.SUCCESS: "succeeded", Outcome.FAILURE: "failed"}
MODIFIERS: Mapping[Modifier, str] = {
    Modifier.MORE_THAN: "more than",
    Modifier.AT_LEAST: "at least",
    Modifier.ABOUT: "about",
    Modifier.UP_TO: "up to",
}


# Pages say the same few kinds and days again and again.
@lru_cache(maxsize=256)
def type_words(kind: str, mode: str | None) -> str:
    """Return what kind of event it is: "Visit", "Aid or delivery, military"."""
    name = say(TYPES.get(kind, kind.capitalize()))
    if mode is None:
        return name
    own = MODES.get((kind, mode))
    return say(own) if own else say("{kind}, {mode}", kind=name, mode=mode.replace("-", " "))


def time_words(time: Time | None) -> str | None:
    """Return the date as precise as it is known, and no more; None if there is none."""
    if time is None or (time.from_ is None and time.to is None):
        return None
    if time.to is None:
        return say("since {day}", day=day_words(time.from_)) if time.from_ else None
    if time.from_ is None:
        return say("before {day}", day=day_words(time.to))
    return interval_words(time.from_, time.to)


def interval_words(first: dt.date, after: dt.date) -> str:
    """Return a half-open interval of days in words: days, months or years, whichever it is made of."""
    last = after - ONE_DAY
    if first == last:
        return day_words(first)
    if is_whole_years(first, after):
        return (
            say("{year}", year=first.year)
            if last.year == first.year
            else say("{year}–{year2}", year=first.year, year2=last.year)
        )
    if first.day == 1 and after.day == 1:
        return months_words(first, last)
    start, end = calendar.month_name[first.month], calendar.month_name[last.month]
    if (first.year, first.month) == (last.year, last.month):
        return say("{day}–{last} {month} {year}", day=first.day, last=last.day, month=end, year=last.year)
    if first.year == last.year:
        return say(
            "{day} {start} – {last} {end} {year}", day=first.day, start=start, last=last.day, end=end, year=last.year
        )
    return say("{first} – {last}", first=day_words(first), last=day_words(last))


def days_words(first: str | None, last: str | None) -> str | None:
    """Return the days of an event (ISO 8601, both included) as precise as they are known; None if there are none.

    As the derived tables have them: without a last day it has no known end, and the first day of what has no known
    beginning stands behind its last.
    """
    if first is None:
        return None
    start = dt.date.fromisoformat(first)
    if last is None:
        return say("since {day}", day=day_words(start))
    if last < first:
        return say("before {day}", day=day_words(start))
    return interval_words(start, dt.date.fromisoformat(last) + ONE_DAY)


def is_whole_years(first: dt.date, after: dt.date) -> bool:
    """Tell whether an interval goes from a New Year to a New Year."""
    return (first.month, first.day) == (after.month, after.day) == (1, 1)


def months_words(first: dt.date, last: dt.date) -> str:
    """Return whole months in words."""
    start, end = calendar.month_name[first.month], calendar.month_name[last.month]
    if first.year != last.year:
        return say("{start} {year} – {end} {year2}", start=start, year=first.year, end=end, year2=last.year)
    return (
        say("{start} {year}", start=start, year=first.year)
        if first.month == last.month
        else say("{start}–{end} {year}", start=start, end=end, year=first.year)
    )


@lru_cache(maxsize=4096)
def day_words(day: dt.date) -> str:
    """Return "18 June 2024"."""
    return say("{day} {month} {year}", day=day.day, month=calendar.month_name[day.month], year=day.year)


def quantity_words(quantity: Quantity) -> str:
    """Return "more than 7,000 containers", with what is counted where the text says it."""
    number = quantity.low if quantity.low is not None else quantity.high
    if number is None:
        return quantity.text
    parts = [MODIFIERS.get(quantity.modifier, ""), number_words(number), quantity.unit or ""]
    if quantity.of and quantity.of != quantity.unit:
        parts += ["of", quantity.of] if quantity.unit and quantity.unit != "people" else [quantity.of]
    return join(" ", (part for part in parts if part and part != "people"))


def number_words(number: float) -> str:
    """Return 7,000 or 2.5."""
    return say("{number:,}", number=int(number)) if float(number).is_integer() else say("{number:,}", number=number)


def list_words(names: list[str]) -> str:
    """Return "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return say("{name}", name=names[0]) if names else ""
    return say("{names} and {last}", names=join(", ", names[:-1]), last=names[-1])


def name_id(name: str) -> str:
    """Return the name that a file gives to one of its parts: a name in every language, though it may be a word."""
    return say("{id}", id=name)


def plural(number: int, word: str) -> str:
    """Return "1 report", "2 reports"."""
    return say(f"{{number:,}} {word}" if number == 1 else f"{{number:,}} {word}s", number=number)
