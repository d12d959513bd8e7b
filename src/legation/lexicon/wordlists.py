"""Plain lists of words by name. See wordlists.yml."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from legation.lexicon.load import load_entries
from legation.lexicon.overlay import FOLDER


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


def words_of(name: str) -> frozenset[str]:
    """Return the words of a list, with those that an analyst's folder adds; KeyError if there is none of this name."""
    return INDEXES[FOLDER.get()][name]


class Indexes(dict[Path | None, dict[str, frozenset[str]]]):
    """The words of every list by folder and name: asked for so often that a call more would show."""

    def __missing__(self, folder: Path | None) -> dict[str, frozenset[str]]:
        """Read the lists with a folder laid over them, once for each folder."""
        found = self[folder] = index_wordlists(folder)
        return found


INDEXES = Indexes()


def index_wordlists(folder: Path | None) -> dict[str, frozenset[str]]:
    """Return the words of every list by its name; lists of one name add up."""
    found: dict[str, frozenset[str]] = {}
    for entry in load_wordlists(folder):
        found[entry.name] = found.get(entry.name, frozenset()) | frozenset(entry.words)
    return found
