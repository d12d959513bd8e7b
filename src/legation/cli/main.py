"""The command line: `legation`. Data go to stdout, progress and errors to stderr; exit 0 done, 1 failed, 2 usage."""

import logging
import sys
from pathlib import Path

import click

from legation.cli.changing import changes
from legation.cli.context import Commands, Place, show_as_of
from legation.cli.deciding import decide, decisions, grade, sources, undo
from legation.cli.documents import add, problems, reread
from legation.cli.exchange import export, import_
from legation.cli.explaining import explain
from legation.cli.forecast import forecast
from legation.cli.keeping import backup, init, merge_record
from legation.cli.linting import lint
from legation.cli.measuring import blocs, dyad
from legation.cli.noting import note
from legation.cli.questions import question
from legation.cli.reading import read
from legation.cli.record import check, show
from legation.cli.relations import (
    commitments,
    compare,
    contacts,
    intervals,
    launches,
    silence,
    statements,
    transfers,
)
from legation.cli.reporting import brief, chronology
from legation.cli.review import review
from legation.cli.scenario import scenario
from legation.cli.searching import saved, search
from legation.cli.serving import serve
from legation.cli.team import team
from legation.lexicon.overlay import laid_over
from legation.settings import Settings


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--record",
    metavar="PATH|URL",
    help="The record: a file or a database URL. [LEGATION_RECORD, ./legation.db]",
)
@click.option(
    "--lexicon",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of lexicon files of your own. [LEGATION_LEXICON]",
)
@click.option("-v", "--verbose", is_flag=True, help="Say on stderr what is being done.")
@click.version_option(package_name="legation")
@click.pass_context
def legation(context: click.Context, record: str | None, lexicon: Path | None, verbose: bool) -> None:
    """Reads open reporting about relations between states and keeps a record that leads back to its words."""
    logging.basicConfig(level=logging.INFO if verbose else logging.ERROR, format="%(name)s: %(message)s")
    if not verbose:
        # Waiting for another writer and bringing an older record up to date take time that needs a word.
        logging.getLogger("legation.record").setLevel(logging.WARNING)
    settings = Settings.read()
    context.obj = Place(record or settings.record, lexicon or settings.lexicon)
    context.with_resource(laid_over(lexicon or settings.lexicon))


COMMANDS = (
    *(add, read, explain, reread, review, decide, undo, grade, note, changes, import_),
    *(init, backup, merge_record, serve, team),
    *(question, lint, scenario, forecast),
)
# Commands that show what the record holds; each can show it as it was.
VIEWS = (
    *(chronology, show, search, saved, brief, problems, check, decisions, sources, export),
    *(contacts, transfers, commitments, statements, launches, intervals, silence, compare, dyad, blocs),
)
for command in COMMANDS:
    legation.add_command(command)
for command in VIEWS:
    legation.add_command(show_as_of(command))


def main() -> None:
    """Run the command line; a reader of our output that stops reading is no error."""
    try:
        legation(prog_name="legation")
    except BrokenPipeError:
        # Python would complain while it flushes stdout at exit.
        sys.stderr.close()
        sys.exit(1)
