"""What the finders hand to the resolver: a mention in the making, and the word classes both sides ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from legation.lexicon.frames import WordClass
from legation.lexicon.load import load_entries
from legation.lexicon.overlay import kept_by_folder
from legation.lexicon.titles import build_title_book, load_titles
from legation.reading.claim import ActorRef, ActorType, Form
from legation.reading.names.gazetteer import Sense
from legation.reading.names.words import Line
from legation.reading.parse.lemmas import Lemmatizer, load_lemmatizer

# The classes whose nouns can head a description.
DESCRIPTIONS = (
    "government sent-body country-noun organ force official people office member-nouns relation-noun body-noun".split()
)
SUBJECT_LABELS = frozenset({"nsubj", "nsubjpass"})
Classes = Mapping[str, frozenset[str]]


class Sort(StrEnum):
    """How a found mention is to be resolved."""

    KNOWN = "known"  # an actor of the lexicon, by a name that is its own
    ADJECTIVE = "adjective"  # "Russian"
    CITY = "city"  # the capital, as place or as metonym
    SHORT = "short"  # "the North"
    SURNAME = "surname"  # one word that is somebody's surname
    UNKNOWN = "unknown"  # a name the lexicon does not have
    OFFICE = "office"  # "the North Korean leader"
    STATE_BODY = "state body"  # "the South Korean government"
    SENT = "sent"  # "a Kenyan delegation"
    ORGAN = "organ"  # "the Chinese foreign ministry"
    GROUP = "group"  # "Russian troops", "analysts"
    RELATED = "related"  # "its allies"
    MEMBERS = "members"  # "the two leaders"
    COUNTRY = "country"  # "the country"
    BODY = "body"  # "the agency"
    PRONOUN = "pronoun"
    RIVAL = "rival"  # no party, but a pronoun may mean it


@dataclass(frozen=True, slots=True)
class Found:
    """Words `start` to `end` of a line that name a party or a place, before it is known whom.

    head      the word by which the parse knows it
    senses    what the gazetteer says it may be; the chosen one first
    noun      descriptions: the lemma of the head noun phrase ("foreign minister", "troop", "leader")
    modifier  descriptions: the mention that says whose ("Russian" of "Russian troops")
    guess     unknown names: what kind of actor the words and the sentence suggest
    country   unknown names: the state that a title or apposition gives
    gender    "f" or "m" where a title says so
    place     a city that stands for the place, not for the government in it
    words     descriptions: the folded words before the noun; persons: those of the title
    plural    whether the head noun or pronoun is in the plural
    """

    line: Line
    start: int
    end: int
    head: int
    form: Form
    sort: Sort
    senses: tuple[Sense, ...] = ()
    noun: str = ""
    modifier: "Found | None" = None
    guess: ActorType | None = None
    country: str | None = None
    gender: str | None = None
    place: bool = False
    words: tuple[str, ...] = ()
    plural: bool = False

    @property
    def dep(self) -> str:
        """The dependency label of the head word."""
        return self.line.deps[self.head]

    @property
    def actor(self) -> ActorRef | None:
        """The actor of the chosen sense."""
        return self.senses[0].actor if self.senses else None


@kept_by_folder
def word_classes(extra: Path | None) -> Classes:
    """Return the word classes of the lexicon's reference.yml, by name."""
    found: dict[str, frozenset[str]] = {}
    for entry in load_entries("reference.yml", WordClass, extra):
        found[entry.name] = found.get(entry.name, frozenset()) | frozenset(entry.words)
    found["office"] |= build_title_book(load_titles(extra)).words
    heads = frozenset().union(*(found[name] for name in DESCRIPTIONS))
    found["phrases"] = frozenset(word for word in heads if " " in word)
    found["description"] = frozenset(word if " of " in word else word.split()[-1] for word in heads) | frozenset(
        word.split()[0] for word in heads if " of " in word
    )
    found["groups"] = found["force"] | found["official"]
    return found


@cache
def lemmatizer() -> Lemmatizer:
    """Return the one lemmatizer; it is loaded when first asked for."""
    return load_lemmatizer()


def lemma(line: Line, index: int) -> str:
    """Return the lemma of a word, in lower case; capitals of a headline do not matter."""
    tag = line.tags[index]
    tag = "NNS" if tag == "NNPS" else "NN" if tag == "NNP" else tag
    return lemmatizer().lemma(line.lows[index], tag)


def subjects_of(line: Line, verb: int) -> list[int]:
    """Return the subjects of a verb; the parser may hang them on its auxiliary ("could, and should, act")."""
    helpers = [kid for kid in line.children[verb] if line.deps[kid] in ("aux", "auxpass")]
    return [kid for above in (verb, *helpers) for kid in line.children[above] if line.deps[kid] in SUBJECT_LABELS]
