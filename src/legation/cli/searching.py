"""Commands that search: search, saved."""

from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.text import Text

from legation.cli.context import Place, json_option, make_console, pass_place, print_json
from legation.cli.deciding import AUTHOR, author_of
from legation.cli.layout import print_indented
from legation.cli.reporting import FROM, TO, period_of
from legation.errors import LegationError
from legation.reading.claim import Status
from legation.reporting.words import STATUSES, TYPES, days_words, type_words

if TYPE_CHECKING:
    from legation.record.lookup import Hit
    from legation.workspace.searching import Asked
    from legation.workspace.workspace import Workspace

KINDS = click.Choice(["document", "claim", "actor"])
STATUS = click.Choice([status.value for status in Status])
LIMIT = click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="Hits of each kind.")


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="TEXT")
@click.option("--kind", "kinds", type=KINDS, multiple=True, help="Only documents, claims or actors.")
@click.option("--actor", metavar="A", help="Only events of this actor.")
@click.option("--with", "other", metavar="B", help="Only events between the actor and this one.")
@click.option(
    "--type", "types", type=click.Choice(list(TYPES), case_sensitive=False), multiple=True, help="Of this type."
)
@click.option("--status", "statuses", type=STATUS, multiple=True, help="Of this status.")
@click.option("--outlet", metavar="NAME", help="Told by this outlet.")
@click.option(
    "--grade",
    "grades",
    type=click.Choice(list("ABCDEF"), case_sensitive=False),
    multiple=True,
    help="Of this reliability.",
)
@FROM
@TO
@click.option("--save", metavar="NAME", help="Keep the search under a name.")
@AUTHOR
@LIMIT
@json_option
@pass_place
def search(
    place: Place,
    /,
    words: tuple[str, ...],
    save: str | None,
    author: str | None,
    limit: int,
    as_json: bool,
    **narrowed: Any,
) -> None:
    """Find documents, claims and actors that hold every word; quoted words must stand together.

    A word alone is found in its other forms too, and inside longer words where a script has no spaces; WORD* finds
    what begins so. Dates are those of events for claims, of publication for documents.
    """
    from legation.workspace.searching import Asked

    if narrowed["other"] and not narrowed["actor"]:
        raise click.UsageError("--with B needs --actor A")
    period_of(narrowed["first"], narrowed["last"])
    asked = Asked(" ".join(words), **narrowed)
    with place.open() as workspace:
        hits = workspace.search(asked, limit)
        if save:
            keep(workspace, save, asked, author)
    show_hits(hits, as_json=as_json)


@click.command()
@click.argument("name", required=False)
@click.option("--forget", is_flag=True, help="Take the name away.")
@AUTHOR
@LIMIT
@json_option
@pass_place
def saved(place: Place, name: str | None, forget: bool, author: str | None, limit: int, as_json: bool) -> None:
    """List the searches kept under a name, run one again, or take a name away."""
    from legation.workspace.searching import saved_searches, unpack

    with place.open() as workspace:
        with workspace.looking() as session:
            found = {item.name: item for item in saved_searches(session)}
        if name is None:
            show_saved(list(found.values()), as_json=as_json)
            return
        if name not in found:
            hint = f"there are {', '.join(found)}" if found else "`legation search TEXT --save NAME` keeps one"
            raise LegationError(f"{name}: no search is kept under this name; {hint}")
        if forget:
            keep(workspace, name, None, author)
            return
        hits = workspace.search(unpack(found[name].body), limit)
    show_hits(hits, as_json=as_json)


def keep(workspace: "Workspace", name: str, asked: "Asked | None", author: str | None) -> None:
    """Keep a search under a name, or take the name away."""
    from legation.workspace.searching import save_search

    with workspace.ruling() as session:
        save_search(session, name, asked, author_of(author), workspace.clock())


def show_saved(found: list[Any], *, as_json: bool) -> None:
    """Print the searches that are kept."""
    if as_json:
        print_json({"name": item.name, "author": item.author, "at": item.at, **item.body} for item in found)
        return
    for item in found:
        rest = " · ".join(
            f"{key} {' '.join(value) if isinstance(value, list) else value}"
            for key, value in item.body.items()
            if key != "words"
        )
        click.echo(f"{item.name}: {item.body['words']}{f' · {rest}' if rest else ''}")


def show_hits(hits: "list[Hit]", *, as_json: bool) -> None:
    """Print what was found; say on stderr if it is nothing."""
    if as_json:
        print_json(encode_hit(hit) for hit in hits)
    else:
        print_hits(make_console(), hits)
    if not hits:
        click.echo("legation: nothing found", err=True)


def print_hits(console: Console, hits: "list[Hit]") -> None:
    """Print hits under their kinds, the match marked."""
    kind = None
    for hit in hits:
        if hit.kind != kind:
            kind = hit.kind
            console.print(Text(f"{kind.capitalize()}s", style="bold"))
        told = [STATUSES[hit.status]] if hit.status else []
        when = days_words(hit.day, hit.last_day) if hit.status else hit.day
        line = " · ".join([*told, *filter(None, (when, hit.outlet)), hit.ref])
        print_indented(console, Text.assemble((name_hit(hit), "bold"), f"  {line}"), 2)
        snippet = Text(hit.snippet)
        if hit.match:
            snippet.stylize("reverse", hit.match.start, hit.match.end)
        print_indented(console, snippet)


def name_hit(hit: "Hit") -> str:
    """Return the title of a find; that of an event begins with its type, which is put in words."""
    if hit.status is None:
        return hit.title
    code, _, parties = hit.title.partition(": ")
    return f"{type_words(code, None)}: {parties}" if parties else type_words(code, None)


def encode_hit(hit: "Hit") -> dict[str, Any]:
    """Return a hit as one JSON object."""
    match = [hit.match.start, hit.match.end] if hit.match else None
    told = {"day": hit.day, "last_day": hit.last_day, "outlet": hit.outlet, "status": hit.status}
    return {"kind": hit.kind, "ref": hit.ref, "title": hit.title, "snippet": hit.snippet, "match": match, **told}
