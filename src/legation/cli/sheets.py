"""How a terminal shows a sheet: headings, paragraphs, tables that fit, quotes with their source."""

from io import BytesIO
from pathlib import Path
from textwrap import wrap

import click
from rich.console import Console
from rich.text import Text

from legation.cli.layout import print_indented
from legation.reporting.sheets import Block, Bullets, Quotes, Sheet, Table, widths_of, write_html, write_markdown

WRITERS = {".html": write_html, ".md": write_markdown}
GAP = 2


def print_sheet(console: Console, sheet: Sheet) -> None:
    """Print a whole sheet."""
    print_indented(console, Text(sheet.title, style="bold"), 0)
    print_indented(console, Text(sheet.subtitle, style="dim"), 0)
    for section in sheet.sections:
        console.print()
        console.print(Text(section.title, style="bold underline" if console.is_terminal else "bold"))
        for block in section.blocks:
            print_block(console, block)


def print_block(console: Console, block: Block) -> None:
    """Print one block."""
    if isinstance(block, str):
        print_indented(console, Text(block), 2)
    elif isinstance(block, Bullets):
        for item in block.items:
            print_hanging(console, item)
    elif isinstance(block, Table):
        print_table(console, block)
    else:
        print_quotes(console, block)


def print_hanging(console: Console, item: str) -> None:
    """Print an item of a list, its further lines under its words."""
    for number, line in enumerate(wrap(item, console.width - 4)):
        console.print(Text(f"  {'·' if number == 0 else ' '} {line}"))


def print_table(console: Console, table: Table) -> None:
    """Print a table in columns, cells broken into lines where it would be too wide."""
    rows = [table.head, *([cell.text for cell in row] for row in table.rows)]
    columns = zip(*rows, strict=True)
    least = [max((len(word) for text in column for word in text.split()), default=0) for column in columns]
    widths = fit(list(widths_of(table)), least, console.width - 2)
    print_row(console, table.head, widths, figures=table.figures, style="dim")
    for row in table.rows:
        print_row(console, tuple(cell.text for cell in row), widths, figures=table.figures)


def fit(widths: list[int], least: list[int], room: int) -> list[int]:
    """Return widths that fit a room, the widest columns made narrower first; no word is broken if that can be."""
    while sum(widths) + GAP * (len(widths) - 1) > room:
        able = [place for place, width in enumerate(widths) if width > least[place]]
        if not able:
            return widths
        widths[max(able, key=lambda place: widths[place])] -= 1
    return widths


def print_row(console: Console, texts: tuple[str, ...], widths: list[int], *, figures: bool, style: str = "") -> None:
    """Print one row, on as many lines as its longest cell needs."""
    cells = [wrap(text, width) or [""] for text, width in zip(texts, widths, strict=True)]
    for number in range(max(map(len, cells))):
        parts = []
        for place, (lines, width) in enumerate(zip(cells, widths, strict=True)):
            text = lines[number] if number < len(lines) else ""
            parts.append(text.rjust(width) if figures and place else text.ljust(width))
        console.print(Text("  " + (" " * GAP).join(parts).rstrip(), style=style), soft_wrap=True)


def print_quotes(console: Console, block: Quotes) -> None:
    """Print quotes under their heading."""
    print_indented(console, Text(block.title, style="bold"), 2)
    print_indented(console, Text(block.remark, style="dim"), 2)
    for quote in block.quotes:
        mark = Text("× ", style="red") if quote.denies else Text("● ", style="green")
        print_indented(console, mark + Text(f"“{quote.words}”"), 4)
        print_indented(console, Text(f"— {quote.source} [{quote.key}]", style="dim"), 6)


def write_sheet(sheet: Sheet, output: Path) -> None:
    """Write a sheet to a file: .md or .html."""
    writer = WRITERS.get(output.suffix.lower())
    if writer is None:
        raise click.UsageError(f"{output}: a sheet is written as {' or '.join(WRITERS)}")
    buffer = BytesIO()
    writer(sheet, buffer)
    output.write_bytes(buffer.getvalue())
