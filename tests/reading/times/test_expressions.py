"""The grammar of time expressions as a whole: what spares it work must not cost it a match."""

import re
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.reading.times.expressions import GRAMMAR, RULES
from legation.reading.times.timewords import KINDS

PLAIN = re.compile("(?=[^w_,\n])(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in RULES) + ")")
LETTERS = "".join(sorted(set(KINDS.values())))


def first(grammar: re.Pattern[str], kinds: str) -> tuple[str | None, tuple[int, int]] | None:
    """Return the rule and the place of a grammar's first match."""
    match = grammar.search(kinds)
    return match and (match.lastgroup, match.span())


def test_every_short_expression_is_tried() -> None:
    strings = ["".join(letters) for size in (1, 2) for letters in product(LETTERS, repeat=size)]
    assert [kinds for kinds in strings if first(GRAMMAR, kinds) != first(PLAIN, kinds)] == []


@settings(max_examples=500)
@given(st.text(LETTERS, max_size=12))
def test_every_long_expression_is_tried(kinds: str) -> None:
    assert first(GRAMMAR, kinds) == first(PLAIN, kinds)
