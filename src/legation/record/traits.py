"""Traits: what merging looks at in a claim, small enough to keep for every claim and compare without the document."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple, Protocol

from legation.documents.document import days_of
from legation.documents.words import make_table, split_ascii
from legation.lexicon.occasions import load_occasions
from legation.lexicon.wordlists import words_of
from legation.reading.claim import ActorRef, ActorType, Claim, Quantity, Time
from legation.record.event import Account, claim_number
from legation.record.origin import Origin, OriginKind
from legation.record.rows import to_json

WORD = re.compile(r"\w[\w'’-]*")
# The same for ASCII text.
JOINING = "'-"
TABLE = make_table("_" + JOINING)
# Longer words are compared by their first letters: "launched" and "launches" are one.
STEM = 6
SHORTEST = 4
# Words of a sentence that are enough to know it by when it is found elsewhere unchanged.
TELLING = 8

Days = tuple[int | None, int | None]
# An actor's id, the state it belongs to (or its own id), and the first letters of its type.
Side = tuple[str, str, str]

# What may be or is wanted, and is not said to be.
HYPOTHETICAL = frozenset({"possible", "conditional", "called_for"})
# Bits of `Traits.given`: what a claim says of itself.
MODE, PERSONS, ITEM, THEME, PLACED, COUNTED, OUTCOME, SUPPOSED = (1 << place for place in range(8))
PERSON, STATE, PLACE = (kind.value[:2] for kind in (ActorType.PERSON, ActorType.STATE, ActorType.PLACE))


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part in a claim: all sides, the states on each side, and the persons that act for each state."""

    sides: frozenset[Side]
    states: frozenset[str]
    ordered: tuple[str, ...]
    agents: frozenset[str]
    recipients: frozenset[str]
    persons: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1 << 16)
def find_cast(agents: tuple[Side, ...], recipients: tuple[Side, ...]) -> Cast:
    """Return who takes part, ready to be compared: a record has far fewer casts than claims."""
    sides = frozenset(agents + recipients)
    persons: dict[str, set[str]] = {}
    for name, state, kind in sides:
        if kind == PERSON:
            persons.setdefault(state, set()).add(name)
    ours, theirs = (frozenset(state for _, state, _ in group) for group in (agents, recipients))
    named = {state: frozenset(names) for state, names in persons.items()}
    return Cast(sides, ours | theirs, tuple(sorted(ours | theirs)), ours, theirs, named)


class Traits(NamedTuple):
    """One claim as merging sees it. A named tuple, for it is made by the million: a dataclass takes ten times as long.

    `days` is the half-open interval of its time in day numbers, an end open where it is None; `published` is the day
    of the report, `report` what its first reports are told by. `words` are stems of the evidence without the names of
    the parties, `theme` those of the theme. `trigger` and `sentence` are offsets, compared within one document.
    `score` is how sure the reader is, 0.0 to 1.0. `cast` and `given` follow from the rest (`complete`): who takes part,
    and what is given at all (bits), which are asked again and again.
    """

    key: str
    document: str
    type: str
    mode: str | None
    status: str
    outcome: str | None
    agents: tuple[Side, ...]
    recipients: tuple[Side, ...]
    place: Side | None
    days: Days | None
    published: int | None
    report: str
    item: str | None
    theme: frozenset[str]
    quantity: tuple[float | None, float | None, str] | None
    words: frozenset[str]
    wording: str
    trigger: int
    sentence: int
    origin: Origin
    score: float
    cast: Cast
    given: int

    @property
    def parties(self) -> tuple[Side, ...]:
        """Agents, then recipients."""
        return self.agents + self.recipients

    @property
    def order(self) -> tuple[str, str, int]:
        """The order of reports: by date, then by document and place in it."""
        return (self.report, self.document, claim_number(self.key.rpartition(".")[2]))


