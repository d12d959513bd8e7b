"""Legation reads open reporting about relations between states and keeps a record that leads back to its words.

The stages, in order: documents → reading → actors → record → reporting → workspace → cli. What users of the library
need stands here; everything else is internal.

    import legation

    reading = legation.read("Peru sent Chile 200 tents on Monday.", published="2026-03-04")
    for claim in reading.claims:
        print(claim.type, claim.status, reading.document.quote(claim.evidence))

    with legation.open("record.db") as record:
        for added in record.add(["reports/"]):
            print(added.source, added.problem or added.claims)
        for line in record.chronology("PER", "CHL").lines:
            print(line.when, line.kind, line.parties)

Names:
    read            a text or a file → a `Reading`
    open            the record at a path or URL → a `Workspace`
    Workspace       a record with .add(), .chronology(), .search(), .show(), .brief(), .check() …
    Document        one text with its source, dates and zones
    Span            characters [start, end) of a document's text
    Reading         everything a document says: mentions, times, quantities, attributions, claims
    Claim           what one document says happened, or did not, or may
    Event           the claims of one occurrence, with every value they give
    Chronology      the events of a dyad as lines
    LegationError   bad material: a document, lexicon file or record; the message says what, which and what next
"""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from legation.errors import LegationError

if TYPE_CHECKING:
    from legation.documents.document import Document
    from legation.documents.span import Span
    from legation.reading.claim import Claim, Reading
    from legation.record.event import Event
    from legation.reporting.chronology import Chronology
    from legation.workspace.workspace import Workspace

__all__ = [
    "Chronology",
    "Claim",
    "Document",
    "Event",
    "LegationError",
    "Reading",
    "Span",
    "Workspace",
    "open",
    "read",
]

# Loaded when first asked for: `import legation` stays fast.
HOMES = {
    "Chronology": "legation.reporting.chronology",
    "Claim": "legation.reading.claim",
    "Document": "legation.documents.document",
    "Event": "legation.record.event",
    "Reading": "legation.reading.claim",
    "Span": "legation.documents.span",
    "Workspace": "legation.workspace.workspace",
}


def __getattr__(name: str) -> Any:
    """Load a public name from where it lives."""
    if name not in HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(HOMES[name]), name)


def read(text_or_path: str | Path, published: str | None = None, lexicon: Path | None = None) -> "Reading":
    """Read one document and return everything it says.

    `text_or_path` is a `Path`, or a string: the name of a file if there is one of that name, else the text itself.
    `published` is the day (or month, or year) of publication in ISO 8601; it goes before what the document says.
    `lexicon` is a folder of lexicon files laid over the built-in ones. The model is loaded once.
    Raises UnreadableDocument (a LegationError) for a file that gives no text, ValueError for a malformed date.
    """
    from legation.workspace.single import read_one

    return read_one(text_or_path, published, lexicon)


def open(record: str | Path, lexicon: Path | None = None, *, create: bool = True) -> "Workspace":
    """Open the record at a path or database URL and return the workspace on it; `create` makes one if there is none.

    Raises BadRecord (a LegationError) for what is no record or cannot be reached. Close it, or use it in `with`.
    """
    from legation.workspace.workspace import Workspace

    return Workspace(str(record), lexicon, create=create)
