"""Commands on questions: question new, list, show, check, evidence, accept, reject, lock, weigh, watch."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.text import Text

from legation.cli.context import Commands, Place, json_option, make_console, pass_place, print_json, show_as_of
from legation.cli.deciding import AUTHOR, REASON, author_of, usage_errors
from legation.cli.layout import print_indented
from legation.cli.sheets import print_block, print_sheet, print_table, write_sheet

if TYPE_CHECKING:
    from legation.judgement.evidence import Finding
    from legation.workspace.questions import Listed

REVIEWED = click.option("--reviewed", "reviewed_only", is_flag=True, help="Count only evidence that somebody accepted.")
FILE = click.argument("file", metavar="FILE|NAME")


def parse_day(_: click.Context, __: click.Parameter, value: str | None) -> dt.date | None:
    """Return the day an option gives; the last of a month or year."""
    if value is None:
        return None
    from legation.documents.document import days_of

    try:
        return days_of(value)[1] - dt.timedelta(days=1)
    except ValueError as error:
        raise click.BadParameter("give a day (2025-08-17), a month or a year") from error


@click.group(cls=Commands)
def question() -> None:
    """Weigh rival answers to a question against the record.

    A question is one YAML file: hypotheses, and indicators with how likely each is under each hypothesis. FILE is its
    path, or the name of a question of the lexicons (`legation question list`).
    """


@question.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--from", "source", metavar="FILE|NAME", help="Copy this question instead of the pattern.")
@pass_place
def new(place: Place, file: Path, source: str | None) -> None:
    """Write a question file to begin with; every entry says what it means."""
    from legation.workspace.questions import PATTERN, find_question

    if file.exists():
        raise click.UsageError(f"{file} exists already; choose another name")
    text = find_question(source or PATTERN, place.lexicon).read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    click.echo(f"{file}: change what is in it, then `legation question check {file}`")


@question.command(name="list")
@json_option
@pass_place
def list_(place: Place, as_json: bool) -> None:
    """List the questions of the lexicons, and those locked in the record."""
    from legation.workspace.questions import list_questions

    with place.open(create=True) as workspace, workspace.looking() as session:
        found = list_questions(session, place.lexicon)
    if as_json:
        print_json(map(encode_listed, found))
        return
    console = make_console()
    for one in found:
        console.print(Text.assemble((one.id, "bold"), f"  {one.ask}"))
        for lock in one.locks:
            console.print(
                Text(f"    locked {lock.at[:16].replace('T', ' ')} by {lock.author}  {lock.digest}", style="dim")
            )


def encode_listed(one: "Listed") -> dict[str, Any]:
    """Return a question with its locks as one JSON object."""
    locks = [{"at": lock.at, "author": lock.author, "digest": lock.digest} for lock in one.locks]
    return {"id": one.id, "question": one.ask, "file": one.file, "locks": locks}


@question.command()
@FILE
@pass_place
def show(place: Place, file: str) -> None:
    """Show a question: hypotheses, and each indicator with its likelihoods."""
    from legation.reporting.sheets import Cell, Table
    from legation.workspace.questions import load_question

    found = load_question(file, place.lexicon)
    console = make_console()
    console.print(Text(found.ask, style="bold"))
    if found.about:
        print_indented(console, Text(found.about, style="dim"), 2)
    for one in found.hypotheses:
        print_indented(console, Text.assemble((one.id, "bold"), f"  {one.says}"), 2)
    console.print()
    rows = [
        (Cell(one.id), *(Cell("–".join(f"{v * 100:g}" for v in row)) for row in one.likelihood), Cell(str(one.until)))
        for one in found.indicators
    ]
    print_table(console, Table(("likelihood in %", *found.names, "until"), tuple(rows)))
    console.print()
    for indicator in found.indicators:
        print_indented(console, Text.assemble((indicator.id, "bold"), f"  {indicator.ask}"), 2)
        print_indented(console, Text(f"because {indicator.why}", style="dim"), 4)


@question.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@pass_place
def check(place: Place, files: tuple[str, ...]) -> None:
    """Check question files: one line for each, or what is wrong, where, and how to mend it."""
    from legation.workspace.questions import load_question

    for file in files:
        found = load_question(file, place.lexicon)
        counts = f"{len(found.hypotheses)} hypotheses, {len(found.indicators)} indicators"
        click.echo(f"{file}: sound ({counts}); its judgements are {found.digest}")


@question.command()
@FILE
@AUTHOR
@pass_place
def lock(place: Place, file: str, author: str | None) -> None:
    """Fix the judgements of a question in the record, before its evidence is seen.

    The file goes into the record with its hash, who locked it and when. A judgement changed later is flagged wherever
    the question is weighed, and the first one is kept and weighed beside it.
    """
    with place.open(create=True) as workspace, usage_errors():
        made = workspace.question(file).lock(author_of(author))
    click.echo(f"{made.question}: locked {made.at[:16].replace('T', ' ')} UTC by {made.author}, {made.digest}")


@question.command()
@FILE
@click.argument("indicator", required=False)
@json_option
@pass_place
def evidence(place: Place, file: str, indicator: str | None, as_json: bool) -> None:
    """Show the evidence that the record proposes for each indicator, or for one, with why it fits."""
    from legation.reporting.weighing_json import encode_finding

    with place.open() as workspace, usage_errors():
        weighing = workspace.question(file).weigh()
    findings = [one for one in weighing.findings if indicator in (None, one.indicator.id)]
    if not findings:
        known = ", ".join(one.indicator.id for one in weighing.findings)
        raise click.UsageError(f"{indicator}: no such indicator; there are {known}")
    if as_json:
        print_json(map(encode_finding, findings))
        return
    print_evidence(make_console(), findings)


def print_evidence(console: Console, findings: "Iterable[Finding]") -> None:
    """Print proposals with the reasons for them and who has ruled on them."""
    from legation.reporting.weighings import STATES

    for finding in findings:
        head = Text.assemble(
            (finding.indicator.id, "bold"), f"  {finding.indicator.ask}", (f"  {STATES[finding.state]}", "cyan")
        )
        print_indented(console, head, 0)
        for exhibit in (*finding.exhibits, *finding.rejected):
            made = exhibit.admission
            ruling = f"{'accepted' if made.accepts else 'rejected'} by {made.author}" if made else "proposed"
            print_indented(console, Text(f"{exhibit.event.id}  {ruling}: {'; '.join(exhibit.reasons)}"), 2)
            for report in exhibit.reports:
                mark = "× " if report.denies else ""
                print_indented(
                    console, Text(f"{mark}“{' '.join(report.account.evidence.quote.split())}”", style="dim"), 4
                )
        for event in finding.unreal:
            print_indented(console, Text(f"{event.id}  not counted: {event.status.value}", style="dim"), 2)


def make_ruling(name: str, words: str) -> click.Command:
    """Return the command that accepts or rejects evidence."""

    @click.command(name, help=words)
    @FILE
    @click.argument("indicator")
    @click.argument("events", nargs=-1, required=True, metavar="EVENT…")
    @REASON
    @AUTHOR
    @pass_place
    def command(
        place: Place, file: str, indicator: str, events: tuple[str, ...], reason: str | None, author: str | None
    ) -> None:
        with place.open() as workspace, usage_errors():
            inquiry = workspace.question(file)
            for event in events:
                rule = inquiry.admit if name == "accept" else inquiry.reject
                rule(indicator, event, author=author_of(author), reason=reason)
        click.echo(f"{indicator}: {', '.join(events)} {name}ed by {author_of(author)}")

    return command


question.add_command(
    make_ruling("accept", "Accept events as evidence for an indicator, proposed or not; the last ruling on one counts.")
)
question.add_command(make_ruling("reject", "Reject events as evidence for an indicator: they count for nothing there."))


@question.command()
@FILE
@click.argument("others", nargs=-1, metavar="[OTHER ANALYSTS' FILES…]")
@click.option(
    "--on", "day", callback=parse_day, metavar="DATE", help="Answer for this day; reports published later do not count."
)
@click.option("--since", callback=parse_day, metavar="DATE", help="Say what has changed since this day.")
@click.option("--seed", type=int, default=None, help="Seed of the draws.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file: .md or .html.")
@REVIEWED
@json_option
@pass_place
def weigh(
    place: Place,
    file: str,
    others: tuple[str, ...],
    day: dt.date | None,
    since: dt.date | None,
    seed: int | None,
    output: Path | None,
    reviewed_only: bool,
    as_json: bool,
) -> None:
    """Weigh the answers: how likely each is, on what words it rests, what would change it, what to watch.

    With other analysts' files of the same question, all are brought together and their disagreement is shown.
    """
    from legation.judgement.sampling import SEED
    from legation.reporting.weighing_json import encode_weighing
    from legation.reporting.weighings import make_sheet
    from legation.workspace.questions import load_question

    with place.open() as workspace, usage_errors():
        inquiry = workspace.question(file, reviewed_only=reviewed_only)
        inquiry.day = day or inquiry.day
        weighing = inquiry.weigh(seed=SEED if seed is None else seed)
        told = inquiry.tell(weighing, since, [load_question(name, place.lexicon) for name in others])
    if as_json:
        print_json([encode_weighing(weighing, told)])
    elif output:
        write_sheet(make_sheet(weighing, told), output)
        click.echo(f"{output}: {output.stat().st_size / 1024:,.0f} KiB")
    else:
        print_sheet(make_console(), make_sheet(weighing, told))


@question.command()
@FILE
@json_option
@pass_place
def watch(place: Place, file: str, as_json: bool) -> None:
    """List the indicators that have not shown: how much each would tell, and the day its silence counts from."""
    from legation.reporting.turning import watching
    from legation.reporting.weighing_json import encode_watched

    with place.open() as workspace, usage_errors():
        weighing = workspace.question(file).weigh()
    if as_json:
        print_json(encode_watched(one, weighing.question.names) for one in weighing.watch)
        return
    console = make_console()
    for block in watching(weighing):
        if isinstance(block, str):
            print_indented(console, Text(block), 0)
        else:
            print_block(console, block)


for name in ("weigh", "watch", "evidence"):
    show_as_of(question.commands[name])
