"""What an expression takes in of the words behind it, and what it leaves to the noun it stands before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from legation.documents.span import Span
from legation.reading.claim import TimeType
from legation.reading.times.expressions import DAY_MONTH, DAY_NAME, MONTH_DAY, YEAR_OF, Expression
from legation.reading.times.timewords import TimeToken

# A year behind a day that names none: "October 28 of last year", "3 May the following year".
YEAR_BEHIND = re.compile(r",?O?(?:[nlx]|t[xX]|T)u(?!')")
YEARLESS = frozenset({"date", "nth", "part_of"})
# A smaller unit behind a length of time: "four years and ten months", "one hour 20 minutes".
REST = re.compile(r"&?[dN][uU](?!-?[geLGR<])")
SIZES = ("TS", "TM", "TH", "D", "W", "M", "Y")
# The day or month that a quarter is named by: "the quarter ended Sept. 30".
LAST_DAY = re.compile(rf"[w>]((?:{DAY_NAME},?)?(?:{MONTH_DAY}|{DAY_MONTH}|F)|M(?:{YEAR_OF})?)")
COMPARING = frozenset({"as many as", "as much as"})
QUARTER_BEHIND = re.compile(r"[>-]M[ub]")
ENDED = frozenset({"ended", "ending", "to", "through"})


def completed(expression: Expression, tokens: Sequence[TimeToken], kinds: str) -> Expression:
    """Return an expression with what stands right behind it and belongs to it, without the article of a noun."""
    whole = with_end(with_rest(with_year(expression, tokens, kinds), tokens, kinds), tokens, kinds)
    whole = with_last_month(whole, tokens, kinds)
    return with_or_so(without_measure(without_article(whole, kinds)), tokens, kinds)


def with_or_so(expression: Expression, tokens: Sequence[TimeToken], kinds: str) -> Expression:
    """Return a length of time with the "or so" right behind it."""
    end = expression.first + expression.width + 2
    if expression.rule not in {"duration", "rolling", "unit"} or kinds[end - 2 : end] != "|1":
        return expression
    return replace(expression, width=expression.width + 2, span=Span(expression.span.start, tokens[end - 1].end))


def with_year(expression: Expression, tokens: Sequence[TimeToken], kinds: str) -> Expression:
    """Return an expression with the year that stands right behind it and counts from another one, if one does."""
    if expression.rule not in YEARLESS or not expression.get("M") or expression.get("Y"):
        return expression
    match = YEAR_BEHIND.match(kinds, expression.first + expression.width)
    if match is None or tokens[match.end() - 1].value != "Y":
        return expression
    return lengthened(expression, tokens, match.end())


def with_rest(expression: Expression, tokens: Sequence[TimeToken], kinds: str) -> Expression:
    """Return a length of time with the smaller unit right behind it, if there is one."""
    match = REST.match(kinds, expression.first + expression.width) if expression.rule == "duration" else None
    unit = expression.get("uU", last=True)
    if match is None or unit is None or expression.get("-kH"):
        return expression
    smaller = SIZES[: SIZES.index(unit.value)] if unit.value in SIZES else ()
    return lengthened(expression, tokens, match.end()) if tokens[match.end() - 1].value in smaller else expression


def lengthened(expression: Expression, tokens: Sequence[TimeToken], end: int) -> Expression:
    """Return an expression with the tokens behind it up to `end` taken in."""
    behind = tuple(tokens[expression.first + expression.width : end])
    span = Span(expression.span.start, behind[-1].end)
    return replace(expression, tokens=(*expression.tokens, *behind), width=end - expression.first, span=span)


def with_end(expression: Expression, tokens: Sequence[TimeToken], kinds: str) -> Expression:
    """Return "the quarter" with the day named behind it on which it ended, which stays outside its span."""
    if expression.rule != "whole" or expression.tokens[-1].value != "Q":
        return expression
    high = expression.first + expression.width
    match = LAST_DAY.match(kinds, high)
    if match is None or tokens[high].text not in ENDED:
        return expression
    return replace(expression, rule="quarter_ended", tokens=(*expression.tokens, *tokens[high : match.end()]))


def with_last_month(expression: Expression, tokens: Sequence[TimeToken], kinds: str) -> Expression:
    """Return a month with the rest of the quarter that it opens: "the July-September quarter"."""
    high = expression.first + expression.width
    match = QUARTER_BEHIND.match(kinds, high) if expression.rule == "month" and expression.kinds[-1] == "M" else None
    if match is None:
        return expression
    last, unit = int(tokens[high + 1].value), tokens[high + 2]
    whole = last % 3 == 0 and last - int(expression.tokens[-1].value) == 2 and unit.value in {"", "Q"}
    if not whole:
        return expression
    led = expression.first > 0 and tokens[expression.first - 1].kind == "t"
    first = expression.first - led
    run = tuple(tokens[first : match.end()])
    return Expression("months_quarter", run, first, len(run), Span(run[0].start, run[-1].end))


def without_article(expression: Expression, kinds: str) -> Expression:
    """Return an expression joined by a hyphen without the article of the noun behind: "the third-quarter loss"."""
    high = expression.first + expression.width
    before_noun = re.fullmatch(r"[ta].*-[uUM]", expression.kinds) and kinds[high : high + 1] == "w"
    return shortened(expression) if before_noun else expression


def without_measure(expression: Expression) -> Expression:
    """Return an expression without the "as many as" that compares amounts: "twice as many as a year ago"."""
    counted_back = expression.rule in {"ago", "shift"} and expression.tokens[0].text in COMPARING
    return shortened(expression) if counted_back else expression


def shortened(expression: Expression) -> Expression:
    """Return an expression without its first token."""
    rest = expression.tokens[1:]
    span = Span(rest[0].start, expression.span.end)
    return replace(expression, tokens=rest, first=expression.first + 1, width=expression.width - 1, span=span)


def without_later(expression: Expression, type_: TimeType) -> Expression:
    """Return an expression that only tells how long without the word behind it: "two hours" of "two hours later"."""
    if type_ is not TimeType.DURATION or expression.rule != "shift" or expression.tokens[-1].kind != "L":
        return expression
    return replace(expression, span=Span(expression.span.start, expression.tokens[-2].end))
