"""Gives each time expression its meaning, in text order, with what the dates before it tell."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from legation.documents.document import Document
from legation.lexicon.wordlists import words_of
from legation.reading.claim import TimeType
from legation.reading.times import clocks, compared, dating, holidays, lengths, nested, repeats, shifting
from legation.reading.times.calendars import ONE_DAY, days_of_value
from legation.reading.times.expressions import Expression, letters, next_expressions
from legation.reading.times.extents import completed, without_later
from legation.reading.times.figures import shows_day_first
from legation.reading.times.meaning import Meaning, Setting, Tense
from legation.reading.times.tenses import find_tense
from legation.reading.times.timewords import TimeToken

Resolver = Callable[[Expression, Setting], Meaning | None]
RESOLVERS: dict[str, Resolver] = {
    "clock": clocks.resolve_clock,
    "stamp": clocks.resolve_stamp,
    "date": dating.resolve_date,
    "week_of": dating.resolve_week_of,
    "nth": nested.resolve_nth,
    "day_of": nested.resolve_day_of,
    "part_of": nested.resolve_part_of,
    "from_day": nested.resolve_from_day,
    "often": repeats.resolve_often,
    "half_of": nested.resolve_half_of,
    "before_last": nested.resolve_before_last,
    "months_quarter": compared.resolve_months_quarter,
    "same_unit": compared.resolve_same_unit,
    "quarter_ended": compared.resolve_quarter_ended,
    "ordinal_unit": shifting.resolve_ordinal_unit,
    "ordinal_units": shifting.resolve_ordinal_units,
    "quarter": dating.resolve_quarter,
    "month": dating.resolve_month,
    "weekday": dating.resolve_weekday,
    "deictic": dating.resolve_deictic,
    "part": clocks.resolve_part,
    "weekend": shifting.resolve_weekend,
    "season": dating.resolve_season,
    "ago": shifting.resolve_ago,
    "shift": shifting.resolve_shift,
    "rolling": shifting.resolve_rolling,
    "unit": shifting.resolve_unit,
    "set": repeats.resolve_set,
    "decade": dating.resolve_year,
    "year": dating.resolve_year,
    "holiday": holidays.resolve_holiday,
    "named": holidays.resolve_named,
    "vague": shifting.resolve_vague,
    "duration": lengths.resolve_duration,
    "whole": shifting.resolve_whole,
    "units": lengths.resolve_units,
    "year_end": shifting.resolve_year_end,
}
# With no date of publication an expression is read against both; what differs is not known.
# Both lie behind every date a text names, so that a date counted from another in the text is the same for both.
UNDATED = (dt.date(2590, 2, 14), dt.date(2790, 9, 27))
# What is read from the date that a report opens with, and how many months away it may lie.
BARE = frozenset({"month", "date"})
MONTHS_SEEN = 10
# What names the quarter that "a year earlier" and "the same period last year" count from.
QUARTERS = frozenset({"ordinal_unit", "quarter", "quarter_ended", "months_quarter"})
# The value of a day.
DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Days before publication after which a day without a year may go on with what the sentence before it tells, and how
# many months it may lie behind that.
STORY = 270
SOON = 2
# Words before a date that say when something was done.
DATING = frozenset({"in", "on"})
# Words before a month that point from publication.
AWAY = frozenset({"since", "until", "till", "by", "last", "this", "next"})


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression with its meaning."""

    expression: Expression
    meaning: Meaning


