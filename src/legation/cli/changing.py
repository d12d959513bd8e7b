"""The command that says what changed in the record between two days."""

from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text

from legation.cli.context import Place, json_option, make_console, pass_place, print_json
from legation.cli.deciding import usage_errors
from legation.cli.layout import print_indented, print_line
from legation.reporting.footnotes import cite
from legation.reporting.rulings import decision_words
from legation.reporting.words import plural

if TYPE_CHECKING:
    from legation.reporting.changes import Change, Changes


@click.command()
@click.option("--since", required=True, metavar="DATE", help="What came in after the end of that day (or that moment).")
@click.option("--until", metavar="DATE", help="Up to the end of that day. [now]")
@json_option
@pass_place
def changes(place: Place, since: str, until: str | None, as_json: bool) -> None:
    """Say what changed since a day: documents, decisions, and the events they made, changed, joined or split."""
    from legation.reporting.changes import encode_changes

    with place.open() as workspace, usage_errors():
        found = workspace.changes(since, until)
    if as_json:
        print_json(encode_changes(found))
        return
    console = make_console()
    # A day counts to its end: what came in on it stood in the answer of the day before.
    console.print(Text(f"After {'' if 'T' in since else 'the end of '}{since}", style="bold"))
    print_changes(console, found)


def print_changes(console: Console, found: "Changes") -> None:
    """Print what came in, then what it changed, by kind."""
    console.print(Text(f"{plural(len(found.documents), 'document')} arrived", style="bold"))
    for document in found.documents:
        print_indented(console, Text(cite(document)), 2)
    console.print(Text(f"{plural(len(found.decisions), 'decision')} taken", style="bold"))
    for decision in found.decisions:
        print_indented(console, Text(decision_words(decision)), 2)
    kind = None
    for change in found.changes:
        if change.kind is not kind:
            kind = change.kind
            several = sum(1 for other in found.changes if other.kind is kind)
            console.print(Text(f"{kind.value.capitalize()}: {several:,}", style="bold"))
        print_change(console, change, found)
    if not found.changes:
        console.print(Text("No event has changed."))


def print_change(console: Console, change: "Change", found: "Changes") -> None:
    """Print one change: what it is, and the events as they are now (as they were, if they are gone)."""
    print_indented(console, Text(change.words, style="italic"), 2)
    for line in change.after or change.before:
        print_line(console, line, found.cited)
