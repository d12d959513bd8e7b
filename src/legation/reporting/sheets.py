"""A sheet: titled sections of paragraphs, lists, tables and quotes, written as Markdown or as one HTML page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from legation.reporting.pages import escape_markdown, load_template


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, with the anchor of the quotes it opens."""

    text: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; all columns but the first are set to the right where `figures` says so."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    figures: bool = True


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report, whose they are, the key that opens them in the record, and the id of their event."""

    words: str
    source: str
    key: str
    event: str
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quotes under a heading of their own that cells lead to."""

    anchor: str
    title: str
    remark: str
    quotes: tuple[Quote, ...]


Block = str | Bullets | Table | Quotes


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]


def write_markdown(sheet: Sheet, file: BinaryIO) -> None:
    """Write a sheet as Markdown, with tables and anchors."""
    lines = [f"# {escape_markdown(sheet.title)}", "", escape_markdown(sheet.subtitle), ""]
    for section in sheet.sections:
        lines += [f"## {escape_markdown(section.title)}", ""]
        for block in section.blocks:
            lines += [*markdown_block(block), ""]
    file.write("\n".join(lines).encode("utf-8", "surrogatepass"))


def markdown_block(block: Block) -> Iterator[str]:
    """Yield the lines of one block."""
    if isinstance(block, str):
        yield escape_markdown(block)
    elif isinstance(block, Bullets):
        yield from (f"- {escape_markdown(item)}" for item in block.items)
    elif isinstance(block, Table):
        yield from markdown_table(block)
    else:
        yield f'<a id="{block.anchor}"></a>**{escape_markdown(block.title)}** {escape_markdown(block.remark)}'.rstrip()
        for quote in block.quotes:
            yield ""
            denial = "Denied: " if quote.denies else ""
            yield f"> {denial}“{escape_markdown(quote.words)}”  "
            yield f"> — {escape_markdown(quote.source)} `{quote.key}`"


def markdown_table(table: Table) -> Iterator[str]:
    """Yield the lines of a table."""
    yield f"| {' | '.join(map(escape_markdown, table.head))} |"
    rule = ["---", *(["---:" if table.figures else "---"] * (len(table.head) - 1))]
    yield f"| {' | '.join(rule)} |"
    for row in table.rows:
        cells = (
            f"[{escape_markdown(cell.text)}](#{cell.anchor})"
            if cell.anchor and cell.text
            else escape_markdown(cell.text)
            for cell in row
        )
        yield f"| {' | '.join(cells)} |"


def write_html(sheet: Sheet, file: BinaryIO) -> None:
    """Write a sheet as one self-contained HTML page without scripts."""
    page = load_template("sheet.html.j2").render(sheet=sheet, kind_of=kind_of)
    file.write(page.encode("utf-8", "surrogatepass"))


def kind_of(block: Block) -> str:
    """Return what a block is, for the template."""
    kinds: Mapping[type, str] = {Bullets: "bullets", Table: "table", Quotes: "quotes"}
    # A paragraph that remembers its template is a string of its own kind.
    return "paragraph" if isinstance(block, str) else kinds[type(block)]


def row_of(*texts: str, anchor: str | None = None) -> tuple[Cell, ...]:
    """Return a row of cells; all of them open `anchor`."""
    return tuple(Cell(text, anchor) for text in texts)


def widths_of(table: Table) -> Sequence[int]:
    """Return how wide each column is, in characters."""
    rows = [table.head, *([cell.text for cell in row] for row in table.rows)]
    return [max(len(row[place]) for row in rows) for place in range(len(table.head))]
