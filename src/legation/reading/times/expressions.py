"""The grammar of time expressions: which runs of tokens make one expression, and of which rule."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.documents.span import Span
from legation.reading.times.timewords import TimeToken

# Building blocks, in the letters of timewords.KINDS.
COUNT = r"(?:[dN]-?&-?a-?H|ar?[kdN](?=r?U)|k[dN]?|[dN](?:-?[>|-]-?[dN])?|ak|a(?!J?-?U))"
CLOCK = r"(?:Cm?z?|[dN]mz?|dKz?|pz?|[NY]z)"
YEAR_OF = r"(?:[O,i]?t?c?Y|O?(?:[nlx]|tX|tx)u|O?Tu)"
MONTH_DAY = r"(?:M(?:[do]|to(?![uUHDW-]))(?:,?Y(?![uU-]))?|YM[do](?!,?Y))"
DAY_MONTH = r"t?[do]O?M(?:,?Y(?![uU-]))?"
DAY_NAME = r"(?:(?:t?[nlxX]{1,2})?D)"
DATE = rf"(?:(?:{DAY_NAME},?)?(?:{MONTH_DAY}|{DAY_MONTH})|(?:D,?)?F|{DAY_NAME}|y)"
PHASE = r"(?:t?[feL]i?-?)?"
AMOUNT = rf"{COUNT}r?J?-?[uU](?!-[geG2])(?:&aH)?"
# What holds the day, week or weekday that an ordinal counts ("the first week of March 2009").
HOLDER = r"(?:[Oi](?:t?(?:[fe]-?)?M(?:[O,]?Y)?|Y|t?[nlx]?u))"

# In order: of the rules that fit at a token, the first is taken.
RULES: tuple[tuple[str, str], ...] = (
    ("age", r"[dN]-?[uU]-?G|[uU]-G"),
    (
        "clock",
        rf"q?f?{CLOCK}(?:_z_)?(?:,?[jO]?{DATE}P?)|q?f?(?:{DATE}),?[A_]?{CLOCK}|q?f?(?:{CLOCK}|[dNC]itP)|(?<=A)q?[NY]U",
    ),
    ("stamp", r"F[dNY]z?|F"),
    (
        "day_list",
        r"t?[do](?:[,&|>-][do])*(?:[&|>-])[do]O?M(?:,?Y(?![uU-]))?|M[do](?:,d)*(?:[&|>-]d(?![muUN]|-[uU]))+(?:,?Y)?",
    ),
    ("date", rf"{PHASE}q?(?:{DAY_NAME},?)?(?:[nlx]?{MONTH_DAY}|{DAY_MONTH})P?|{PHASE}q?(?:D,?)F"),
    ("week_of", rf"tuO{DATE}"),
    ("nth", rf"{PHASE}t?[ol][uDW]{HOLDER}"),
    ("day_of", r"to(?:O(?:t?[nlx]?|T)u)|(?<=j)to(?![uUDMHcwOQWSP'-]|&t?[odNl])"),
    ("part_of", rf"(?:[feL]-?)?t?[nlxX]?PO{DATE}P?"),
    ("often", r"(?:5|[dNk]6)[av7][dN]?[uUDP]"),
    ("from_day", rf"q?{AMOUNT}<[VyD]"),
    ("half_of", rf"t?[ol]-?HO(?:t?(?:[nlx]|tX)?u(?!')|{PHASE}M(?:[O,]?Y)?|t?[EB]|tou)"),
    ("before_last", r"t[uP]Rl(?![uUMDSWPdNk])"),
    ("same_unit", r"[tT]uau[ge]|T[ub](?:au[ge]|[Oi]?(?:t?[nl]u(?!')|Y))"),
    ("ordinal_unit", rf"(?:{PHASE}t?)?(?:c?Y'?|[nlx]u'|t?u-[ge])?c?-?(?:o-?c?[uH]|lH)(?:{YEAR_OF}|au[ge])?"),
    ("ordinal_units", r"t?o[dNk][uU]"),
    ("quarter", rf"YQ|Q(?:[O,]?Y|{YEAR_OF})?"),
    ("month", rf"{PHASE}q?(?:t?[nlxX])?M(?:{YEAR_OF})?"),
    ("weekday", r"[feL]?(?:t?[nlxXT]{1,2})?D(?:-?P)?"),
    ("deictic", r"(?:f-?)?P?(?:[feL])?-?y[Pp]?"),
    ("part", r"(?:[feL]-?)?[nlTX]P|(?:[feL]-?)?t[xX]P|f-?P"),
    ("weekend", r"[feL]?(?:t[nlxT]?|[nlxT])?W"),
    ("season", rf"{PHASE}t?[nlx]{{0,2}}S(?:{YEAR_OF})?|YS"),
    ("ago", rf"q?(?:{AMOUNT}|Ha-?u|U)(?:(?:\|a?)?1)?g"),
    ("shift", rf"q?(?:{AMOUNT}|Ha-?u)[eL](?!O|i[^w])|[tT]?u-[ge][ub]|u-[ge]|(?:q?{AMOUNT}|tu|tP)R(?=[_,\n&]|$)"),
    ("rolling", rf"q?t?n?[lxXn]{COUNT}c?J?[uU]"),
    ("unit", rf"{PHASE}t?(?:n[lx]|[nlxXTV])c?[ub](?!-[ge])|t?Ycu|tY[ub]|t?[fe]i?t?u|tcu(?!')|tu(?:Y|N)"),
    ("set", r"v(?:[dNk]-?[uU]|DP|[uUDMSPWp])|s"),
    ("decade", r"t?(?:[f]t?-?)?[EB]"),
    ("year", r"(?:f-?)?q?c?Y"),
    ("holiday", r"[nlx]?h(?:[,O]?Y|[nlx]u)?"),
    ("named", r"I"),
    ("vague", r"V"),
    ("duration", rf"q?{AMOUNT}|q?t[dN]U|q?Ha?-?u|q?[dNk]-[uU](?:-2)?|[uU]-2"),
    ("whole", r"t[ub](?![ub]|-[ge])"),
    ("units", r"(?:t[fo]?)?U(?!-[G2])"),
    ("year_end", r"Z"),
)
# Every expression holds one of these kinds: where none stands before the next plain word, no rule needs to be tried.
TIMELY = "CDEFHIKMPQSUVWYZBbhmopsuyz"
GRAMMAR = re.compile(
    rf"(?=[^w_,\n])(?=[^w\n]*[{TIMELY}])(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in RULES) + ")"
)


@dataclass(frozen=True, slots=True)
class Expression:
    """Tokens that make one time expression by one rule; `first` and `width` tell where they stand in the token list.

    `tokens` may hold some that lie outside the span: the "March" that "5" takes over in "March 3 to 5".
    """

    rule: str
    tokens: tuple[TimeToken, ...]
    first: int
    width: int
    span: Span

    @property
    def kinds(self) -> str:
        """The kinds of the tokens, a letter each."""
        return "".join(token.kind for token in self.tokens)

    def get(self, kinds: str, *, last: bool = False) -> TimeToken | None:
        """Return the first (or last) token of one of these kinds."""
        order = reversed(self.tokens) if last else self.tokens
        return next((token for token in order if token.kind in kinds), None)


def letters(tokens: Sequence[TimeToken]) -> str:
    """Return the kinds of the tokens, a letter each."""
    return "".join(token.kind for token in tokens)


def next_expressions(tokens: Sequence[TimeToken], kinds: str, place: int) -> list[Expression]:
    """Return the next expression at or behind `place`, or the days of a list of days; nothing if there is none.

    `kinds` are the letters of the tokens. Whether an expression means a time is for its resolution to tell.
    """
    while match := GRAMMAR.search(kinds, place):
        low, high = match.span()
        run = tuple(tokens[low:high])
        if match.lastgroup == "date" and counts(tokens, low, high):
            return [Expression("month", run[:1], low, 1, Span(run[0].start, run[0].end))]
        if match.lastgroup == "age":
            place = high
        elif match.lastgroup == "day_list":
            return list(split_days(run, low))
        else:
            return [Expression(match.lastgroup or "", run, low, high - low, Span(run[0].start, run[-1].end))]
    return []


def counts(tokens: Sequence[TimeToken], low: int, high: int) -> bool:
    """Tell whether the number behind a month counts what follows: "in March two men left", "in June 12 men left"."""
    if letters(tokens[low:high]) != "Md":
        return False
    followed = high < len(tokens) and tokens[high].kind == "w"
    return followed and (tokens[low + 1].text.isalpha() or (low > 0 and tokens[low - 1].text == "in"))


def split_days(run: tuple[TimeToken, ...], first: int) -> Iterator[Expression]:
    """Yield a date for each day of "March 3 to 5" or "3 and 5 March 2020", all with the month and year named once."""
    month = [token for token in run if token.kind in "MY"]
    numbers = [number for number, token in enumerate(run) if token.kind in "do"]
    month_first = run[0].kind == "M"
    for place in numbers:
        low = 0 if month_first and place == numbers[0] else place
        high = len(run) if place == numbers[-1] else place + 1
        if not month_first and place == 1 and run[0].kind == "t":
            low = 0
        yield Expression("date", (*month, run[place]), first + low, high - low, Span(run[low].start, run[high - 1].end))
