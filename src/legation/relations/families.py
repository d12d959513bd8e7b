"""Families of indicators: which kinds of conduct between two states an event is, and what each tells of the tie."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from legation.errors import BadLexicon
from legation.lexicon.indicators import IndicatorEntry, load_indicators
from legation.record.event import REAL, Event
from legation.relations.looks import Look, Pair, look_at, make_lens
from legation.relations.patterns import Match, Pattern, make_pattern

SIGNS = {"cooperative": 1, "conflictual": -1, "neither": 0}


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator with its pattern ready to be held against events."""

    entry: IndicatorEntry
    pattern: Pattern

    @property
    def family(self) -> str:
        """The family it belongs to."""
        return self.entry.family


@dataclass(frozen=True, slots=True)
class Reading:
    """An event under one indicator: the sign it has there, and the claims that fit with the reasons."""

    indicator: Indicator
    sign: int
    match: Match

    def signed(self, own: int) -> "Reading":
        """Return the same where the act's own sign is this one."""
        sign = SIGNS.get(self.indicator.entry.sign, own)
        return self if sign == self.sign else replace(self, sign=sign)


@lru_cache(maxsize=4)
def load_families(lexicon: Path | None = None) -> tuple[Indicator, ...]:
    """Return every indicator of the lexicon. Raises BadLexicon for one that asks for what the lexicon does not know."""
    lens = make_lens(lexicon)
    found = []
    for entry in load_indicators(lexicon):
        try:
            found.append(Indicator(entry, make_pattern(entry.pattern, lens)))
        except ValueError as error:
            message = f"indicators: {entry.family}/{entry.name}: {error}"
            raise BadLexicon(message) from error
    return tuple(found)


def family_names(indicators: Sequence[Indicator]) -> list[str]:
    """Return the families in order of their first indicator."""
    return list(dict.fromkeys(indicator.family for indicator in indicators))


def bind_families(indicators: Sequence[Indicator], pair: Pair) -> tuple[Indicator, ...]:
    """Return the indicators for acts in which these two take part."""
    return tuple(replace(indicator, pattern=indicator.pattern.between(*pair)) for indicator in indicators)


def sort_families(indicators: Sequence[Indicator]) -> dict[str, tuple[Indicator, ...]]:
    """Return the indicators that may fit a claim, by its type, in their order; under "" those of any other type."""
    types = {kind for indicator in indicators for kind in indicator.entry.pattern.types}
    return {
        kind: tuple(one for one in indicators if not one.entry.pattern.types or kind in one.entry.pattern.types)
        for kind in (*types, "")
    }


def read_families(event: Event, indicators: Sequence[Indicator], own: int) -> Iterator[Reading]:
    """Yield an event under the first indicator of each family that it fits.

    The indicators are of one lexicon and bound to a pair; `own` is the sign of the act itself, for those that leave it
    to the act.
    """
    done: set[str] = set()
    is_real = event.status in REAL
    types = {account.claim.type for account in event.accounts}
    looks: list[Look] = []
    tokens: frozenset[str] = frozenset()
    for indicator in indicators:
        wanted = indicator.entry.pattern
        if indicator.entry.family in done or (wanted.types and types.isdisjoint(wanted.types)):
            continue
        # What has happened since it was announced is no announcement any more.
        if is_real and not tells_real(wanted.statuses):
            continue
        if not looks:
            looks = look_at(event, indicator.pattern.lens)
            tokens = frozenset().union(*(look.tokens for look in looks))
        asked = indicator.pattern.tokens
        if asked is not None and asked.isdisjoint(tokens):
            continue
        match = indicator.pattern.matches_looks(event, looks)
        if match is not None:
            done.add(indicator.family)
            yield Reading(indicator, SIGNS.get(indicator.entry.sign, own), match)


@lru_cache(maxsize=256)
def tells_real(statuses: tuple[str, ...]) -> bool:
    """Tell whether what is wanted may have happened or be under way."""
    return any(status in REAL for status in statuses)
