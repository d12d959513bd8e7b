"""What reports say of an order, and whether the record bears it out: "their second meeting in less than a year"."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from legation.documents.document import days_of
from legation.lexicon.relations import RelationBook
from legation.record.event import Account, Event
from legation.relations.spacing import days_of_event

# Words that may stand between the number, what is counted, and the window.
BETWEEN = r"(?:\s+[\w'’-]+){0,5}?"
# Characters between a verb such as "held" and the ordinal of what was held.
BEFORE = 25
# What stands right before an ordinal in apposition: "met on 2 May, their second meeting", "met — the third such time".
APPOSED = re.compile(
    r"(?:[,(–—]|\s--?)\s*(?:in\s+)?(?:what\s+(?:was|is)\s+)?(?:their|his|her|its|the)\s+$", re.IGNORECASE
)
# What parts a clause from the one before, so that an apposition after it is no longer to the first.
PARTED = re.compile(r"[.;:?!]\s|\b(?:after|before|when|while|whereas|who|whom|which|that|said|but)\b", re.IGNORECASE)
COUNTS = {word: number for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
MONTHS = "january february march april may june july august september october november december".split()


class Verdict(StrEnum):
    """What the record has to say of an ordinal: it can fall short, since no archive has everything."""

    BORNE_OUT = "borne out"
    FEWER = "the record knows fewer"
    MORE = "the record knows more"
    OPEN = "cannot be told"


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal as a report has it: which one, of what, counted since when; `words` are the report's own.

    `since` is the first day that counts; None counts from the beginning.
    """

    words: str
    number: int
    occasion: str
    since: dt.date | None


@dataclass(frozen=True, slots=True)
class OrdinalCheck:
    """An ordinal of a report with the contacts the record knows in its window, the event itself included."""

    claim: str
    ordinal: Ordinal
    known: tuple[str, ...]
    verdict: Verdict


def find_ordinals(account: Account, day: dt.date, book: RelationBook) -> Iterator[Ordinal]:
    """Yield the ordinals that a claim's sentence gives of its own event, which is of this day.

    They are its own where the claim's trigger is among their words or right before them ("held his sixth meeting"),
    or where they stand in apposition to its clause and count its kind of contact ("met on 2 May, their sixth meeting").
    """
    quote, at = account.evidence.quote, account.claim.trigger.start - account.evidence.span.start
    for match in ordinal_pattern(book).finditer(quote):
        number = book.ordinals[match["ordinal"].casefold()]
        occasion = book.occasions[match["occasion"].casefold()]
        within = match.start() - BEFORE <= at < match.end()
        if not within and not (is_apposed(quote, at, match.start()) and fits(occasion, {account.claim.mode})):
            continue
        yield Ordinal(" ".join(match[0].split()), number, occasion, first_counted(match, day, book))


def is_apposed(quote: str, trigger: int, ordinal: int) -> bool:
    """Tell whether an ordinal stands in apposition to the clause of a trigger before it."""
    apposed = APPOSED.search(quote, 0, ordinal)
    return apposed is not None and trigger < apposed.start() and not PARTED.search(quote, trigger, apposed.start())


@lru_cache(maxsize=4)
def compile_pattern(ordinals: tuple[str, ...], occasions: tuple[str, ...], spans: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of an ordinal, what it counts, and its window if one follows."""
    number, what, span = ("|".join(sorted(map(re.escape, words), key=len, reverse=True)) for words in
                          (ordinals, occasions, spans))  # fmt: skip
    window = (
        rf"(?:(?:in|within|over)\s+(?:less\s+than|under|just|more\s+than|over|nearly|almost|about|the\s+last|the\s+past)?"
        rf"\s*(?P<count>an?|\d+|{'|'.join(COUNTS)})?\s*(?P<span>{span})\b"
        rf"|since\s+(?:(?P<month>{'|'.join(MONTHS)})\s+)?(?P<year>(?:19|20)\d\d)"
        r"|(?P<this>this\s+year|of\s+the\s+year))"
    )
    return re.compile(
        rf"\b(?P<ordinal>{number})\b{BETWEEN}\s+(?P<occasion>{what})s?\b(?:{BETWEEN}\s+{window})?", re.IGNORECASE
    )


def ordinal_pattern(book: RelationBook) -> re.Pattern[str]:
    """Return the pattern for the words of a lexicon."""
    return compile_pattern(tuple(book.ordinals), tuple(book.occasions), tuple(book.spans))


def first_counted(match: re.Match[str], day: dt.date, book: RelationBook) -> dt.date | None:
    """Return the first day of the window that the words name, seen from the day of the event."""
    if match["year"]:
        month = f"-{MONTHS.index(match['month'].casefold()) + 1:02}" if match["month"] else ""
        return days_of(f"{match['year']}{month}")[1]
    if match["this"]:
        return day.replace(month=1, day=1)
    if match["span"]:
        count = (match["count"] or "one").casefold()
        number = int(count) if count.isdigit() else COUNTS.get(count, 1)
        return day - dt.timedelta(days=number * book.spans[match["span"].casefold()])
    return None


def check_ordinals(event: Event, contacts: Sequence[Event], book: RelationBook) -> list[OrdinalCheck]:
    """Return every ordinal that the reports of an event give, each once, checked against the contacts of the record.

    `contacts` are the contacts that took place between the same parties, the event itself among them or not.
    """
    days = days_of_event(event)
    found: dict[Ordinal, OrdinalCheck] = {}
    for account in event.accounts:
        day = days[1] if days else published_day(account)
        for ordinal in find_ordinals(account, day, book) if day else ():
            found.setdefault(ordinal, check_ordinal(account.key, ordinal, event, contacts))
    return list(found.values())


def published_day(account: Account) -> dt.date | None:
    """Return the day a report came out, for a sentence about an undated event."""
    return days_of(account.published)[0] if account.published else None


def check_ordinal(claim: str, ordinal: Ordinal, event: Event, contacts: Iterable[Event]) -> OrdinalCheck:
    """Count the contacts in the ordinal's window up to the event and say what that makes of it."""
    last = days_of_event(event)
    if last is None:
        return OrdinalCheck(claim, ordinal, (), Verdict.OPEN)
    dated = [(other, days_of_event(other)) for other in contacts if counts(ordinal, other)]
    known = {event.id} | {
        other.id for other, days in dated if days and days[1] <= last[1] and not is_before(days, ordinal.since)
    }
    verdicts = {True: Verdict.BORNE_OUT, False: Verdict.FEWER if len(known) < ordinal.number else Verdict.MORE}
    return OrdinalCheck(claim, ordinal, tuple(sorted(known)), verdicts[len(known) == ordinal.number])


def is_before(days: tuple[dt.date, dt.date], since: dt.date | None) -> bool:
    """Tell whether days may lie before the window: what is not surely in it is not counted."""
    return since is not None and days[0] < since


def counts(ordinal: Ordinal, event: Event) -> bool:
    """Tell whether a contact is of the kind that is counted."""
    return fits(ordinal.occasion, {account.claim.mode for account in event.accounts})


def fits(occasion: str, modes: Collection[str | None]) -> bool:
    """Tell whether contacts of these modes are of a kind: calls are no meetings, a visit is one."""
    if occasion == "call":
        return "phone" in modes
    if occasion == "visit":
        return "visit" in modes
    return "phone" not in modes
