"""A weighing as a whole: what a question's evidence says, how surely, what would change it, and what to watch next."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from legation.documents.document import days_of
from legation.judgement.confidence import Confidence, Footing, judge_confidence
from legation.judgement.consistency import Matrix, make_matrix
from legation.judgement.evidence import Archive, Finding, State, find_evidence, reported_months
from legation.judgement.flips import Flips, find_flips
from legation.judgement.items import find_shared, make_case
from legation.judgement.question import Indicator, Question
from legation.judgement.sampling import SEED, Spread, sample
from legation.judgement.sources import CutKind, Without, counted_reports, origin_keys, try_without
from legation.judgement.watch import expected_information
from legation.judgement.weighing import (
    Case,
    Floats,
    Item,
    Weighed,
    decibels,
    diagnosticity,
    likelihood_vector,
    normalise,
    weigh,
)
from legation.judgement.words import leads, rank

# An item of fewer decibels than this, either way, tells the two leading answers apart so little that it is said.
NOTHING_DB = 0.05


@dataclass(frozen=True, slots=True)
class Weight:
    """One item: decibels for the leading hypothesis against the next, alone and as counted beside its driver's others.

    `cells` has for each hypothesis the decibels against the average of all (by the prior); `counts` is the part of the
    item that counts (1: all of it), `bits` what it tells alone.
    """

    finding: Finding
    alone: float
    counted: float
    counts: float
    cells: tuple[float, ...]
    bits: float

    @property
    def tells_nothing(self) -> bool:
        """Whether it is expected alike under the two leading hypotheses."""
        return abs(self.alone) < NOTHING_DB


@dataclass(frozen=True, slots=True)
class Watched:
    """An indicator that has not shown: bits that watching it is expected to tell, and the answer either way."""

    indicator: Indicator
    bits: float
    if_seen: Floats
    if_silent: Floats

    @property
    def per_cost(self) -> float:
        """Bits for the trouble of watching it."""
        return self.bits / self.indicator.cost


@dataclass(frozen=True, slots=True)
class Weighing:
    """All that a weighing says. Lists go by hypothesis in the question's order; `order` has the likeliest first.

    `soft` is the likelihood vector for influence models (never the posterior). `shared` are events that count under
    several indicators without a common driver.
    """

    question: Question
    day: dt.date
    findings: tuple[Finding, ...]
    case: Case
    result: Weighed
    spread: Spread
    weights: tuple[Weight, ...]
    matrix: Matrix
    flips: Flips
    without: tuple[Without, ...]
    watch: tuple[Watched, ...]
    confidence: Confidence
    footing: Footing
    shared: tuple[tuple[str, tuple[str, ...]], ...]
    soft: Floats

    @property
    def posterior(self) -> Floats:
        """The probability of each hypothesis."""
        return self.result.posterior

    @property
    def order(self) -> list[int]:
        """Places of the hypotheses, the likeliest first."""
        return rank(list(self.posterior))

    @property
    def top(self) -> int:
        """The place of the likeliest hypothesis."""
        return self.order[0]

    @property
    def agrees_with_matrix(self) -> bool:
        """Whether the classic ranking by inconsistency has the same hypothesis on top."""
        return self.matrix.best == (self.top,)

    def finding(self, name: str) -> Finding:
        """Return the finding of an indicator. Raises KeyError if there is none."""
        found = {finding.indicator.id: finding for finding in self.findings}
        return found[name]


def weigh_question(question: Question, archive: Archive, day: dt.date | None = None, seed: int = SEED) -> Weighing:
    """Weigh a question against an archive, as reports published by a day tell it (the question's own, if none).

    Raises ValueError for a day before the question's window begins.
    """
    day = day or question.as_of
    if day < question.window[0]:
        message = f"{day}: {question.id} is about the time from {question.window[0]} on; choose a later day"
        raise ValueError(message)
    findings = find_evidence(question, archive, day)
    case = make_case(question, findings, day)
    result, spread, flips = weigh(case), sample(case, seed=seed), find_flips(case)
    top = rank(list(result.posterior))[0]
    without = tuple(try_without(question, findings, day, top)) if leads(list(result.posterior), top) else ()
    footing = try_footing(find_footing(question, findings, archive, day), flips, without, spread.tops[top])
    return Weighing(
        question=question,
        day=day,
        findings=findings,
        case=case,
        result=result,
        spread=spread,
        weights=tuple(find_weights(case, result, findings)),
        matrix=make_matrix(plain_logs(case), credits_of(case)),
        flips=flips,
        without=without,
        watch=tuple(find_watched(result.posterior, findings)),
        confidence=judge_confidence(question, footing, day),
        footing=footing,
        shared=tuple(find_shared(findings)),
        soft=likelihood_vector(case),
    )


def find_weights(case: Case, result: Weighed, findings: Iterable[Finding]) -> Iterator[Weight]:
    """Yield the weight of each item, in the order of the case."""
    prior, places = np.array(case.prior), rank(list(result.posterior))
    known = {finding.indicator.id: finding for finding in findings}
    for item, logs, counts in zip(case.items, result.logs, result.weights, strict=True):
        alone = float(decibels(logs, places[0], places[1]))
        average = np.log(np.sum(prior * np.exp(logs)))
        cells = (logs - average) * float(counts) * (10.0 / np.log(10.0))
        yield Weight(
            finding=known[item.name],
            alone=alone,
            counted=alone * float(counts),
            counts=float(counts),
            cells=tuple(float(cell) for cell in cells),
            bits=diagnosticity(prior, logs),
        )


def plain_logs(case: Case) -> Floats:
    """Return log-likelihoods that take every item for certain, [items, hypotheses]: happened, or did not."""
    rows = [item.likelihood if is_affirmed(item) else 1.0 - item.likelihood for item in case.items]
    return np.log(np.array(rows).reshape(len(case.items), len(case.prior)))


def is_affirmed(item: Item) -> bool:
    """Tell whether an item speaks for its event: reports that are likelier if it happened."""
    return item.ratio is not None and item.ratio >= 1


def credits_of(case: Case) -> list[float]:
    """Return how sure each item is, 0 to 1: of reports by how far λ is from 1, of a silence its coverage."""
    return [item.coverage if item.ratio is None else 1.0 - min(item.ratio, 1.0 / item.ratio) for item in case.items]


def find_footing(question: Question, findings: Sequence[Finding], archive: Archive, day: dt.date) -> Footing:
    """Return what the weighing rests on, before anything is tried on it."""
    reports = counted_reports(findings)
    published = [days_of(report.account.published)[0] for report in reports if report.account.published]
    first = question.window[0]
    wanted = [divmod(number, 12) for number in range(first.year * 12 + first.month - 1, day.year * 12 + day.month)]
    months = reported_months(archive.events)
    return Footing(
        items=sum(finding.weighs for finding in findings),
        origins=len(set(origin_keys(reports).values())),
        covered=sum((year, month + 1) in months for year, month in wanted) / len(wanted),
        months=len(wanted),
        newest=max(published, default=None),
        fragile=(),
        smallest=None,
        hold=1.0,
        unreviewed=sum(finding.unreviewed for finding in findings if finding.state is State.SHOWN),
    )


def try_footing(footing: Footing, flips: Flips, without: Sequence[Without], hold: float) -> Footing:
    """Return a footing with what flips the answer, and in what share of draws it holds."""
    fragile = [f"the item “{one.names[0]}”" for one in flips.dropped if one.flips]
    fragile += [f"one origin ({one.cut.label})" for one in without if one.cut.kind is CutKind.ORIGIN and one.flips]
    smallest = len(flips.smallest.names) if flips.smallest else None
    return replace(footing, fragile=tuple(fragile), smallest=smallest, hold=hold)


# --- what to watch ---------------------------------------------------------------------------------------------------


def find_watched(posterior: Floats, findings: Iterable[Finding]) -> list[Watched]:
    """Return the indicators that have not shown and still may, the most telling for its trouble first."""
    found = []
    for finding in findings:
        if finding.state is not State.OPEN:
            continue
        one = finding.indicator
        row = np.array([mid for _, mid, _ in one.likelihood])
        report = row * one.detection + (1.0 - row) * one.false_alarm
        found.append(
            Watched(
                indicator=one,
                bits=expected_information(posterior, row, one.detection, one.false_alarm),
                if_seen=normalise(np.log(posterior * report)),
                if_silent=normalise(np.log(posterior * (1.0 - report))),
            )
        )
    return sorted(found, key=lambda one: (-one.per_cost, one.indicator.id))


@dataclass(frozen=True, slots=True)
class Moved:
    """What changed between two days: the answers then and now, and the findings that differ, as (then, now)."""

    then: Weighing
    now: Weighing
    findings: tuple[tuple[Finding, Finding], ...]


def compare_days(question: Question, archive: Archive, days: tuple[dt.date, dt.date]) -> Moved:
    """Weigh a question as reports published by each of two days tell it, and return what differs."""
    then, now = (weigh_question(question, archive, day) for day in days)
    pairs = zip(then.findings, now.findings, strict=True)
    return Moved(then, now, tuple((one, other) for one, other in pairs if has_moved(one, other)))


def has_moved(one: Finding, other: Finding) -> bool:
    """Tell whether a finding has another state or other reports."""
    return one.state is not other.state or keys_of(one) != keys_of(other)


def keys_of(finding: Finding) -> frozenset[str]:
    """Return the claims a finding counts."""
    return frozenset(report.account.key for report in finding.reports)
