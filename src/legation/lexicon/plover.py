"""PLOVER's types with quadrants and scores, and CAMEO's codes as PLOVER types."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from legation.lexicon.frames import Words
from legation.lexicon.load import load_entries

Quad = Literal["V-Coop", "M-Coop", "V-Conf", "M-Conf"]


class EventType(BaseModel):
    """One PLOVER type: its quadrant (verbal or material, cooperation or conflict) and scores from -10 to 10."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str
    quad: Quad
    score: float
    modes: dict[str, float] = Field(default_factory=dict)
    source: str
    example: str


class CameoCode(BaseModel):
    """CAMEO codes (or the beginnings of some) that stand for one PLOVER type and mode."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    codes: Words
    type: str
    mode: str | None = None
    source: str
    example: str


@dataclass(frozen=True, slots=True)
class Ontology:
    """Types by name, and PLOVER type and mode by CAMEO code."""

    types: Mapping[str, EventType]
    cameo: Mapping[str, tuple[str, str | None]]

    def score(self, kind: str, mode: str | None) -> float | None:
        """Return the score of a type and mode, -10 to 10; None for what is no PLOVER type."""
        entry = self.types.get(kind)
        return entry.modes.get(mode or "", entry.score) if entry else None

    def convert(self, code: str) -> tuple[str, str | None] | None:
        """Return PLOVER type and mode of a CAMEO code: of the longest beginning that is known; None if none is."""
        padded = code.zfill(2) if len(code) == 1 else code
        return next((self.cameo[padded[:end]] for end in range(len(padded), 1, -1) if padded[:end] in self.cameo), None)


@lru_cache(maxsize=4)
def load_ontology(extra: Path | None = None) -> Ontology:
    """Return the ontology, an analyst's own entries over the built-in ones."""
    types = {entry.type: entry for entry in load_entries("plover.yml", EventType, extra)}
    codes = load_entries("cameo.yml", CameoCode, extra)
    return Ontology(types, {code: (entry.type, entry.mode) for entry in codes for code in entry.codes})
