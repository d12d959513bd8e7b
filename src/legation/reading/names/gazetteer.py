"""The gazetteer: every name of the actor lexicon in one tree of words, compiled once and then only read."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property

from spacy.lang.en import English

from legation.documents.document import days_of
from legation.lexicon.actors import ActorEntry
from legation.lexicon.titles import TitleBook, TitleEntry, build_title_book, load_titles
from legation.reading.claim import ActorRef, ActorType
from legation.reading.names.words import JOINTS, Line, fold, split_word

# Where a tree of words holds what the words so far stand for; no word is empty.
HERE = ""
# A name in capitals of at most this many letters is an acronym and needs its capitals in the text too.
LONGEST_ACRONYM = 6
# Acronyms that are words too: in a line all in capitals they are the word.
CAPITAL_WORDS = frozenset({"us", "who", "is", "it", "as", "un", "may", "aid", "act", "pm", "am", "can", "ap", "eu"})
# Offices whose holder speaks for a state, the highest first; "leader" in a text may be any of them.
LEADERS = (
    "supreme leader",
    "president",
    "prime minister",
    "chancellor",
    "premier",
    "king",
    "queen",
    "emir",
    "crown prince",
    "general secretary",
    "chairman",
    "leader",
    "head of state",
    "head of government",
)
# British and American spellings of offices, folded to the lexicon's.
SPELLINGS = {"defense": "defence", "defenses": "defences"}
# Words of an organ's name that tell it from no other organ of its state.
SILENT = frozenset("the of and for affairs national state royal islamic federal".split())
PAIR = 2


class Kind(IntEnum):
    """What kind of name a phrase is of its actor; of several the smallest wins."""

    NAME = 0
    CAPITAL = 1
    SEAT = 2
    ADJECTIVE = 3
    SHORT = 4
    SURNAME = 5


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase may stand for. `exact`: the words as they must be; `lower`: it may begin with a small letter."""

    actor: ActorRef
    kind: Kind
    surface: str
    exact: str | None
    lower: bool


