"""A batch: documents made ready together, with what they are to each other before the record is asked.

Most of a large load meets nothing in the record; then what its documents and claims are among themselves stands.
"""

import marshal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import groupby
from operator import attrgetter
from typing import Any

from legation.documents.copies import Copy, make_print
from legation.record.digest import Digest, make_digest
from legation.record.merge import find_clusters
from legation.record.prints import Alike, compare_documents, find_alike
from legation.record.ready import Load, Ready, make_ready
from legation.record.traits import Traits

# How the values of a Ready are taken out, to be handed over.
UNMADE = attrgetter(*(field.name for field in fields(Ready)))


@dataclass(frozen=True, slots=True)
class Batch:
    """What has been made ready of documents, which are copies of each other, and the events of their claims.

    `events` are those of each component.
    """

    ready: Sequence[Ready]
    alike: Alike
    events: Sequence[Sequence[Digest]]


def make_batch(loads: Sequence[Load]) -> Batch:
    """Return loads with all that can be made of them without the record."""
    documents = {item.document.id: item.document for item in loads}
    compared = compare_documents(documents, lambda name: make_print(documents[name]))
    bands = {name: item.bands for name, item in compared.items()}
    alike = find_alike(bands, lambda name: make_print(documents[name]))
    made = [make_ready(item, compared[item.document.id], alike.copy_of(item.document.id)) for item in loads]
    events = list(find_events([traits for _, claims in made for traits in claims]))
    return Batch([ready for ready, _ in made], alike, events)


def find_events(claims: Sequence[Traits]) -> Iterator[list[Digest]]:
    """Yield the events of each component of these claims."""
    by_key = {traits.key: traits for traits in claims}
    # Clusters come in the order of their components.
    for _, found in groupby(find_clusters(claims), key=attrgetter("component")):
        yield [make_digest(cluster, [by_key[key] for key in cluster.keys]) for cluster in found]


def pack(batch: Batch) -> bytes:
    """Return a batch as bytes for a process of the same program: plain values take a third of the time of others."""
    copies = [(name, copy.origin, copy.reason) for name, copy in batch.alike.copies.items()]
    events = [[tuple(digest) for digest in found] for found in batch.events]
    values: Any = (list(map(UNMADE, batch.ready)), batch.alike.links, copies, events)
    return marshal.dumps(values)


def unpack(packed: bytes) -> Batch:
    """Return what has been packed."""
    ready, links, copied, events = marshal.loads(packed)
    copies = {name: Copy(origin, reason) for name, origin, reason in copied}
    made = [[Digest._make(values) for values in found] for found in events]
    return Batch([Ready(*values) for values in ready], Alike(links, copies), made)
