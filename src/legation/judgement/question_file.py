"""Reads question files: checks every rule they must keep, and names line and mend where one is broken.

    id: river-toll
    question: Will Ardenne and Bovia settle the toll dispute, or let it fester?
    actors: [PER, CHL]
    window: {from: 2026-01-01, to: 2027-01-01}     # what the question is about; the last day is not included
    as_of: 2026-06-30                              # the day it is answered for
    judged: {by: ann, on: 2026-01-15}
    hypotheses:
      settle: They agree on a lasting rule.
      fester: Nothing changes, and each blames the other.
      mixed: Some tolls are settled, others stay.
      other: Something nobody has thought of.
    drivers:
      elections: {rho: [.4, .7, 1], why: both governments please voters before the vote}
    indicators:
      talks:
        ask: Do ministers meet?
        looks_for: {types: [CONSULT], levels: [leader, minister]}
        act: middling
        driver: elections
        until: 2026-09-01                          # from this day on its silence counts
        coverage: .8
        likelihood: {settle: [.7, .85, .95], fester: [.3, .5, .7], mixed: [.5, .7, .85], other: [.2, .5, .8]}
        why: no rule was ever agreed without ministers

docs/questions.md says what each entry means and what stands where it is left out.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from legation.judgement.question import (
    ALWAYS,
    Act,
    Driver,
    Estimate,
    Hypothesis,
    Indicator,
    Judged,
    OwnWord,
    Question,
    Range,
    Subject,
)
from legation.judgement.weighing import DEFAULT_RHO
from legation.lexicon.patterns import PatternEntry
from legation.lexicon.placed import Placed, Where, check_placed, parse_placed, read_placed, suggest
from legation.relations.looks import Lens
from legation.relations.patterns import Pattern, find_id, make_pattern

DEFAULT_SWITCHING = 0.02
DEFAULT_DETECTION, DEFAULT_FALSE_ALARM = 0.8, 0.05
TOLERANCE = 1e-6
SLUG = r"^[a-z0-9][a-z0-9-]*$"


def listed(value: object) -> object:
    """Let one thing stand for a list of it."""
    return value if isinstance(value, list) else [value]


class Entry(BaseModel):
    """What every part of a question file shares."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class WindowEntry(Entry):
    """Days [from, to)."""

    from_: dt.date = Field(alias="from")
    to: dt.date


class JudgedEntry(Entry):
    """Who judged, and when."""

    by: str = Field(min_length=1)
    on: dt.date


class DriverEntry(Entry):
    """A common cause."""

    rho: Any = None
    why: str


class IndicatorEntry(Entry):
    """One indicator."""

    ask: str
    looks_for: Annotated[list[PatternEntry], BeforeValidator(listed), Field(min_length=1)]
    denied_in: Annotated[list[PatternEntry], BeforeValidator(listed)] = []
    likelihood: dict[str, Any]
    why: str
    judged: JudgedEntry | None = None
    act: Act = Act.MIDDLING
    own_word: OwnWord | None = None
    driver: str | None = None
    follows_from: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    count: int = Field(default=1, ge=1)
    coverage: float = Field(default=0.0, ge=0, le=1)
    detection: float = Field(default=DEFAULT_DETECTION, gt=0, lt=1)
    false_alarm: float = Field(default=DEFAULT_FALSE_ALARM, gt=0, lt=1)
    cost: float = Field(default=1.0, gt=0)


class EstimateEntry(Entry):
    """Somebody's own probabilities."""

    by: str = Field(min_length=1)
    on: dt.date
    p: dict[str, float]


