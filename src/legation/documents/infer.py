"""The date of publication worked out from the text's own dates: only what they entail, never a guess.

Every piece of evidence bounds the day of publication. The bounds are intersected; what is left is given as precisely
as it lies within one day, one month or one year, and nothing is given if it lies in none, or if the evidence conflicts.

- A day, month or year set beside a word that points to the time of writing: "today (June 18, 2024)", "last year, 2023".
- One event named by its year and as today's: "his 2024 visit", "today's visit", if no visit of another year is named.
- A dateline that leaves the year out, together with a year found otherwise.
- A day that closes the title of what is said on a day: "Regular Press Conference on May 14, 2025".
- The date of the last update, where the page gives no other: it is that of the version at hand.

A date told as past must not lie after the result: then nothing is given. (Nothing is concluded from tense alone: on
1,180 news texts with known dates, 5 of 363 such past dates and 2 of 6 future ones were read wrongly, 2026-11.)
Words inside quotation marks are left aside: they may have been said on another day.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.documents.dates import Written, find_dates
from legation.documents.document import Zone, ZoneKind, days_of
from legation.documents.facts import DayOnly, Fact
from legation.documents.lines import STRAIGHT
from legation.documents.metadata import Sourced
from legation.documents.span import Span

READ = frozenset({ZoneKind.TITLE, ZoneKind.DECK, ZoneKind.BODY})
QUOTED = re.compile(r'"[^"\n]{1,2000}"')
SENTENCE = re.compile(r"[^\n]+?(?:(?<![A-Z])(?<!\b[A-Z][a-z]{2})(?<!\bSept)[.!?](?=\s)|(?=\n)|$)")
YEARED = re.compile(r"\b(?P<year>(?:19|20)\d\d) (?P<noun>[a-z]{4,})\b")
TODAYS = re.compile(r"\b(?P<words>(?:today|tonight|this year)'s (?P<noun>[a-z]{4,}))\b", re.IGNORECASE)
YEAR_BESIDE = re.compile(
    r"\b(?P<word>this|last|next) year(?:,? \(?|, in |, )(?P<year>(?:19|20)\d\d)\b(?!-)(?! [a-z]+s?\b [a-z])",
    re.IGNORECASE,
)
DAY_BESIDE = re.compile(
    r"\b(?P<word>today|tonight|yesterday|tomorrow|this month|last month|next month),? \(?(?:on |in )?$"
)
DEICTIC = re.compile(r"\b(?:today|tonight|yesterday|tomorrow|month)\b", re.IGNORECASE)
BESIDE_DAY = re.compile(r"^,? \(?(?P<word>today|tonight|yesterday|tomorrow)\b")
PLAIN_YEAR = re.compile(r"\b(?:in|since) (?P<year>(?:19|20)\d\d)\b(?! ?[-–]\d)")
PAST = re.compile(
    r"\b(?:was|were|had|did|met|signed|held|took|sent|said|told|made|began|fell|won|lost|became|came|went|left|gave|saw|"
    r"broke|cut|shot|struck|fought|rose|sank|spoke|wrote|built|brought|bought|sold|paid|led|ran|got|put|hit|[a-z]{2,}ed)\b"
)
OPEN = re.compile(
    r"\b(?:(?-i:may)|will|would|could|might|should|shall|must|can|if|unless|until|till|by|before|plans?|planned|"
    r"scheduled|slated|expected|due|set|going|ahead|deadline|expires?|next|likely|hopes?|aims?|promised|pledged|vowed|agreed|"
    r"proposed|to be|called|target\w*|forecast|projected|predicted|estimated|upcoming|future|through|from|after)\b",
    re.IGNORECASE,
)
# What is said on a day and put out with its words: its title bears the day of both.
SAID_ON = re.compile(
    r"\b(?:(?:press|news) (?:conference|briefing|encounter|availability|statement|release)|briefing|remarks|readout"
    r"|communiqu[eé]|statement|speech|address|interview|transcript|q ?& ?a|press stakeout)s?\b"
    r"(?:,? (?:held )?(?:on|of) |[^.?!]{0,80}?(?:, | [-–—] |: | \())\(?$",
    re.IGNORECASE,
)
SHIFT = {"today": 0, "tonight": 0, "yesterday": 1, "tomorrow": -1, "this": 0, "last": 1, "next": -1}


@dataclass(frozen=True, slots=True)
class Bound:
    """The day of publication is on or after `low` and before `high`; `words` are the evidence."""

    low: dt.date
    high: dt.date
    words: str


def infer_published(text: str, zones: Sequence[Zone], facts: Sequence[Fact | DayOnly]) -> Sourced | None:
    """Return the most precise date of publication that the text entails, with the evidence in words, or None."""
    plain = unquoted(text, zones)
    found = [*find_titled(text, zones), *find_beside(plain), *find_same_event(plain)]
    if not found:
        return version_date(facts)
    low, high = max(bound.low for bound in found), min(bound.high for bound in found)
    if low >= high or any(day >= high for day in find_past(plain)):
        return None
    words = "; ".join(dict.fromkeys(bound.words for bound in found))
    day = undated_day(facts, low, high)
    if day:
        return Sourced(day.isoformat(), f"inferred: dateline without a year; {words}")
    value = common(low, high)
    return Sourced(value, f"inferred: {words}") if value else None


def version_date(facts: Sequence[Fact | DayOnly]) -> Sourced | None:
    """Return the date of the text's last update, the day of the version at hand, where no other date is given."""
    updated = next((fact for fact in facts if isinstance(fact, Fact) and fact.field == "updated"), None)
    return Sourced(str(updated.value), f"inferred: the version at hand, {updated.where}") if updated else None


