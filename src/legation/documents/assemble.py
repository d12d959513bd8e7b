"""Text and what is known about it → a `Document` with zones, metadata and the provenance of each value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from legation.documents.document import DateSource, Document, Translation, content_id
from legation.documents.zones import find_zones


@dataclass(frozen=True, slots=True)
class Details:
    """What is known about a text apart from its words: from markup, headers or the caller.

    `published` is what an option gave (it goes before the text), `dated` what metadata says (it goes after it).
    `provenance` tells in words where each value comes from; values without one came from the caller.
    `id` is the hash of the original bytes; None: of the text itself. `language` None: it is detected.
    """

    id: str | None = None
    path: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    dated: str | None = None
    updated: str | None = None
    language: str | None = None
    licence: str | None = None
    topics: tuple[str, ...] = ()
    original_language: str | None = None
    translation: Translation | None = None
    provenance: Mapping[str, str] = field(default_factory=dict)


def document_from_text(text: str, details: Details | None = None) -> Document:
    """Return the document of a text: zones found, metadata read from its lines and joined with the details given.

    Never raises for any text. `published` in the details must be ISO (any precision): ValueError if not.
    """
    details = details or Details()
    return Document(
        id=details.id or content_id(text.encode("utf-8", "surrogatepass")),
        text=text,
        path=details.path,
        url=details.url,
        title=details.title,
        published=details.published,
        published_source=DateSource.OPTION if details.published else None,
        language=details.language or "en",
        zones=find_zones(text),
    )