class QuestionEntry(Entry):
    """The whole file."""

    id: str = Field(pattern=SLUG)
    question: str
    about: str = ""
    subject: Subject = Subject.INTENTIONS
    actors: Annotated[list[str], Field(min_length=1)]
    window: WindowEntry
    as_of: dt.date
    judged: JudgedEntry
    hypotheses: dict[str, str]
    prior: dict[str, float] | None = None
    switching: float = Field(default=DEFAULT_SWITCHING, ge=0, lt=1)
    drivers: dict[str, DriverEntry] = {}
    indicators: dict[str, IndicatorEntry] = Field(min_length=1)
    estimates: list[EstimateEntry] = []


def read_question(file: Path | Traversable, lens: Lens) -> Question:
    """Return the question of a file; BadFile with file, line and mend for what breaks a rule."""
    return make_question(read_placed(file), file.read_text(encoding="utf-8"), lens)


def parse_question(text: str, name: str, lens: Lens) -> Question:
    """Return the question of a text; `name` stands in messages."""
    return make_question(parse_placed(text, name), text, lens)


def make_question(placed: Placed, text: str, lens: Lens) -> Question:
    """Return the question of what a file holds."""
    entry = check_placed(placed, QuestionEntry)
    check_window(placed, entry)
    names = check_hypotheses(placed, entry)
    judged = Judged(entry.judged.by, entry.judged.on)
    drivers = make_drivers(placed, entry)
    actors = find_actors(placed, entry.actors, lens)
    maker = Maker(placed, entry, names, actors, lens)
    return Question(
        id=entry.id,
        ask=entry.question,
        about=entry.about,
        subject=entry.subject,
        actors=actors,
        window=(entry.window.from_, entry.window.to),
        as_of=entry.as_of,
        judged=judged,
        hypotheses=tuple(Hypothesis(name, says) for name, says in entry.hypotheses.items()),
        prior=make_prior(placed, entry, names),
        drivers=drivers,
        indicators=tuple(maker.make(name) for name in entry.indicators),
        switching=entry.switching,
        estimates=tuple(make_estimate(placed, number, one, names) for number, one in enumerate(entry.estimates)),
        file=placed.file,
        text=text,
    )


# --- the frame -------------------------------------------------------------------------------------------------------


def check_window(placed: Placed, entry: QuestionEntry) -> None:
    """Hold the days to their order."""
    first, last = entry.window.from_, entry.window.to
    if first >= last:
        raise placed.fault(("window",), f"the window ends on {last}, not after it begins ({first}): put a later `to`")
    if entry.as_of < first:
        raise placed.fault(("as_of",), f"as_of {entry.as_of} lies before the window begins ({first}): put a later day")


def check_hypotheses(placed: Placed, entry: QuestionEntry) -> tuple[str, ...]:
    """Return the names of the hypotheses; there are two besides those that are always there."""
    names = tuple(entry.hypotheses)
    for name in ALWAYS:
        if name not in names:
            gloss = "some of each" if name == "mixed" else "something nobody has thought of"
            raise placed.fault(("hypotheses",), f"there is no hypothesis `{name}`: add `{name}: …` ({gloss})")
    if len(names) < len(ALWAYS) + 1:
        raise placed.fault(("hypotheses",), "there is nothing to weigh: add a hypothesis besides mixed and other")
    return names


def make_prior(placed: Placed, entry: QuestionEntry, names: Sequence[str]) -> tuple[float, ...]:
    """Return the prior, uniform unless given; every hypothesis has some, and they sum to 1."""
    if entry.prior is None:
        return tuple(1.0 / len(names) for _ in names)
    where = ("prior",)
    values = take_row(placed, where, entry.prior, names)
    for name, value in zip(names, values, strict=True):
        if not 0 < value < 1:
            raise placed.fault(
                (*where, name), f"the prior of {name} is {value:g}: it lies between 0 and 1, both left out"
            )
    total = sum(values)
    if abs(total - 1) > TOLERANCE:
        raise placed.fault(where, f"the prior sums to {total:g}, not 1: {mend_sum(names, values)}")
    return tuple(value / total for value in values)


