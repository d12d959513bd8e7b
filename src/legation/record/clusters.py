"""Clusters: claims that are one occurrence, by average likeness inside each component of claims that hang together.

Nothing depends on the order of arrival: components are those of a graph, and of equally good unions the one of the
first keys is made first.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

from legation.record.likeness import SAME, score_pair
from legation.record.rulings import NO_RULINGS, Pair, Rulings, pair_of
from legation.record.same import find_same
from legation.record.slots import find_stand
from legation.record.traits import Traits

Scores = dict[Pair, float]


# Claims, each with those before it that it meets.
Met = list[tuple[Traits, list[Traits]]]


def find_met(claims: Iterable[Traits]) -> Met:
    """Return the claims that meet others before them (slots.py), with these."""
    standing: dict[int, list[int]] = defaultdict(list)
    earlier: list[tuple[int, int, Traits]] = []
    found: Met = []
    for number, traits in enumerate(claims):
        places, views, (first, last) = find_stand(traits)
        near = [earlier[other] for other in {other for slot in views if slot in standing for other in standing[slot]}]
        # As `share_week`.
        others = [met for begun, ended, met in near if begun <= last and first <= ended]
        if others:
            found.append((traits, others))
        for slot in places:
            standing[slot].append(number)
        earlier.append((first, last, traits))
    return found


def find_ruled(claims: Container[str], rulings: Rulings) -> Scores:
    """Return the pairs of these claims that an analyst has ruled on: 1 for those that are one, else 0."""
    found: Scores = {}
    for ruled, score in ((rulings.together, 1.0), (rulings.apart, 0.0)):
        found |= {pair: score for pair in ruled - rulings.conflicts if pair[0] in claims and pair[1] in claims}
    return found


def find_links(met: Met, ruled: Scores) -> Iterator[Pair]:
    """Yield the pairs of claims that are one by likeness, or by a ruling."""
    for one, others in met:
        for other in find_same(one, others):
            if pair_of(one.key, other.key) not in ruled:
                yield one.key, other.key
    yield from (pair for pair, score in ruled.items() if score >= SAME)


def score_inside(components: Sequence[Sequence[str]], met: Met, ruled: Scores) -> list[Scores]:
    """Return for each component the likeness of its pairs that meet or are ruled on."""
    place_of = {key: place for place, keys in enumerate(components) if len(keys) > 1 for key in keys}
    found: list[Scores] = [{} for _ in components]
    for one, others in met:
        place = place_of.get(one.key)
        if place is not None:
            inside = [other for other in others if place_of.get(other.key) == place]
            found[place] |= {pair_of(one.key, other.key): score_pair(one, other) for other in inside}
    for pair, score in ruled.items():
        place = place_of.get(pair[0])
        if place is not None and place == place_of.get(pair[1]):
            found[place][pair] = score
    return found


def find_components(keys: Iterable[str], links: Iterable[Pair]) -> list[list[str]]:
    """Return the keys that hang together by these links, each list and the lists in alphabetical order."""
    parents = {key: key for key in keys}

    def root(key: str) -> str:
        while parents[key] != key:
            parents[key] = parents[parents[key]]
            key = parents[key]
        return key

    for one, other in links:
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
    return find_components(keys, filter(present.issuperset, rulings.together - rulings.conflicts))


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
