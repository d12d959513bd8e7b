"""A batch: documents made ready together, with what they are to each other before the record is asked.

Most of a large load meets nothing in the record; then what its documents and claims are among themselves stands.
"""

import pickle
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import groupby
from operator import attrgetter

from legation.documents.copies import make_print
from legation.record.merge import Cluster, find_clusters
from legation.record.prints import Alike, find_alike
from legation.record.ready import Load, Ready, make_ready
from legation.record.traits import make_from

# How the values of a Ready are taken out, to be handed over.
UNMADE = attrgetter(*(field.name for field in fields(Ready)))


@dataclass(frozen=True, slots=True)
class Batch:
    """What has been made ready of documents, which are copies of each other, and which of their claims are one event.

    `components` are those of several claims: the clusters of each.
    """

    ready: Sequence[Ready]
    alike: Alike
    components: Sequence[Sequence[Cluster]]


def make_batch(loads: Sequence[Load]) -> Batch:
    """Return loads with all that can be made of them without the record."""
    ready = list(map(make_ready, loads))
    documents = {item.document.id: item.document for item in loads}
    bands = {item.document_id: item.bands for item in ready}
    alike = find_alike(bands, lambda name: make_print(documents[name]))
    traits = [make_from(values) for item in ready for _, _, values, _ in item.claims]
    return Batch(ready, alike, list(find_companies(find_clusters(traits))))


def find_companies(clusters: Iterable[Cluster]) -> Iterable[list[Cluster]]:
    """Yield the clusters of each component of several claims; they come in the order of their components."""
    for _, found in groupby(clusters, key=attrgetter("component")):
        inside = list(found)
        if len(inside) > 1 or len(inside[0].keys) > 1:
            yield inside


def pack(batch: Batch) -> bytes:
    """Return a batch as bytes for a process of the same program."""
    ready = list(map(UNMADE, batch.ready))
    return pickle.dumps((ready, batch.alike, batch.components), pickle.HIGHEST_PROTOCOL)


def unpack(packed: bytes) -> Batch:
    """Return what has been packed."""
    ready, alike, components = pickle.loads(packed)
    return Batch([Ready(*values) for values in ready], alike, components)
