"""Actors of the lexicon: states, organs, organisations, media, groups, places and people with their dated offices."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from legation.lexicon.frames import Words
from legation.lexicon.load import load_entries


class Role(BaseModel):
    """An office held: `title` in lower case ("president"), `of` an actor id (mostly a state), dates ISO, any precision.

    `start` and `end` are None when unknown or, for `end`, when still held at the lexicon's date.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    of: str
    start: str | None = None
    end: str | None = None


class ActorEntry(BaseModel):
    """One actor.

    id          stable: ISO alpha-3 for states ("PRK"), else a slug ("vladimir-putin", "un-security-council")
    country     alpha-3 of the state it belongs to; "IGO" or "NGO" for international bodies; None if unknown or many
    aliases     other English names, acronyms and spellings in use ("DPRK", "Kim Jong-un")
    surname     people: the part they are called by alone ("Kim", "Putin", "Lula")
    adjectives  states, groups: "North Korean", "Western"; also plural demonyms ("Russians")
    capitals    states: cities that may stand for the state ("Pyongyang"): a place in "visited Pyongyang"
    seats       buildings and offices that stand for it ("the Kremlin", "Downing Street"): never the place of a visit
                in the sense of a city, though one may meet "at the Kremlin"
    short       definite short names that need the long one to be clear from the text ("the North", "the kingdom")
    names       names in other languages, by ISO 639-1 code: ko, ru, zh
    parent      actor id of the body it is part of
    members     groups: actor ids of those it stands for ("the West" has none: it stands for itself)
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    name: str
    type: Literal["person", "state", "organ", "organisation", "media", "group", "place"]
    country: str | None = None
    aliases: Words = ()
    surname: str | None = None
    gender: Literal["f", "m"] | None = None
    adjectives: Words = ()
    capitals: Words = ()
    seats: Words = ()
    short: Words = ()
    names: dict[str, Words] = Field(default_factory=dict)
    roles: tuple[Role, ...] = ()
    parent: str | None = None
    members: Words = ()
    source: str
    example: str


def load_actors(extra: Path | None = None) -> list[ActorEntry]:
    """Return every actor of the lexicon; a later entry of the same id (an analyst's own) replaces an earlier one."""
    found = {entry.id: entry for entry in load_entries("actors", ActorEntry, extra)}
    return list(found.values())
