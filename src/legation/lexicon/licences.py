"""Licences: what each lets leave the record."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from legation.lexicon.frames import Words
from legation.lexicon.load import load_entries


class Licence(BaseModel):
    """Words that stand in a licence, in lower case, and what it allows: "text" or "quotes"."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: Words
    allows: Literal["text", "quotes"]
    source: str
    example: str


def load_licences(extra: Path | None = None) -> list[Licence]:
    """Return every entry; an analyst's own go before the built-in ones."""
    entries = load_entries("licences.yml", Licence, extra)
    built_in = len(load_entries("licences.yml", Licence))
    return [*entries[built_in:], *entries[:built_in]]
