"""Commands on whole records: init, backup, merge-record."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from legation.cli.context import Place, pass_place, progress_console
from legation.errors import BadRecord
from legation.reporting.words import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legation.record.joining import Joined


@click.command()
@click.argument("where", metavar="[PATH|URL]", required=False)
@pass_place
def init(place: Place, where: str | None) -> None:
    """Make an empty record at a path or URL, or bring an older one up to date."""
    from legation.workspace.keeping import make_record

    click.echo(make_record(where or place.record))


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
@pass_place
def backup(place: Place, file: Path, force: bool) -> None:
    """Write a whole copy of the record into one SQLite file, while others may go on writing."""
    from legation.workspace.keeping import back_up

    if file.exists() and not force:
        raise BadRecord(f"{file}: the file is there already; --force replaces it")
    if not file.resolve().parent.is_dir():
        raise BadRecord(f"{file}: the folder {file.parent} does not exist")
    with place.open() as workspace:
        back_up(workspace.engine, file)
    click.echo(f"{file}: {file.stat().st_size / 2**20:,.1f} MiB")


@click.command("merge-record")
@click.argument("other", metavar="PATH|URL")
@pass_place
def merge_record(place: Place, other: str) -> None:
    """Take in another record: what it holds and this one lacks, with its own times, decisions and bookmarks.

    Taking in a record twice changes nothing, and it does not matter which is taken into which.
    """
    from legation.workspace.keeping import join_record

    with place.open(create=True) as workspace:
        total = add_up(join_record(workspace.engine, other))
    parts = [plural(total.documents, "new document"), plural(total.readings, "reading")]
    parts += [plural(total.decisions, "decision"), plural(total.bookmarks, "bookmark")]
    click.echo(", ".join(parts))


def add_up(steps: "Iterator[Joined]") -> "Joined":
    """Return the sum of all steps while a line on stderr tells how far it is."""
    from legation.record.joining import Joined

    total = Joined()
    console = progress_console()
    with console.status("Taking in …") as status:
        for step in steps:
            total = Joined(
                documents=total.documents + step.documents,
                readings=total.readings + step.readings,
                decisions=total.decisions + step.decisions,
                bookmarks=total.bookmarks + step.bookmarks,
            )
            status.update(f"Taking in … {plural(total.documents, 'document')}")
    return total
