"""Actors: parties with every name they go by and the offices they held, each with its days."""

import datetime as dt
from dataclasses import dataclass

from legation.documents.document import days_of
from legation.lexicon.actors import ActorEntry, Role
from legation.reading.claim import ActorRef, ActorType


@dataclass(frozen=True, slots=True)
class Office:
    """An office held over the half-open interval of days [start, end); None where an end is open or not known.

    `of` is the id of the state or body. An imprecise date is taken at its widest: an office "until 2019" may have
    been held on the last day of 2019.
    """

    title: str
    of: str
    start: dt.date | None
    end: dt.date | None

    def held_on(self, day: dt.date) -> bool:
        """Tell whether the office may have been held on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Actor:
    """A party to events, or a place. `names` has every name in every script, the usual one first."""

    id: str
    name: str
    type: ActorType
    country: str | None
    names: tuple[str, ...]
    offices: tuple[Office, ...] = ()
    parent: str | None = None
    members: tuple[str, ...] = ()

    def role_on(self, day: dt.date) -> tuple[Office, ...]:
        """Return the offices held on that day, the one taken up last first."""
        held = [office for office in self.offices if office.held_on(day)]
        return tuple(sorted(held, key=lambda office: office.start or dt.date.min, reverse=True))

    def ref(self) -> ActorRef:
        """Return the short form in which mentions carry the actor; international bodies have no state."""
        country = None if self.country in ("IGO", "NGO") else self.country
        return ActorRef(self.id, self.name, self.type, country)


def make_actor(entry: ActorEntry, more_names: tuple[str, ...] = ()) -> Actor:
    """Return the actor of a lexicon entry, with names from elsewhere added."""
    written = [name for names in entry.names.values() for name in names]
    names = tuple(dict.fromkeys((entry.name, *entry.aliases, *written, *more_names)))
    offices = tuple(make_office(role) for role in entry.roles)
    kind = ActorType(entry.type)
    return Actor(entry.id, entry.name, kind, entry.country, names, offices, entry.parent, entry.members)


def make_office(role: Role) -> Office:
    """Return an office with its dates as days."""
    start = days_of(role.start)[0] if role.start else None
    end = days_of(role.end)[1] if role.end else None
    if role.end and end and len(role.end) == len("2000-01-01"):
        # A full date is the day of the hand-over: the successor's first day, no longer this holder's.
        end = days_of(role.end)[0]
    return Office(role.title, role.of, start, end)
