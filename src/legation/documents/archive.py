"""Zip, gzip and WARC → their members, within limits: a bomb is told before it is unpacked."""

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from legation.documents.guard import guarded
from legation.documents.options import MEBIBYTE, Budget, Limits, Source
from legation.errors import UnreadableDocument

# A short file of one letter compresses a thousandfold and harms nobody.
HARMLESS = MEBIBYTE
OFFICE = {"word/": "a Word document", "xl/": "an Excel workbook", "ppt/": "a PowerPoint file"}
RECORDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
READABLE = re.compile(r"text/(?:html|plain|xml)|application/(?:xhtml\+xml|pdf|rss\+xml|atom\+xml|xml)|message/rfc822")

Member = Source | UnreadableDocument


def find_zip_members(source: Source, limits: Limits, budget: Budget) -> Iterator[Member]:
    """Yield the files of a zip archive in its order, and a problem for each that cannot be taken out."""
    with source.open() as stream:
        with guarded(source.name, "zip archive"):
            archive = zipfile.ZipFile(stream)
            members = [info for info in archive.infolist() if not is_clutter(info)]
        check_names([info.filename for info in members], source.name)
        for info in members:
            try:
                yield take_member(archive, info, source, limits, budget)
            except UnreadableDocument as problem:
                yield problem
            if budget.total_bytes < 0 or budget.members < 0:
                return


def check_names(names: Sequence[str], archive: str) -> None:
    """Raise UnreadableDocument for an archive without files and for one that is an office document or e-book."""
    if not names:
        raise UnreadableDocument(f"{archive}: an archive without files")
    if "[Content_Types].xml" in names or names[0] == "mimetype":
        what = next((what for start, what in OFFICE.items() if any(name.startswith(start) for name in names)), None)
        raise UnreadableDocument(f"{archive}: {what or 'an office document or e-book'}; save it as PDF or text")


def is_clutter(info: zipfile.ZipInfo) -> bool:
    """Tell folders and the files that systems leave behind from documents."""
    path = PurePosixPath(info.filename)
    return info.is_dir() or "__MACOSX" in path.parts or path.name.startswith(".") or path.name == "Thumbs.db"


def take_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: Source, limits: Limits, budget: Budget
) -> Source:
    """Unpack one member. Sizes in the directory may lie, so never more than the limit is read."""
    name = f"{source.name}/{info.filename}"
    if info.flag_bits & 1:
        raise UnreadableDocument(f"{name}: encrypted")
    if info.file_size > HARMLESS and info.file_size > limits.ratio * max(info.compress_size, 1):
        raise UnreadableDocument(f"{name}: unpacks to more than {limits.ratio} times its size (a zip bomb?)")
    if info.file_size > limits.source_bytes:
        raise UnreadableDocument(f"{name}: larger than {limits.source_bytes // MEBIBYTE} MB")
    with guarded(name, "zip member"), archive.open(info) as stream:
        data = stream.read(limits.source_bytes + 1)
    return Source(book(data, name, source.name, limits, budget), name, depth=source.depth + 1)


def book(data: bytes, name: str, archive: str, limits: Limits, budget: Budget) -> bytes:
    """Return the bytes if they are within the limit and the archive's budget; raises UnreadableDocument if not."""
    if not budget.take(len(data)):
        total = limits.total_bytes // MEBIBYTE
        raise UnreadableDocument(
            f"{archive}: more than {limits.members} files or {total} MB unpacked; the rest is left"
        )
    if len(data) > limits.source_bytes:
        raise UnreadableDocument(f"{name}: larger than {limits.source_bytes // MEBIBYTE} MB")
    return data


def unpack_gzip(source: Source, limits: Limits, budget: Budget) -> Source:
    """Return the file in a gzip wrapper."""
    name = re.sub(r"\.gz$", "", source.name)
    unpacker = zlib.decompressobj(wbits=31)
    with guarded(source.name, "gzip file"), source.open() as stream:
        data = unpacker.decompress(stream.read(limits.source_bytes + 1), limits.source_bytes + 1)
    if not unpacker.eof and len(data) <= limits.source_bytes:
        raise UnreadableDocument(f"{source.name}: truncated gzip file")
    if len(data) > HARMLESS and len(data) > limits.ratio * len(source.data):
        raise UnreadableDocument(f"{source.name}: unpacks to more than {limits.ratio} times its size (a bomb?)")
    book(data, source.name, source.name, limits, budget)
    return Source(data, name if name != source.name else f"{name}/content", depth=source.depth + 1)


def is_gzipped_warc(source: Source) -> bool:
    """Tell whether the first record of a gzip file is one of a WARC."""
    try:
        return zlib.decompressobj(wbits=31).decompress(source.head(65536), 5) == b"WARC/"
    except zlib.error:
        return False


def find_warc_members(source: Source, limits: Limits, budget: Budget) -> Iterator[Member]:
    """Yield the pages, texts, feeds and PDFs of a WARC's successful fetches; other records are no documents."""
    count = 0
    with source.open() as stream:
        records = ArchiveIterator(stream, record_types=RECORDS, parse_http=True)
        while True:
            try:
                with guarded(source.name, "WARC"):
                    record = next(records, None)
                    member = None if record is None else record_member(record, source, limits, budget)
            except UnreadableDocument as problem:
                yield problem
                if str(problem).startswith(f"{source.name}:"):
                    return
                continue
            if record is None:
                break
            if member is not None:
                count += 1
                yield member
    if not count:
        raise UnreadableDocument(f"{source.name}: a WARC without pages")


def record_member(record: Any, source: Source, limits: Limits, budget: Budget) -> Source | None:
    """Return the document in one record; None for a failed fetch or what is no document (images, scripts)."""
    http = getattr(record, "http_headers", None)
    headers = getattr(record, "headers", {})
    url = headers.get("WARC-Target-URI")
    media = (http.get("Content-Type") if http else None) or headers.get("Content-Type") or ""
    if http is not None and http.status_code is not None and not 200 <= http.status_code < 300:
        return None
    if not READABLE.match(media.lower()):
        return None
    name = f"{source.name}/{url or headers.get('WARC-Record-ID') or 'record'}"
    data = record.reader.read(limits.source_bytes + 1)
    charset = re.search(r"charset=[\"']?([\w.:-]+)", media, re.IGNORECASE)
    return Source(
        book(data, name, source.name, limits, budget),
        name,
        url=url,
        charset=charset[1] if charset else None,
        media_type=media.split(";")[0].strip(),
        depth=source.depth + 1,
    )
