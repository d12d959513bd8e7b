"""The answer without some of its sources: a country's, a kind's, an outlet's, or all words of one origin."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from legation.judgement.evidence import Finding, State
from legation.judgement.items import make_case, without_reports
from legation.judgement.question import Question
from legation.judgement.reports import Report
from legation.judgement.weighing import Floats, weigh
from legation.judgement.words import leads
from legation.record.origin import unite


class CutKind(StrEnum):
    """By what sources are left out."""

    COUNTRY = "country"
    KIND = "kind"
    OUTLET = "outlet"
    ORIGIN = "origin"


@dataclass(frozen=True, slots=True)
class Cut:
    """Which sources are left out: those of a country (alpha-3), of a kind, an outlet's, or one origin's claims."""

    kind: CutKind
    label: str

    def takes(self, report: Report, origins: Mapping[str, str]) -> bool:
        """Tell whether it leaves a report out; `origins` has for each claim the one that stands for its origin."""
        if self.kind is CutKind.COUNTRY:
            return self.label in report.countries
        if self.kind is CutKind.KIND:
            return self.label in {kind.value for kind in report.kinds}
        if self.kind is CutKind.OUTLET:
            return report.outlet is not None and report.outlet.name == self.label
        return origins.get(report.account.key) == self.label


@dataclass(frozen=True, slots=True)
class Without:
    """The answer without some sources: how many reports that leaves out, and whether another hypothesis then leads."""

    cut: Cut
    reports: int
    posterior: Floats
    flips: bool


def try_without(question: Question, findings: Sequence[Finding], day: dt.date, top: int) -> Iterator[Without]:
    """Yield the answer without each country's sources, each kind's, each outlet's and each single origin's."""
    reports = counted_reports(findings)
    every = [report for finding in findings for exhibit in finding.exhibits for report in exhibit.reports]
    origins = origin_keys(every)
    for cut in sorted(find_cuts(reports, origins), key=lambda cut: (list(CutKind).index(cut.kind), cut.label)):
        left = without_reports(findings, partial(cut.takes, origins=origins))
        posterior = weigh(make_case(question, left, day)).posterior
        count = sum(cut.takes(report, origins) for report in reports)
        yield Without(cut, count, posterior, not leads(list(posterior), top))


def find_cuts(reports: Sequence[Report], origins: Mapping[str, str]) -> set[Cut]:
    """Return every way of leaving out sources that some of these reports have."""
    cuts = {Cut(CutKind.COUNTRY, country) for report in reports for country in report.countries}
    cuts |= {Cut(CutKind.KIND, kind.value) for report in reports for kind in report.kinds}
    cuts |= {Cut(CutKind.OUTLET, report.outlet.name) for report in reports if report.outlet}
    return cuts | {Cut(CutKind.ORIGIN, origins[report.account.key]) for report in reports}


def counted_reports(findings: Sequence[Finding]) -> list[Report]:
    """Return the reports that count, one for each origin and indicator."""
    return [report for finding in findings if finding.state is State.SHOWN for report in finding.reports]


def origin_keys(reports: Sequence[Report]) -> dict[str, str]:
    """Return for each claim the claim that stands for its origin, across all indicators."""
    groups = unite([report.account.origin for report in reports])
    return {reports[place].account.key: reports[group[0]].account.key for group in groups for place in group}
