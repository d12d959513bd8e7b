"""Commitments of a dyad: instruments from proposal to end, and pledges, with the later acts that touch them.

Whether an act keeps or breaks a commitment is a judgement; here it is only shown that it touches one.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from legation.lexicon.relations import RelationBook
from legation.record.event import REAL, Account, Event
from legation.relations.wording import search_words, words_pattern

# Types under which reports tell of what is negotiated, signed, kept or left.
TOLD_AS = frozenset({"AGREE", "SUPPORT", "COOPERATE", "SANCTION", "REJECT", "RETREAT", "CONCEDE", "CONSULT", "OTHER"})
WORD = re.compile(r"[^\W\d_][\w'’-]*")
ARTICLE = re.compile(r"^(?:the|a|an|their|its|his|her|this|that)\s+", re.IGNORECASE)
# Characters around a claim's trigger in which the stage of an instrument is looked for.
REACH = 60


class Stage(StrEnum):
    """How far an instrument has come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    SIGNED = "signed"
    RATIFIED = "ratified"
    IN_FORCE = "in force"
    EXTENDED = "extended"
    INVOKED = "invoked"
    SUSPENDED = "suspended"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Act:
    """One event in the life of an instrument; `stage` is None where a report only speaks of it."""

    event: Event
    stage: Stage | None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, agreement, memorandum, declaration or truce: its acts by day, undated ones last."""

    name: str
    family: str
    acts: tuple[Act, ...]

    @property
    def standing(self) -> Stage | None:
        """The stage of the last act that took place; None if none has a stage."""
        reached = [act.stage for act in self.acts if act.stage and act.event.status in REAL]
        return reached[-1] if reached else None

    @property
    def signed(self) -> Event | None:
        """The event of its signature, if a report has it."""
        return next((a.event for a in self.acts if a.stage is Stage.SIGNED and a.event.status in REAL), None)


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise: whose and to whom by states, its words, whether it is one not to act, and later acts that touch it."""

    event: Event
    words: str
    is_negative: bool
    touched_by: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Commitments:
    """What two actors have committed themselves to."""

    instruments: tuple[Instrument, ...]
    pledges: tuple[Pledge, ...]


def find_commitments(events: Sequence[Event], book: RelationBook) -> Commitments:
    """Return the instruments and pledges among a dyad's events."""
    ordered = sorted(events, key=by_day)
    instruments = find_instruments(ordered, book)
    taken = {act.event.id for instrument in instruments for act in instrument.acts}
    pledges = [event for event in ordered if event.type == "AGREE" and event.id not in taken]
    return Commitments(tuple(instruments), tuple(make_pledge(event, ordered, book) for event in pledges))


def by_day(event: Event) -> tuple[dt.date, str]:
    """Order events by first day, undated ones last."""
    return (event.first_day or dt.date.max, event.id)


# --- instruments -----------------------------------------------------------------------------------------------------


def find_instruments(events: Iterable[Event], book: RelationBook) -> list[Instrument]:
    """Return the instruments that events tell of: acts on one family that share a name, or that give none."""
    found: list[list[tuple[str, Act]]] = []
    families: list[str] = []
    for event in events:
        named = name_instrument(event, book)
        if named is None:
            continue
        family, name = named
        act = Act(event, stage_of(event, book))
        for place, group in enumerate(found):
            if families[place] == family and belongs(name, act, group, book):
                group.append((name, act))
                break
        else:
            found.append([(name, act)])
            families.append(family)
    return [make_instrument(family, group) for family, group in zip(families, found, strict=True)]


def make_instrument(family: str, group: Sequence[tuple[str, Act]]) -> Instrument:
    """Return an instrument under the fullest name that any report gives it."""
    return Instrument(max((name for name, _ in group), key=len), family, tuple(act for _, act in group))


def name_instrument(event: Event, book: RelationBook) -> tuple[str, str] | None:
    """Return the family and the fullest name of the instrument an event is about; None if it is about none."""
    if not any(account.claim.type in TOLD_AS for account in event.accounts):
        return None
    names = [found for account in event.accounts if (found := find_name(account, book))]
    return max(names, key=lambda found: len(found[1])) if names else None


