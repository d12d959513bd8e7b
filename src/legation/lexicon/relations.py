"""Words of views of a relationship: ordinals of meetings, stages of treaties, ranks, what is launched."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from legation.lexicon.frames import Words
from legation.lexicon.load import load_entries


class RelationWord(BaseModel):
    """Words of one kind and what they stand for.

    ordinal     value: the number ("2")
    occasion    value: the kind of contact counted: "meeting", "visit" or "call"
    span        value: its length in days
    instrument  value: the family that reports use for one another ("treaty" for pact and treaty)
    stage       value: how far an instrument has come (a `Stage` of relations/commitments.py)
    rank        titles of office; value: "leader", "minister", "deputy" or "official"
    vehicle     what is launched; value: its class ("satellite", "ballistic missile")
    refrain     words that turn a pledge into one not to do something; value: "negative"
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["ordinal", "occasion", "span", "instrument", "stage", "rank", "vehicle", "refrain"]
    words: Words
    value: str
    source: str
    example: str


@dataclass(frozen=True, slots=True)
class RelationBook:
    """The entries by kind: each maps words in lower case to the value they stand for."""

    ordinals: Mapping[str, int]
    occasions: Mapping[str, str]
    spans: Mapping[str, int]
    instruments: Mapping[str, str]
    stages: Mapping[str, str]
    ranks: Mapping[str, str]
    vehicles: Mapping[str, str]
    refrains: Mapping[str, str]


@lru_cache(maxsize=4)
def load_relations(extra: Path | None = None) -> RelationBook:
    """Return every entry, an analyst's own over the built-in ones; of two that share a word the later counts."""
    found: dict[str, dict[str, str]] = {}
    for entry in load_entries("relations.yml", RelationWord, extra):
        found.setdefault(entry.kind, {}).update((word.casefold(), entry.value) for word in entry.words)
    numbers = {kind: {word: int(value) for word, value in found[kind].items()} for kind in ("ordinal", "span")}
    return RelationBook(
        ordinals=numbers["ordinal"],
        occasions=found["occasion"],
        spans=numbers["span"],
        instruments=found["instrument"],
        stages=found["stage"],
        ranks=found["rank"],
        vehicles=found["vehicle"],
        refrains=found["refrain"],
    )
