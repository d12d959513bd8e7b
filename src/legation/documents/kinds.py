"""What bytes are: told by their first bytes, then by what a header or the name says."""

import re
from enum import StrEnum
from pathlib import PurePosixPath

from legation.documents.options import Source
from legation.errors import UnreadableDocument


class Kind(StrEnum):
    """What a source can be parsed as."""

    TEXT = "text"
    PAGE = "page"
    PDF = "pdf"
    MAIL = "mail"
    FEED = "feed"
    ZIP = "zip"
    GZIP = "gzip"
    WARC = "warc"


HEAD = 4096
TEXT_NAMES = frozenset({".txt", ".text", ".md", ".rst", ".asc"})
PAGE_NAMES = frozenset({".html", ".htm", ".xhtml"})
MAIL_NAMES = frozenset({".eml", ".mhtml", ".mht"})
FEED_NAMES = frozenset({".rss", ".atom"})
DATA_NAMES = frozenset({".json", ".jsonl", ".csv", ".tsv", ".js", ".css", ".yml", ".yaml", ".toml", ".sql", ".svg"})
# First bytes of what is not read, with the words for it.
FOREIGN = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as PDF or text"),
    (b"{\\rtf", "an RTF document; save it as PDF or text"),
    (b"BZh", "a bzip2 file; unpack it first"),
    (b"\xfd7zXZ", "an xz file; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"(\xb5/\xfd", "a zstd file; unpack it first"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"ID3", "an audio file"),
)
PAGE_START = re.compile(
    rb"(?:<!--.{0,2000}?-->|<\?xml[^>]{0,200}\?>|\s)*<(?:!doctype html|html|head|body|article|main|title|meta|div"
    rb"|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
FEED_START = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
HEADER = re.compile(
    rb"(?:Return-Path|Received|MIME-Version|Message-ID|Delivered-To|X-[\w-]+|From|To|Subject|Date|Content-Type|"
    rb"Snapshot-Content-Location|DKIM-Signature|Reply-To|Sender|Cc|List-[\w-]+): ?\S",
    re.IGNORECASE,
)


def kind_of(source: Source) -> Kind:
    """Return what a source is; raises UnreadableDocument for what is not read."""
    head = source.head(HEAD)
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    ending = PurePosixPath(source.name.split("?")[0].lower()).suffix if "://" not in source.name else ""
    if packed := packed_kind(head):
        return packed
    for start, words in FOREIGN:
        if head.startswith(start):
            raise UnreadableDocument(f"{source.name}: {words}: not read")
    if head[257:262] == b"ustar":
        raise UnreadableDocument(f"{source.name}: a tar archive; unpack it first: not read")
    media = (source.media_type or "").split(";")[0].strip().lower()
    if ending in TEXT_NAMES or media == "text/plain":
        return Kind.TEXT
    if ending in DATA_NAMES:
        raise UnreadableDocument(f"{source.name}: a data file, no report: not read")
    return worded_kind(source, bare, ending, media)


def packed_kind(head: bytes) -> Kind | None:
    """Return the kind of a container or PDF, which its first bytes tell for certain."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return Kind.ZIP
    if head.startswith(b"\x1f\x8b"):
        return Kind.GZIP
    if head.startswith(b"WARC/"):
        return Kind.WARC
    return Kind.PDF if b"%PDF-" in head[:1024] else None


def worded_kind(source: Source, bare: bytes, ending: str, media: str) -> Kind:
    """Return the kind of something written in characters."""
    narrow = bare.replace(b"\x00", b"")
    if ending in MAIL_NAMES or media in {"message/rfc822", "multipart/related"}:
        return Kind.MAIL
    if ending in FEED_NAMES or ("xml" in media and "html" not in media) or FEED_START.search(narrow):
        if not FEED_START.search(narrow):
            raise UnreadableDocument(f"{source.name}: XML, but no RSS or Atom feed: not read")
        return Kind.FEED
    if ending in PAGE_NAMES or "html" in media or PAGE_START.match(narrow):
        return Kind.PAGE
    if narrow.startswith(b"<?xml") or ending == ".xml":
        raise UnreadableDocument(f"{source.name}: XML, but no RSS or Atom feed: not read")
    headers = [HEADER.match(line) is not None for line in bare.splitlines()[:4]]
    strong = re.search(rb"(?mi)^(?:MIME-Version|Message-ID|Received|Return-Path):", bare)
    return Kind.MAIL if len(headers) >= 2 and all(headers[:2]) and strong else Kind.TEXT
