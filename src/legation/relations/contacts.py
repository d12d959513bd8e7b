"""Contacts of a dyad: meetings, visits and calls by rank of those who met, with the ordinals reports give them."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from legation.lexicon.relations import RelationBook
from legation.lexicon.titles import plain_title
from legation.reading.claim import ActorRef, ActorType
from legation.record.event import REAL, Event
from legation.relations.ordinals import OrdinalCheck, check_ordinals
from legation.relations.spacing import Gap, Spacing, days_of_event, find_spacings

# Titles a person held on a day, the one taken up last first.
TitlesOf = Callable[[str, dt.date], Sequence[str]]


class Rank(StrEnum):
    """The rank at which two sides met: that of the lower of the two; from names alone where no office is known."""

    LEADER = "leader"
    MINISTER = "minister"
    DEPUTY = "deputy"
    OFFICIAL = "official"
    STATE = "state"


RANKS = (Rank.LEADER, Rank.MINISTER, Rank.DEPUTY, Rank.OFFICIAL, Rank.STATE)


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact: the event, its form, the rank of the lower side, who is named, its ordinals, and what came before.

    `since_last` is the last contact of the same rank that took place before it, with the days between.
    """

    event: Event
    form: str
    rank: Rank
    persons: tuple[ActorRef, ...]
    ordinals: tuple[OrdinalCheck, ...]
    since_last: Spacing | None

    @property
    def gap(self) -> Gap | None:
        """Days since the last contact of the same rank."""
        return self.since_last.gap if self.since_last else None


def find_contacts(events: Iterable[Event], titles_of: TitlesOf, book: RelationBook) -> list[Contact]:
    """Return the contacts among a dyad's events, in their order."""
    found = [event for event in events if event.type == "CONSULT"]
    ranks = {event.id: rank_of(event, titles_of, book) for event in found}
    real = [event for event in found if event.status in REAL]
    return [make_contact(event, ranks, real, book) for event in found]


def make_contact(event: Event, ranks: dict[str, Rank], real: Sequence[Event], book: RelationBook) -> Contact:
    """Return one contact, its ordinals checked against those of its rank that took place."""
    peers = [other for other in real if ranks[other.id] == ranks[event.id]]
    spacing = find_spacings([event], peers)
    return Contact(
        event=event,
        form=form_of(event),
        rank=ranks[event.id],
        persons=persons_of(event),
        ordinals=tuple(check_ordinals(event, peers, book)),
        since_last=spacing[0] if spacing else None,
    )


def form_of(event: Event) -> str:
    """Return "visit", "call", "mediation", "multilateral meeting" or "meeting": the first that any claim says."""
    forms = {"visit": "visit", "phone": "call", "third-party": "mediation", "multilateral": "multilateral meeting"}
    modes = {account.claim.mode for account in event.accounts}
    return next((form for mode, form in forms.items() if mode in modes), "meeting")


def persons_of(event: Event) -> tuple[ActorRef, ...]:
    """Return the persons any claim names as taking part, each once."""
    actors = [party.actor for account in event.accounts for party in account.parties if party.actor]
    return tuple({actor.id: actor for actor in actors if actor.type is ActorType.PERSON}.values())


def office_in_id(person: ActorRef) -> tuple[str, ...]:
    """Return the office by which alone a person is known: "foreign minister" of ZMB/foreign-minister."""
    state, _, office = person.id.partition("/")
    return (plain_title(office.replace("-", " ")),) if office and state == person.country else ()


def rank_of(event: Event, titles_of: TitlesOf, book: RelationBook) -> Rank:
    """Return the rank of the lower of the sides that name a person; a side without one counts if no side has any."""
    days = days_of_event(event)
    day = days[0] if days else dt.date.max
    sides: dict[str, list[Rank]] = {}
    for person in persons_of(event):
        titles = titles_of(person.id, day) or office_in_id(person)
        ranks = [Rank(book.ranks[title]) for title in titles if title in book.ranks]
        sides.setdefault(person.country or person.id, []).append(min(ranks, key=RANKS.index, default=Rank.OFFICIAL))
    if not sides:
        return Rank.STATE
    best = [min(ranks, key=RANKS.index) for ranks in sides.values()]
    return max(best, key=RANKS.index)
