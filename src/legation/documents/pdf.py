"""PDF → text: a paragraph a line, without the running heads, with the title and authors the file names."""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

from legation.documents.guard import guarded
from legation.documents.lines import fold
from legation.errors import UnreadableDocument

# The mark stands in the last bytes of a whole file; writers pad it a little.
TAIL = 4096
NUMBER = re.compile(r"(?:page )?[-–— ]*\d{1,4}(?: ?(?:of|/) ?\d{1,4})?[-–— ]*", re.IGNORECASE)
ENDS = re.compile(r"[.!?:;][\"'”’)\]]*$")


def read_pdf(data: bytes, name: str, longest: int) -> tuple[str, dict[str, str]]:
    """Return the text of a PDF and the title and author its information dictionary names, where the text bears it out.

    Raises UnreadableDocument for a truncated, broken or encrypted file and for one without text (scanned pages).
    """
    if b"%%EOF" not in data[-TAIL:]:
        raise UnreadableDocument(f"{name}: truncated PDF (no end mark)")
    # The library tells of every flaw it mends; a flaw it cannot mend it raises.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with guarded(name, "PDF"):
        reader = open_reader(data, name)
        pages: list[str] = []
        for page in reader.pages:
            pages.append(page.extract_text())
            if sum(map(len, pages)) > longest:
                raise UnreadableDocument(f"{name}: more than {longest} characters of text")
        information = {str(key): str(value) for key, value in (reader.metadata or {}).items()}
    text = "\n".join(find_paragraphs([page.splitlines() for page in pages]))
    if not any(letter.isalpha() for letter in text):
        raise UnreadableDocument(f"{name}: a PDF of {len(pages)} pages without text (scanned?)")
    return text, borne_out(information, text)


def open_reader(data: bytes, name: str) -> PdfReader:
    """Return the reader, opened with the empty password where the file is encrypted."""
    message = f"{name}: an encrypted PDF"
    try:
        reader = PdfReader(BytesIO(data))
        opened = not reader.is_encrypted or bool(reader.decrypt(""))
    # Of a way of encryption that it does not know, pypdf says that it is not implemented.
    except (DependencyError, FileNotDecryptedError, NotImplementedError) as error:
        raise UnreadableDocument(message) from error
    if not opened:
        raise UnreadableDocument(message)
    return reader


def find_paragraphs(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the paragraphs of pages of layout lines: wrapped lines joined, across pages too, without running heads."""
    running = running_heads(pages)
    lines = [line for page in pages for line in page_body(page, running)]
    widths = sorted(len(line) for line in lines if line)
    full = widths[int(len(widths) * 0.9)] if widths else 0
    held = held_line = ""
    for line in lines:
        if not line:
            if held and ENDS.search(held):
                yield held
                held = ""
            continue
        if held and is_wrapped(held_line, line, full):
            held = join(held, line)
        else:
            if held:
                yield held
            held = line
        held_line = line
    if held:
        yield held


def running_heads(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the lines, numbers aside, that stand at the top or bottom of at least three pages and a third of all."""
    edges: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page if line.strip()]
        edges.update({without_numbers(line) for line in (*lines[:2], *lines[-2:])})
    return frozenset(line for line, count in edges.items() if line and count >= max(3, len(pages) / 3))


def without_numbers(line: str) -> str:
    """Return a line for comparison between pages."""
    return re.sub(r"\d+", "", fold(line)).strip()


def page_body(page: Sequence[str], running: frozenset[str]) -> Iterator[str]:
    """Yield the lines of a page, trimmed, but for running heads and page numbers at its edges."""
    places = [place for place, line in enumerate(page) if line.strip()]
    edges = {*places[:2], *places[-2:]}
    for place, line in enumerate(page):
        words = " ".join(line.split())
        if place in edges and (NUMBER.fullmatch(words) or without_numbers(line) in running):
            continue
        yield words


def is_wrapped(line: str, following: str, full: int) -> bool:
    """Tell whether a paragraph goes on after a line: it is full, or ends open and the next begins in lower case."""
    if following[:1] in "•▪●-–—*" or re.match(r"\(?\d{1,2}[.)] ", following):
        return False
    if len(line) >= 0.8 * full and not (ENDS.search(line) and len(line) < 0.9 * full and following[:1].isupper()):
        return full >= 30
    return not ENDS.search(line) and following[:1].islower()


def join(held: str, line: str) -> str:
    """Join a wrapped line; a hyphen between letters at its end is one of the layout if the word goes on small."""
    if re.search(r"[a-z]-$", held) and line[:1].islower():
        return held[:-1] + line
    return f"{held} {line}"


def borne_out(information: dict[str, str], text: str) -> dict[str, str]:
    """Return title and author if the text has the same words: the dictionary often names a draft or a clerk."""
    head = fold(text[:4000])
    found = {"title": information.get("/Title", ""), "author": information.get("/Author", "")}
    return {key: value.strip() for key, value in found.items() if len(fold(value)) >= 4 and fold(value) in head}
