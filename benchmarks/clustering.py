"""Measures of clusterings: MUC, B³, CEAF-e and their mean (CoNLL F1), as the scorer of coreference defines them.

`key` and `response` are partitions of the same items.
"""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

Clusters = Sequence[Collection[Hashable]]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 if both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def muc(key: Clusters, response: Clusters) -> Score:
    """Links that are found and links that are right (Vilain et al. 1995)."""
    return Score(link_recall(response, key), link_recall(key, response))


def link_recall(key: Clusters, response: Clusters) -> float:
    """Return the share of the key's links that the response keeps."""
    place = places(response)
    kept = sum(len(cluster) - len({place[item] for item in cluster}) for cluster in key)
    links = sum(len(cluster) - 1 for cluster in key)
    return kept / links if links else 0.0


def b_cubed(key: Clusters, response: Clusters) -> Score:
    """The mean over items of how pure and how whole the cluster of each is (Bagga and Baldwin 1998)."""
    return Score(item_recall(response, key), item_recall(key, response))


def item_recall(key: Clusters, response: Clusters) -> float:
    """Return the mean over items of the share of its key cluster that its response cluster holds."""
    place = places(response)
    sets = [set(cluster) for cluster in response]
    shares = [len(set(cluster) & sets[place[item]]) / len(cluster) for cluster in key for item in cluster]
    return sum(shares) / len(shares) if shares else 0.0


def ceaf_e(key: Clusters, response: Clusters) -> Score:
    """The likeness of clusters under the best one-to-one alignment (Luo 2005, φ4)."""
    likeness = np.array([[phi4(set(one), set(other)) for other in response] for one in key])
    rows, columns = linear_sum_assignment(-likeness)
    total = float(likeness[rows, columns].sum())
    return Score(total / len(response), total / len(key))


def phi4(one: set[Hashable], other: set[Hashable]) -> float:
    """Return how alike two clusters are, 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other))


def places(clusters: Clusters) -> Mapping[Hashable, int]:
    """Return the number of the cluster each item is in."""
    return {item: number for number, cluster in enumerate(clusters) for item in cluster}


MEASURES: Mapping[str, Callable[[Clusters, Clusters], Score]] = {"MUC": muc, "B3": b_cubed, "CEAF-e": ceaf_e}


def conll(key: Clusters, response: Clusters) -> float:
    """Return the mean F1 of the three measures."""
    return sum(measure(key, response).f1 for measure in MEASURES.values()) / len(MEASURES)
