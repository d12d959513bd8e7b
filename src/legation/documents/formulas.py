"""Cells that a spreadsheet would run as a formula: made harmless when they leave, and restored when they come back.

What begins a formula is OWASP's list ("CSV Injection"): a report may hold `=HYPERLINK(…)` as its title, and whoever
opens the table would run it.
"""

import re

# An apostrophe goes before apostrophes that stand there already, so that taking one away is the exact inverse.
# The last four are the full-width forms, which spreadsheets of East Asia take for the same.
FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def defuse(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: with an apostrophe before what looks like one."""
    return f"'{text}" if FORMULA.match(text) else text


def guard_length(text: str) -> int:
    """Return how many characters at the beginning of a cell only keep it from being run: 1 or 0."""
    return 1 if text.startswith("'") and FORMULA.match(text) else 0
