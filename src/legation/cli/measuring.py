"""Commands that measure: a dyad's levels, families and breaks; blocs."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text

from legation.cli.context import Place, json_option, make_console, pass_place, print_json
from legation.cli.layout import print_indented
from legation.cli.reporting import FROM, TO, period_of

if TYPE_CHECKING:
    from legation.reporting.dyad import DyadReport
    from legation.workspace.measuring import Alignment

# Ids of events shown behind a number; --json has them all.
SHOWN = 6


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@FROM
@TO
@click.option("--by", "unit", type=click.Choice(["month", "week"]), default="month", help="Count by month or week.")
@click.option("--dated-only", is_flag=True, help="Leave out acts that no report gives a date for.")
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), help="Also write the plot to a file.")
@json_option
@pass_place
def dyad(
    place: Place,
    one: str,
    other: str,
    first: str | None,
    last: str | None,
    unit: str,
    dated_only: bool,
    svg: Path | None,
    as_json: bool,
) -> None:
    """Measure a tie: what moved and why, levels with intervals, families of conduct, breaks, and what they rest on."""
    from legation.relations.dyad import Options
    from legation.reporting.dyad import report_dyad
    from legation.reporting.dyad_json import encode_dyad
    from legation.reporting.plots import draw_dyad

    options = Options(dated_only=dated_only)
    with place.open() as workspace:
        found = workspace.dyad(one, other, period_of(first, last), "week" if unit == "week" else "month", options)
    report = report_dyad(found)
    if svg is not None:
        svg.write_text(draw_dyad(found), encoding="utf-8")
    if as_json:
        print_json(encode_dyad(report))
    else:
        print_dyad(make_console(), report)


def print_dyad(console: Console, report: "DyadReport") -> None:
    """Print a report, the most telling first."""
    from legation.reporting.dyad import cut

    console.print(Text(f"{report.title}, {report.span}", style="bold"))
    print_indented(console, Text(report.headline), 2)
    heading(console, "Levels (with 90 % intervals)")
    print_levels(console, report)
    if report.families:
        heading(console, "Families of conduct")
        print_families(console, report)
    heading(console, "Breaks")
    print_breaks(console, report)
    heading(console, "Contacts, transfers, commitments")
    for ledger in report.ledgers:
        years = year_counts(ledger.counts, report.dyad.periods.labels)
        elsewhere = f", {len(ledger.elsewhere)} outside the period or without one" if ledger.elsewhere else ""
        print_indented(console, Text(f"{ledger.name}: {sum(ledger.counts)}{years}{elsewhere}"), 2)
        if ledger.events:
            print_indented(console, Text(cut(ledger.events, SHOWN), style="dim"))
    if report.warnings:
        heading(console, "To be borne in mind")
        for warning in report.warnings:
            print_indented(console, Text(f"▸ {warning}", style="cyan"), 2)


def heading(console: Console, words: str) -> None:
    """Print a heading after an empty line."""
    console.print(Text(f"\n{words}", style="bold"))


def print_levels(console: Console, report: "DyadReport") -> None:
    """Print both levels, then what they rest on."""
    from legation.reporting.dyad import backing_words, cut, level_words

    for track in (report.balance, report.intensity):
        print_indented(console, Text.assemble((f"{track.kind}: ", "bold"), level_words(track, report.dyad)), 2)
    backing = report.balance.backing
    if backing.events:
        print_indented(console, Text(f"Both rest on {backing_words(backing, report.dyad)}."), 2)
        print_indented(console, Text(cut(backing.events, SHOWN), style="dim"))


def print_families(console: Console, report: "DyadReport") -> None:
    """Print each family with its measures, and under it the events of its indicators."""
    from legation.reporting.dyad import cut, family_words

    for row in report.families:
        print_indented(console, Text.assemble((f"{row.name}: ", "bold"), family_words(row, report.dyad)), 2)
        for words, events in row.flows:
            print_indented(console, Text.assemble(f"{words}: {len(events)}  ", (cut(events, SHOWN), "dim")))


def print_breaks(console: Console, report: "DyadReport") -> None:
    """Print breaks, each with the event-days that make it."""
    from legation.reporting.dyad import break_words, day_words

    if not report.breaks:
        print_indented(console, Text("none that the data prefer by a factor of 20 or more"), 2)
    for item in report.breaks:
        print_indented(console, Text(break_words(item, report.dyad)), 2)
        for day in item.top:
            print_indented(console, Text.assemble(day_words(day), (f"  {' '.join(day.events)}", "dim")))


def year_counts(counts: Sequence[int], labels: Iterable[str]) -> str:
    """Return counts by year in words: " (2024: 3, 2025: 5)"; nothing where there is none."""
    years: dict[str, int] = {}
    for label, count in zip(labels, counts, strict=True):
        years[label[:4]] = years.get(label[:4], 0) + count
    told = [f"{year}: {count}" for year, count in years.items() if count]
    return f" ({', '.join(told)})" if told else ""


@click.command()
@FROM
@TO
@click.option("--among", multiple=True, metavar="STATE", help="Only these states; may be given several times.")
@click.option("--least", type=click.IntRange(1), default=2, show_default=True, help="Event-days a state must have.")
@json_option
@pass_place
def blocs(place: Place, first: str | None, last: str | None, among: tuple[str, ...], least: int, as_json: bool) -> None:
    """Tell who aligns with whom in a window: blocs of states, how firm they are, and where the conflict runs."""
    from legation.reporting.blocs import encode_blocs

    with place.open() as workspace:
        found = workspace.blocs(period_of(first, last), among, least)
    if as_json:
        print_json(encode_blocs(found.blocs))
    else:
        print_blocs(make_console(), found)


def print_blocs(console: Console, found: "Alignment") -> None:
    """Print blocs with their firmest bonds, then the conflicts between them."""
    from legation.reporting.blocs import (
        MOST,
        bloc_words,
        bond_words,
        bonds_inside,
        conflicts_between,
        summary_words,
    )

    blocs, names = found.blocs, found.names
    console.print(Text(summary_words(blocs), style="bold"))
    for place, bloc in enumerate(blocs.blocs, start=1):
        print_indented(console, Text.assemble((f"{place}  ", "bold"), bloc_words(bloc, names)), 2)
        for bond in bonds_inside(blocs, bloc)[:MOST]:
            print_indented(console, bond_text(bond_words(bond, names), bond.events))
    conflicts = conflicts_between(blocs)
    if conflicts:
        heading(console, "Conflict between blocs")
        for bond in conflicts[: 2 * MOST]:
            print_indented(console, bond_text(bond_words(bond, names), bond.events), 2)


def bond_text(words: str, events: Sequence[str]) -> Text:
    """Return a bond with the ids of its first events."""
    from legation.reporting.dyad import cut

    return Text.assemble(f"{words}  ", (cut(events, 3), "dim"))
