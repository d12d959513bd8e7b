"""Sightings: a dyad's events as measures take them, with day, sign, families, and whose reporting they rest on."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from legation.documents.document import days_of
from legation.lexicon.plover import Ontology
from legation.lexicon.relations import RelationBook, load_relations
from legation.record.event import REAL, Account, Event, make_event
from legation.record.origin import Origin
from legation.relations.families import Indicator, Reading, bind_families, read_families, sort_families
from legation.relations.looks import Pair, stand_of
from legation.relations.signs import Act, Stand, hangs_on_fights, has_fought, score_of, sign_of

ONE_DAY = dt.timedelta(days=1)
# What is told later than this after it happened is history: the archive did not watch that time.
MEMORY = dt.timedelta(days=366)


# Without slots, for every series asks once more whether it is history.
@dataclass(frozen=True)
class Sighting:
    """One event between two actors as it is measured; `lead` is the claim that tells best what the two do.

    `first` and `last` bound its days, both included; both None where they are not known. `is_reported` says that the
    day is that of the first report. `sign` is 1 (cooperative), -1 (conflictual) or 0; `score` PLOVER's with that sign.
    `families` are the indicators it fits, one in each family at most; `sources` whose reporting it rests on: for each
    independent report the newsroom or office it is from, else the document.
    """

    event: Event
    lead: Account
    first: dt.date | None
    last: dt.date | None
    is_reported: bool
    stand: Stand
    sign: int
    score: float
    families: tuple[Reading, ...]
    sources: frozenset[str]

    @property
    def is_real(self) -> bool:
        """Whether it happened or is under way."""
        return self.event.status in REAL

    @cached_property
    def is_history(self) -> bool:
        """Whether it was first told more than a year after it happened."""
        seen = first_report(self.event)
        return self.last is not None and seen is not None and seen - self.last > MEMORY


@dataclass(frozen=True, slots=True)
class Sight:
    """Through what events are seen: the dyad, indicators bound to it, PLOVER's scores, outlets by short id of document.

    `names` are those of sources by id, as far as the lexicon has them; `book` has the words for instruments, `by_type`
    the indicators that may fit a claim of a type.
    """

    pair: Pair
    indicators: Sequence[Indicator]
    ontology: Ontology
    outlets: Mapping[str, str]
    names: Mapping[str, str]
    book: RelationBook
    by_type: Mapping[str, Sequence[Indicator]]

    def indicators_for(self, event: Event) -> Sequence[Indicator]:
        """Return the indicators that may fit an event."""
        types = {account.claim.type for account in event.accounts}
        # Few events are told of under several types.
        return self.by_type.get(event.type, self.by_type[""]) if len(types) == 1 else self.indicators


def make_sight(
    pair: Pair,
    indicators: Sequence[Indicator],
    ontology: Ontology,
    outlets: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
) -> Sight:
    """Return through what the events of a pair are seen; the words for instruments are those of the indicators."""
    book = next((indicator.pattern.lens.book for indicator in indicators), None) or load_relations()
    bound = bind_families(indicators, pair)
    return Sight(pair, bound, ontology, outlets or {}, names or {}, book, sort_families(bound))


def see_events(events: Iterable[Event], sight: Sight) -> list[Sighting]:
    """Return the sightings among a dyad's events, in their order; what the two take no part in is left out."""
    known = [(event, lead) for event in events if (lead := lead_account(event, sight.pair)) is not None]
    fights = fight_days(known, sight)
    return [make_sighting(event, lead, sight, fights) for event, lead in known]


def see_without(sightings: Sequence[Sighting], source: str, sight: Sight) -> list[Sighting]:
    """Return sightings as they are without all reports of one newsroom or office.

    Only what it tells of is seen anew; but where fights are among that, the others have their signs taken again.
    """
    after: list[tuple[Sighting, Event, Account]] = []
    for item in sightings:
        event = drop_source(item.event, source, sight.outlets) if source in item.sources else item.event
        now = item.lead if event is item.event or event is None else lead_account(event, sight.pair)
        if event is not None and now is not None:
            after.append((item, event, now))
    fights = fight_days([(event, lead) for _, event, lead in after], sight)
    is_same = fights == fight_days([(item.event, item.lead) for item in sightings], sight)
    return [
        item
        if event is item.event and (is_same or not hangs_on_fights(item.lead.claim.type))
        else make_sighting(event, lead, sight, fights, item.families if event is item.event else None)
        for item, event, lead in after
    ]


