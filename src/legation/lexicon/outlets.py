"""Outlets of the lexicon: who publishes, of what kind, from where. See outlets.yml."""

from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from legation.lexicon.actors import ActorEntry
from legation.lexicon.frames import Words
from legation.lexicon.load import load_entries


class OutletKind(StrEnum):
    """What publishes: by ownership and form, which anyone can look up, never by merit."""

    STATE_MEDIA = "state media"  # owned by a state or a ruling party, and run by it
    AGENCY = "agency"
    NEWSPAPER = "newspaper"  # also magazines and news sites
    BROADCASTER = "broadcaster"  # public ones with boards of their own among them
    THINK_TANK = "think tank"
    MINISTRY = "ministry"  # also presidencies, armed forces, embassies
    INTERNATIONAL = "international organisation"
    BLOG = "blog"  # also collectives and channels
    OTHER = "other"


class OutletEntry(BaseModel):
    """One outlet.

    id        that of the actor where the actors' lexicon has it (actors/media.yml): name and country then come from
              there, further names add up
    aliases   other names in Latin script
    names     names in other languages, by ISO 639-1 code
    hosts     web hosts, without "www."; a host stands for those below it
    example   an address or a name by which a report would be known as this outlet's
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: OutletKind
    name: str | None = None
    country: str | None = None
    aliases: Words = ()
    names: dict[str, Words] = Field(default_factory=dict)
    hosts: Words = ()
    source: str
    example: str


def load_outlet_entries(extra: Path | None = None) -> list[OutletEntry]:
    """Return every outlet of the lexicon; a later entry of the same id (an analyst's own) replaces an earlier one."""
    return list({entry.id: entry for entry in load_entries("outlets.yml", OutletEntry, extra)}.values())


def load_media(extra: Path | None = None) -> dict[str, ActorEntry]:
    """Return the media of the actors' lexicon by id."""
    return {entry.id: entry for entry in load_entries("actors/media.yml", ActorEntry, extra)}
