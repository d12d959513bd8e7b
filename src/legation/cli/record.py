"""Commands that look into the record: show, search, check."""

import sys
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.text import Text

from legation.cli.context import Place, json_option, make_console, pass_place, print_json
from legation.cli.disagreeing import print_disagreement
from legation.cli.layout import print_groups, print_line
from legation.documents.document import Document
from legation.reporting.chronology import encode_line
from legation.reporting.footnotes import byline, published_words
from legation.reporting.words import plural

if TYPE_CHECKING:
    from legation.workspace.workspace import Shown


@click.command()
@click.argument("name", metavar="EVENT|DOCUMENT|ACTOR")
@json_option
@pass_place
def show(place: Place, name: str, as_json: bool) -> None:
    """Show an event, a document or an actor, with the sentences behind it.

    Events and documents are named by their ids (or the first digits of them), actors by code, name or adjective.
    """
    from legation.workspace.parties import UnknownActorError

    with place.open() as workspace:
        try:
            shown = workspace.show(name)
        except UnknownActorError as error:
            raise UnknownActorError(f"{error}; nor has an event or a report such an id") from error
    if as_json:
        print_json([encode_shown(shown)])
        return
    console = make_console()
    print_heading(console, shown)
    if shown.document or shown.actor:
        print_groups(console, shown.lines, shown.documents)
        return
    for line in shown.lines:
        print_line(console, line, shown.documents, every=True)
        print_disagreement(console, line.event)


def print_heading(console: Console, shown: "Shown") -> None:
    """Print what a document or an actor is."""
    if shown.actor:
        actor = shown.actor
        console.print(
            Text.assemble((actor.name, "bold"), f"  {actor.type}, {actor.country or 'no state'} · {actor.id}")
        )
    if shown.document:
        print_document(console, shown.document)
        for arrival in shown.arrivals:
            console.print(Text(f"from {arrival.source}, {arrival.at[:16].replace('T', ' ')} UTC", style="dim"))
    if shown.document or shown.actor:
        console.print(Text(f"{plural(len(shown.lines), 'event')}\n"))


def print_document(console: Console, document: Document) -> None:
    """Print what is known about a document."""
    console.print(Text(document.title or document.path or "Untitled", style="bold"))
    facts = (document.outlet, byline(document), published_words(document), document.language, document.licence)
    console.print(Text(" · ".join(filter(None, facts))))
    console.print(Text(document.id, style="dim"))


def encode_shown(shown: "Shown") -> dict[str, Any]:
    """Return what was found as one JSON object."""
    document, actor = shown.document, shown.actor
    return {
        "document": encode_document(document) if document else None,
        "arrivals": [{"source": arrival.source, "at": arrival.at} for arrival in shown.arrivals],
        "actor": {"id": actor.id, "name": actor.name, "type": actor.type, "country": actor.country} if actor else None,
        "events": [encode_line(line) for line in shown.lines],
    }


def encode_document(document: Document) -> dict[str, Any]:
    """Return a document's metadata and where each value comes from."""
    names = ("id", "path", "url", "title", "outlet", "published", "published_source", "updated", "language", "licence")
    return {name: getattr(document, name) for name in names} | {
        "authors": list(document.authors),
        "topics": list(document.topics),
        "provenance": dict(document.provenance),
    }


@click.command()
@pass_place
def check(place: Place) -> None:
    """Verify the record: hashes, every quote against its document, references, events."""
    with place.open() as workspace:
        faults, counts = workspace.check(), workspace.count()
    for fault in faults:
        click.echo(fault)
    held = f"{plural(counts.documents, 'document')}, {plural(counts.claims, 'claim')}, {plural(counts.events, 'event')}"
    click.echo(f"{held}: {plural(len(faults), 'fault') if faults else 'sound'}")
    sys.exit(1 if faults else 0)
