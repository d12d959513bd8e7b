"""The command by which analysts write notes on any item and read them: note."""

import sys
from typing import TYPE_CHECKING, Any

import click
from rich.text import Text

from legation.cli.context import Place, json_option, make_console, pass_place, print_json
from legation.cli.deciding import AUTHOR, author_of, usage_errors
from legation.cli.layout import print_indented

if TYPE_CHECKING:
    from legation.workspace.noting import Note


@click.command()
@click.argument("subject", required=False, metavar="[ITEM]")
@click.argument("words", required=False, metavar="[WORDS]")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="List the newest N only.")
@AUTHOR
@json_option
@pass_place
def note(
    place: Place, subject: str | None, words: str | None, limit: int | None, author: str | None, as_json: bool
) -> None:
    """Write a note on an item, or list the notes on it; without ITEM, list all notes, the newest first.

    ITEM is a claim, event, mention or document by its id, an outlet or an actor by name ("actor:Reuters" where both
    are called so), two actors ("RUS/PRK"), or "question:NAME", "scenario:NAME", "forecast:ID". WORDS are a page at
    most; "-" reads them from standard input. `legation undo ID` takes a note back.
    """
    from legation.workspace.noting import add_note, list_notes

    with place.open() as workspace, usage_errors():
        if subject and words is not None:
            text = sys.stdin.read() if words == "-" else words
            found = [add_note(workspace, subject, text, author_of(author))]
        else:
            found = list_notes(workspace, subject, limit)
    if as_json:
        print_json(map(encode_note, found))
        return
    print_notes(found)


def print_notes(notes: "list[Note]") -> None:
    """Print notes, each with who wrote it, when, on what, and the id that takes it back."""
    console = make_console()
    for one in notes:
        head = Text.assemble((f"{one.at[:16].replace('T', ' ')}  ", "dim"), (one.author, "bold"))
        head.append(f" on {one.kind} {one.subject}")
        head.append(f"  {one.uid}", style="dim")
        print_indented(console, head, 0)
        if one.about:
            print_indented(console, Text(" ".join(one.about.split()), style="dim"))
        print_indented(console, Text(one.words))
    if not notes:
        click.echo("legation: no notes", err=True)


def encode_note(one: "Note") -> dict[str, Any]:
    """Return a note as one JSON object."""
    return {
        "note": one.uid,
        "at": one.at,
        "author": one.author,
        "kind": one.kind.value,
        "subject": one.subject,
        "about": one.about,
        "words": one.words,
    }
