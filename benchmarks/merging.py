"""How well claims are merged into events, on the reports of tests/gold/occurrences.

    python -m benchmarks.merging [--split dev|held|all] [--errors]

Prints B³, CEAF-e, MUC and CoNLL F1 for merging with gold claims (annotated by hand) and end to end (the reader's
claims), each beside the naive key of event sets: one event for each day, type and pair of states.

End to end, an annotated claim is found if the reader has a claim in its sentence of its type or of one that reports mix
with it; claims it has not found are events of their own in the response.
"""

import argparse
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations

from benchmarks.clustering import MEASURES, Clusters, conll
from benchmarks.occurrences import Labelled, Report, all_labelled, load_reports
from legation.documents.copies import find_agency
from legation.reading.reader import load_reader
from legation.record.accounts import Stored, make_account
from legation.record.event import Account, short_id
from legation.record.likeness import compare
from legation.record.merge import merge
from legation.record.origins import Carrier, find_issuer
from legation.record.slots import GROUPS
from legation.record.traits import make_traits

# A claim of the gold set that the reader has, or None.
Found = Mapping[str, Account | None]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "held", "all"), default="all")
    parser.add_argument("--errors", action="store_true", help="list wrong and missing links")
    parser.add_argument("--gold-only", action="store_true", help="leave the reader out")
    options = parser.parse_args()
    reports = load_reports()
    accounts = {} if options.gold_only else read_reports(reports)
    for split in ("dev", "held") if options.split == "all" else (options.split,):
        chosen = [report for report in reports if report.split == split]
        labelled = list(all_labelled(chosen))
        events = {item.event for item in labelled}
        print(f"{split}: {len(chosen)} reports, {len(labelled)} claims, {len(events)} occurrences")
        print_scores("gold claims", labelled, {item.account.key: item.account for item in labelled})
        if options.errors:
            print_errors(labelled, {item.account.key: item.account for item in labelled})
        if accounts:
            found = align(chosen, accounts)
            print(f"  the reader has {sum(item is not None for item in found.values())} of {len(found)} claims")
            print_scores("end to end", labelled, found, [item for report in chosen for item in accounts[report.id]])
            if options.errors:
                print_errors(labelled, found)


def read_reports(reports: Sequence[Report]) -> dict[str, list[Account]]:
    """Return the accounts of the reader's claims, by report."""
    reader = load_reader()
    found = {}
    for number, report in enumerate(reports):
        reading, document = reader.read(report.document), report.document
        lists = (reading.mentions, reading.times, reading.quantities, reading.attributions, reading.claims)
        kinds = [{item.id: item for item in items} for items in lists]
        carrier = Carrier(
            short_id(document.id), short_id(document.id), None, find_issuer(document, find_agency(document))
        )
        facts = (number, document.id, reader.version, document.published, document.text)
        stored = Stored(*facts, carrier, *kinds)
        found[report.id] = [make_account(stored, claim.id) for claim in reading.claims]
    return found


def align(reports: Iterable[Report], accounts: Mapping[str, Sequence[Account]]) -> dict[str, Account | None]:
    """Return for each annotated claim the reader's claim of the same act, the nearest first, each given once."""
    found: dict[str, Account | None] = {}
    for report in reports:
        found |= dict.fromkeys((item.account.key for item in report.claims), None)
        pairs = sorted(
            (
                (
                    item.account.claim.type != account.claim.type,
                    abs(account.claim.trigger.start - item.at),
                    item,
                    account,
                )
                for item in report.claims
                for account in accounts[report.id]
                if fits(item, account)
            ),
            key=lambda pair: (pair[0], pair[1], pair[2].account.key, pair[3].key),
        )
        given: set[str] = set()
        for _, _, item, account in pairs:
            if found[item.account.key] is None and account.key not in given:
                found[item.account.key] = account
                given.add(account.key)
    return found


def fits(item: Labelled, account: Account) -> bool:
    """Tell whether a claim of the reader may be the annotated one."""
    here, there = item.account.claim, account.claim
    related = set(GROUPS.get(here.type, (here.type,))) & set(GROUPS.get(there.type, (there.type,)))
    return bool(related) and account.evidence.span.start <= item.at < account.evidence.span.end


def print_scores(
    name: str, labelled: Sequence[Labelled], found: Found, everything: Sequence[Account] | None = None
) -> None:
    """Print the scores of merging and of the naive key."""
    key = gold_clusters(labelled)
    accounts = everything if everything is not None else [item for item in found.values() if item is not None]
    merged = {account.key: event.id for event in merge(accounts) for account in event.accounts}
    for method, names in (("merged", merged), ("naive key", {item.key: naive_key(item) for item in accounts})):
        response = response_clusters(found, names)
        scores = {measure: MEASURES[measure](key, response) for measure in ("B3", "CEAF-e", "MUC")}
        words = "  ".join(
            f"{measure} {score.f1:.3f} (P {score.precision:.2f} R {score.recall:.2f})"
            for measure, score in scores.items()
        )
        print(f"  {name:<11} {method:<9}  {words}  CoNLL {conll(key, response):.3f}")


def gold_clusters(labelled: Iterable[Labelled]) -> Clusters:
    """Return the claims of each occurrence."""
    found: dict[str, set[str]] = defaultdict(set)
    for item in labelled:
        found[item.event].add(item.account.key)
    return list(found.values())


def response_clusters(found: Found, names: Mapping[str, Hashable]) -> Clusters:
    """Return the annotated claims of each event; those that were not found stand alone."""
    groups: dict[Hashable, set[str]] = defaultdict(set)
    for key, account in found.items():
        groups[("missed", key) if account is None else names[account.key]].add(key)
    return list(groups.values())


def naive_key(account: Account) -> Hashable:
    """Return what event sets tell events by: day (that of the report, where the text gives none), type, pair."""
    day = account.days[0].isoformat() if account.days else account.published
    return (day, account.claim.type, tuple(sorted({party.state or party.text for party in account.parties})))


def print_errors(labelled: Sequence[Labelled], found: Found) -> None:
    """Print each pair of found claims that is merged wrongly or wrongly kept apart."""
    accounts = [item for item in found.values() if item is not None]
    events = {account.key: event.id for event in merge(accounts) for account in event.accounts}
    for one, other in combinations(labelled, 2):
        here, there = found[one.account.key], found[other.account.key]
        if here is None or there is None:
            continue
        together = events[here.key] == events[there.key]
        if together != (one.event == other.event):
            likeness = compare(make_traits(here), make_traits(there))
            fault = "merged" if together else "apart"
            print(f"    {fault}: {one.event} / {other.event}: {likeness.score:.2f} {likeness.reason}")
            print(f"      {here.evidence.quote[:110]!r}\n      {there.evidence.quote[:110]!r}")


if __name__ == "__main__":
    main()