def resolve_all(tokens: Sequence[TimeToken], document: Document, lead: dt.date | None = None) -> Iterator[Dated]:
    """Yield the expressions of the tokens that mean a time, with their meanings.

    `lead` is the day from which bare months are seen where publication is not known (`leads.py`).
    """
    first, last = publication(document)
    figures = [token.value for token in tokens if token.kind == "F"]
    memory, kinds, place = Memory(day_first=shows_day_first(figures)), letters(tokens), 0
    while expressions := next_expressions(tokens, kinds, place):
        place = expressions[0].first + 1
        for bare in expressions:
            expression = completed(bare, tokens, kinds)
            if rejected(tokens, expression, document.text):
                continue
            setting = memory.setting(tokens, expression, first)
            meaning = resolve(expression, setting, last)
            if meaning is not None and meaning.value is None and lead is not None:
                meaning = seen_from_lead(expression, setting, lead) or meaning
            if meaning is not None:
                memory = memory.after(expression, meaning, last)
                place = max(place, expression.first + expression.width)
                yield Dated(without_later(expression, meaning.type), meaning)


def resolve(expression: Expression, setting: Setting, last: dt.date) -> Meaning | None:
    """Return what an expression means on whichever day of publication from the setting's to `last`; None if no time."""
    resolver = RESOLVERS[expression.rule]
    meaning = resolver(expression, setting)
    if meaning is None or setting.now == last:
        return meaning
    return common(meaning, resolver(expression, replace(setting, now=last)))


def seen_from_lead(expression: Expression, setting: Setting, lead: dt.date) -> Meaning | None:
    """Return what a bare month, or a day of one, means in a report that opens with a date; None if that is not clear.

    The month after the lead's is left open: the report may be of the year that follows.
    """
    if expression.rule not in BARE or not expression.get("M"):
        return None
    meaning = RESOLVERS[expression.rule](expression, replace(setting, now=lead))
    days = days_of_value(meaning.value) if meaning and meaning.value else None
    if meaning is None or days is None or not -MONTHS_SEEN <= months_between(lead, days[0]) <= MONTHS_SEEN:
        return None
    return replace(meaning, anchor=f"inferred: seen from {lead.isoformat()}, with which the report opens")


def months_between(one: dt.date, other: dt.date) -> int:
    """Return how many months after the one the other lies."""
    return (other.year - one.year) * 12 + other.month - one.month


def publication(document: Document) -> tuple[dt.date, dt.date]:
    """Return the first and the last day on which the document may have been published."""
    if document.published is None or not "1500" <= document.published[:4] <= "2500":
        # Years such as 0001 and 9999 stand for "not known" in metadata.
        return UNDATED
    days = document.published_days
    return UNDATED if days is None else (days[0], days[1] - ONE_DAY)


def common(meaning: Meaning, other: Meaning | None) -> Meaning:
    """Return what two readings agree on: the type, and the value if it does not hang on the day of publication."""
    if other is not None and other.value == meaning.value:
        return meaning if other.days == meaning.days else replace(meaning, days=(None, None))
    return replace(meaning, value=None, days=(None, None), anchor="not told: the day of publication is not known")