# Where these stand among the values of traits.
MODE_AT, STATUS_AT, OUTCOME_AT, AGENTS_AT, RECIPIENTS_AT, PLACE_AT = 3, 4, 5, 6, 7, 8
DAYS_AT, ITEM_AT, THEME_AT, QUANTITY_AT, WORDS_AT, WORDING_AT, ORIGIN_AT = 9, 12, 13, 14, 15, 16, 19


def complete(values: Sequence[Any]) -> Traits:
    """Return the traits of all values but those that follow from them."""
    cast = find_cast(values[AGENTS_AT], values[RECIPIENTS_AT])
    return Traits._make((*values, cast, find_given(values, cast)))


def find_given(values: Sequence[Any], cast: Cast) -> int:
    """Return which of the things that not every claim has this one has, and whether it is only supposed."""
    return (
        (MODE if values[MODE_AT] is not None else 0)
        | (PERSONS if cast.persons else 0)
        | (ITEM if values[ITEM_AT] else 0)
        | (THEME if values[THEME_AT] else 0)
        | (PLACED if values[PLACE_AT] is not None else 0)
        | (COUNTED if values[QUANTITY_AT] is not None else 0)
        | (OUTCOME if values[OUTCOME_AT] else 0)
        | (SUPPOSED if values[STATUS_AT] in HYPOTHETICAL else 0)
    )


class Named(Protocol):
    """Whoever takes part, as a party or a mention has it: the words of the text, and the actor if it is known."""

    @property
    def text(self) -> str:
        """The words of the text."""

    @property
    def actor(self) -> ActorRef | None:
        """The actor they name."""


class Sketch(NamedTuple):
    """What traits are made of: as much of an `Account` as they need, for to make one takes as long as its traits."""

    key: str
    document_id: str
    claim: Claim
    agents: Sequence[Named]
    recipients: Sequence[Named]
    place: Named | None
    time: Time | None
    quantity: Quantity | None
    published: str | None
    quote: str
    origin: Origin


def make_traits(account: Account) -> Traits:
    """Return the traits of a claim."""
    return sketched_traits(
        Sketch(
            account.key,
            account.document_id,
            account.claim,
            account.agents,
            account.recipients,
            account.place,
            account.time,
            account.quantity,
            account.published,
            account.evidence.quote,
            account.origin,
        )
    )


def sketched_traits(sketch: Sketch) -> Traits:
    """Return the traits of a claim that is sketched."""
    key, document, claim, agents, recipients, place, time, quantity, published, quote, origin = sketch
    theme, names = claim.theme, names_of((*agents, *recipients))
    # In the order of the fields; `str` of a status takes a quarter of the time of its `value`.
    return complete((
        key,
        document,
        claim.type,
        claim.mode,
        str(claim.status),
        str(claim.outcome) if claim.outcome else None,
        sides(agents),
        sides(recipients),
        side(place) if place else None,
        day_numbers(time),
        published_day(published),
        published or "9999",
        theme.item if theme else None,
        stems(theme.text) - names if theme else frozenset(),
        bounds(quantity),
        stems(quote) - names,
        origin.wording or wording_of(quote),
        claim.trigger.start,
        claim.evidence.start,
        origin,
        claim.score,
    ))  # fmt: skip


def names_of(parties: Iterable[Named]) -> frozenset[str]:
    """Return the stems of the words by which parties are named."""
    found = [name_stems(party.text, party.actor.name if party.actor else party.text) for party in parties]
    return found[0].union(*found[1:]) if found else frozenset()


def sides(parties: Sequence[Named]) -> tuple[Side, ...]:
    """Return the known actors among these parties, each once, in alphabetical order."""
    found = {known for party in parties if (known := side(party))}
    return tuple(sorted(found) if len(found) > 1 else found)


def side(party: Named) -> Side | None:
    """Return a party's actor with the state it stands for; None if the actor is not known."""
    actor = party.actor
    if actor is None:
        return None
    # As `Party.state`, in a third of the time.
    return (actor.id, actor.id if actor.country is None else actor.country, actor.type[:2])


