"""Places of events with coordinates where the lexicon has them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from legation.lexicon.coordinates import Gazetteer, load_coordinates
from legation.lexicon.folding import fold_name
from legation.reading.claim import ActorRef, ActorType
from legation.record.event import REAL, Event
from legation.record.latest import Period
from legation.record.locations import Location, find_locations
from legation.record.view import get_events
from legation.workspace.parties import get_actor
from legation.workspace.workspace import Workspace

# Events looked at; of more the latest are, and that is said.
MOST = 1_500


class Extent(StrEnum):
    """How a place can be shown: as a point, as the rough middle of an area, as a whole country, or not at all."""

    POINT = "point"
    AREA = "area"
    COUNTRY = "country"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Place:
    """A place with the events that reports locate there, the latest first, and those of them that took place.

    `lat` and `lon` are degrees, None but for points and areas; `country` is an alpha-3 code, if there is one.
    """

    id: str
    name: str
    extent: Extent
    lat: float | None
    lon: float | None
    country: str | None
    events: tuple[str, ...]
    happened: int


@dataclass(frozen=True, slots=True)
class Located:
    """The places of somebody's events, those with most first; `is_cut` where only the latest were looked at."""

    actors: tuple[ActorRef, ...]
    places: tuple[Place, ...]
    is_cut: bool


def locate(workspace: Workspace, names: Sequence[str], period: Period = (None, None), most: int = MOST) -> Located:
    """Return where the events of one actor, or of two with each other, took place; `period` is half-open.

    Raises UnknownActorError for a name nobody has, ValueError for none or more than two.
    """
    if len(names) not in (1, 2):
        raise ValueError("places are those of one actor's events, or of what passed between two")
    with workspace.looking() as session:
        actors = tuple(get_actor(session, name, workspace.lexicon) for name in names)
        found, is_cut = find_locations(session, [actor.id for actor in actors], period, most)
    places = gather_places(found, load_coordinates(workspace.lexicon))
    return Located(actors, tuple(places), is_cut)


def open_place(workspace: Workspace, ids: Sequence[str]) -> list[Event]:
    """Return the events of a place."""
    with workspace.looking() as session:
        return get_events(session, ids)


def gather_places(locations: Iterable[Location], gazetteer: Gazetteer) -> list[Place]:
    """Return each place once, those of most events first."""
    groups: dict[str, list[Location]] = defaultdict(list)
    for location in locations:
        groups[location.place.id if location.place else fold_name(location.words)].append(location)
    places = [make_place(key, group, gazetteer) for key, group in groups.items()]
    return sorted(places, key=lambda place: (-len(place.events), place.name))


def make_place(key: str, locations: Sequence[Location], gazetteer: Gazetteer) -> Place:
    """Return the place that these locations are in."""
    actor = locations[0].place
    name = actor.name if actor else locations[0].words
    country = actor.country if actor else None
    known = gazetteer.find(actor.id, name, country) if actor else None
    if known is not None:
        extent = Extent(known.kind)
    elif actor is not None and actor.type is ActorType.STATE:
        extent, country = Extent.COUNTRY, actor.id
    else:
        extent = Extent.UNKNOWN
    statuses = {location.event_id: location.status for location in locations}
    return Place(
        id=key,
        name=name,
        extent=extent,
        lat=known.lat if known else None,
        lon=known.lon if known else None,
        country=country,
        events=tuple(statuses),
        happened=sum(status in REAL for status in statuses.values()),
    )
