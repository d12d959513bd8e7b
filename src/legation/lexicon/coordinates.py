"""Where places are: coordinates of the lexicon's places and of capitals."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from legation.lexicon.folding import fold_name
from legation.lexicon.load import load_entries


class CoordinateEntry(BaseModel):
    """Where one place is.

    actor   id of a place; of a state with `city`
    city    name of the state's capital; None for a place
    lat     degrees north, -90 to 90
    lon     degrees east, -180 to 180
    kind    "point" for a town or site; "area" for a region, sea or river, whose rough middle is given
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    actor: str
    city: str | None = None
    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)
    kind: Literal["point", "area"]
    source: str
    example: str


@dataclass(frozen=True)
class Gazetteer:
    """Where places are, by actor id, and where capitals are, by state and folded name."""

    places: Mapping[str, CoordinateEntry]
    capitals: Mapping[tuple[str, str], CoordinateEntry]

    def find(self, place: str, name: str, country: str | None) -> CoordinateEntry | None:
        """Return where a place of this id is, or the capital of this name in a country; None if neither is known."""
        return self.places.get(place) or self.capitals.get((country or "", fold_name(name)))


@lru_cache(maxsize=4)
def load_coordinates(extra: Path | None = None) -> Gazetteer:
    """Return the coordinates of the lexicon, an analyst's own over the built-in ones."""
    entries = load_entries("coordinates.yml", CoordinateEntry, extra)
    return Gazetteer(
        places={entry.actor: entry for entry in entries if entry.city is None},
        capitals={(entry.actor, fold_name(entry.city)): entry for entry in entries if entry.city is not None},
    )
