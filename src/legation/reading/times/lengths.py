"""Resolves lengths of time: "two years", "four years and ten months", "weeks"."""

import re
from dataclasses import replace

from legation.reading.claim import TimeType
from legation.reading.times.expressions import Expression
from legation.reading.times.meaning import Meaning, Setting
from legation.reading.times.timewords import TimeToken

# Values of approximate counts: "a couple of" is 2, the others are not known.
VAGUE_COUNTS = {"X", "XX"}
# Half of a unit as TIMEX3 writes it: "a year and a half" is "P1Y6M".
HALVES = {"Y": "6M", "TH": "30M", "TM": "30S"}


def unit_of(expression: Expression) -> str | None:
    """Return the ISO 8601 letters of the last unit the expression names ("Y", "TH", "10Y")."""
    token = expression.get("uU", last=True)
    return token.value if token else None


def count_of(expression: Expression) -> str:
    """Return how many units, as TIMEX3 writes it: "2", "2.5", "X" for a number not told, "1" for an article."""
    some = expression.get("k")
    numbers = [token for token in expression.tokens if token.kind in "dNY"]
    half = 0.5 if expression.get("H") else 0.0
    if numbers:
        value = float(numbers[-1].value.replace(",", ""))
        if len(numbers) == 2 and some is None and any(token.kind in ">|-" for token in expression.tokens):
            return numbers[-1].value if half == 0 else f"{value + half:g}"
        return f"{value + half:g}"
    if some is not None:
        return "X" if some.value in VAGUE_COUNTS else some.value
    if half:
        return "0.5" if expression.tokens[0].kind == "H" or expression.tokens[0].kind == "q" else "1.5"
    return "1" if expression.get("au") and not expression.get("U") else "X"


def period(unit: str, count: str) -> str:
    """Return the TIMEX3 duration: ("TH", "2") is "PT2H", ("10Y", "3") "P30Y", ("D", "X") "PXD"."""
    match = re.fullmatch(r"(T?)(\d*)([A-Z])", unit)
    time, size, letter = match.groups() if match else ("", "", unit)
    if size and count != "X":
        count = f"{float(count) * int(size):g}"
    elif size == "10":
        letter = "DE"
    elif size == "100":
        letter = "CE"
    half = HALVES.get(f"{time}{letter}")
    if "." in count and half is not None and float(count) % 1 == 0.5:
        whole, small = int(float(count)), half
        return f"P{time}{whole}{letter}{small}" if whole else f"P{time}{small}"
    return f"P{time}{count}{letter}"


def resolve_duration(expression: Expression, _setting: Setting) -> Meaning | None:
    """Resolve a length of time; it has no days of its own."""
    unit = unit_of(expression)
    if unit is None:
        return None
    if unit == "Q" and ("-" in expression.kinds or expression.get("a")):
        return None
    approx = expression.get("q")
    count = count_of(expression)
    if expression.kinds in {"u-2", "U-2"}:
        count = "1" if expression.tokens[0].kind == "u" else "X"
    if (rest := rest_of(expression)) is not None:
        return Meaning(TimeType.DURATION, joined(expression, *rest), approx.value if approx else None, "length of time")
    return Meaning(TimeType.DURATION, period(unit, count), approx.value if approx else None, "length of time")


def rest_of(expression: Expression) -> tuple[TimeToken, TimeToken] | None:
    """Return number and unit of the smaller unit that ends a length of time ("ten months" behind "four years")."""
    units = [place for place, token in enumerate(expression.tokens) if token.kind in "uU"]
    return (expression.tokens[units[-1] - 1], expression.tokens[units[-1]]) if len(units) == 2 else None


def joined(expression: Expression, number: TimeToken, unit: TimeToken) -> str:
    """Return the value of a length of time told in two units: "P4Y10M", "PT5H37M", "P1DT6H"."""
    end = next(place for place, token in enumerate(expression.tokens) if token.kind in "uU") + 1
    first = replace(expression, tokens=expression.tokens[:end])
    whole, part = period(first.tokens[-1].value, count_of(first)), period(unit.value, f"{float(number.value):g}")
    return whole + part.removeprefix("PT" if "T" in whole else "P")


def resolve_units(expression: Expression, _setting: Setting) -> Meaning | None:
    """Resolve a bare "weeks", "years"."""
    unit = expression.tokens[-1].value
    if unit in {"TS", "Q"}:
        return None
    return Meaning(TimeType.DURATION, period(unit, "X"), None, "length of time")