@dataclass(frozen=True, slots=True)
class Memory:
    """What the expressions read so far leave for those that follow."""

    value: str | None = None
    day: str | None = None
    clock: str | None = None
    end: int = -1000
    explicit: bool = False
    quarter: str | None = None
    day_first: bool | None = None
    first: int = 0

    def setting(self, tokens: Sequence[TimeToken], expression: Expression, now: dt.date) -> Setting:
        """Return the setting of an expression in a text that was published on a day."""
        low, high = expression.first, expression.first + expression.width
        start = sentence_start(tokens, low)
        before = tokens[low - 1].text if low else ""
        tense = find_tense(tokens, low, high)
        told_on = tense is Tense.PAST and before not in AWAY and self.is_story(tokens, start, expression, now)
        return Setting(
            now=now,
            tense=tense,
            reference=self.value,
            day=self.day,
            clock=self.clock,
            near=self.explicit and (self.end >= start or told_on),
            close=self.end >= start,
            quarter=self.quarter,
            year=year_ahead(tokens, high),
            day_first=self.day_first,
            words=[token.text for token in tokens[start : sentence_end(tokens, high)]],
            before=before,
            after=tokens[high].text if high < len(tokens) else "",
        )

    def is_story(self, tokens: Sequence[TimeToken], start: int, expression: Expression, now: dt.date) -> bool:
        """Tell whether a day without a year goes on with what the sentence right before it tells of long ago.

        "They fought in late April 2021. A truce was signed on May 1": not in the May before publication. Months do not:
        "It was signed in April 2021. In May the premier left" may be this year's. A date that only tells things apart
        ("the April 2021 truce") begins no story.
        """
        days, month = days_of_value(self.value or ""), expression.get("M")
        if days is None or start == 0 or tokens[start - 1].kind == "\n":
            return False
        if expression.rule == "date" and (self.value or "").isdigit():
            # "The war of 1995 was short. It broke out on 26 January."
            of_year = self.first > 0 and tokens[self.first - 1].text.lower() in (*DATING, "of")
            return of_year and self.end >= sentence_start(tokens, start - 1) and (now - days[1]).days > STORY
        if len(self.value or "") < len("2021-04"):
            return False
        if expression.rule != "date" or month is None or (int(month.value) - days[0].month) % 12 > SOON:
            return False
        told = self.first > 0 and tokens[self.first - 1].text.lower() in DATING
        return told and self.end >= sentence_start(tokens, start - 1) and (now - days[1]).days > STORY

    def after(self, expression: Expression, meaning: Meaning, now: dt.date) -> "Memory":
        """Return the memory with this meaning added; only dates are remembered."""
        if meaning.type not in {TimeType.DATE, TimeType.TIME} or not meaning.value or not days_of_value(meaning.value):
            return self
        value, _, clock = meaning.value.partition("T")
        named = "-Q" in value and expression.rule in QUARTERS
        quarter = self.quarter_after(value, expression.rule, now) if named else self.quarter
        explicit = expression.get("YF") is not None or meaning.anchor.startswith("month after")
        explicit = explicit or (self.explicit and expression.rule == "date" and value[:4] == (self.value or "")[:4])
        end = expression.first + expression.width
        day = value if DAY.fullmatch(value) else self.day
        return Memory(
            value, day, clock if ":" in clock else None, end, explicit, quarter, self.day_first, expression.first
        )

    def quarter_after(self, value: str, rule: str, now: dt.date) -> str:
        """Return the quarter that a comparison counts from, once another is named.

        One not over yet is awaited, not reported; one named by its end is most often one that the document numbers by
        the company's own year.
        """
        days = days_of_value(value)
        awaited = days is not None and days[1] > now
        return self.quarter if self.quarter and (awaited or rule == "quarter_ended") else value


def sentence_start(tokens: Sequence[TimeToken], place: int) -> int:
    """Return where the sentence that holds this place begins."""
    while place > 0 and not ends_sentence(tokens[place - 1]):
        place -= 1
    return max(place, 0)


def sentence_end(tokens: Sequence[TimeToken], place: int) -> int:
    """Return where the sentence that holds this place ends."""
    while place < len(tokens) and not ends_sentence(tokens[place]):
        place += 1
    return place


def ends_sentence(token: TimeToken) -> bool:
    """Tell whether a token closes a sentence."""
    return token.kind == "\n" or token.text in {".", "!", "?"}


def year_ahead(tokens: Sequence[TimeToken], place: int) -> int | None:
    """Return the year that stands behind a coordination of months or days ("May and August 2023")."""
    joined = False
    while place < len(tokens) and tokens[place].kind in ",&|>-Mdo":
        joined = joined or tokens[place].kind in "&|>-,"
        place += 1
    if joined and place < len(tokens) and tokens[place].kind == "Y" and tokens[place - 1].kind in "Mdo,":
        return int(tokens[place].value)
    return None


