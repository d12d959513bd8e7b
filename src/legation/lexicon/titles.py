"""Titles of office: how texts name an office, and which canonical title of the actor lexicon they mean.

`data/titles.yml` is a list of entries such as

    - title: foreign minister
      words: [minister of foreign affairs, top diplomat]
      local: {USA: [secretary of state], GBR: [foreign secretary]}
      source: diplomatic usage
      example: The foreign minister flew home early.

`title` is what roles in the actor lexicon say, in lower case with British spelling; `words` mean it everywhere,
`local` only of that state. An entry with `means` is no office of its own but a description of whoever holds one of
several ("leader"): the titles in order of precedence, `first` the ones that come first in a state whose head of
state does not govern. An office that one state alone has names it in `only`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from legation.lexicon.folding import fold_name
from legation.lexicon.frames import Words
from legation.lexicon.load import load_entries

# American spellings and words for a bearer's sex, folded onto the form the lexicon uses.
SPELLINGS = {
    "defense": "defence",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "chairwoman": "chairman",
    "chairperson": "chairman",
    "advisor": "adviser",
    "ministers": "minister",
    "leaders": "leader",
    "presidents": "president",
}


class TitleEntry(BaseModel):
    """One office or description of office holders; the module's docstring says what each field means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    words: Words = ()
    local: dict[str, Words] = Field(default_factory=dict)
    means: Words = ()
    first: dict[str, Words] = Field(default_factory=dict)
    only: str | None = None
    source: str
    example: str


@dataclass(frozen=True, slots=True)
class TitleBook:
    """The titles by the words that name them. Keys are plain: `plain_title` of what the text says."""

    everywhere: Mapping[str, str]
    local: Mapping[tuple[str, str], str]
    described: Mapping[str, TitleEntry]
    sole: Mapping[str, str]

    def find_titles(self, words: str, state: str | None = None) -> tuple[str, ...]:
        """Return the canonical titles that these words may mean of that state, the likeliest first; none if unknown.

        "secretary of state" of "USA" is ("foreign minister",); "leader" of "DEU" begins with "chancellor".
        """
        plain = plain_title(words)
        entry = self.described.get(plain)
        if entry is not None:
            first = entry.first.get(state or "", ())
            return (*first, *(title for title in entry.means if title not in first))
        own = self.local.get((state or "", plain)) or self.everywhere.get(plain)
        return (own,) if own else ()

    def state_of(self, words: str) -> str | None:
        """Return the state that alone has an office of these words: "VAT" of "pontiff"; None of "president"."""
        return self.sole.get(plain_title(words))

    @property
    def words(self) -> frozenset[str]:
        """Every wording of an office that the lexicon has, plain."""
        return frozenset({*self.everywhere, *(words for _, words in self.local), *self.described})


def plain_title(words: str) -> str:
    """Return words of office as the book keeps them: folded, in one spelling ("Defense Chief" → "defence chief")."""
    return " ".join(SPELLINGS.get(word, word) for word in fold_name(words).split())


def load_titles(extra: Path | None = None) -> list[TitleEntry]:
    """Return every entry of titles.yml, an analyst's own last."""
    return load_entries("titles.yml", TitleEntry, extra)


def build_title_book(entries: Sequence[TitleEntry]) -> TitleBook:
    """Compile title entries; a later entry wins over an earlier one with the same words."""
    everywhere: dict[str, str] = {}
    local: dict[tuple[str, str], str] = {}
    described: dict[str, TitleEntry] = {}
    for entry in entries:
        if entry.means:
            described.update(dict.fromkeys(map(plain_title, (entry.title, *entry.words)), entry))
            continue
        everywhere.update(dict.fromkeys(map(plain_title, (entry.title, *entry.words)), entry.title))
        for state, words in entry.local.items():
            local.update({(state, plain_title(word)): entry.title for word in words})
    sole = {plain_title(word): entry.only for entry in entries if entry.only for word in (entry.title, *entry.words)}
    return TitleBook(everywhere, local, described, sole)