def mend_sum(names: Sequence[str], values: Sequence[float]) -> str:
    """Return what a row that does not sum to 1 could be."""
    total = sum(values)
    return "in these proportions it is " + ", ".join(
        f"{name}: {value / total:.3f}" for name, value in zip(names, values, strict=True)
    )


def take_row(placed: Placed, where: Where, row: Mapping[str, Any], names: Sequence[str]) -> list[Any]:
    """Return the values of a row that has exactly one for each hypothesis."""
    for name in row:
        if name not in names:
            raise placed.fault((*where, name), f"{name} is no hypothesis{suggest(name, names)}")
    for name in names:
        if name not in row:
            raise placed.fault(where, f"{name} is missing: give it a value")
    return [row[name] for name in names]


def make_drivers(placed: Placed, entry: QuestionEntry) -> tuple[Driver, ...]:
    """Return the drivers, and one for each indicator that others without a driver follow from."""
    found = []
    for name, driver in entry.drivers.items():
        rho = DEFAULT_RHO if driver.rho is None else make_rho(placed, ("drivers", name, "rho"), driver.rho)
        found.append(Driver(name, rho, driver.why))
    for cause in consequences(placed, entry):
        found.append(Driver(cause, (1.0, 1.0, 1.0), f"what follows from {cause} is no fresh evidence"))
    return tuple(found)


def consequences(placed: Placed, entry: QuestionEntry) -> list[str]:
    """Return the indicators without a driver that others follow from; BadFile for one that is not there."""
    causes = []
    for name, one in entry.indicators.items():
        if one.follows_from is None:
            continue
        where = ("indicators", name, "follows_from")
        if one.follows_from == name or one.follows_from not in entry.indicators:
            others = [other for other in entry.indicators if other != name]
            raise placed.fault(where, f"{one.follows_from} is no other indicator{suggest(one.follows_from, others)}")
        if one.driver:
            raise placed.fault(where, "driver and follows_from say the same in two ways: keep one of them")
        if entry.indicators[one.follows_from].driver is None:
            causes.append(one.follows_from)
    return list(dict.fromkeys(causes))


def make_rho(placed: Placed, where: Where, value: Any) -> Range:
    """Return a dependence, fixed or from a range."""
    parts = value if isinstance(value, list) else [value] * 3
    if len(parts) != 3 or not all(is_number(part) and 0 <= part <= 1 for part in parts) or sorted(parts) != parts:
        raise placed.fault(
            where, f"rho is {value}: give one number from 0 to 1, or low, mid and high, such as [.4, .7, 1]"
        )
    return (float(parts[0]), float(parts[1]), float(parts[2]))


def is_number(value: object) -> bool:
    """Tell whether a value is a number, truth values left out."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def find_actors(placed: Placed, names: Sequence[str], lens: Lens) -> tuple[str, ...]:
    """Return the ids of actors; BadFile for one nobody knows."""
    found = []
    for number, name in enumerate(names):
        try:
            found.append(find_id(name, lens))
        except ValueError as error:
            raise placed.fault(("actors", number), str(error)) from error
    return tuple(dict.fromkeys(found))


def make_estimate(placed: Placed, number: int, one: EstimateEntry, names: Sequence[str]) -> Estimate:
    """Return somebody's own probabilities; each from 0 to 1."""
    where = ("estimates", number, "p")
    values = take_row(placed, where, one.p, names)
    for name, value in zip(names, values, strict=True):
        if not 0 <= value <= 1:
            raise placed.fault((*where, name), f"{name} is {value:g}: a probability lies from 0 to 1")
    return Estimate(Judged(one.by, one.on), tuple(values))


# --- indicators ------------------------------------------------------------------------------------------------------


