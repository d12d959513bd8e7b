"""The command that reads without a record: read."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.text import Text

from legation.cli.context import Place, json_option, make_console, pass_place, print_json
from legation.cli.documents import check_day
from legation.cli.layout import print_indented
from legation.documents.options import Parsed, ParseOptions
from legation.reporting.chronology import claim_kind
from legation.reporting.words import STATUSES, list_words, time_words

if TYPE_CHECKING:
    from legation.reading.claim import Claim, Reading


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE|-...")
@click.option("--published", callback=check_day, metavar="DATE", help="When it was published, if you know better.")
@json_option
@pass_place
def read(place: Place, files: tuple[str, ...], published: str | None, as_json: bool) -> None:
    """Read files and print what they say, without a record."""
    failed = False
    console = make_console()
    for reading in read_files(place, files, ParseOptions(published=published)):
        if isinstance(reading, str):
            failed = True
            click.echo(f"legation: {reading}", err=True)
        elif as_json:
            print_json([encode(reading)])
        else:
            print_reading(console, reading)
    sys.exit(1 if failed else 0)


def read_files(place: Place, files: tuple[str, ...], options: ParseOptions) -> "Iterator[Reading | str]":
    """Yield a reading, or one line that says why there is none, for each document the files hold."""
    from legation.documents.sources import find_documents
    from legation.reading.reader import load_reader

    reader = None
    for file in files:
        for outcome in find_documents(file, options, stdin=sys.stdin.buffer):
            if not isinstance(outcome, Parsed):
                yield str(outcome)
                continue
            reader = reader or load_reader(place.lexicon)
            yield reader.read(outcome.document)


def encode(reading: "Reading") -> dict[str, Any]:
    """Return a reading as one JSON object."""
    from legation.reading.encode import encode_reading

    return encode_reading(reading)


def print_reading(console: Console, reading: "Reading") -> None:
    """Print a reading for people: the document, then each claim with its words."""
    document = reading.document
    console.print(Text(document.title or document.path or document.id, style="bold"))
    facts = (document.outlet, list_words(list(document.authors)), document.published, document.licence)
    console.print(Text(" · ".join(filter(None, facts)) or "no metadata", style="dim"))
    for claim in reading.claims:
        print_claim(console, reading, claim)
    console.print()


def print_claim(console: Console, reading: "Reading", claim: "Claim") -> None:
    """Print one claim."""
    names = {mention.id: mention.actor.name if mention.actor else mention.text for mention in reading.mentions}
    times = {time.id: time for time in reading.times}
    sides = [list_words([names[item] for item in side]) for side in (claim.agents, claim.recipients)]
    when = time_words(times.get(claim.time or ""))
    theme = claim.theme.text if claim.theme else None
    head = [STATUSES[claim.status], when, " → ".join(filter(None, sides)), theme]
    line = Text.assemble((claim_kind(claim), "bold"), ": ", " · ".join(filter(None, head)))
    console.print()
    print_indented(console, line, 2)
    quote = " ".join(reading.document.quote(claim.evidence).split())
    print_indented(console, Text(f"“{quote}”"))
