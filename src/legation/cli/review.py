"""The command by which analysts go through claims one at a time: review."""

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.text import Text

from legation.cli.context import Place, json_option, make_console, pass_place, print_json
from legation.cli.deciding import AUTHOR, author_of
from legation.cli.layout import print_indented, print_line
from legation.documents.document import Document
from legation.errors import LegationError
from legation.record.event import Account
from legation.reporting.agreement import Agreement, agreement_words
from legation.reporting.chronology import encode_evidence, make_line
from legation.reporting.footnotes import cite_briefly
from legation.reporting.rulings import decision_words, encode_conflict
from legation.reporting.words import plural

if TYPE_CHECKING:
    from legation.record.queue import Item
    from legation.workspace.deciding import Queue
    from legation.workspace.workspace import Workspace

KEYS = {"a": "accept", "r": "reject", "e": "amend", "s": "same", "d": "different", "u": "unsure", "n": "note"}
HELP = "a accept · r reject · e edit · s same · d different · u unsure · n note · z undo · space skip · q quit"
# What a key still asks for; piped in, it stands behind the key on the same line.
ASKS = {"e": "field=value; field=value", "n": "note", "s": "same as (id)", "d": "different from (id)"}
# Characters of the report shown on either side of the sentence.
CONTEXT = 300


@dataclass
class Session:
    """A review under way: whose, and the decisions made, so that the last can be undone."""

    workspace: "Workspace"
    author: str
    console: Console
    made: list[str] = field(default_factory=list)
    ruled: int = 0


