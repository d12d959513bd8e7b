"""Words around numbers: modifiers, vague numbers, currencies, nouns for people."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from legation.lexicon.frames import Words
from legation.lexicon.load import load_entries


class QuantityWord(BaseModel):
    """Words of one kind.

    kind      modifier, vague (a number not told exactly), fraction, currency, people (nouns), label (what a number
              after it only names: "Resolution 1718"), measure (what a number with a hyphen counts: "500-kilometre")
    value     modifier: a `Modifier`, or "below" for one that stays under its number; currency: ISO 4217 code
    low, high bounds of a vague number or fraction, both inclusive; None is no bound
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["modifier", "vague", "fraction", "currency", "people", "label", "measure"]
    words: Words
    value: str = ""
    low: float | None = None
    high: float | None = None
    source: str
    example: str


@lru_cache(maxsize=4)
def load_quantity_words(extra: Path | None = None) -> tuple[QuantityWord, ...]:
    """Return every entry, an analyst's own last."""
    return tuple(load_entries("quantities.yml", QuantityWord, extra))
