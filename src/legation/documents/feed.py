"""RSS and Atom → entries, one by one, so that a feed of any length needs the memory of one entry."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import lxml.html
from lxml import etree

from legation.documents.dates import iso
from legation.errors import UnreadableDocument

ENTRIES = frozenset({"item", "entry"})
FULL = ("encoded", "content")
SHORT = ("description", "summary", "subtitle")
# The closing tag of the whole feed, perhaps with comments behind it.
END = re.compile(rb"</(?:\w+:)?(?:rss|feed|RDF)\s*>")
BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "tr",
        "table",
        "section",
        "article",
        "figure",
        "figcaption",
    ]
)
SILENT = frozenset(["script", "style", "noscript", "template", "iframe"])


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `original` is its XML; `where` says which of its elements gave the text."""

    original: bytes
    title: str | None
    text: str
    where: str
    url: str | None
    authors: tuple[str, ...]
    published: str | None
    updated: str | None
    topics: tuple[str, ...]
    outlet: str | None


def find_entries(data: bytes, name: str) -> Iterator[Entry]:
    """Yield the entries of a feed, in its order.

    Raises UnreadableDocument for XML that is no feed or broken. A feed that breaks off first yields the entries
    before the break, and not the one it breaks off in.
    """
    whole = END.search(data[-200:]) is not None
    count = 0
    held: Entry | None = None
    try:
        for entry in read_entries(data):
            if held:
                yield held
            held = entry
            count += 1
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(f"{name}: broken feed ({' '.join(str(error).split())[:120]})") from error
    if held and whole:
        yield held
    if not count:
        raise UnreadableDocument(f"{name}: a feed without entries")
    if not whole:
        raise UnreadableDocument(f"{name}: the feed breaks off in entry {count}; those before it are read")


def read_entries(data: bytes) -> Iterator[Entry]:
    """Yield the entries as the parser comes upon their ends; it mends what is not well-formed."""
    outlet = None
    events = etree.iterparse(
        BytesIO(data), events=("end",), recover=True, resolve_entities=False, no_network=True, load_dtd=False
    )
    for _, element in events:
        parent = element.getparent()
        if local(element) == "title" and parent is not None and local(parent) in {"channel", "feed"}:
            outlet = words(element)
        if local(element) in ENTRIES:
            yield entry_of(element, outlet)
            forget(element)


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace; empty for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def forget(element: etree._Element) -> None:
    """Drop an element that was read, and what stands before it, from memory."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def entry_of(element: etree._Element, outlet: str | None) -> Entry:
    """Return what an entry's elements say."""
    parts: dict[str, list[etree._Element]] = {}
    for child in element:
        parts.setdefault(local(child), []).append(child)
    title = plain(markup(parts, "title")).replace("\n", " ").strip() or None
    text, where = body_of(parts, title)
    return Entry(
        original=etree.tostring(element, encoding="utf-8", with_tail=False),
        title=title,
        text=text,
        where=where,
        url=link_of(parts),
        authors=authors_of(parts),
        published=iso(first(parts, "pubDate", "published", "issued", "date")),
        updated=iso(first(parts, "updated", "modified")),
        topics=tuple(filter(None, (words(part) or part.get("term") for part in parts.get("category", ())))),
        outlet=outlet,
    )


def body_of(parts: dict[str, list[etree._Element]], title: str | None) -> tuple[str, str]:
    """Return the entry's text, the fullest there is, below its title; and which element gave it."""
    for names, where in ((FULL, "full text in the feed"), (SHORT, "summary in the feed")):
        text = max((plain(markup(parts, name)) for name in names), key=len)
        if text:
            headed = title and not text.startswith(title)
            return (f"{title}\n\n{text}" if headed else text), where
    return title or "", "title in the feed"


def markup(parts: dict[str, list[etree._Element]], name: str) -> str:
    """Return the markup in the first element of a name: escaped, or (XHTML content) as elements."""
    element = next(iter(parts.get(name, ())), None)
    if element is None:
        return ""
    inner = "".join(str(etree.tostring(child, encoding="unicode")) for child in element)
    return (element.text or "") + inner


def plain(html: str) -> str:
    """Return the words of a piece of markup, a block a line."""
    if not html.strip():
        return ""
    try:
        root = lxml.html.fragment_fromstring(html, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return " ".join(html.split())
    pieces: list[str] = []
    gather(root, pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def gather(root: etree._Element, pieces: list[str]) -> None:
    """Collect the words below an element, without scripts; deep markup is walked without recursion."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        block = local(element) in BLOCKS
        silent = any(local(above) in SILENT for above in (element, *element.iterancestors()))
        if event == "start":
            pieces.append("\n" if block else "")
            if isinstance(element.tag, str) and not silent:
                pieces.append((element.text or "").replace("\n", " "))
            continue
        pieces.append("\n" if block else "")
        if element is not root and not any(local(above) in SILENT for above in element.iterancestors()):
            pieces.append((element.tail or "").replace("\n", " "))


def words(element: etree._Element) -> str | None:
    """Return the words of an element on one line."""
    return " ".join("".join(map(str, element.itertext())).split()) or None


def first(parts: dict[str, list[etree._Element]], *names: str) -> str | None:
    """Return the words of the first element that has one of the names."""
    return next((value for name in names for part in parts.get(name, ()) if (value := words(part))), None)


def link_of(parts: dict[str, list[etree._Element]]) -> str | None:
    """Return the address of the page an entry is about."""
    for link in parts.get("link", ()):
        if link.get("rel", "alternate") == "alternate" and (address := link.get("href") or words(link)):
            return address
    return next((words(part) for part in parts.get("guid", ()) if (words(part) or "").startswith("http")), None)


def authors_of(parts: dict[str, list[etree._Element]]) -> tuple[str, ...]:
    """Return the names of an entry's authors."""
    found: list[str] = []
    for part in (*parts.get("creator", ()), *parts.get("author", ())):
        name = next((words(child) for child in part if local(child) == "name"), None) or words(part)
        if name and "@" not in name:
            found.append(name)
    return tuple(dict.fromkeys(found))
