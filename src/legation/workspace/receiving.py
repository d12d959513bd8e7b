"""Taking in what people hand over in a browser: files, texts, addresses of pages and feeds; never local paths."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from legation.documents.document import Document
from legation.documents.options import Parsed, ParseOptions, Source
from legation.documents.parse import Outcome, parse_source
from legation.documents.sources import find_documents
from legation.errors import UnreadableDocument
from legation.workspace.ingest import Added, ingest
from legation.workspace.workspace import Workspace, amended

WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is handed over: named bytes, and addresses; `published` and `outlet` are what the giver knows better."""

    files: tuple[tuple[str, bytes], ...] = ()
    addresses: tuple[str, ...] = ()
    published: str | None = None
    outlet: str | None = None

    @property
    def size(self) -> int:
        """How many things it has; an archive or a feed may turn out to hold many documents."""
        return len(self.files) + len(self.addresses)


def receive(workspace: Workspace, delivery: Delivery) -> Iterator[Added]:
    """Take in a delivery; yield what became of each item once it is kept. Nothing is raised for bad material."""
    workspace.refuse_past()
    options = ParseOptions(published=delivery.published)

    def improve(document: Document) -> Document:
        if delivery.outlet is None:
            return document
        provenance = {**document.provenance, "outlet": "option"}
        return replace(document, outlet=delivery.outlet, provenance=provenance)

    found = ((name, amended(outcome, improve)) for name, outcome in find_all(delivery, options))
    yield from ingest(workspace.desk, found)


def find_all(delivery: Delivery, options: ParseOptions) -> Iterator[tuple[str, Parsed | UnreadableDocument]]:
    """Yield the documents in what was handed over, each with the name it came under."""
    for name, data in delivery.files:
        yield from named(name, parse_source(Source(data, name), options))
    for address in delivery.addresses:
        if address.lower().startswith(WEB):
            yield from named(address, find_documents(address, options))
        else:
            yield address, UnreadableDocument(f"{address}: no address; one begins with http:// or https://")


def named(name: str, outcomes: Iterable[Outcome]) -> Iterator[tuple[str, Outcome]]:
    """Yield outcomes with the name of what they came from."""
    for outcome in outcomes:
        yield name, outcome


def safe_name(name: str | None, names: Sequence[str] = ()) -> str:
    """Return the last part of the name a browser gives a file, told apart from others of the same name."""
    last = (name or "").replace("\\", "/").rsplit("/", 1)[-1].strip()
    shown = "".join(letter for letter in last if letter.isprintable()) or "file"
    return shown if shown not in names else f"{len(names) + 1}-{shown}"
