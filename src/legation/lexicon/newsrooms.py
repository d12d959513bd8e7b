"""Newsrooms by the name they sign with: agencies in datelines, picture services in credits. See newsrooms.yml."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from legation.lexicon.load import load_entries
from legation.lexicon.overlay import kept_by_folder


class Newsroom(BaseModel):
    """One entry of newsrooms.yml: the name as signed; whether it stands in datelines, in picture credits, or both."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    agency: bool = False
    pictures: bool = False
    source: str
    example: str


def load_newsrooms(extra: Path | None = None) -> list[Newsroom]:
    """Return every newsroom of the lexicon, an analyst's own folder last."""
    return load_entries("newsrooms.yml", Newsroom, extra)


@kept_by_folder
def agency_names(folder: Path | None) -> tuple[str, ...]:
    """Return the names of agencies, the longest first, so that an alternation finds the whole name."""
    return tuple(sorted((room.name for room in load_newsrooms(folder) if room.agency), key=len, reverse=True))


@kept_by_folder
def picture_names(folder: Path | None) -> tuple[str, ...]:
    """Return the names of picture services, the longest first."""
    return tuple(sorted((room.name for room in load_newsrooms(folder) if room.pictures), key=len, reverse=True))
