"""Commands that take documents in: add, problems, reread."""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from legation.cli.context import Place, json_option, pass_place, print_json, progress_console
from legation.documents.document import Document, days_of
from legation.documents.options import ParseOptions
from legation.record.event import short_id
from legation.reporting.words import plural

if TYPE_CHECKING:
    from legation.workspace.ingest import Added


def check_day(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Hold a date option to ISO 8601 at any precision."""
    if value is not None:
        try:
            days_of(value)
        except ValueError as error:
            raise click.BadParameter("give 2025, 2025-08 or 2025-08-17 (a time of day may follow: T19:03)") from error
    return value


@click.command()
@click.argument("things", nargs=-1, required=True, metavar="PATH|URL|FEED|-...")
@click.option("--published", callback=check_day, metavar="DATE", help="When it was published, if you know better.")
@click.option("--outlet", help="Who published it.")
@click.option("--language", "languages", multiple=True, metavar="CODE", help="A language to be read. [en]")
@json_option
@pass_place
def add(
    place: Place, things: tuple[str, ...], published: str | None, outlet: str | None, languages: tuple[str, ...],
    as_json: bool,
) -> None:  # fmt: skip
    """Take in files, folders, pages, feeds and archives, and read them.

    What cannot be read is said in one line each; the rest is read all the same, and the exit status is 1.
    """
    options = ParseOptions(published=published, languages=frozenset(languages or ("en",)))
    amend = (lambda document: name_outlet(document, outlet)) if outlet else None
    with place.open(create=True) as workspace:
        results = workspace.add(things, options, amend=amend, stdin=sys.stdin.buffer)
        failed = report(results, as_json=as_json)
    sys.exit(1 if failed else 0)


def name_outlet(document: Document, outlet: str) -> Document:
    """Return the document with the outlet the user gives."""
    return replace(document, outlet=outlet, provenance={**document.provenance, "outlet": "option"})


@click.command()
@json_option
@pass_place
def reread(place: Place, as_json: bool) -> None:
    """Read again what an older version of the reader has read; the older readings are kept."""
    with place.open() as workspace:
        failed = report(workspace.read_again(), as_json=as_json)
    sys.exit(1 if failed else 0)


def report(results: "Iterable[Added]", *, as_json: bool) -> int:
    """Print what became of each item, problems on stderr, and a count at the end; return how many failed."""
    counts = {"new": 0, "known": 0, "failed": 0, "claims": 0}
    for added in with_progress(results):
        counts["claims"] += added.claims or 0
        counts["failed" if added.problem else "new" if added.is_new else "known"] += 1
        if added.problem:
            click.echo(f"legation: {added.problem}", err=True)
        if as_json:
            print_json([encode_added(added)])
        elif added.document and not added.problem:
            click.echo(describe(added))
    if not as_json:
        click.echo(summary(counts))
    return counts["failed"]


def with_progress(results: "Iterable[Added]") -> "Iterator[Added]":
    """Yield results while a line on stderr tells how many there are; without a terminal it is silent."""
    console = progress_console()
    if not console.is_terminal:
        yield from results
        return
    with console.status("Reading …") as status:
        for number, added in enumerate(results, start=1):
            status.update(f"Reading … {plural(number, 'document')}")
            yield added


def describe(added: "Added") -> str:
    """Return one line about a document that was taken in."""
    document = added.document
    name = (document.title or added.source) if document else added.source
    what = "in the record already" if added.claims is None else plural(added.claims, "claim")
    return f"{short_id(document.id) if document else ''}  {name}: {what}"


def summary(counts: dict[str, int]) -> str:
    """Return one line about all that was taken in."""
    parts = [f"{plural(counts['new'], 'new document')}, {plural(counts['claims'], 'claim')}"]
    parts += [f"{counts['known']:,} in the record before"] if counts["known"] else []
    parts += [f"{counts['failed']:,} not readable"] if counts["failed"] else []
    return "; ".join(parts)


def encode_added(added: "Added") -> dict[str, Any]:
    """Return what became of one item, as JSON."""
    return {
        "source": added.source,
        "document": added.document.id if added.document else None,
        "title": added.document.title if added.document else None,
        "new": added.is_new,
        "claims": added.claims,
        "problem": added.problem,
    }


@click.command()
@json_option
@pass_place
def problems(place: Place, as_json: bool) -> None:
    """List what could not be read, and why."""
    with place.open() as workspace:
        found = workspace.problems()
    if as_json:
        print_json({"source": item.source, "reason": item.reason, "at": item.at} for item in found)
    else:
        for item in found:
            click.echo(f"{dt.datetime.fromisoformat(item.at):%Y-%m-%d %H:%M}  {item.reason}")
