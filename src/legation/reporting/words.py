"""Codes in words: types and modes as noun phrases that fit every status; dates and quantities as people say them."""

import calendar
import datetime as dt
from collections.abc import Mapping

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
    ("SANCTION", "expel"): "Expulsion",
    ("SANCTION", "convict"): "Conviction",
    ("SANCTION", "withdraw"): "Withdrawal from a body or accord",
    ("SANCTION", "discontinue"): "Cut in relations",
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


def type_words(kind: str, mode: str | None) -> str:
    """Return what kind of event it is: "Visit", "Aid or delivery, military"."""
    if mode is None:
        return TYPES.get(kind, kind.capitalize())
    return MODES.get((kind, mode)) or f"{TYPES.get(kind, kind.capitalize())}, {mode.replace('-', ' ')}"


def time_words(time: Time | None) -> str | None:
    """Return the date as precise as it is known, and no more; None if there is none."""
    if time is None or (time.from_ is None and time.to is None):
        return None
    if time.to is None:
        return f"since {day_words(time.from_)}" if time.from_ else None
    if time.from_ is None:
        return f"before {day_words(time.to)}"
    return interval_words(time.from_, time.to)


def interval_words(first: dt.date, after: dt.date) -> str:
    """Return a half-open interval of days in words: days, months or years, whichever it is made of."""
    last = after - ONE_DAY
    if first == last:
        return day_words(first)
    if is_whole_years(first, after):
        return str(first.year) if last.year == first.year else f"{first.year}–{last.year}"
    if first.day == 1 and after.day == 1:
        return months_words(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {calendar.month_name[first.month]} – {day_words(last)}"
    return f"{day_words(first)} – {day_words(last)}"


def is_whole_years(first: dt.date, after: dt.date) -> bool:
    """Tell whether an interval goes from a New Year to a New Year."""
    return (first.month, first.day) == (after.month, after.day) == (1, 1)


def months_words(first: dt.date, last: dt.date) -> str:
    """Return whole months in words."""
    start, end = calendar.month_name[first.month], calendar.month_name[last.month]
    if first.year != last.year:
        return f"{start} {first.year} – {end} {last.year}"
    return f"{start} {first.year}" if first.month == last.month else f"{start}–{end} {first.year}"


def day_words(day: dt.date) -> str:
    """Return "18 June 2024"."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def quantity_words(quantity: Quantity) -> str:
    """Return "more than 7,000 containers", with what is counted where the text says it."""
    number = quantity.low if quantity.low is not None else quantity.high
    if number is None:
        return quantity.text
    parts = [MODIFIERS.get(quantity.modifier, ""), number_words(number), quantity.unit or ""]
    if quantity.of and quantity.of != quantity.unit:
        parts += ["of", quantity.of] if quantity.unit and quantity.unit != "people" else [quantity.of]
    return " ".join(part for part in parts if part and part != "people")


def number_words(number: float) -> str:
    """Return 7,000 or 2.5."""
    return f"{int(number):,}" if float(number).is_integer() else f"{number:,}"


def list_words(names: list[str]) -> str:
    """Return "A", "A and B", "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def plural(number: int, word: str) -> str:
    """Return "1 report", "2 reports"."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
