"""Bytes → text: byte order marks, declared and detected encodings; what is no text is said to be none."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from legation.errors import UnreadableDocument

# Longest first: the mark of UTF-16 LE begins the one of UTF-32 LE.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Control characters that no text holds; ESC stays for ISO-2022 encodings, form feed and the like are layout.
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
HIGH = re.compile(rb"[\x80-\xff]+")
SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
DECLARATION = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
# Enough to tell an encoding; the detector's time grows with its input.
SAMPLE = 200_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding its bytes were in. The byte order mark, a signature, is no part of the text."""

    text: str
    encoding: str


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """Return the text of these bytes: by byte order mark, as UTF-8, as declared, or in the encoding detected.

    Raises UnreadableDocument if there is nothing, if the bytes are no text, or if no encoding fits.
    """
    if not data.strip():
        raise UnreadableDocument(f"{name}: empty")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Decoded(decode_strictly(data[len(mark) :], encoding, name), encoding)
    if wide := guess_wide(data):
        return Decoded(decode_strictly(data, wide, name), wide)
    if len(CONTROL.findall(data[:SAMPLE])) > len(data[:SAMPLE]) // 1000 or b"\x00" in data:
        raise UnreadableDocument(f"{name}: binary data, no text")
    return decode_bytewise(data, name, declared)


def guess_wide(data: bytes) -> str | None:
    """Name the UTF-16 without a mark that these bytes are in, told by the zeros beside ASCII letters."""
    head = data[:2000]
    if len(data) % 2 or len(head) < 8:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.7 * half and not even:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and not odd else None


def decode_bytewise(data: bytes, name: str, declared: str | None) -> Decoded:
    """Decode bytes in an encoding whose ASCII part is ASCII, or in a declared one."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        broken = error
    if declared and (text := decode_as(data, declared)) is not None:
        return Decoded(text, declared.lower())
    if is_broken_utf8(data):
        raise UnreadableDocument(
            f"{name}: wrongly encoded: UTF-8 but for byte {broken.start} (0x{data[broken.start]:02x})"
        )
    high = sum(len(run) for run in HIGH.findall(data))
    # English with curly quotes and a few accents, as Windows writes it: too little for a detector to go by.
    if high < len(data) * 0.12 and (text := decode_as(data, "cp1252")) is not None:
        return Decoded(text, "cp1252")
    found = from_bytes(data[:SAMPLE]).best()
    if found is not None and (text := decode_as(data, found.encoding)) is not None:
        return Decoded(text, found.encoding)
    raise UnreadableDocument(f"{name}: the encoding cannot be told; convert it to UTF-8")


def is_broken_utf8(data: bytes) -> bool:
    """Tell whether most bytes beyond ASCII form UTF-8 sequences, so that the rest is damage."""
    high = sum(len(run) for run in HIGH.findall(data))
    return 2 * sum(len(sequence) for sequence in SEQUENCE.findall(data)) > high


def decode_as(data: bytes, encoding: str) -> str | None:
    """Return the text if the encoding is known and fits every byte."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def decode_strictly(data: bytes, encoding: str, name: str) -> str:
    """Return the text, or raise UnreadableDocument naming the byte that does not fit."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(f"{name}: wrongly encoded: not {encoding} at byte {error.start}") from error
    if not text.strip():
        raise UnreadableDocument(f"{name}: empty")
    return text


def decode_page(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the characters of a web page, in the encoding its header or markup declares.

    Pages are written by many hands: up to one wrong byte in a thousand is borne, as browsers do.
    """
    found = DECLARATION.search(data[:4096])
    declared = declared or (found[1].decode("ascii") if found else None)
    try:
        return decode(data, name, declared).text
    except UnreadableDocument:
        text = data.decode("utf-8", "replace") if b"\x00" not in data else ""
        if not text or text.count("\ufffd") * 1000 > len(text):
            raise
        return text