def rejected(tokens: Sequence[TimeToken], expression: Expression, text: str) -> bool:
    """Tell whether what stands around an expression shows that it is no time."""
    low, high = expression.first, expression.first + expression.width
    before = tokens[low - 1] if low else None
    after = tokens[high] if high < len(tokens) else None
    if is_name(expression, before, after, text) or is_no_length(expression, before, tokens[high : high + 2]):
        return True
    if expression.rule == "weekday" and before is not None:
        return before.text in words_of("named days")
    if expression.rule == "decade" and before is not None:
        # "In her forties", "the F-35s".
        return before.kind == "-" or before.text in {"his", "her", "their", "my"}
    if expression.rule == "date" and expression.span.end - expression.span.start <= 2:
        return after is not None and is_plural(after)
    if expression.rule == "year":
        return not is_year(expression, before, after)
    if expression.kinds == "au" and expression.rule == "duration" and before is not None:
        return before.kind in "UNd" or before.text in {"%", "twice", "once"} or is_plural(before)
    if expression.rule == "units":
        return is_no_units(expression, before, after)
    return False


def is_name(expression: Expression, before: TimeToken | None, after: TimeToken | None, text: str) -> bool:
    """Tell whether time words are part of a name: "USA Today", "the Daily Mail", "the March 14 alliance"."""
    start = expression.span.start
    proper = text[start : start + 1].isupper() and not text[start : start + 2].isupper()
    named_before = (
        before is not None and before.kind == "w" and text[before.start].isupper() and before.end + 1 == start
    )
    named_after = after is not None and after.kind in "w6" and text[after.start].isupper()
    if expression.rule == "set":
        if before is not None and before.kind == "-":
            # "Its six-monthly report".
            return True
        return proper and expression.tokens[0].kind == "s" and (named_before or named_after)
    if expression.rule == "deictic":
        return proper and named_before and len(expression.tokens) == 1
    if expression.rule == "weekday" and named_after and after is not None:
        return after.text in words_of("newspapers")
    return (
        expression.rule == "date"
        and after is not None
        and after.text in words_of("camps")
        and expression.get("YF") is None
    )


def is_no_length(expression: Expression, before: TimeToken | None, behind: Sequence[TimeToken]) -> bool:
    """Tell whether "last" is a verb ("it could last several months"), or quarters are shares ("of the voters")."""
    if expression.rule == "rolling" and expression.tokens[0].text == "last" and before is not None:
        return before.text in words_of("future") or before.kind == ">"
    shares = expression.rule == "duration" and expression.tokens[-1].value == "Q" and len(behind) == 2
    return shares and behind[0].text == "of" and behind[1].text in words_of("shared out")


def is_no_units(expression: Expression, before: TimeToken | None, after: TimeToken | None) -> bool:
    """Tell whether bare units are part of another word ("light years"), or minutes are those of a meeting."""
    if before is not None and (before.kind == "-" or before.text in {"$", "light"}):
        return True
    if expression.tokens[-1].text != "minutes":
        return False
    timed = before is not None and before.text in words_of("before minutes")
    return not timed and (after is None or after.text not in words_of("behind minutes"))


def is_year(expression: Expression, before: TimeToken | None, after: TimeToken | None) -> bool:
    """Tell whether a number from 1500 to 2100 is a year rather than a count of what follows it."""
    if expression.get("fc") is not None:
        return True
    if expression.tokens[-1].text[0] == "'" and before is not None and before.kind == "w":
        # "Expo '70", "iWork '09": a name; "the class of '68" is none.
        return False
    if expression.get("q") is not None and after is not None and is_plural(after):
        return False
    if before is not None and (before.text in words_of("numbered things") or before.kind in "/"):
        return False
    if after is None or after.kind != "w":
        return (
            after is None
            or after.text not in {"%", "-"}
            or (before is not None and before.text in words_of("year leads"))
        )
    return not is_plural(after) or (before is not None and before.text in words_of("year leads"))


def is_plural(token: TimeToken) -> bool:
    """Tell whether a word looks like a noun in the plural."""
    return token.kind in "w6" and (
        token.text in {"people", "percent", "men", "women", "times"}
        or (token.text.endswith("s") and not token.text.endswith(("ss", "is", "us", "was", "has", "as")))
    )
