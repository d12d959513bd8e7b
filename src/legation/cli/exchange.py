"""Commands that exchange data with other tools: export, import."""

import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from legation.cli.context import Place, json_option, pass_place, print_json
from legation.cli.reporting import FROM, TO, period_of
from legation.plugins import find_exporters, format_of
from legation.reporting.words import plural

if TYPE_CHECKING:
    from legation.workspace.exchange import Imported


def list_formats(context: click.Context, _: click.Parameter, value: bool) -> None:
    """Print the formats and stop, if asked to."""
    if value:
        for name, exporter in find_exporters().items():
            click.echo(f"{name:<10}{exporter.suffix:<13}{exporter.about}")
        context.exit()


@click.command()
@click.argument("actors", nargs=-1, metavar="[A [B]]")
@click.option("-o", "--output", type=click.File("wb", atomic=True), default="-", help="The file. [-]")
@click.option("--format", "name", metavar="FORMAT", help="The format; else the ending of the file's name tells.")
@click.option("--formats", is_flag=True, is_eager=True, expose_value=False, callback=list_formats, help="List formats.")
@FROM
@TO
@pass_place
def export(
    place: Place, actors: tuple[str, ...], output: IO[bytes], name: str | None, first: str | None, last: str | None
) -> None:
    """Write events for other tools: of the whole record, of an actor or of a dyad.

    A report whose licence does not let its text out leaves as citation and short quotes.
    """
    if len(actors) > 2:
        raise click.UsageError("name one actor, two, or none for the whole record")
    chosen = name or format_of(output.name if output.name != "<stdout>" else "out.jsonl")
    with place.open() as workspace:
        workspace.export(chosen, output, actors, period_of(first, last))


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--origin", required=True, metavar="NAME", help="What the data set is called: whose word the claims are.")
@click.option("--column", "columns", multiple=True, metavar="FIELD=NAME", help="Which column holds a field.")
@json_option
@pass_place
def import_(place: Place, file: Path, origin: str, columns: tuple[str, ...], as_json: bool) -> None:
    """Take in others' event data: a table with columns for date, source, target, type and, if it has them, url.

    Types are PLOVER's names or CAMEO codes. Each row becomes a claim that rests on the row's own words, and all of
    them share one origin. Rows that give no claim are counted with the reason and listed by `problems`.
    """
    named = dict(check_column(column) for column in columns)
    claims = rows = refused = 0
    with place.open(create=True) as workspace:
        for item in workspace.import_events(file, origin, named):
            claims, rows, refused = claims + item.claims, rows + item.rows, refused + (item.rows - item.claims)
            for line in item.refused:
                click.echo(f"legation: {file}: {line}", err=True)
            if as_json:
                print_json([encode_imported(item)])
    if not as_json:
        click.echo(f"{plural(rows, 'row')}, {plural(claims, 'claim')} of {origin}")
    sys.exit(1 if refused else 0)


def check_column(value: str) -> tuple[str, str]:
    """Return field and column of FIELD=NAME; a usage error for anything else."""
    field, sign, column = value.partition("=")
    if not (field and sign and column):
        raise click.UsageError(f"--column {value}: write it as FIELD=NAME, such as date=day")
    return field, column


def encode_imported(item: "Imported") -> dict[str, Any]:
    """Return what became of one piece as JSON."""
    return {
        "document": item.document_id,
        "rows": item.rows,
        "claims": item.claims,
        "new": item.is_new,
        "refused": list(item.refused),
    }