@click.command()
@click.argument("actors", nargs=-1, metavar="[ACTOR [ACTOR]]")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="Claims to go through.")
@click.option("--conflicts", is_flag=True, help="List the decisions that need another look, and nothing else.")
@click.option("--agreement", is_flag=True, help="Say how far several reviewers agree, and nothing else.")
@click.option("--own", is_flag=True, help="Go through what you have not ruled on, whatever others have.")
@AUTHOR
@json_option
@pass_place
def review(
    place: Place, actors: tuple[str, ...], limit: int, conflicts: bool, agreement: bool, own: bool,
    author: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Go through claims one at a time, the most pressing first, and rule on each with a single key.

    Keys: a accept, r reject, e edit, s same, d different, u unsure, n note, z undo, space skip, q quit. Keys may be
    piped in, one a line, with what they ask for behind them ("e status=planned"). --json lists the claims instead.
    """
    with place.open() as workspace:
        if conflicts:
            list_conflicts(workspace, as_json=as_json)
            return
        if agreement:
            show_agreement(workspace, as_json=as_json)
            return
        from legation.workspace.reviewing import get_queue

        try:
            queue = get_queue(workspace, limit, actors, author_of(author) if own else None)
        except ValueError as error:
            raise click.UsageError(str(error)) from error
        if as_json:
            print_json(encode_item(item) for item in queue.items)
            return
        session = Session(workspace, author_of(author), make_console())
        go_through(session, queue, sys.stdin.isatty())
    click.echo(f"{plural(session.ruled, 'ruling')}; {queue.waiting:,} were waiting", err=True)


def go_through(session: Session, queue: "Queue", is_terminal: bool) -> None:
    """Show item after item, and rule as the keys say, until the end or q."""
    if not queue.items:
        click.echo("legation: nothing waits for review", err=True)
    for place, item in enumerate(queue.items, start=1):
        print_item(session.console, item, queue, place)
        while True:
            key, words = read_key() if is_terminal else read_line()
            if key == "q":
                return
            if act(session, item, key, words or ask(key, item, is_terminal)):
                break


def read_key() -> tuple[str, str]:
    """Return the key pressed on a terminal."""
    click.echo(f"{HELP} ", nl=False, err=True)
    key = click.getchar().lower()
    click.echo(key, err=True)
    # The keys that end a program, and the end of the input.
    return ("q" if key in {"\x03", "\x04", "\x1b"} else key, "")


def read_line() -> tuple[str, str]:
    """Return the next line of a pipe as a key and its words; its end is q."""
    line = sys.stdin.readline()
    if not line:
        return "q", ""
    key, _, words = line.strip().partition(" ")
    return key.lower() or " ", words.strip()


def ask(key: str, item: "Item", is_terminal: bool) -> str:
    """Return what a key still needs: asked for on a terminal; the claim beside is whom same and different mean."""
    if key in {"s", "d"} and item.beside is not None:
        return item.beside.key
    return click.prompt(ASKS[key], default="", show_default=False, err=True) if key in ASKS and is_terminal else ""


def act(session: Session, item: "Item", key: str, words: str) -> bool:
    """Do what a key says; return whether the item is done with. A mistake is told, and the item stays."""
    try:
        if key == "z":
            undo_last(session)
            return False
        if key in KEYS:
            rule(session, item, key, words)
        elif key != " ":
            click.echo(f"{key}: no such key; {HELP}", err=True)
        return key in KEYS.keys() | {" "} and key != "n"
    except (ValueError, LegationError) as error:
        click.echo(f"legation: {error}", err=True)
        return False


def rule(session: Session, item: "Item", key: str, words: str) -> None:
    """Make the decision of a key."""
    options: dict[str, Any] = {"author": session.author}
    other = None
    if key == "e":
        pairs = (part.partition("=") for part in words.split(";") if part.strip())
        options["changes"] = {name.strip(): value for name, _, value in pairs}
    elif key in {"s", "d"}:
        other = words or None
    else:
        options["reason"] = words or None
    made = session.workspace.decide(KEYS[key], item.account.key, other, **options)
    session.made.append(made.uid)
    session.ruled += 1
    click.echo(f"{decision_words(made)} [{made.uid}]")


def undo_last(session: Session) -> None:
    """Take back the last decision of this review that still stands."""
    if not session.made:
        click.echo("nothing to undo in this review", err=True)
        return
    made = session.workspace.undo(session.made.pop(), author=session.author)
    click.echo(f"{decision_words(made)} [{made.uid}]")


def print_item(console: Console, item: "Item", queue: "Queue", place: int) -> None:
    """Print a claim: how far the review is, its event, its sentence in context, and the claim to hold it against."""
    weight = f"{item.salience * item.uncertainty:.2f}"
    pressing = f"weight {weight}: {plural(item.salience, 'claim')} in its event, unsure {item.uncertainty:.2f}"
    console.print(Text(f"\n{place}/{len(queue.items)} of {queue.waiting:,} waiting · {pressing}", style="dim"))
    print_line(console, make_line(item.event), queue.documents)
    print_context(console, item.account, queue.documents[item.account.document_id])
    if item.beside is not None:
        print_indented(console, Text(f"the same as? {item.beside.key}", style="bold"))
        print_context(console, item.beside, queue.documents[item.beside.document_id])


def print_context(console: Console, account: Account, document: Document) -> None:
    """Print the sentence of a claim with the text around it, its telling word marked."""
    evidence, trigger = account.evidence.span, account.claim.trigger
    start, end = max(0, evidence.start - CONTEXT), min(len(document.text), evidence.end + CONTEXT)
    text = Text("…" if start else "")
    text.append(document.text[start : evidence.start], style="dim")
    text.append(document.text[evidence.start : trigger.start], style="bold")
    text.append(document.text[trigger.start : trigger.end], style="bold reverse")
    text.append(document.text[trigger.end : evidence.end], style="bold")
    text.append(document.text[evidence.end : end], style="dim")
    print_indented(console, text)
    print_indented(console, Text(f"— {cite_briefly(document)} [{account.key}]", style="dim"))


def encode_item(item: "Item") -> dict[str, Any]:
    """Return a claim that waits as one JSON object."""
    return encode_evidence(item.account) | {
        "event": item.event.id,
        "type": item.account.claim.type,
        "score": item.account.claim.score,
        "beside": item.beside.key if item.beside else None,
        "salience": item.salience,
        "uncertainty": round(item.uncertainty, 4),
    }


def list_conflicts(workspace: "Workspace", *, as_json: bool) -> None:
    """Print the decisions that need another look, each with why, and which of several the views follow."""
    found = workspace.conflicts()
    if as_json:
        print_json(encode_conflict(conflict) for conflict in found)
        return
    console = make_console()
    for conflict in found:
        head = Text.assemble((conflict.clash.value, "bold"), f"  {conflict.subject.name}: {conflict.words}")
        print_indented(console, head, 0)
        for decision in conflict.decisions:
            follows = "  (the views follow this one)" if decision.uid == conflict.follows else ""
            line = f"{decision.at[:10]}  {decision_words(decision)}  {decision.uid}{follows}"
            print_indented(console, Text(line))
    click.echo(f"legation: {plural(len(found), 'conflict')}", err=True)


def show_agreement(workspace: "Workspace", *, as_json: bool) -> None:
    """Print how far reviewers agree beyond chance, and what each has done."""
    from legation.workspace.reviewing import measure_review

    found = measure_review(workspace)
    measured = {"claims": found.claims, "pairs": found.joins}
    people = {name: {ruling.value: count for ruling, count in by.items()} for name, by in found.people.items()}
    if as_json:
        rows = {name: encode_agreement(value) for name, value in measured.items()}
        print_json([{**rows, "people": people}])
        return
    for name, value in measured.items():
        click.echo(f"{name}: {agreement_words(value)}")
    for name, counts in sorted(people.items()):
        click.echo(f"{name}: {', '.join(f'{count} {ruling}' for ruling, count in sorted(counts.items()))}")


def encode_agreement(value: Agreement) -> dict[str, Any]:
    """Return an agreement as JSON values; alpha is null where it is not defined."""
    alpha = round(value.alpha, 4) if value.is_defined else None
    return {"alpha": alpha, "units": value.units, "people": value.people, "values": value.values}
