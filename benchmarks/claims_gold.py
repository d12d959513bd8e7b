"""Rows of gold for claims, and whether a claim that was read is one that is expected (rows: benchmarks/claims.py)."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from legation.reading.claim import Claim, Mention, Reading
from legation.reading.conventions import UNCODED


class Level(StrEnum):
    """How much of a claim must be right."""

    TYPE = "type"
    AGENTS = "type+agents"
    PARTIES = "type+agents+recipients"
    STATUS = "type+status"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Party:
    """Who is expected: any of some ISO codes, actor ids or words of the text; perhaps left out."""

    names: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """One reading of a claim that is right; None and empty stand for "not asked", but parties are always asked."""

    types: tuple[str, ...]
    statuses: tuple[str, ...]
    by: tuple[Party, ...] = ()
    to: tuple[Party, ...] = ()
    together: tuple[Party, ...] = ()
    modes: tuple[str, ...] = ()
    outcome: str | None = None
    source: Party | None = None
    time: tuple[str, str | None] | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its claims, each as the readings of it that are right; the first claim is the main one."""

    text: str
    published: str | None
    claims: tuple[tuple[Expected, ...], ...]
    may: tuple[tuple[Expected, ...], ...]


def load_cases(path: Path) -> list[Case]:
    """Return the rows of a gold file. Raises KeyError where a claim has no type or status."""
    return [
        Case(
            row["text"],
            row.get("published"),
            tuple(readings(claim) for claim in row["claims"]),
            tuple(readings(claim) for claim in row.get("may", ())),
        )
        for row in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def readings(row: Mapping[str, Any]) -> tuple[Expected, ...]:
    """Return the readings of a claim that are right: the row itself and those under its `or`."""
    return tuple(expect(reading) for reading in (row, *row.get("or", ())))


def expect(row: Mapping[str, Any]) -> Expected:
    """Return one right reading of a claim. Raises KeyError where it has no type or status."""
    first, _, last = str(row.get("time", "")).partition("..")
    return Expected(
        types=tuple(row["type"].split("|")),
        statuses=tuple(row["status"].split("|")),
        by=tuple(party(name) for name in row.get("by", ())),
        to=tuple(party(name) for name in row.get("to", ())),
        together=tuple(party(name) for name in row.get("together", ())),
        modes=tuple(row["mode"].split("|")) if "mode" in row else (),
        outcome=row.get("outcome"),
        source=party(row["source"]) if "source" in row else None,
        time=(first, last or None) if first else None,
    )


def party(words: str) -> Party:
    """Return a party as a row names it."""
    return Party(tuple(words.removesuffix("?").split("|")), words.endswith("?"))


class Judge:
    """Compares the claims of one reading with what is expected."""

    def __init__(self, reading: Reading) -> None:
        """Index the mentions, times and attributions of the reading."""
        self.claims = reading.claims
        self.mentions = {mention.id: mention for mention in reading.mentions}
        self.times = {time.id: time for time in reading.times}
        self.attributions = {item.id: item for item in reading.attributions}

    def counted(self, case: Case) -> list[Claim]:
        """Return the claims that count: speech without another type only where some type is not expected or it is."""
        wanted = {kind for readings in (*case.claims, *case.may) for reading in readings for kind in reading.types}
        return [c for c in self.claims if not wanted or c.type not in UNCODED or c.type in wanted]

    def test(self, level: Level) -> Callable[[Expected, Claim], bool]:
        """Return the comparison of one level."""
        return {
            Level.TYPE: self.same_type,
            Level.AGENTS: self.same_agents,
            Level.PARTIES: self.same_parties,
            Level.STATUS: self.same_status,
            Level.WHOLE: self.same_whole,
        }[level]

    def same_type(self, wanted: Expected, claim: Claim) -> bool:
        """Tell whether the type is right."""
        return claim.type in wanted.types

    def same_status(self, wanted: Expected, claim: Claim) -> bool:
        """Tell whether type and status are right."""
        return self.same_type(wanted, claim) and claim.status in wanted.statuses

    def same_agents(self, wanted: Expected, claim: Claim) -> bool:
        """Tell whether type and agents are right; of parties that stand together, some must be agents."""
        agents = self.named(claim.agents)
        if wanted.together:
            return self.same_type(wanted, claim) and bool(agents) and within(agents, wanted.together)
        return self.same_type(wanted, claim) and answers(agents, wanted.by)

    def same_parties(self, wanted: Expected, claim: Claim) -> bool:
        """Tell whether type, agents and recipients are right."""
        recipients = self.named(claim.recipients)
        if wanted.together:
            everyone = [*self.named(claim.agents), *recipients]
            return self.same_agents(wanted, claim) and answers(everyone, wanted.together)
        return self.same_agents(wanted, claim) and answers(recipients, wanted.to)

    def same_whole(self, wanted: Expected, claim: Claim) -> bool:
        """Tell whether everything that the row asks is right."""
        return (
            self.same_parties(wanted, claim)
            and claim.status in wanted.statuses
            and (not wanted.modes or claim.mode in wanted.modes)
            and (wanted.outcome is None or claim.outcome == wanted.outcome)
            and (wanted.time is None or self.same_time(wanted.time, claim))
            and (wanted.source is None or self.same_source(wanted.source, claim))
        )

    def same_time(self, wanted: tuple[str, str | None], claim: Claim) -> bool:
        """Tell whether the claim's time is this day, or this first day up to, not with, that one."""
        if claim.time is None:
            return False
        time = self.times[claim.time]
        if wanted[1] is None:
            return (time.value or "")[:10] == wanted[0]
        return (str(time.from_), str(time.to)) == wanted

    def same_source(self, wanted: Party, claim: Claim) -> bool:
        """Tell whether the claim stands in the words of this source."""
        attribution = self.attributions.get(claim.attribution or "")
        if attribution is None:
            return False
        mention = self.mentions.get(attribution.source_mention or "")
        heard = holds_words(attribution.source_text or "", wanted.names)
        return heard or (mention is not None and fits(mention, wanted))

    def swapped(self, wanted: Expected, claim: Claim) -> bool:
        """Tell whether the agents stand as recipients and the recipients as agents."""
        agents, recipients = self.named(claim.agents), self.named(claim.recipients)
        crossed = bool(agents) and bool(recipients) and answers(agents, wanted.to) and answers(recipients, wanted.by)
        return crossed and not self.same_parties(wanted, claim)

    def named(self, ids: Iterable[str]) -> list[Mention]:
        """Return the mentions of these ids."""
        return [self.mentions[key] for key in ids]

    def show(self, claim: Claim) -> str:
        """Return a claim in one line."""
        sides = ["+".join(name(mention) for mention in self.named(ids)) for ids in (claim.agents, claim.recipients)]
        time = self.times[claim.time].value if claim.time else ""
        return f"{claim.type}/{claim.mode} {sides[0] or '-'} > {sides[1] or '-'} {claim.status} {time} [{claim.rule}]"


def answers(mentions: Sequence[Mention], parties: Sequence[Party]) -> bool:
    """Tell whether the mentions name every party that must be there, and nobody else."""
    asked = [party for party in parties if not party.optional]
    return within(mentions, parties) and all(any(fits(m, party) for m in mentions) for party in asked)


def within(mentions: Iterable[Mention], parties: Sequence[Party]) -> bool:
    """Tell whether every mention names one of the parties."""
    return all(any(fits(mention, party) for party in parties) for mention in mentions)


def fits(mention: Mention, wanted: Party) -> bool:
    """Tell whether a mention names the party: by its actor's state or id, or by a word of its own."""
    actor = mention.actor
    if actor is not None and (actor.country in wanted.names or actor.id in wanted.names):
        return True
    return holds_words(mention.text if actor is None else f"{mention.text} / {actor.name}", wanted.names)


def holds_words(text: str, names: Iterable[str]) -> bool:
    """Tell whether one of the names stands in the text as whole words."""
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in names)


def name(mention: Mention) -> str:
    """Return the id of the actor, or the words that could not be resolved."""
    return mention.actor.id if mention.actor else f'"{mention.text}"'
