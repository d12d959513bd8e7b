"""Resolves what recurs: "every Monday", "daily", "twice a year"."""

from legation.reading.claim import TimeType
from legation.reading.times.expressions import Expression
from legation.reading.times.lengths import count_of, period
from legation.reading.times.meaning import Meaning, Setting
from legation.reading.times.timewords import TimeToken


def resolve_set(expression: Expression, _setting: Setting) -> Meaning | None:
    """Resolve "every Monday", "each year", "daily"."""
    token = expression.tokens[-1]
    if token.kind == "s":
        return Meaning(TimeType.SET, token.value, None, "repeated")
    if token.kind == "v":
        return None
    value = set_value(token, expression)
    return None if value is None else Meaning(TimeType.SET, value, None, "repeated")


def resolve_often(expression: Expression, _setting: Setting) -> Meaning | None:
    """Resolve "twice a week", "three times a year": the value is the length of time in which it happens so often."""
    token, number = expression.tokens[-1], expression.tokens[-2]
    if token.kind == "D":
        return Meaning(TimeType.SET, f"XXXX-WXX-{token.value}", None, "repeated")
    if token.kind == "P":
        return Meaning(TimeType.SET, f"XXXX-XX-XXT{token.value}", None, "repeated")
    return Meaning(TimeType.SET, period(token.value, number.value if number.kind in "dN" else "1"), None, "repeated")


def set_value(token: TimeToken, expression: Expression) -> str | None:
    """Return the TIMEX3 value of what recurs."""
    day = expression.get("D")
    if token.kind in "uU":
        every = expression.get("v")
        counted = expression.get("dNk") is not None
        return period(token.value, count_of(expression) if counted else every.value if every else "1")
    if token.kind == "P" and day is not None:
        return f"XXXX-WXX-{day.value}T{token.value}"
    forms = {
        "D": f"XXXX-WXX-{token.value}",
        "S": f"XXXX-{token.value}",
        "P": f"XXXX-XX-XXT{token.value}",
        "W": "XXXX-WXX-WE",
    }
    return f"XXXX-{int(token.value):02d}" if token.kind == "M" else forms.get(token.kind)
