"""Cues: the words by which a text says whose words, views or wishes something is.

`data/cues.yml` is a list of entries such as

    - lemma: warn
      pos: verb
      kind: speech
      construction: [that, quote, about, of, object]
      commitment: asserts
      source: Quirk et al. 1985, 16.31
      example: The envoy warned that talks could fail.

`construction` says where the content may stand: a clause with or without its word (`that`, `whether`, `wh`, `to`,
`ing`), a quotation (`quote`), the `object`, or the object of a preposition (`about`, `of`, `for`, …); `main` is the
clause the cue stands beside ("according to"). `commitment` is how the source stands to the content:

    asserts   presents it as so            denies    presents it as not so
    believes  holds it likely or true      doubts    holds it unlikely or open
    asks      wants to know it             wants     would have it so
    promises  binds itself to it           neutral   none of these
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from legation.lexicon.load import load_entries


class CueKind(StrEnum):
    """What the source does with the content."""

    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"
    KNOWLEDGE = "knowledge"
    PERCEPTION = "perception"
    FEELING = "feeling"
    INTENTION = "intention"
    EVIDENCE = "evidence"


class Commitment(StrEnum):
    """How the source stands to the content; the module's docstring says what each means."""

    ASSERTS = "asserts"
    BELIEVES = "believes"
    DOUBTS = "doubts"
    DENIES = "denies"
    ASKS = "asks"
    WANTS = "wants"
    PROMISES = "promises"
    NEUTRAL = "neutral"


class CuePart(StrEnum):
    """The part of speech of a cue."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PREPOSITION = "preposition"


def as_tuple(value: object) -> object:
    """Let a single word stand for a list of one."""
    return [value] if isinstance(value, str) else value


class CueEntry(BaseModel):
    """One entry of cues.yml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lemma: str
    pos: CuePart
    kind: CueKind
    construction: Annotated[tuple[str, ...], BeforeValidator(as_tuple)]
    commitment: Commitment
    source: str
    example: str


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """All cues, by lemma and part of speech."""

    entries: Mapping[tuple[str, CuePart], CueEntry]

    def get(self, lemma: str, pos: CuePart | str) -> CueEntry | None:
        """Return the entry of a lemma, or None if the word is no cue."""
        return self.entries.get((lemma, CuePart(pos)))


def load_cues(extra: Path | None = None) -> CueLexicon:
    """Read the cues; an entry of an analyst's own folder replaces the shipped one."""
    return CueLexicon({(entry.lemma, entry.pos): entry for entry in load_entries("cues.yml", CueEntry, extra)})
