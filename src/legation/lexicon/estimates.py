"""Words of likelihood and confidence in finished assessments. See estimates.yml."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from legation.lexicon.frames import Words
from legation.lexicon.load import load_entries


class EstimateEntry(BaseModel):
    """One group of words that act alike; `low` and `high` are percent, `advice` says what to write instead."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["band", "off-scale", "modal", "confidence", "cue", "citation", "chance", "abbreviation"]
    words: Words
    low: int | None = Field(default=None, ge=0, le=100)
    high: int | None = Field(default=None, ge=0, le=100)
    row: Literal[1, 2] | None = None
    level: Literal["high", "moderate", "low", "unstated"] | None = None
    advice: str | None = None
    source: str
    example: str

    @model_validator(mode="after")
    def check(self) -> "EstimateEntry":
        """A band has a range and a row, a confidence a level, and what is not to be written has advice."""
        needs = {
            "band": (self.low, self.high, self.row),
            "confidence": (self.level,),
            "off-scale": (self.advice,),
            "modal": (self.advice,),
        }
        if None in needs.get(self.kind, ()):
            raise ValueError(
                f"a {self.kind} lacks what it needs (band: low, high, row; confidence: level; else: advice)"
            )
        return self


@lru_cache(maxsize=4)
def load_estimates(extra: Path | None = None) -> tuple[EstimateEntry, ...]:
    """Return every entry, an analyst's own last."""
    return tuple(load_entries("estimates.yml", EstimateEntry, extra))
