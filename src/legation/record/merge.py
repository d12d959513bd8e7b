"""Claims about one occurrence → events. The result depends on the claims and rulings alone, not on their order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from legation.record.clusters import (
    Scores,
    closest,
    cluster,
    find_components,
    find_links,
    find_met,
    find_ruled,
    score_inside,
)
from legation.record.event import Account, Event, Join, make_event
from legation.record.likeness import MUTUAL, SPOKEN, compare
from legation.record.rulings import NO_RULINGS, Rulings, pair_of
from legation.record.traits import Traits, make_traits

__all__ = ["MUTUAL", "SPOKEN", "Cluster", "find_clusters", "merge"]


class Cluster(NamedTuple):
    """The claims of one occurrence by key, why each is one of them, and the component it was found in."""

    keys: tuple[str, ...]
    joins: tuple[Join, ...]
    component: str


def merge(accounts: Iterable[Account], rulings: Rulings = NO_RULINGS) -> list[Event]:
    """Return the events of these accounts, every account in exactly one."""
    by_key = {account.key: account for account in accounts}
    clusters = find_clusters([make_traits(account) for account in by_key.values()], rulings)
    return [make_event([by_key[key] for key in found.keys], found.joins) for found in clusters]


def find_clusters(claims: Sequence[Traits], rulings: Rulings = NO_RULINGS) -> Iterator[Cluster]:
    """Yield the clusters of these claims, each claim in exactly one, in the order of their components."""
    by_key = {traits.key: traits for traits in claims}
    met, ruled = find_met(by_key.values()), find_ruled(by_key, rulings)
    components = find_components(by_key, find_links(met, ruled))
    for component, inside in zip(components, score_inside(components, met, ruled), strict=True):
        if len(component) == 1:
            yield alone(component[0])
            continue
        for keys in cluster(component, inside, rulings):
            yield Cluster(tuple(keys), tuple(explain(keys, by_key, inside, rulings)), component[0])


def alone(key: str) -> Cluster:
    """Return the cluster of a claim that is like no other."""
    return Cluster((key,), (), key)


def explain(keys: Sequence[str], claims: Mapping[str, Traits], scores: Scores, rulings: Rulings) -> Iterator[Join]:
    """Yield for each claim but the first reported which earlier one it was joined to, how surely and why."""
    ordered = sorted(keys, key=lambda key: claims[key].order)
    for place, key in enumerate(ordered[1:], start=1):
        to, score = closest(key, ordered[:place], scores)
        if pair_of(key, to) in rulings.together - rulings.conflicts:
            yield Join(key, to, 1.0, "ruled one by an analyst")
        else:
            reason = compare(claims[key], claims[to]).reason if score else "by way of other reports of it"
            yield Join(key, to, round(score, 3), reason)
