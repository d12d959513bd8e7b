"""Measures of the record's dyads: loads what `relations` needs and hands it over."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from legation.actors.registry import load_registry
from legation.lexicon.plover import load_ontology
from legation.reading.claim import ActorRef
from legation.record.archive import count_others, report_days
from legation.record.deeds import find_deeds
from legation.record.event import Event, Party, short_id
from legation.record.session import Session
from legation.relations.blocs import Blocs, find_blocs, link_states
from legation.relations.dyad import Archive, Dyad, Options
from legation.relations.families import load_families
from legation.relations.series import Unit, has_period, make_periods
from legation.relations.sightings import Sighting, make_sight, see_events
from legation.workspace.relations import Scope

ONE_DAY, YEAR = dt.timedelta(days=1), dt.timedelta(days=365)
# Behind the last period there must be a day for it to end on.
FAR = dt.date.max - 2 * YEAR


@dataclass(frozen=True, slots=True)
class Wish:
    """How a dyad is to be measured: half-open period, unit of counting, assumptions; `today` ends what is not given."""

    period: tuple[dt.date | None, dt.date | None]
    unit: Unit
    options: Options
    today: dt.date


def measure(session: Session, scope: Scope, wish: Wish) -> Dyad:
    """Return the dyad of a scope of two actors."""
    one, other = scope.actors
    outlets = find_outlets(scope.events)
    lexicons = (load_families(scope.lexicon), load_ontology(scope.lexicon))
    sight = make_sight((one.id, other.id), *lexicons, outlets, list_names(scope.lexicon))
    sightings = tuple(see_events(scope.events, sight))
    states = tuple(str(Party(actor.name, actor).state) for actor in scope.actors)
    watched = report_days(session)
    last = min(watched[1], wish.today) if watched else None
    archive = Archive(last, count_others(session, (states[0], states[1])))
    first, final = bounds(sightings, wish, watched)
    return Dyad((one, other), sight, sightings, make_periods(wish.unit, first, final), archive, wish.options)


def find_outlets(events: Iterable[Event]) -> dict[str, str]:
    """Return the outlets of the documents that events rest on by their short ids; those without one are left out."""
    cited = {account.document_id: account.citation for event in events for account in event.accounts}
    return {short_id(name): one.outlet for name, one in cited.items() if one and one.outlet is not None}


@lru_cache(maxsize=4)
def list_names(lexicon: Path | None) -> Mapping[str, str]:
    """Return the names of the actors of the lexicon by id."""
    return {name: actor.name for name, actor in load_registry(lexicon).actors.items()}


@dataclass(frozen=True, slots=True)
class Alignment:
    """The blocs of a window, with the names of states and the period looked at."""

    blocs: Blocs
    names: Mapping[str, str]
    period: tuple[dt.date | None, dt.date | None]


def align(
    session: Session,
    period: tuple[dt.date | None, dt.date | None],
    choice: tuple[Sequence[ActorRef], int],
    lexicon: Path | None,
) -> Alignment:
    """Return the blocs among some states, or among all with so many event-days or more."""
    among, least = choice
    links = link_states(find_deeds(session, period), load_ontology(lexicon))
    wanted = {str(Party(actor.name, actor).state) for actor in among}
    kept = [link for link in links if not wanted or wanted.issuperset(link.pair)]
    registry = load_registry(lexicon)
    found = find_blocs(kept, 1 if wanted else least)
    states = {state for link in kept for state in link.pair} | wanted
    names = {state: registry.actors[state].name if state in registry.actors else state for state in sorted(states)}
    return Alignment(found, names, period)


def bounds(
    sightings: Iterable[Sighting], wish: Wish, watched: tuple[dt.date, dt.date] | None
) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that measures look at: as wished, else as follows.

    They reach to the last report, and back to a year before the first event that counts in a period (no history, and
    nothing that is spread over years), as far as the archive watched: a series that began with its first event would
    begin too high. A wish reaches no further than events and reports do, or today: nothing can be told of the months
    before and after, and there may be a hundred thousand.
    """
    days = sorted(item.first for item in sightings if item.first and has_period(item, wish.unit))
    start, after = (min(day, FAR) if day else None for day in wish.period)
    known = [*days, *(watched or ()), wish.today]
    last = min(watched[1], wish.today) if watched else days[-1] if days else wish.today
    last = min(after - ONE_DAY, max(*known, start or last)) if after else max(last, start or last)
    first = next((day for day in days if day <= last), last)
    if watched and watched[0] < first:
        first = max(first - YEAR, watched[0])
    return min(max(start, min(known)) if start else first, last), last
