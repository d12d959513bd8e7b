"""Merging on the gold set of occurrences: floors, and a set that is what it says."""

from collections import defaultdict

import pytest

from benchmarks.clustering import b_cubed
from benchmarks.merging import align, gold_clusters, naive_key, read_reports, response_clusters
from benchmarks.occurrences import Report, all_labelled, load_reports
from legation.documents.copies import group_copies, make_print
from legation.record.merge import merge

REPORTS = load_reports()
SPLITS = ("dev", "held")


def chosen(split: str) -> list[Report]:
    return [report for report in REPORTS if report.split == split]


def test_the_set_is_large_enough_and_its_halves_share_no_occurrence() -> None:
    halves = [{item.event for item in all_labelled(chosen(split))} for split in SPLITS]
    assert len(REPORTS) >= 64
    assert len(halves[0] | halves[1]) >= 28
    assert not halves[0] & halves[1]


@pytest.mark.parametrize(("split", "floor"), [("dev", 0.95), ("held", 0.95)])
def test_gold_claims_are_merged_well(split: str, floor: float) -> None:
    labelled = list(all_labelled(chosen(split)))
    found = {item.account.key: item.account for item in labelled}
    names = {account.key: event.id for event in merge(found.values()) for account in event.accounts}
    naive = {key: naive_key(account) for key, account in found.items()}
    key = gold_clusters(labelled)
    score = b_cubed(key, response_clusters(found, names)).f1
    assert score >= floor
    assert score > b_cubed(key, response_clusters(found, naive)).f1


@pytest.mark.model
def test_the_readers_claims_are_merged_well() -> None:
    accounts = read_reports(REPORTS)
    for split in SPLITS:
        labelled = list(all_labelled(chosen(split)))
        found = align(chosen(split), accounts)
        merged = merge([item for report in chosen(split) for item in accounts[report.id]])
        names = {account.key: event.id for event in merged for account in event.accounts}
        assert b_cubed(gold_clusters(labelled), response_clusters(found, names)).f1 >= 0.85


def test_copies_are_those_of_the_gold_set() -> None:
    names = {report.document.id: report.id for report in REPORTS}
    found = group_copies([make_print(report.document) for report in REPORTS])
    copies = {names[key]: names[copy.origin] for key, copy in found.items() if copy.origin != key}
    assert copies == {report.id: report.copies for report in REPORTS if report.copies}


@pytest.mark.model
def test_quotations_and_releases_are_those_of_the_gold_set() -> None:
    accounts = read_reports(REPORTS)
    found = align(REPORTS, accounts)
    taken = {
        label: [
            found[item.account.key].origin.is_own
            for item in all_labelled(REPORTS)
            if found[item.account.key] is not None and bool(item.source) is label
        ]
        for label in (True, False)
    }
    assert sum(taken[True]) <= 2
    assert all(taken[False])


def test_nothing_is_merged_by_chance_of_order() -> None:
    accounts = [item.account for item in all_labelled(REPORTS)]
    events: dict[str, set[str]] = defaultdict(set)
    for event in merge(accounts):
        events[event.id] = {account.key for account in event.accounts}
    assert {event.id: {account.key for account in event.accounts} for event in merge(accounts[::-1])} == events
