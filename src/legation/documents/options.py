"""What the parsers are given and give back: sources of bytes, options with limits, parsed documents."""

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from legation.documents.document import Document

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken in; whatever exceeds a limit is an UnreadableDocument that names the limit.

    source_bytes    one file, page, message, feed or archive member
    text_characters one document's text
    total_bytes     everything unpacked from one archive, members of members included
    members         files in one archive
    ratio           unpacked bytes to packed bytes of one member; above it a member is taken for a bomb
    depth           archives in archives (attachments and archived pages count)
    """

    source_bytes: int = 100 * MEBIBYTE
    text_characters: int = 20_000_000
    total_bytes: int = 2048 * MEBIBYTE
    members: int = 100_000
    ratio: int = 200
    depth: int = 4


@dataclass(frozen=True, slots=True)
class ParseOptions:
    """How documents are parsed.

    published   the date of publication, ISO, any precision; goes before whatever the document says
    languages   ISO 639-1 codes that are read; a text in another is an UnreadableDocument
    limits      how much is taken in
    """

    published: str | None = None
    languages: frozenset[str] = frozenset({"en"})
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Source:
    """Named bytes. `name` is what messages say and what becomes `Document.path`, unless the bytes have a `url`.

    `charset` and `media_type` are what a header said of them, `depth` counts the containers around them. A large
    archive is left on disk: then `file` says where, and `data` is empty.
    """

    data: bytes
    name: str
    url: str | None = None
    charset: str | None = None
    media_type: str | None = None
    depth: int = 0
    file: Path | None = None

    def head(self, length: int) -> bytes:
        """Return the first bytes."""
        if self.file is None:
            return self.data[:length]
        with self.file.open("rb") as stream:
            return stream.read(length)

    def open(self) -> BinaryIO:
        """Return the bytes as a stream."""
        return BytesIO(self.data) if self.file is None else self.file.open("rb")


@dataclass(slots=True)
class Budget:
    """What one archive, with everything in it, may still unpack to. It shrinks as members are read."""

    total_bytes: int
    members: int

    def take(self, size: int) -> bool:
        """Book one member of `size` bytes; False if that is more than is left."""
        self.members -= 1
        self.total_bytes -= size
        return self.members >= 0 and self.total_bytes >= 0


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document and the bytes it was made from; `document.id` is their hash."""

    document: Document
    original: bytes
