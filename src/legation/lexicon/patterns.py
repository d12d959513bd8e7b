"""Patterns over events as files write them, and the contexts they may ask for.

A pattern is written as a mapping. Every field that is there must hold, and within a field any one of its values is
enough; all of them are held against one and the same claim of an event.

    types: [COOPERATE, AID]      the claim's type
    modes: [visit]               its mode
    contexts: [military]         what it is about (contexts.yml): by its mode, its goods, its words, or who takes part
    goods: [weapon]              the item class of its theme (classes.yml)
    theme: [joint exercise]      words in its theme or trigger
    words: [Kursk]               words anywhere in its sentence
    without: [rival]             no such word in its sentence
    statuses: [planned]          how real it is; left out: happened or ongoing
    outcomes: [failure]
    levels: [leader]             of a contact: the rank of the lower side
    stages: [ratified]           of an instrument: how far it has come
    from: [RUS]                  who does it: ids or names of actors; a state stands for its people and bodies
    to: [PRK]                    to whom; of meetings and the like, whose sides are equal, the other side
    with: [CHN]                  takes part on whichever side
    sides: across | together     one of the pair acts on the other, or both act
    third: true                  it is done to somebody else than the pair
    at_least: 1000               the quantity's lower bound
    since: 2024-01-01            the first and last day of the event lie in [since, until)
    until: 2025-01-01
    origins: 2                   at least so many independent origins tell of it
"""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from legation.lexicon.frames import EVENT_TYPES, MODES, OTHER_TYPES, Words
from legation.lexicon.load import load_entries

StatusName = Literal["happened", "ongoing", "planned", "possible", "conditional", "called_for", "denied"]
LevelName = Literal["leader", "minister", "deputy", "official", "state"]
StageName = Literal["proposed", "agreed", "signed", "ratified", "in force", "extended", "invoked", "suspended", "ended"]


class PatternEntry(BaseModel):
    """One pattern as it is written; the module's docstring says what each field asks for."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    types: Words = ()
    modes: Words = ()
    contexts: Words = ()
    goods: Words = ()
    theme: Words = ()
    words: Words = ()
    without: Words = ()
    statuses: tuple[StatusName, ...] = ("happened", "ongoing")
    outcomes: tuple[Literal["success", "failure"], ...] = ()
    levels: tuple[LevelName, ...] = ()
    stages: tuple[StageName, ...] = ()
    from_: Words = Field(default=(), alias="from")
    to: Words = ()
    with_: Words = Field(default=(), alias="with")
    sides: Literal["across", "together"] | None = None
    third: bool = False
    at_least: float | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    origins: int = Field(default=1, ge=1)

    @model_validator(mode="after")
    def check(self) -> "PatternEntry":
        """Hold types and modes to the ontology, the window to its order, and ask for something at all."""
        known = (*EVENT_TYPES, *OTHER_TYPES)
        for kind in self.types:
            if kind not in known:
                raise ValueError(f"{kind} is no event type; there are {', '.join(known)}")
        modes = frozenset[str]().union(*(MODES.get(kind, frozenset()) for kind in self.types or known))
        for mode in self.modes:
            if mode not in modes:
                raise ValueError(f"{mode} is no mode of {' or '.join(self.types) or 'any type'}")
        if self.since and self.until and self.since >= self.until:
            raise ValueError(f"since {self.since} is not before until {self.until}")
        if not any((self.types, self.contexts, self.goods, self.theme, self.words, self.levels, self.stages)):
            raise ValueError("a pattern asks for types, contexts, goods, theme, words, levels or stages")
        return self


class ContextEntry(BaseModel):
    """One context of contexts.yml: the modes, item classes and words (in theme, trigger or office) that show it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    modes: Words = ()
    goods: Words = ()
    words: Words
    source: str
    example: str


@lru_cache(maxsize=4)
def load_contexts(extra: Path | None = None) -> Mapping[str, ContextEntry]:
    """Return the contexts by name, an analyst's own over the built-in ones."""
    return {entry.name: entry for entry in load_entries("contexts.yml", ContextEntry, extra)}
