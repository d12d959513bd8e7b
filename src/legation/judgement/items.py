"""Findings as items to weigh: with all reports, without some of them, and where one event would count twice."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from legation.judgement.evidence import Exhibit, Finding, State, pick_reports
from legation.judgement.question import Indicator, Question
from legation.judgement.reports import Report, pool_reports, strongest_by_origin
from legation.judgement.weighing import DAYS_IN_MONTH, Case, Item


def make_case(question: Question, findings: Iterable[Finding], day: dt.date | None = None) -> Case:
    """Return what is weighed: the question's prior and drivers, and an item for each finding that tells something."""
    day, start = day or question.as_of, question.window[0]

    def month(when: dt.date) -> int:
        return max(int((min(when, day) - start).days // DAYS_IN_MONTH), 0)

    items = [
        Item(
            name=finding.indicator.id,
            bounds=finding.indicator.likelihood,
            driver=finding.indicator.driver,
            ratio=finding.ratio,
            coverage=finding.coverage,
            month=month(finding.day),
        )
        for finding in findings
        if finding.weighs
    ]
    return Case(
        prior=question.prior,
        items=tuple(sorted(items, key=lambda item: item.name)),
        rhos=tuple((driver.id, driver.rho) for driver in question.drivers),
        switching=question.switching,
        until=month(day),
    )


def without_reports(findings: Iterable[Finding], is_left_out: Callable[[Report], bool]) -> tuple[Finding, ...]:
    """Return the findings as if some reports had never been read: an indicator left without any tells nothing."""
    return tuple(strip(finding, is_left_out) if finding.state is State.SHOWN else finding for finding in findings)


def strip(finding: Finding, is_left_out: Callable[[Report], bool]) -> Finding:
    """Return one finding without some reports."""
    stripped = [leave_out(exhibit, is_left_out) for exhibit in finding.exhibits]
    if all(one is other for one, other in zip(stripped, finding.exhibits, strict=True)):
        return finding
    left = tuple(one for one in stripped if one.reports)
    reports = pick_reports(left, finding.indicator.count)
    if reports is None:
        return replace(finding, state=State.UNCOVERED, exhibits=left, reports=(), ratio=None)
    return replace(finding, exhibits=left, reports=tuple(strongest_by_origin(reports)), ratio=pool_reports(reports))


def leave_out(exhibit: Exhibit, is_left_out: Callable[[Report], bool]) -> Exhibit:
    """Return an exhibit without some of its reports."""
    reports = tuple(report for report in exhibit.reports if not is_left_out(report))
    return exhibit if len(reports) == len(exhibit.reports) else replace(exhibit, reports=reports)


def find_shared(findings: Sequence[Finding]) -> list[tuple[str, tuple[str, ...]]]:
    """Return events that count under several indicators which no driver joins: (event, indicators).

    A consequence counted as fresh evidence is the commonest way of being too sure.
    """
    uses: dict[str, list[Indicator]] = {}
    for finding in findings:
        for exhibit in finding.exhibits if finding.state is State.SHOWN else ():
            uses.setdefault(exhibit.event.id, []).append(finding.indicator)
    shared = []
    for event, indicators in sorted(uses.items()):
        drivers = Counter(one.driver for one in indicators)
        if len(indicators) > 1 and (None in drivers or len(drivers) > 1):
            shared.append((event, tuple(one.id for one in indicators)))
    return shared
