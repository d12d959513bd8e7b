"""Clusters: claims that are one occurrence, by average likeness inside each component of claims that hang together.

Nothing depends on the order of arrival: components are those of a graph, and of equally good unions the one of the
first keys is made first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

from legation.record.likeness import SAME, score_pair
from legation.record.rulings import NO_RULINGS, Pair, Rulings, pair_of
from legation.record.slots import find_stand
from legation.record.traits import Traits

Scores = dict[Pair, float]


def find_pairs(claims: Iterable[Traits]) -> Iterator[tuple[Traits, Traits]]:
    """Yield the pairs of claims that meet (slots.py), each once."""
    standing: dict[int, list[int]] = defaultdict(list)
    earlier: list[tuple[int, int, Traits]] = []
    for number, traits in enumerate(claims):
        places, views, (first, last) = find_stand(traits)
        for other in {other for slot in views if slot in standing for other in standing[slot]}:
            begun, ended, met = earlier[other]
            # As `share_week`.
            if begun <= last and first <= ended:
                yield traits, met
        for slot in places:
            standing[slot].append(number)
        earlier.append((first, last, traits))


def score_pairs(claims: Mapping[str, Traits], rulings: Rulings = NO_RULINGS) -> Scores:
    """Return the likeness of each pair of claims that meet, 1 or 0 where an analyst has ruled."""
    scores = {pair_of(one.key, other.key): score_pair(one, other) for one, other in find_pairs(claims.values())}
    for ruled, score in ((rulings.together, 1.0), (rulings.apart, 0.0)):
        for pair in ruled - rulings.conflicts:
            if pair[0] in claims and pair[1] in claims:
                scores[pair] = score
    return scores


def find_components(keys: Iterable[str], scores: Scores) -> list[list[str]]:
    """Return the keys that hang together by likeness, each list and the lists in alphabetical order."""
    parents = {key: key for key in keys}

    def root(key: str) -> str:
        while parents[key] != key:
            parents[key] = parents[parents[key]]
            key = parents[key]
        return key

    for (one, other), score in scores.items():
        if score >= SAME:
            parents[root(one)] = root(other)
    found: dict[str, list[str]] = defaultdict(list)
    for key in sorted(parents):
        found[root(key)].append(key)
    return sorted(found.values())


def cluster(keys: Sequence[str], scores: Scores, rulings: Rulings = NO_RULINGS) -> list[list[str]]:
    """Return the clusters of one component: unions of the greatest average likeness first, none that is forbidden.

    Pairs that share no slot count as unlike. What analysts have ruled together is joined before all else.
    """
    members = {group[0]: group for group in join_ruled(keys, rulings)}
    sums, barred = between(members, scores)
    heap = [(-average(members, sums, pair), pair) for pair in sums]
    heapify(heap)
    while heap:
        score, pair = heappop(heap)
        if -score < SAME:
            break
        if pair not in sums or pair in barred or -average(members, sums, pair) != score:
            continue
        unite(members, sums, barred, pair)
        for fresh in [item for item in sums if pair[0] in item]:
            heappush(heap, (-average(members, sums, fresh), fresh))
    return sorted(sorted(group) for group in members.values())


def join_ruled(keys: Sequence[str], rulings: Rulings) -> list[list[str]]:
    """Return the groups of keys that analysts have ruled together; most keys stand alone."""
    present = set(keys)
    ruled = {pair: 1.0 for pair in rulings.together - rulings.conflicts if present.issuperset(pair)}
    return find_components(keys, ruled)


def between(members: Mapping[str, Sequence[str]], scores: Scores) -> tuple[Scores, set[Pair]]:
    """Return the sums of likeness between groups, and the pairs of groups of which some pair is forbidden."""
    group_of = {key: name for name, group in members.items() for key in group}
    sums: Scores = defaultdict(float)
    barred: set[Pair] = set()
    for (one, other), score in scores.items():
        if one not in group_of or other not in group_of or group_of[one] == group_of[other]:
            continue
        pair = pair_of(group_of[one], group_of[other])
        sums[pair] += score
        if score == 0.0:
            barred.add(pair)
    return sums, barred


def average(members: Mapping[str, Sequence[str]], sums: Scores, pair: Pair) -> float:
    """Return the average likeness between two groups."""
    return sums[pair] / (len(members[pair[0]]) * len(members[pair[1]]))


def unite(members: dict[str, list[str]], sums: Scores, barred: set[Pair], pair: Pair) -> None:
    """Make one group of two, under the first of their names."""
    kept, gone = pair
    members[kept] = members[kept] + members.pop(gone)
    for old in [item for item in sums if gone in item]:
        score, third = sums.pop(old), old[0] if old[1] == gone else old[1]
        if third == kept:
            continue
        fresh = pair_of(kept, third)
        sums[fresh] += score
        if old in barred:
            barred.add(fresh)


def closest(key: str, earlier: Iterable[str], scores: Scores) -> tuple[str, float]:
    """Return which of the earlier claims of its cluster a claim is most like, of several the first of the alphabet."""
    found = sorted(earlier, key=lambda other: (-scores.get(pair_of(key, other), 0.0), other))
    return found[0], scores.get(pair_of(key, found[0]), 0.0)
