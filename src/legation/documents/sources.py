"""What a user names (a path, a folder, a URL, a feed, "-") → documents, one after the other, lazily."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import httpx

from legation.documents.document import Document
from legation.documents.options import MEBIBYTE, Parsed, ParseOptions, Source
from legation.documents.parse import Outcome, parse_source
from legation.errors import UnreadableDocument

# Archives are read from disk member by member, so their own size is bounded only by what they unpack to.
ARCHIVES = (".zip", ".warc", ".warc.gz")


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
    options: ParseOptions | None = None,
    *,
    stdin: BinaryIO | None = None,
    client: httpx.Client | None = None,
) -> Iterator[Source | UnreadableDocument]:
    """Yield the named bytes an argument stands for, one at a time; see `find_documents`."""
    options = options or ParseOptions()
    try:
        if argument == "-":
            yield read_stream(stdin, options)
        elif argument.lower().startswith(("http://", "https://")):
            from legation.documents.fetch import fetch_source

            yield fetch_source(argument, options.limits.source_bytes, client)
        else:
            yield from find_files(Path(argument), options)
    except UnreadableDocument as problem:
        yield problem


def read_stream(stdin: BinaryIO | None, options: ParseOptions) -> Source:
    """Read standard input to its end, or to one byte beyond the limit, which the parser then refuses."""
    if stdin is None:
        message = 'the argument "-" needs the stream to read'
        raise ValueError(message)
    return Source(stdin.read(options.limits.source_bytes + 1), "-")


def find_files(path: Path, options: ParseOptions) -> Iterator[Source | UnreadableDocument]:
    """Yield a file, or every file below a folder, hidden ones left out."""
    if not is_folder(path):
        yield read_file(path, options)
        return
    count = 0
    for file in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if hidden or file.is_dir():
            continue
        count += 1
        try:
            yield read_file(file, options)
        except UnreadableDocument as problem:
            yield problem
    if not count:
        raise UnreadableDocument(f"{path}: a folder without files")


def is_folder(path: Path) -> bool:
    """Tell whether there is such a folder; names that the system refuses name none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def read_file(path: Path, options: ParseOptions) -> Source:
    """Return the bytes of a file; raises UnreadableDocument if it is missing, may not be read, or is too large."""
    limit = options.limits.source_bytes
    try:
        if not path.is_file():
            raise UnreadableDocument(f"{path}: {'not a regular file' if path.exists() else 'no such file or folder'}")
        size = path.stat().st_size
        if size > limit and path.name.lower().endswith(ARCHIVES):
            return Source(b"", str(path), file=path)
        if size > limit:
            raise UnreadableDocument(f"{path}: {size // MEBIBYTE} MB, larger than {limit // MEBIBYTE} MB")
        return Source(path.read_bytes(), str(path))
    except (OSError, ValueError) as error:  # ValueError: a name with a zero character
        raise UnreadableDocument(f"{path}: {getattr(error, 'strerror', None) or error}") from error


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
