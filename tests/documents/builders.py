"""Builders of files in the formats that are parsed."""

import gzip
import io
import zipfile
from collections.abc import Mapping
from typing import Any

from legation.documents.options import Limits, Parsed, ParseOptions, Source
from legation.documents.parse import parse_source
from legation.errors import UnreadableDocument

STORY = "The ministers of Peru and Chile met in Lima on Tuesday and agreed to open the border crossing again in May."
PARAGRAPHS = (
    STORY,
    "The crossing had been shut since the floods of last winter, and traders on both sides had asked for it to reopen.",
    "A spokesman of the foreign ministry in Santiago said that the two governments would sign the accord within weeks.",
)


def outcomes(data: bytes, name: str = "a.txt", *, limits: Limits | None = None, **hints: Any) -> list[object]:
    """Return what parsing these bytes yields: documents, and messages for what is not read."""
    options = ParseOptions(limits=limits or Limits())
    found = parse_source(Source(data, name, **hints), options)
    return [item.document if isinstance(item, Parsed) else message(item) for item in found]


def message(problem: UnreadableDocument) -> str:
    """Return the one line of a problem."""
    text = str(problem)
    assert "\n" not in text
    return text


def page(head: str = "", body: str | None = None, title: str = "Border to reopen in May") -> bytes:
    """Return a web page with an article."""
    inner = body if body is not None else f"<h1>{title}</h1>" + "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        f"<body><nav><a href='/'>Home</a></nav><article>{inner}</article></body></html>"
    ).encode()


def rss(items: str, title: str = "Andes Wire") -> bytes:
    """Return an RSS feed."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title>{items}</channel></rss>"
    ).encode()


def item(number: int = 1, description: str = STORY, extra: str = "") -> str:
    """Return one entry of an RSS feed."""
    return (
        f"<item><title>Report {number}</title><link>https://wire.example/{number}</link>"
        f"<pubDate>Tue, 03 Mar 2026 09:30:00 GMT</pubDate><description>{description}</description>{extra}</item>"
    )


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def warc(*records: tuple[str, str, bytes]) -> bytes:
    """Return a gzipped WARC of successful fetches: (url, media type, body) each."""
    pieces = []
    for number, (url, media, body) in enumerate(records):
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-03T09:30:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        ).encode()
        pieces.append(gzip.compress(head + http + b"\r\n\r\n"))
    return b"".join(pieces)


def pdf(*pages: tuple[str, ...], title: str = "", encrypt: bool = False) -> bytes:
    """Return a PDF whose pages show these lines of text (or nothing), written object by object."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    for lines in pages:
        sheet = writer.add_blank_page(width=595, height=842)
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        sheet[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        shown = "".join(f"({line}) Tj T* " for line in lines)
        content = DecodedStreamObject()
        content.set_data(f"BT /F1 11 Tf 14 TL 50 780 Td {shown}ET".encode("latin-1"))
        sheet[NameObject("/Contents")] = writer._add_object(content)
    if title:
        writer.add_metadata({"/Title": title})
    if encrypt:
        writer.encrypt("secret", algorithm="RC4-40")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()
