"""What the benchmark commands share: texts as the data sets give them, progress, peak memory."""

import resource
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from legation.documents.document import DateSource, Document, Zone, ZoneKind, content_id
from legation.documents.span import Span

Row = TypeVar("Row")


def open_text(path: Path) -> str:
    """Return a file's characters unchanged, line ends included, since offsets count them."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def plain_document(text: str, published: str | None = None) -> Document:
    """Return a document whose every character is body text: data sets are measured without zones."""
    zones = (Zone(ZoneKind.BODY, Span(0, len(text))),) if text else ()
    source = DateSource.OPTION if published else None
    return Document(content_id(text.encode()), text, published=published, published_source=source, zones=zones)


def progress(rows: Sequence[Row], what: str) -> Iterator[Row]:
    """Yield the rows, telling stderr how far the work is."""
    for number, row in enumerate(rows, start=1):
        yield row
        if number % 50 == 0 or number == len(rows):
            print(f"\r{number}/{len(rows)} {what}", end="" if number < len(rows) else "\n", file=sys.stderr, flush=True)


def peak_memory() -> float:
    """Return the peak resident memory of this process in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
