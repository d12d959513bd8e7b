"""Plain lists of words by name. See wordlists.yml."""

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from legation.lexicon.load import load_entries


class Wordlist(BaseModel):
    """One entry of wordlists.yml; `words` are in lower case, some of several words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    words: tuple[str, ...]
    source: str
    example: str


def load_wordlists(extra: Path | None = None) -> list[Wordlist]:
    """Return every list, an analyst's own last."""
    return load_entries("wordlists.yml", Wordlist, extra)


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the words of a list; KeyError if there is none of this name."""
    found = {entry.name: frozenset(entry.words) for entry in load_wordlists()}
    return found[name]
