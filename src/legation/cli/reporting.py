"""Commands that report on a dyad: chronology, brief."""

import datetime as dt
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from legation.cli.context import Place, json_option, make_console, pass_place, print_json
from legation.cli.documents import check_day
from legation.cli.layout import mark_of, print_groups, print_indented
from legation.documents.document import days_of
from legation.reporting.chronology import Chronology, encode_line, status_counts
from legation.reporting.words import STATUSES, plural

# Options of both commands.
FROM = click.option("--from", "first", callback=check_day, metavar="DATE", help="From the first day of it on.")
TO = click.option("--to", "last", callback=check_day, metavar="DATE", help="To the last day of it.")


def period_of(first: str | None, last: str | None) -> tuple[dt.date | None, dt.date | None]:
    """Return the half-open interval that two inclusive dates of any precision span."""
    period = days_of(first)[0] if first else None, days_of(last)[1] if last else None
    if period[0] and period[1] and period[0] >= period[1]:
        raise click.UsageError(f"--from {first} is later than --to {last}")
    return period


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@FROM
@TO
@json_option
@pass_place
def chronology(place: Place, one: str, other: str, first: str | None, last: str | None, as_json: bool) -> None:
    """List what reports say passed between two actors, by day, each line with its source sentence.

    Actors are named by code (RUS), name ("North Korea") or adjective. A person, a ministry or a capital that acts for
    a state counts for the state. Lines without a date come last.
    """
    period = period_of(first, last)
    with place.open() as workspace:
        found = workspace.chronology(one, other, period)
    if as_json:
        print_json(encode_line(line) for line in found.lines)
        return
    console = make_console()
    print_title(console, found)
    print_groups(console, found.lines, found.documents)


def print_title(console: Console, found: Chronology) -> None:
    """Print whose chronology it is, how much it holds and what its signs mean."""
    title = f"{found.one.name} and {found.other.name}"
    console.print(Text(title, style="bold underline" if console.is_terminal else "bold"))
    if not found.lines:
        console.print(Text("No report in the record tells of anything between them.\n"))
        return
    counts = status_counts(found.lines)
    words = [f"{counts[status]} {STATUSES[status]}" for status in STATUSES if status in counts]
    held = f"{plural(len(found.lines), 'event')} from {plural(len(found.documents), 'report')}: {', '.join(words)}"
    print_indented(console, Text(held), 0)
    signs = {mark_of(line) for line in found.lines}
    legend = {"●": "● happened or under way", "○": "○ only said to be planned, possible or wanted", "×": "× denied"}
    print_indented(console, Text("   ".join(legend[sign] for sign in legend if sign in signs), style="dim"), 0)
    console.print()


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option("-o", "--output", type=click.File("w", encoding="utf-8", atomic=True), default="-", help="The page. [-]")
@FROM
@TO
@pass_place
def brief(place: Place, one: str, other: str, output: Any, first: str | None, last: str | None) -> None:
    """Write a brief on two actors: one self-contained HTML page in which every line opens its words."""
    with place.open() as workspace:
        page = workspace.brief(one, other, period_of(first, last))
    output.write(page)
    if output.name not in {"-", "<stdout>"}:
        click.echo(f"{output.name}: {len(page.encode()) / 1024:,.0f} KiB", err=True)