def day_numbers(time: Time | None) -> Days | None:
    """Return the interval of a time in day numbers; None if it has neither end."""
    if time is None or (time.from_ is None and time.to is None):
        return None
    first, after = time.from_, time.to
    return (first.toordinal() if first else None, after.toordinal() if after else None)


@lru_cache(maxsize=4096)
def published_day(published: str | None) -> int | None:
    """Return the day of publication as a day number; None if it is not known to the day."""
    if published is None:
        return None
    first, after = days_of(published)
    return first.toordinal() if (after - first).days == 1 else None


def bounds(quantity: Quantity | None) -> tuple[float | None, float | None, str] | None:
    """Return the bounds of a quantity with the stem of what is counted."""
    if quantity is None:
        return None
    counted = (quantity.of or quantity.unit or "").casefold().split()
    return (quantity.low, quantity.high, counted[-1][:STEM] if counted else "")


@cache
def occasions() -> dict[str, str]:
    """Return the occasion each of its nouns and verbs names, if it names one only."""
    found: dict[str, set[str]] = {}
    for entry in load_occasions():
        for word in (*entry.nouns, *entry.verbs):
            found.setdefault(word, set()).add(entry.name)
    return {word: min(names) for word, names in found.items() if len(names) == 1}


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str | None:
    """Return what a word is compared by: its occasion, or its first letters; None for words that say nothing."""
    word = word.removesuffix("'s").removesuffix("’s")
    if word in words_of("plain"):
        return None
    named = occasions().get(word) or occasions().get(word.removesuffix("s"))
    if named is not None:
        return f"@{named}"
    if word.isdigit():
        return word
    return word[:STEM].removesuffix("s") if len(word) >= SHORTEST else None


# Copies repeat the sentences of a report of the same days.
@lru_cache(maxsize=1 << 14)
def stems(text: str) -> frozenset[str]:
    """Return the stems of a text."""
    return frozenset(filter(None, map(stem, words_in(text))))


# A sentence is asked for twice in a row: by its origin, and by its traits.
@lru_cache(maxsize=64)
def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded."""
    folded = text.casefold()
    return tuple(split_ascii(folded, TABLE, JOINING) if folded.isascii() else WORD.findall(folded))


@lru_cache(maxsize=1 << 14)
def name_stems(text: str, name: str) -> frozenset[str]:
    """Return the stems of the words by which a party is named."""
    return stems(f"{text} {name}")


def wording_of(quote: str) -> str:
    """Return a name for the exact words of a sentence; empty if it has too few to be known by."""
    words = words_in(quote)
    return hashlib.blake2b(" ".join(words).encode(), digest_size=8).hexdigest() if len(words) >= TELLING else ""


def encode_traits(traits: Traits) -> str:
    """Return traits as JSON, without what the row around them says."""
    values = list(traits_values(traits))
    for place in (THEME_AT, WORDS_AT):
        values[place] = " ".join(sorted(values[place]))
    return to_json(values)


def decode_traits(body: str) -> Traits:
    """Return the traits of a body."""
    values = json.loads(body)
    for place in (AGENTS_AT, RECIPIENTS_AT):
        values[place] = tuple(map(tuple, values[place]))
    for place in (PLACE_AT, DAYS_AT, QUANTITY_AT):
        values[place] = tuple(values[place]) if values[place] else None
    for place in (THEME_AT, WORDS_AT):
        values[place] = frozenset(values[place].split())
    return make_from(values)


def traits_values(traits: Traits) -> tuple[Any, ...]:
    """Return traits as plain values: texts, numbers, tuples and sets of them; why the origin is one is left out."""
    origin = traits.origin
    return (*traits[:ORIGIN_AT], (origin.key, origin.kind.value, origin.issuer), traits.score)


def make_from(values: Sequence[Any]) -> Traits:
    """Return the traits of plain values."""
    key, kind, issuer = values[ORIGIN_AT]
    origin = Origin(key, OriginKind(kind), None, issuer, values[WORDING_AT] or None)
    return complete((*values[:ORIGIN_AT], origin, values[-1]))
