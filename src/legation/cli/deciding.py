"""Commands by which analysts rule: decide, grade, undo, decisions; and sources, where grades show."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text

from legation.cli.context import Place, json_option, make_console, pass_place, print_json
from legation.cli.layout import print_indented
from legation.record.decision import Decision, Ruling, encode_decision
from legation.record.sources import RELIABILITY
from legation.reporting.rulings import decision_words, encode_listed, encode_source, subject_words
from legation.reporting.words import plural
from legation.settings import Settings

if TYPE_CHECKING:
    from legation.record.sources import Source

AUTHOR = click.option("--author", help="In whose name. [LEGATION_AUTHOR, your login name]")
REASON = click.option("--reason", help="Why.")
RULINGS = [ruling.value for ruling in Ruling if ruling not in {Ruling.GRADE, Ruling.UNDO}]


def author_of(given: str | None) -> str:
    """Return who decides: the option, else what the settings say."""
    return given or Settings.read().author


@contextmanager
def usage_errors() -> Iterator[None]:
    """Turn a mistake in what the user asked for into a usage error."""
    try:
        yield
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def parse_set(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Turn FIELD=VALUE options into a mapping."""
    pairs = [value.partition("=") for value in values]
    for field, sign, _value in pairs:
        if not sign or not field:
            raise click.BadParameter("give FIELD=VALUE, such as status=planned; an empty value takes it away")
    return {field.strip(): value for field, _, value in pairs}


@click.command()
@click.argument("ruling", type=click.Choice(RULINGS))
@click.argument("subject")
@click.argument("other", required=False, metavar="[OBJECT]")
@click.option("--set", "changes", multiple=True, callback=parse_set, metavar="FIELD=VALUE", help="What amend sets.")
@REASON
@AUTHOR
@json_option
@pass_place
def decide(
    place: Place, ruling: str, subject: str, *, other: str | None, changes: dict[str, str], reason: str | None,
    author: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Rule on a claim, event, mention, document or outlet; nothing is ever edited, and all can be undone.

    SUBJECT is an id as `legation show` prints it (3fa9c1d2e0ab.c7 a claim, .e7 an event, .m7 a mention), a document's
    id or an outlet's name. `same` and `different` take two. docs/decisions.md lists the fields that --set takes.
    """
    with place.open() as workspace, usage_errors():
        made = workspace.decide(ruling, subject, other, changes=changes, reason=reason, author=author_of(author))
    say(made, as_json=as_json)


@click.command()
@click.argument("subject", metavar="OUTLET|DOCUMENT|CLAIM")
@click.argument("grade", metavar="A-F|1-6")
@REASON
@AUTHOR
@json_option
@pass_place
def grade(
    place: Place, subject: str, grade: str, reason: str | None, author: str | None, as_json: bool
) -> None:  # fmt: skip
    """Grade an outlet's reliability (A to F), or the credibility of a claim or document (1 to 6): Admiralty scale."""
    with place.open() as workspace, usage_errors():
        made = workspace.decide("grade", subject, changes={"grade": grade}, reason=reason, author=author_of(author))
    say(made, as_json=as_json)


@click.command()
@click.argument("decision", metavar="ID")
@REASON
@AUTHOR
@json_option
@pass_place
def undo(place: Place, decision: str, reason: str | None, author: str | None, as_json: bool) -> None:
    """Take a decision back, by the first digits of its id; to take back the taking back, undo that."""
    with place.open() as workspace, usage_errors():
        made = workspace.undo(decision, reason=reason, author=author_of(author))
    say(made, as_json=as_json)


def say(decision: Decision, *, as_json: bool) -> None:
    """Print a decision that was made."""
    if as_json:
        print_json([encode_decision(decision)])
    else:
        click.echo(f"{decision_words(decision)} [{decision.uid}]")


@click.command()
@click.argument("subject", required=False)
@json_option
@pass_place
def decisions(place: Place, subject: str | None, as_json: bool) -> None:
    """List decisions, the first made first: all, or those on one thing and on what stands in it."""
    with place.open() as workspace:
        found = workspace.decisions(subject)
    if as_json:
        print_json(encode_listed(listed.decision, stands=listed.stands) for listed in found)
        return
    console = make_console()
    for listed in found:
        decision = listed.decision
        head = Text.assemble((decision.at[:16].replace("T", " "), "dim"), f"  {decision_words(decision)}")
        head.append("" if listed.stands else "  (taken back)", style="dim")
        head.append(f"  {decision.uid}", style="dim")
        print_indented(console, head, 0)
        if words := subject_words(decision):
            print_indented(console, Text(words, style="dim"))
        if decision.reason:
            print_indented(console, Text(f"because: {decision.reason}"))
    if not found:
        click.echo("legation: no decisions", err=True)


@click.command()
@json_option
@pass_place
def sources(place: Place, as_json: bool) -> None:
    """List the outlets of the record: kind, country, grade, and how much of what is known comes from each."""
    with place.open() as workspace:
        found = workspace.sources()
    if as_json:
        print_json(encode_source(source) for source in found)
        return
    console = make_console()
    for source in found:
        print_source(console, source)
    graded = sum(1 for source in found if source.grades)
    click.echo(f"legation: {plural(len(found), 'outlet')}, {graded} graded", err=True)


def print_source(console: Console, source: "Source") -> None:
    """Print an outlet: what it is, how it is graded and by whom, and what the record has from it."""
    outlet, grade = source.outlet, source.reliability
    facts = [outlet.kind.value if outlet.kind else "not registered", outlet.country]
    print_indented(console, Text.assemble((outlet.name, "bold"), f"  {' · '.join(filter(None, facts))}"), 0)
    last = source.grades[-1] if source.grades else None
    by = f" ({last.author}, {last.at[:10]}{f': {last.reason}' if last.reason else ''})" if last else ""
    print_indented(console, Text(f"reliability {grade}, {RELIABILITY[grade]}{by}"))
    counted = ((source.documents, "document"), (source.claims, "claim"), (source.origins, "origin"))
    held = ", ".join(plural(number, word) for number, word in counted)
    share = f"{plural(source.events, 'event')}, {source.share:.0%} of all, {source.alone:,} from it alone"
    print_indented(console, Text(f"{held} · {share}", style="dim"))
