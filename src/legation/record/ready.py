"""What can be made of a document and its reading without the record: rows, words for the search, traits.

All of it is plain values, so that another process can make it and hand it over (ahead.py).
"""

import datetime as dt
import zlib
from dataclasses import dataclass
from operator import itemgetter

from legation.documents.copies import Copy
from legation.documents.document import Document
from legation.reading.claim import Reading
from legation.record import tables
from legation.record.accounts import sketch_claim, store_reading
from legation.record.columns import columns_of
from legation.record.neighbours import make_brief
from legation.record.prints import Compared
from legation.record.rows import Values, actor_row, document_row
from legation.record.search import find_entries, index_words
from legation.record.traits import Traits, sketched_traits
from legation.record.writer import LISTS


@dataclass(frozen=True, slots=True)
class Load:
    """A document on its way into the record: its original bytes, where it came from and when, and its reading.

    The reading was made by a version of the reader, at `read_at` if that was not at once.
    """

    original: bytes
    source: str
    at: dt.datetime
    reading: Reading
    version: str
    read_at: dt.datetime | None = None

    @property
    def document(self) -> Document:
        """The document."""
        return self.reading.document


@dataclass(frozen=True, slots=True)
class Ready:
    """A load as the record takes it in.

    `document` and `actors` are rows, `lists` those of each list of the reading (LISTS) without the number of the
    reading; `at` is when the document came, `made` the version of the reader and when the reading was made. `bands` and
    `issuer` are what is compared of the document. `claims` are the id of each claim, the words it is found by, and the
    values of its brief, as long as the document is a copy of those that it was made ready with, and of no others.
    """

    document_id: str
    document: Values
    packed: bytes
    size: int
    source: str
    at: str
    made: tuple[str, str]
    bands: tuple[int, ...]
    issuer: str | None
    entries: list[str]
    actors: list[Values]
    lists: list[list[Values]]
    claims: list[tuple[str, str, Values]]


# Bytes that a small window holds.
SHORT = 1 << 12
DOCUMENT, ACTOR = itemgetter(*columns_of(tables.documents)), itemgetter(*columns_of(tables.actors))


def make_ready(item: Load, compared: Compared, copy: Copy) -> tuple[Ready, list[Traits]]:
    """Return a load with all that can be made of it without the record, and the traits of its claims.

    `copy` says whose words its document carries.
    """
    reading, document = item.reading, item.document
    stored = store_reading(reading, item.version, (copy.origin, copy.reason, compared.issuer))
    claims = [sketched_traits(sketch_claim(stored, claim)) for claim in reading.claims]
    rows = {row["key"]: row for row in (actor_row(mention.actor) for mention in reading.mentions if mention.actor)}
    ready = Ready(
        document_id=document.id,
        document=DOCUMENT(document_row(document, item.at.isoformat())),
        packed=pack_original(item.original),
        size=len(item.original),
        source=item.source,
        at=item.at.isoformat(),
        made=(item.version, (item.read_at or item.at).isoformat()),
        bands=compared.bands,
        issuer=compared.issuer,
        entries=[words for entry in find_entries(document) if (words := index_words(entry))],
        actors=list(map(ACTOR, rows.values())),
        lists=[[make(place, value) for place, value in enumerate(getattr(reading, name))] for name, _, make in LISTS],
        claims=[
            (claim.id, index_words(claim.evidence.of(document.text)), tuple(make_brief(traits)))
            for claim, traits in zip(reading.claims, claims, strict=True)
        ],
    )
    return ready, claims


def pack_original(data: bytes) -> bytes:
    """Return the bytes a document was made from, compressed (zlib).

    To make a window of the usual size takes several times as long as to pack a short report, which needs none.
    """
    if len(data) > SHORT:
        return zlib.compress(data, 1)
    packer = zlib.compressobj(1, wbits=SHORT.bit_length() - 1, memLevel=5)
    return packer.compress(data) + packer.flush()