class Maker:
    """Makes indicators of the entries of one file."""

    def __init__(
        self, placed: Placed, entry: QuestionEntry, names: Sequence[str], actors: Sequence[str], lens: Lens
    ) -> None:
        """Take what all indicators share."""
        self.placed, self.entry, self.names, self.actors, self.lens = placed, entry, names, actors, lens

    def make(self, name: str) -> Indicator:
        """Return one indicator."""
        one, where = self.entry.indicators[name], ("indicators", name)
        since, until = self.find_window(where, one)
        judged = one.judged or self.entry.judged
        likelihood = take_row(self.placed, (*where, "likelihood"), one.likelihood, self.names)
        return Indicator(
            id=name,
            ask=one.ask,
            patterns=tuple(self.make_pattern((*where, "looks_for"), entry) for entry in one.looks_for),
            denials=tuple(self.make_pattern((*where, "denied_in"), entry) for entry in one.denied_in),
            likelihood=tuple(
                self.make_range((*where, "likelihood", label), label, value)
                for label, value in zip(self.names, likelihood, strict=True)
            ),
            why=one.why,
            judged=Judged(judged.by, judged.on),
            act=one.act,
            own_word=one.own_word or (OwnWord.SPOKEN if one.act is Act.TALK else OwnWord.BOASTED),
            driver=self.find_driver(name, one),
            since=since,
            until=until,
            count=one.count,
            coverage=one.coverage,
            detection=one.detection,
            false_alarm=one.false_alarm,
            cost=one.cost,
            line=self.placed.line(where),
        )

    def find_window(self, where: Where, one: IndicatorEntry) -> tuple[dt.date, dt.date]:
        """Return the days an indicator may show on: the question's, unless it says otherwise."""
        window = self.entry.window
        since, until = one.since or window.from_, one.until or window.to
        if since >= until:
            raise self.placed.fault(
                (*where, "until" if one.until else "since"),
                f"from {since} to {until} there is no day: put `until` after {since}",
            )
        if one.false_alarm >= one.detection:
            raise self.placed.fault(
                (*where, "false_alarm"),
                f"false_alarm {one.false_alarm:g} is not below detection {one.detection:g}: "
                "a report must be likelier if it happens",
            )
        return since, until

    def find_driver(self, name: str, one: IndicatorEntry) -> str | None:
        """Return the driver of an indicator: its own, or that of what it follows from, or of what follows from it."""
        if one.driver is not None and one.driver not in self.entry.drivers:
            where = ("indicators", name, "driver")
            known = suggest(one.driver, self.entry.drivers) or "; there are none: add it under `drivers`"
            raise self.placed.fault(where, f"{one.driver} is no driver{known}")
        if one.follows_from:
            return self.entry.indicators[one.follows_from].driver or one.follows_from
        is_cause = any(other.follows_from == name for other in self.entry.indicators.values())
        return one.driver or (name if is_cause else None)

    def make_range(self, where: Where, label: str, value: Any) -> Range:
        """Return a likelihood: low, mid and high, rising, none of them certain."""
        if not isinstance(value, list) or len(value) != 3 or not all(is_number(part) for part in value):
            around = (
                f"[{max(value - 0.1, 0.01):g}, {value:g}, {min(value + 0.1, 0.99):g}]"
                if is_number(value)
                else "[.6, .75, .9]"
            )
            words = f"the likelihood under {label} is {value}: give low, mid and high, such as {around}"
            raise self.placed.fault(where, words)
        low, mid, high = (float(part) for part in value)
        if not 0 < low <= mid <= high < 1:
            words = f"the likelihood under {label} is {value}: it must rise, and lie between 0 and 1, both left out"
            raise self.placed.fault(where, words)
        return (low, mid, high)

    def make_pattern(self, where: Where, entry: PatternEntry) -> Pattern:
        """Return a pattern; where it names nobody and the question is about two, it is bound to these."""
        try:
            pattern = make_pattern(entry, self.lens)
        except ValueError as error:
            raise self.placed.fault(where, str(error)) from error
        names_nobody = not (entry.from_ or entry.to or entry.with_)
        return pattern.between(*self.actors) if names_nobody and len(self.actors) == 2 else pattern
