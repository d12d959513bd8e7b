"""What the benchmark commands share: texts as the data sets give them, progress, peak memory."""

import resource
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from legation.documents.document import DateSource, Document, Zone, ZoneKind, content_id
from legation.documents.span import Span
from legation.reading.claim import Claim, Status

Row = TypeVar("Row")
UNCODED = frozenset({"STATEMENT", "OTHER"})
COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
MATERIAL_CONFLICT = frozenset({"PROTEST", "SANCTION", "COERCE", "ASSAULT"})


def open_text(path: Path) -> str:
    """Return a file's characters unchanged, line ends included, since offsets count them."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def plain_document(text: str, published: str | None = None) -> Document:
    """Return a document whose every character is body text: data sets are measured without zones."""
    zones = (Zone(ZoneKind.BODY, Span(0, len(text))),) if text else ()
    source = DateSource.OPTION if published else None
    return Document(content_id(text.encode()), text, published=published, published_source=source, zones=zones)


def coded_type(claim: Claim) -> str:
    """Return the type a PLOVER coder gives a claim, where the record keeps type and status apart.

    The ontology codes cooperation that is only to come as AGREE, material conflict that is only announced as
    THREATEN, and cooperation that is refused or denied as REJECT.
    """
    if claim.status is Status.DENIED and claim.type in COOPERATIVE:
        return "REJECT"
    if claim.status is Status.PLANNED and claim.type in COOPERATIVE:
        return "AGREE"
    return "THREATEN" if claim.status is Status.PLANNED and claim.type in MATERIAL_CONFLICT else claim.type


def progress(rows: Sequence[Row], what: str) -> Iterator[Row]:
    """Yield the rows, telling stderr how far the work is."""
    for number, row in enumerate(rows, start=1):
        yield row
        if number % 50 == 0 or number == len(rows):
            print(f"\r{number}/{len(rows)} {what}", end="" if number < len(rows) else "\n", file=sys.stderr, flush=True)


def peak_memory() -> float:
    """Return the peak resident memory of this process in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