def fight_days(known: Iterable[tuple[Event, Account]], sight: Sight) -> list[int]:
    """Return the days, as sorted numbers, of the fights between the two among events with their leading claims."""
    return sorted(day.toordinal() for event, lead in known if (day := fight_day(event, lead, sight)))


def drop_source(event: Event, source: str, outlets: Mapping[str, str]) -> Event | None:
    """Return an event as told without one source; None if nobody else tells of it."""
    gone = {key for value in event.origins if name_source(value.value, outlets) == source for key in value.claims}
    if not gone:
        return event
    accounts = [account for account in event.accounts if account.key not in gone]
    return make_event(accounts) if accounts else None


def make_sighting(
    event: Event, lead: Account, sight: Sight, fights: Sequence[int], fitting: Sequence[Reading] | None = None
) -> Sighting:
    """Return one event as it is measured; its sign is that of the first indicator it fits, else that of the act.

    `fitting` is what it is known to fit, if that has been looked for before.
    """
    first, last, is_reported = days_for(event)
    fought = has_fought(fights, first.toordinal() if first else None)
    act = act_of(lead, sight.pair)
    own = sign_of(act, sight.ontology, fought=fought)
    found = read_families(event, sight.indicators_for(event), own) if fitting is None else None
    families = tuple(one.signed(own) for one in fitting or ()) if found is None else tuple(found)
    said = [reading.sign for reading in families if reading.sign != 0] if event.status in REAL else []
    sign = said[0] if said else own
    size = abs(score_of(act, own, sight.ontology))
    sources = frozenset(name_source(value.value, sight.outlets) for value in event.origins)
    return Sighting(event, lead, first, last, is_reported, act.stand, sign, sign * size, families, sources)


# --- the act ---------------------------------------------------------------------------------------------------------


def lead_account(event: Event, pair: Pair) -> Account | None:
    """Return the claim that tells best what the two do: one of the event's status and type, if any names both."""
    naming = [account for account in event.accounts if stand_of(pair, account) is not None]
    status = event.status
    return min(naming, key=lambda a: (a.claim.status != status, a.claim.type != event.type), default=None)


def act_of(account: Account, pair: Pair) -> Act:
    """Return what the sign of a claim hangs on."""
    claim = account.claim
    theme = claim.theme
    others = (party for party in account.recipients if party.actor and set(pair).isdisjoint(party.faces))
    stand = Stand(stand_of(pair, account) or Stand.TOGETHER)
    return Act(claim.type, claim.mode, stand, claim.rule, theme.item if theme else None, any(others))


def fight_day(event: Event, lead: Account, sight: Sight) -> dt.date | None:
    """Return the day of an attack of one of the two on the other, or of a clash between them; None for what is none."""
    if event.type != "ASSAULT" or event.status not in REAL:
        return None
    return event.first_day if sign_of(act_of(lead, sight.pair), sight.ontology) < 0 else None


# --- the day ---------------------------------------------------------------------------------------------------------


def days_for(event: Event) -> tuple[dt.date | None, dt.date | None, bool]:
    """Return the first and last day an event is measured under, and whether they are those of its first report.

    What reports give no time for is measured when it became known; so is what is not yet done, since it is the saying
    that is measured. A time with an open end ("since August") has no day.
    """
    time = event.time
    if event.status not in REAL or time is None:
        seen = first_report(event)
        return seen, seen, seen is not None
    if time.from_ is None or time.to is None:
        return None, None, False
    return time.from_, time.to - ONE_DAY, False


def first_report(event: Event) -> dt.date | None:
    """Return the day of the first report; None if no report is dated to the day."""
    seen = event.first_seen
    return days_of(seen)[0] if seen and len(seen) >= len("2026-01-01") else None


# --- whose reporting -------------------------------------------------------------------------------------------------


def name_source(origin: Origin, outlets: Mapping[str, str]) -> str:
    """Return whose words these are: the issuer's id, else the outlet of the document, else the document."""
    return origin.issuer or outlets.get(origin.key) or origin.key
