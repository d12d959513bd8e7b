"""Flows: the events of a family by indicator and direction."""

from collections.abc import Iterable
from dataclasses import dataclass

from legation.relations.families import Indicator, Reading
from legation.relations.looks import Pair
from legation.relations.sightings import Sighting


@dataclass(frozen=True, slots=True)
class Flow:
    """The events of one indicator in one direction (sender, receiver); `way` is None where it does not matter."""

    indicator: Indicator
    way: tuple[str, str] | None
    events: tuple[str, ...]


def find_flows(readings: Iterable[tuple[Sighting, Reading]], pair: Pair) -> list[Flow]:
    """Return the events of each indicator by direction, in order of first appearance."""
    found: dict[tuple[str, Pair | None], list[str]] = {}
    indicators = {}
    for sighting, reading in readings:
        name = reading.indicator.entry.name
        indicators[name] = reading.indicator
        found.setdefault((name, way_of(reading, pair)), []).append(sighting.event.id)
    return [Flow(indicators[name], way, tuple(ids)) for (name, way), ids in found.items()]


def way_of(reading: Reading, pair: Pair) -> Pair | None:
    """Return who of a pair acts on the other; None where both act or the indicator does not ask."""
    match = reading.match
    if reading.indicator.entry.direction == "mutual":
        return None
    one, other = pair
    ways = [(a, b) for a, b in ((one, other), (other, one)) if a in match.senders and b in match.receivers]
    return ways[0] if len(ways) == 1 else None
