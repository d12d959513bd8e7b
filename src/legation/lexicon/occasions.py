"""Occasions: the nouns and verbs that may name one and the same event."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from legation.lexicon.frames import Words
from legation.lexicon.load import load_entries


class Occasion(BaseModel):
    """A class of events; `nouns` and `verbs` are forms in lower case, a regular plural in -s may be left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    nouns: Words
    verbs: Words
    source: str
    example: str


def load_occasions(extra: Path | None = None) -> list[Occasion]:
    """Return every entry, an analyst's own last."""
    return load_entries("occasions.yml", Occasion, extra)
