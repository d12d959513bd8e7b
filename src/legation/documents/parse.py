"""Named bytes → documents, whatever they hold; what cannot be read is yielded as an `UnreadableDocument`."""

from collections.abc import Iterator

from legation.documents.assemble import Details, document_from_text
from legation.documents.document import content_id
from legation.documents.options import Parsed, ParseOptions, Source
from legation.documents.text import decode
from legation.errors import UnreadableDocument

Outcome = Parsed | UnreadableDocument


def parse_source(source: Source, options: ParseOptions | None = None) -> Iterator[Outcome]:
    """Yield the documents in these bytes, and one UnreadableDocument for each part that gives none; never raises."""
    options = options or ParseOptions()
    try:
        decoded = decode(source.data, source.name, source.charset)
        details = Details(
            id=content_id(source.data),
            path=None if source.url else source.name,
            url=source.url,
            published=options.published,
        )
        yield Parsed(document_from_text(decoded.text, details), source.data)
    except UnreadableDocument as problem:
        yield problem
