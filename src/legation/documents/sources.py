"""What a user names (a path, a folder, a URL, a feed, "-") → documents, one after the other, lazily."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import httpx

from legation.documents.document import Document
from legation.documents.options import Parsed, ParseOptions, Source
from legation.documents.parse import Outcome, parse_source
from legation.errors import UnreadableDocument


def find_documents(
    argument: str,
    options: ParseOptions | None = None,
    *,
    stdin: BinaryIO | None = None,
    client: httpx.Client | None = None,
) -> Iterator[Outcome]:
    """Yield every document an argument stands for, and one UnreadableDocument for each item that gives none.

    `argument` is a file, a folder (read through, in the order of names), an http(s) URL of a page, file or feed, or
    "-" for `stdin`. `client` replaces the HTTP client (tests). Nothing is raised for bad material.
    """
    options = options or ParseOptions()
    for source in find_sources(argument, options, stdin=stdin, client=client):
        if isinstance(source, UnreadableDocument):
            yield source
        else:
            yield from parse_source(source, options)


def find_sources(
    argument: str,
    options: ParseOptions,
    *,
    stdin: BinaryIO | None = None,
    client: httpx.Client | None = None,
) -> Iterator[Source | UnreadableDocument]:
    """Yield the named bytes an argument stands for, one at a time; see `find_documents`."""
    if argument == "-":
        yield Source(stdin.read() if stdin else b"", "-")
        return
    path = Path(argument)
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.is_file():
                yield Source(file.read_bytes(), str(file))
    else:
        try:
            yield Source(path.read_bytes(), argument)
        except OSError as error:
            yield UnreadableDocument(f"{argument}: {error.strerror}")


def read_document(path: str | Path, options: ParseOptions | None = None) -> Document:
    """Return the one document of a file; raises UnreadableDocument if it gives none or holds several."""
    outcomes = find_documents(str(path), options)
    first = next(outcomes, None)
    if first is None:
        raise UnreadableDocument(f"{path}: holds no document")
    if not isinstance(first, Parsed):
        raise first
    if next(outcomes, None) is not None:
        raise UnreadableDocument(f"{path}: holds several documents; add it to a record")
    return first.document
