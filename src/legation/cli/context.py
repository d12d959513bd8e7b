"""What every command shares: the workspace it works on, errors as one line, JSON and rich output."""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console

from legation.errors import LegationError

if TYPE_CHECKING:
    from legation.workspace.workspace import Workspace

# Wider lines are hard to read; narrower terminals are respected.
WIDEST = 100
# Letters of the sentence that says what a command does: more than any has.
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Place:
    """Where a command works: the record's path or URL, an analyst's lexicon folder, and the moment that is shown."""

    record: str
    lexicon: Path | None
    as_of: str | None = None

    def open(self, *, create: bool = False) -> "Workspace":
        """Open the workspace; commands that only look never make a record."""
        # Databases take half a second to load: help and usage errors do without.
        from legation.workspace.workspace import Workspace

        return Workspace(self.record, self.lexicon, create=create, as_of=self.as_of)


class Failure(click.ClickException):
    """A LegationError as the command line says it: one line on stderr, exit status 1."""

    def show(self, file: Any = None) -> None:
        """Print the line."""
        click.echo(f"legation: {self.format_message()}", err=True, file=file)


class Commands(click.Group):
    """A group that turns every LegationError into one line and exit status 1, and lists its commands in full."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with the first sentence of each, whole: click cuts it where a line ends."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, command.get_short_help_str(LONGEST)) for name, command in commands if command]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except LegationError as error:
            raise Failure(str(error)) from error


def show_past(context: click.Context, _: click.Parameter, value: str | None) -> None:
    """Have a command show the record as it was."""
    if value is None:
        return
    from legation.record.shadow import parse_moment

    try:
        moment = parse_moment(value)
    except ValueError as error:
        raise click.BadParameter("give a day (2025-08-17), a month, a year or a moment (2025-08-17T12:30)") from error
    place = context.find_object(Place)
    context.obj = replace(place, as_of=moment) if place else None


def show_as_of(command: click.Command) -> click.Command:
    """Give a command that shows the record the option to show it as it was."""
    words = "Show what the record knew at the end of that day, or at that moment (UTC)."
    option = click.Option(["--as-of"], metavar="DATE", callback=show_past, expose_value=False, help=words)
    command.params.append(option)
    return command


pass_place = click.make_pass_decorator(Place)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON Lines: one object a line.")


def print_json(rows: Iterable[Any]) -> None:
    """Print one JSON object a line, in UTF-8, whatever the terminal's encoding."""
    stream = sys.stdout.buffer
    for row in rows:
        stream.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
    stream.flush()


def make_console() -> Console:
    """Return where listings go: stdout, coloured on a terminal only, at most `WIDEST` columns."""
    console = Console(file=sys.stdout, highlight=False, emoji=False, markup=False)
    if console.width > WIDEST:
        console.width = WIDEST
    return console


def progress_console() -> Console:
    """Return where progress goes: stderr."""
    return Console(stderr=True, highlight=False, emoji=False, markup=False)