@dataclass(frozen=True, slots=True)
class Holding:
    """A person's hold on an office, as far as its days are known."""

    title: str
    person: str
    start: dt.date | None
    end: dt.date | None

    def covers(self, day: dt.date) -> bool:
        """Tell whether the office may have been held on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Match:
    """Words `start` to `end` (not included) are a known name with these senses."""

    start: int
    end: int
    senses: tuple[Sense, ...]


@dataclass(frozen=True)
class Gazetteer:
    """Names → senses, and what reference resolution asks about the actors behind them."""

    tree: Mapping[str, object]
    refs: Mapping[str, ActorRef]
    entries: Mapping[str, ActorEntry]
    holdings: Mapping[str, Sequence[Holding]]
    surnames: Mapping[str, Sequence[str]]
    full_names: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    given_names: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    titles: TitleBook = field(default_factory=lambda: build_title_book(()))
    organs: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)

    @cached_property
    def pairs(self) -> Sequence[Sequence[str]]:
        """The states of which each group of two is made: of the two Koreas, both."""
        return [entry.members for entry in self.entries.values() if len(entry.members) == PAIR]

    def organ(self, owner: str, noun: str) -> ActorRef | None:
        """Return the organ of a state that a noun phrase describes: its name says nothing more than the phrase."""
        wanted = {SPELLINGS.get(word, word) for word in noun.split()}
        state = self.entries.get(owner)
        names = (state.name, *state.aliases, *state.adjectives) if state else ()
        silent = SILENT | {word for name in names for word in fold(name).split()}
        known = [item for item in self.organs.get(owner, ()) if wanted <= set(item[0].split()) <= wanted | silent]
        return self.refs[min(known, key=lambda item: (len(item[0]), item[1]))[1]] if known else None

    def find(self, words: Line) -> Iterator[Match]:
        """Yield the longest known names from left to right; they do not overlap."""
        tree, lows, at, size = self.tree, words.lows, 0, len(words)
        while at < size:
            branch = tree.get(lows[at])
            match = self.longest(words, at, branch) if branch is not None else None
            if match is not None:
                yield match
                at = match.end
            else:
                at += 1

    def known_name(self, words: Sequence[str]) -> tuple[int, bool]:
        """Return how many of these folded words, from the first, are a known name (0: none), and whether an acronym."""
        branch: object = self.tree
        size, acronym = 0, False
        for count, word in enumerate(words, start=1):
            branch = branch.get(word) if isinstance(branch, dict) else None
            senses = branch.get(HERE, ()) if isinstance(branch, dict) else ()
            named = [sense for sense in senses if not sense.lower and sense.kind is not Kind.SHORT]
            if named:
                size, acronym = count, any(sense.exact is not None for sense in named)
        return size, acronym

    def longest(self, words: Line, start: int, branch: object, limit: int | None = None) -> Match | None:
        """Return the longest known name from `start` to `limit` at most; `branch` hangs below its first word."""
        best: Match | None = None
        at, size, lows = start + 1, len(words) if limit is None else limit, words.lows
        while isinstance(branch, dict):
            if HERE in branch:
                senses = tuple(sense for sense in branch[HERE] if fits(sense, words, start, at))
                best = Match(start, at, senses) if senses else best
            if at < size and words.texts[at] in JOINTS and words.joined(at - 1):
                at += 1
            branch = branch.get(lows[at]) if at < size else None
            at += 1
        return best

    def holder(self, state: str, titles: Iterable[str], day: dt.date | None) -> str | None:
        """Return who held the first of these offices of a state on that day (or holds it last, without a day)."""
        held = self.holdings.get(state, ())
        for title in titles:
            people = [item for item in held if item.title == title and (day is None or item.covers(day))]
            if people:
                return max(people, key=lambda item: (item.start or dt.date.min, item.person)).person
        return None

    def offices(self, person: str) -> Sequence[tuple[str, str]]:
        """Return (title, actor id) of every office the lexicon gives a person."""
        entry = self.entries.get(person)
        return [(role.title, role.of) for role in entry.roles] if entry else []


def build_gazetteer(entries: Sequence[ActorEntry], titles: Sequence[TitleEntry] | None = None) -> Gazetteer:
    """Compile the actor lexicon with its titles of office; without `titles` those of the lexicon are taken."""
    tree: dict[str, object] = {}
    refs = {entry.id: refer(entry) for entry in entries}
    split = Splitter()
    holdings: dict[str, list[Holding]] = {}
    surnames: dict[str, list[str]] = {}
    full_names: dict[str, list[tuple[str, str]]] = {}
    given_names: dict[str, list[tuple[str, str]]] = {}
    for entry in entries:
        for sense in senses_of(entry, refs[entry.id]):
            plant(tree, split.keys(sense.surface), sense)
        for role in entry.roles:
            start, end = edge(role.start, 0), edge(role.end, 1)
            holdings.setdefault(role.of, []).append(Holding(role.title, entry.id, start, end))
        if entry.type == "person" and entry.surname:
            surnames.setdefault(fold(entry.surname), []).append(entry.id)
            for name in (entry.name, *entry.aliases):
                full_names.setdefault(fold(entry.surname), []).append((fold(name), entry.id))
                given_names.setdefault(fold(name).split()[0], []).append((fold(name), entry.id))
    organs: dict[str, list[tuple[str, str]]] = {}
    for entry in entries:
        if entry.type == "organ" and entry.country:
            for name in (entry.name, *entry.aliases):
                words = " ".join(SPELLINGS.get(word, word) for word in fold(name).split())
                organs.setdefault(entry.country, []).append((words, entry.id))
    book = build_title_book(load_titles() if titles is None else titles)
    entries_by_id = {entry.id: entry for entry in entries}
    return Gazetteer(tree, refs, entries_by_id, holdings, surnames, full_names, given_names, book, organs)


def refer(entry: ActorEntry) -> ActorRef:
    """Return the short form in which mentions carry an actor; international bodies have no state."""
    country = entry.country if entry.country not in ("IGO", "NGO") else None
    return ActorRef(entry.id, entry.name, ActorType(entry.type), country)


def edge(value: str | None, side: int) -> dt.date | None:
    """Return the first day of a date of any precision, or with `side` 1 the day after its last."""
    return days_of(value)[side] if value else None


def senses_of(entry: ActorEntry, ref: ActorRef) -> Iterator[Sense]:
    """Yield every way in which the lexicon says an actor is named."""
    groups = (
        (Kind.NAME, (entry.name, *entry.aliases)),
        (Kind.CAPITAL, entry.capitals),
        (Kind.SEAT, entry.seats),
        (Kind.ADJECTIVE, entry.adjectives),
        (Kind.SHORT, entry.short),
        (Kind.SURNAME, (entry.surname,) if entry.surname else ()),
    )
    for kind, names in groups:
        for name in dict.fromkeys(names):
            yield make_sense(name, kind, ref)


def make_sense(name: str, kind: Kind, ref: ActorRef) -> Sense:
    """Return the sense of one name, without a leading "the", with what its capitals ask for."""
    surface = name.removeprefix("the ").removeprefix("The ")
    plain = surface.replace(".", "")
    acronym = plain.isupper() and len(plain) <= LONGEST_ACRONYM
    return Sense(ref, kind, surface, plain if acronym else None, surface[:1].islower())


def plant(tree: dict[str, object], keys: Sequence[str], sense: Sense) -> None:
    """Add a name to the tree of words, once for each actor and kind."""
    branch = tree
    for key in keys:
        twig = branch.setdefault(key, {})
        if not isinstance(twig, dict):
            # Senses stand only under HERE, the empty word: a name with an empty word in it would be lost here.
            message = f"{sense.surface}: a word of a name is empty"
            raise TypeError(message)
        branch = twig
    senses = branch.get(HERE, ())
    known = isinstance(senses, tuple) and any(s.actor.id == sense.actor.id and s.exact == sense.exact for s in senses)
    if keys and not known and isinstance(senses, tuple):
        branch[HERE] = tuple(sorted((*senses, sense), key=lambda s: (s.kind, s.actor.id)))


def fits(sense: Sense, words: Line, start: int, end: int) -> bool:
    """Tell whether the capitals of the text are those of the name."""
    if sense.exact is not None:
        if words.all_caps and sense.exact.lower() in CAPITAL_WORDS - {"us", "un", "eu"}:
            return False
        return words.text(start, end).replace(".", "").replace(" ", "") == sense.exact.replace(" ", "")
    first, last = words.texts[start], words.texts[end - 1]
    if sense.lower:
        return True
    capital = last[0].isupper() or not last[0].isalpha() or (end - start > 1 and words.joined(end - 2))
    return first[0].isupper() and (capital or sense.surface[-1:].isdigit() or sense.surface.split()[-1][0].islower())


class Splitter:
    """Splits names into words as the pipeline's tokenizer does, so that they are found again in its output."""

    def __init__(self) -> None:
        self.tokenizer = English().tokenizer

    def keys(self, name: str) -> list[str]:
        """Return the folded words of a name, joints left out."""
        pieces = [piece for token in self.tokenizer(name.replace("’", "'")) for piece in split_word(token.text)]
        return [fold(piece) for piece in pieces if piece not in JOINTS and not piece.isspace()]