def find_name(account: Account, book: RelationBook) -> tuple[str, str] | None:
    """Return family and words of the instrument in a claim's theme, or at its trigger."""
    claim, quote = account.claim, account.evidence.quote
    start = account.evidence.span.start
    trigger = quote[claim.trigger.start - start : claim.trigger.end - start]
    for text in filter(None, (claim.theme.text if claim.theme else None, trigger)):
        match = search_words(book.instruments, text)
        if match:
            return book.instruments[match[0].casefold()], ARTICLE.sub("", text[: match.end()].strip())
    return None


def belongs(name: str, act: Act, group: Sequence[tuple[str, Act]], book: RelationBook) -> bool:
    """Tell whether an act is on the instrument of a group: no rival name, and no second signature on another day."""
    mine = name_words(name, book)
    if any(mine and theirs and not mine & theirs for theirs in (name_words(other, book) for other, _ in group)):
        return False
    signed = [other.event for _, other in group if other.stage is Stage.SIGNED and other.event.status in REAL]
    again = act.stage in {Stage.SIGNED, Stage.PROPOSED} and act.event.status in REAL
    return not (again and any(apart(event, act.event) for event in signed))


def apart(one: Event, other: Event) -> bool:
    """Tell whether two events are surely on different days."""
    first, second = one.time, other.time
    if first is None or second is None:
        return False
    return bool((first.to and second.from_ and first.to <= second.from_) or
                (second.to and first.from_ and second.to <= first.from_))  # fmt: skip


def name_words(name: str, book: RelationBook) -> set[str]:
    """Return what tells an instrument from others: the words of its name that are neither small nor its family's."""
    return {word.casefold() for word in WORD.findall(name) if len(word) > 3 and word.casefold() not in book.instruments}


def stage_of(event: Event, book: RelationBook) -> Stage | None:
    """Return the stage that most of the claims that took place give, else any."""
    found = [stage for account in event.accounts if (stage := find_stage(account, book))]
    return max(found, key=lambda stage: (found.count(stage), -list(Stage).index(stage))) if found else None


def find_stage(account: Account, book: RelationBook) -> Stage | None:
    """Return the stage that a claim's trigger names, else the nearest word for one around it."""
    quote, start = account.evidence.quote, account.evidence.span.start
    low, high = account.claim.trigger.start - start, account.claim.trigger.end - start
    word = quote[low:high].casefold()
    if word in book.stages:
        return Stage(book.stages[word])
    near = [match for match in words_pattern(book.stages).finditer(quote) if abs(match.start() - low) <= REACH]
    nearest = min(near, key=lambda match: abs(match.start() - low), default=None)
    return Stage(book.stages[nearest[0].casefold()]) if nearest else None


# --- pledges ---------------------------------------------------------------------------------------------------------


def make_pledge(event: Event, events: Sequence[Event], book: RelationBook) -> Pledge:
    """Return a pledge with the later acts between the same parties that touch it."""
    lead = max(event.accounts, key=lambda account: len(account.claim.theme.text) if account.claim.theme else 0)
    words = lead.claim.theme.text if lead.claim.theme else lead.evidence.quote
    opening = " ".join(words.split()[:3])
    negative = bool(words_pattern(book.refrains).match(opening.removeprefix("to ")))
    return Pledge(event, words, negative, tuple(find_touching(event, events)))


def find_touching(pledge: Event, events: Sequence[Event]) -> Iterator[Event]:
    """Yield what took place after a pledge, by the one who gave it, and is of the kind it is about."""
    kinds = promised_kinds(pledge, events)
    pledgers = {party.state for account in pledge.accounts for party in account.agents}
    for event in events if kinds else ():
        is_one = event.type in kinds and event.status in REAL and is_later(pledge, event)
        if is_one and any(party.state in pledgers for account in event.accounts for party in account.agents):
            yield event


def promised_kinds(pledge: Event, events: Iterable[Event]) -> set[str]:
    """Return the types of the acts that stand inside a pledge's own words."""
    inside = [(a.document_id, a.claim.theme.span) for a in pledge.accounts if a.claim.theme]
    return {
        account.claim.type
        for event in events
        for account in event.accounts
        for document_id, span in inside
        if account.document_id == document_id
        and span.start <= account.claim.trigger.start < span.end
        and event != pledge
    }


def is_later(first: Event, second: Event) -> bool:
    """Tell whether an event surely began after another; an undated pledge counts from its first report."""
    if second.first_day is None:
        return False
    if first.first_day is not None:
        return second.first_day > first.first_day
    reported = min((account.published for account in first.accounts if account.published), default=None)
    return reported is not None and second.first_day.isoformat() > reported
