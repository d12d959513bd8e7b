"""Indicators of how close two states are, by family. See data/indicators/*.yml and docs/measures.md."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from legation.lexicon.load import load_entries
from legation.lexicon.patterns import PatternEntry


class IndicatorEntry(BaseModel):
    """One observable kind of conduct between two states.

    family      military, arms, technology, economic, contact, legal, statement, people, or one of your own
    name        its short name, told once in a family
    title       what it is, in words that follow a number ("joint exercises and other military cooperation")
    pattern     what events fit it (lexicon/patterns.py); it is bound to the two states in question
    direction   directed: who does it to whom matters; mutual: it does not
    sign        cooperative, conflictual, neither, or by_act: as relations/signs.py has it
    cost        talk, middling or cost: what it costs who does it
    coverage    the share of such conduct that open reporting would show, 0.0 to 1.0; a judgement, to be argued with
    source      where the indicator comes from
    example     a sentence that it fits

    An event counts under the first indicator of each family that it fits.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    family: str
    name: str
    title: str
    pattern: PatternEntry
    direction: Literal["directed", "mutual"]
    sign: Literal["cooperative", "conflictual", "neither", "by_act"]
    cost: Literal["talk", "middling", "cost"]
    coverage: float = Field(ge=0.0, le=1.0)
    source: str
    example: str


def load_indicators(extra: Path | None = None) -> list[IndicatorEntry]:
    """Return the indicators in order, an analyst's own first: of two that an event fits the first counts.

    One of the same family and name stands in place of the built-in one. Raises BadLexicon.
    """
    built_in = load_entries("indicators", IndicatorEntry)
    own = load_entries("indicators", IndicatorEntry, extra)[len(built_in) :]
    named = {(entry.family, entry.name) for entry in own}
    return own + [entry for entry in built_in if (entry.family, entry.name) not in named]
