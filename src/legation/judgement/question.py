"""A question: rival hypotheses, indicators that tell them apart, who judged them and when. See docs/questions.md."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from legation.relations.patterns import Pattern

Range = tuple[float, float, float]
# Answers that every question leaves open: some of each, and something nobody thought of.
ALWAYS = ("mixed", "other")


class Act(StrEnum):
    """What an indicator costs those who show it: words, something, or much."""

    TALK = "talk"
    MIDDLING = "middling"
    COSTLY = "costly"


class Subject(StrEnum):
    """What a question is about: what somebody means to do, or what is so. Nobody knows intentions well."""

    INTENTIONS = "intentions"
    FACTS = "facts"


class OwnWord(StrEnum):
    """What the parties' own word on an indicator is worth (grades.yml)."""

    SPOKEN = "spoken"  # words are the act: the outlet's grade stands
    ADMITTED = "admitted"  # they would rather hide it
    BOASTED = "boasted"  # they like to claim it: stance, not capability


@dataclass(frozen=True, slots=True)
class Judged:
    """Who judged, and on which day."""

    by: str
    on: dt.date


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A rival answer: its name in the file, and what it says."""

    id: str
    says: str


@dataclass(frozen=True, slots=True)
class Driver:
    """A cause that several indicators have in common; `rho` says (low, mid, high) how much they say the same."""

    id: str
    rho: Range
    why: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """Somebody's own probabilities for the hypotheses, as given: they need not sum to 1."""

    judged: Judged
    p: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """An observable pattern and how likely it is under each hypothesis (`likelihood`, in their order).

    `denials` fit acts that deny it ("Lima rejected the reports"), beside claims that are denied themselves.
    It has shown if at least `count` events of the record fit one of `patterns` within [since, until); from `until` on
    its silence counts, as far as the archive covers it. `detection` and `false_alarm` are P(reported | it happens) and
    P(reported | it does not); `cost` is the relative trouble of watching it. `lines` places it in its file.
    """

    id: str
    ask: str
    patterns: tuple[Pattern, ...]
    denials: tuple[Pattern, ...]
    likelihood: tuple[Range, ...]
    why: str
    judged: Judged
    act: Act
    own_word: OwnWord
    driver: str | None
    since: dt.date
    until: dt.date
    count: int
    coverage: float
    detection: float
    false_alarm: float
    cost: float
    line: int


@dataclass(frozen=True, slots=True)
class Question:
    """A question as its file has it; `window` is half-open, `as_of` the day it is answered for (included).

    `digests` has for each indicator, and for the frame (hypotheses, prior, drivers), the hash of what was judged.
    """

    id: str
    ask: str
    about: str
    subject: Subject
    actors: tuple[str, ...]
    window: tuple[dt.date, dt.date]
    as_of: dt.date
    judged: Judged
    hypotheses: tuple[Hypothesis, ...]
    prior: tuple[float, ...]
    drivers: tuple[Driver, ...]
    indicators: tuple[Indicator, ...]
    switching: float
    estimates: tuple[Estimate, ...]
    file: str
    text: str

    @property
    def names(self) -> tuple[str, ...]:
        """The hypotheses by name."""
        return tuple(hypothesis.id for hypothesis in self.hypotheses)

    def indicator(self, name: str) -> Indicator:
        """Return an indicator by its name. Raises KeyError if there is none."""
        return next((one for one in self.indicators if one.id == name), None) or missing(name)

    @property
    def digests(self) -> Mapping[str, str]:
        """The hash of each judgement: the frame under "", each indicator under its name."""
        frame = [self.ask, [(one.id, one.says) for one in self.hypotheses], self.prior, self.switching]
        drivers = [(one.id, one.rho) for one in self.drivers]
        found = {"": digest([*frame, drivers, [str(day) for day in self.window], self.actors])}
        return found | {one.id: digest_indicator(one) for one in self.indicators}

    @property
    def digest(self) -> str:
        """The hash of all that was judged: of two files alike in it, it is the same."""
        return digest(sorted(self.digests.items()))


def missing(name: str) -> Indicator:
    """Raise KeyError."""
    raise KeyError(name)


def digest(value: object) -> str:
    """Return the hash of a value that JSON can hold."""
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def digest_indicator(one: Indicator) -> str:
    """Return the hash of what was judged of an indicator: its pattern, figures and window, not its wording."""
    patterns = [pattern.entry.model_dump(mode="json", by_alias=True) for pattern in one.patterns]
    denials = [pattern.entry.model_dump(mode="json", by_alias=True) for pattern in one.denials]
    figures = [one.likelihood, one.coverage, one.detection, one.false_alarm, one.count]
    rest = [one.driver, one.act.value, one.own_word.value, str(one.since), str(one.until)]
    return digest([patterns, denials, figures, rest])
