"""Reading one document without a record."""

from functools import lru_cache
from pathlib import Path

from legation.documents.assemble import Details, document_from_text
from legation.documents.document import Document, days_of
from legation.documents.options import ParseOptions
from legation.documents.sources import read_document
from legation.lexicon.overlay import laid_over
from legation.reading.claim import Reading
from legation.reading.reader import Reader, load_reader

# Longer strings, and those of several lines, are no file names on any system.
LONGEST_NAME = 1024


def read_one(text_or_path: str | Path, published: str | None = None, lexicon: Path | None = None) -> Reading:
    """Return the reading of a text or of the one document of a file; see `legation.read`."""
    if published is not None:
        days_of(published)
    with laid_over(lexicon):
        return get_reader(lexicon).read(get_document(text_or_path, published))


@lru_cache(maxsize=2)
def get_reader(lexicon: Path | None) -> Reader:
    """Return the reader of a lexicon, loaded once."""
    return load_reader(lexicon)


def get_document(text_or_path: str | Path, published: str | None) -> Document:
    """Return the document a path names, or the one of a text."""
    if isinstance(text_or_path, Path) or is_file_name(text_or_path):
        return read_document(text_or_path, ParseOptions(published=published))
    return document_from_text(text_or_path, Details(published=published))


def is_file_name(words: str) -> bool:
    """Tell whether there is a file of this name."""
    if not words or len(words) > LONGEST_NAME or "\n" in words or "\0" in words:
        return False
    try:
        return Path(words).is_file()
    except OSError:
        return False