def unquoted(text: str, zones: Sequence[Zone]) -> str:
    """Return the words that are read, with quotations blanked out."""
    plain = "\n".join(zone.span.of(text) for zone in zones if zone.kind in READ).translate(STRAIGHT)
    return QUOTED.sub(lambda match: " " * len(match.group()), plain)


def common(low: dt.date, high: dt.date) -> str | None:
    """Return the day, month or year in which all days of an interval lie; None if they lie in several years."""
    last = high - dt.timedelta(days=1)
    if low == last:
        return low.isoformat()
    if (low.year, low.month) == (last.year, last.month):
        return f"{low.year:04}-{low.month:02}"
    return f"{low.year:04}" if low.year == last.year else None


def undated_day(facts: Sequence[Fact | DayOnly], low: dt.date, high: dt.date) -> dt.date | None:
    """Return the day a dateline without a year stands for, if it falls just once between the bounds."""
    only = next((fact for fact in facts if isinstance(fact, DayOnly)), None)
    if only is None or high.year - low.year > 1:
        return None
    days = []
    for year in {low.year, high.year}:
        try:
            days.append(dt.date(year, only.month, only.day))
        except ValueError:  # 29 February of a year that has none
            continue
    within = [day for day in days if low <= day < high]
    return within[0] if len(within) == 1 else None


def find_titled(text: str, zones: Sequence[Zone]) -> Iterator[Bound]:
    """Yield the day that closes the title of a press conference, a speech or a statement."""
    for title in (zone.span.of(text).strip() for zone in zones if zone.kind is ZoneKind.TITLE):
        for found in find_dates(title):
            low, high = days_of(found.value) if found.value else (dt.date.min, dt.date.max)
            closes = not title[found.end :].strip(" ).")
            if closes and (high - low).days == 1 and SAID_ON.search(title[: found.start]):
                yield Bound(low, high, f"the title's “{title[found.start : found.end]}”")


def find_beside(plain: str) -> Iterator[Bound]:
    """Yield the dates that stand beside a word for the time of writing."""
    for match in YEAR_BESIDE.finditer(plain):
        year = int(match["year"]) + SHIFT[match["word"].lower()]
        yield Bound(dt.date(year, 1, 1), dt.date(year + 1, 1, 1), f"“{match.group()}”")
    for line in plain.split("\n"):
        for found in find_dates(line) if DEICTIC.search(line) else ():
            if found.value:
                yield from beside(line, found)


def beside(line: str, found: Written) -> Iterator[Bound]:
    """Yield the bound of one date, if a word for the time of writing stands beside it."""
    before = DAY_BESIDE.search(line[max(0, found.start - 40) : found.start].lower())
    after = BESIDE_DAY.search(line[found.end : found.end + 20].lower())
    word = (before or after or {"word": ""})["word"]
    low, high = days_of(found.value or "")
    days = (high - low).days
    first = word.split(" ")[0]
    if word.endswith("month") and 27 < days < 32:
        start, end = month_after(low, SHIFT[first]), month_after(low, SHIFT[first] + 1)
    elif word and not word.endswith("month") and days == 1:
        start, end = low + dt.timedelta(SHIFT[first]), high + dt.timedelta(SHIFT[first])
    else:
        return
    yield Bound(start, end, f"“{line[max(0, found.start - 12) : found.end + 10].strip()}”")


def month_after(day: dt.date, months: int) -> dt.date:
    """Return the first day of the month so many months later."""
    place = day.year * 12 + day.month - 1 + months
    return dt.date(place // 12, place % 12 + 1, 1)


def find_same_event(plain: str) -> Iterator[Bound]:
    """Yield the year of an event that the text names both by that year alone and as today's or this year's."""
    years: dict[str, set[int]] = {}
    for match in YEARED.finditer(plain):
        years.setdefault(match["noun"], set()).add(int(match["year"]))
    for match in TODAYS.finditer(plain):
        found = years.get(match["noun"].lower(), set())
        if len(found) == 1:
            year = next(iter(found))
            words = f"“{year} {match['noun']}” and “{match['words']}”"
            yield Bound(dt.date(year, 1, 1), dt.date(year + 1, 1, 1), words)


def find_past(plain: str) -> Iterator[dt.date]:
    """Yield the first days of the dates by which something had happened."""
    for match in SENTENCE.finditer(plain):
        sentence = match.group()
        told = PAST.search(sentence)
        if told is None or OPEN.search(sentence) or not re.search(r"(?:19|20)\d\d", sentence):
            continue
        yield from (days_of(value)[0] for start, value in dated(sentence) if told.start() < start)


def dated(sentence: str) -> Iterator[tuple[int, str]]:
    """Yield the explicit dates of a sentence, years in "in 2023" too: place and ISO value."""
    taken: list[Span] = []
    for found in find_dates(sentence):
        if found.value:
            taken.append(Span(found.start, found.end))
            yield found.start, found.value
    for match in PLAIN_YEAR.finditer(sentence):
        place = Span(match.start("year"), match.end("year"))
        if not any(place.overlaps(other) for other in taken):
            yield place.start, match["year"]
