"""Commands for influence models: scenario check, run, tornado and draw."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text

from legation.cli.context import Commands, Place, json_option, make_console, pass_place, print_json
from legation.cli.deciding import usage_errors
from legation.cli.layout import print_indented

if TYPE_CHECKING:
    from legation.judgement.contrasts import Contrast, Tornado
    from legation.judgement.influence import Query, Side
    from legation.workspace.scenarios import Scenario

ADVICE = (
    "Read the differences: levels hang on every entry, differences on few. What we see also tells of its causes; "
    "what we set has none of them behind it."
)

FILE = click.argument("file")
GIVEN = click.option("--given", multiple=True, metavar="NODE=STATE", help="If we see this. Repeatable.")
DO = click.option("--do", multiple=True, metavar="NODE=STATE", help="If we set this from outside. Repeatable.")
AGAINST = click.option(
    "--against", multiple=True, metavar="NODE=STATE", help="The other side; without it, things as they stand."
)
ASK = click.option(
    "--ask", multiple=True, metavar="NODE[=STATE]", help="What is asked; without it, what the file asks."
)
QUESTION = click.option(
    "--from-question", is_flag=True, help="Take in the evidence of the question a node names, weighed."
)


@click.group(cls=Commands)
def scenario() -> None:
    """Influence models: what would change, if.

    FILE is a YAML file (docs/scenarios.md), or the name of a model of the lexicons, such as grain-corridor.
    """


@scenario.command("check")
@FILE
@pass_place
def check(place: Place, file: str) -> None:
    """Check every rule a model must keep, and that the record has the events it cites."""
    from legation.judgement.model_file import cited_events
    from legation.workspace.scenarios import check_events, open_scenario

    found = open_scenario(file, place.lexicon)
    cited = cited_events(found.model)
    if cited:
        with place.open() as workspace, workspace.looking() as session:
            check_events(session, found)
    model = found.model
    click.echo(
        f"{file}: {len(model.nodes)} nodes, {model.entries} judged entries, {len(model.queries)} queries, "
        f"{len(cited)} events cited: every rule is kept"
    )


@scenario.command("run")
@FILE
@GIVEN
@DO
@AGAINST
@ASK
@QUESTION
@click.option("--draws", type=click.IntRange(100, 100_000), default=2000, show_default=True, help="Redrawn models.")
@click.option("--seed", type=int, default=20260301, show_default=True, help="Of the redraws.")
@json_option
@pass_place
def run(
    place: Place,
    file: str,
    given: tuple[str, ...],
    do: tuple[str, ...],
    against: tuple[str, ...],
    ask: tuple[str, ...],
    from_question: bool,
    draws: int,
    seed: int,
    as_json: bool,
) -> None:
    """Answer the model's queries, or one of your own, as contrasts between two sides.

    Each side in ICD 203 words, the difference in points, and in how many redrawn models its order holds.
    """
    with usage_errors():
        found = open_model(place, file, from_question=from_question)
        queries = make_queries(found, (given, do, against), ask)
        contrasts = found.contrasts(queries, draws, seed)
    if as_json:
        from legation.reporting.scenarios import encode_contrast

        print_json(encode_contrast(found.model, contrast) for contrast in contrasts)
        return
    show_contrasts(found, contrasts)


@scenario.command("tornado")
@FILE
@GIVEN
@DO
@AGAINST
@ASK
@QUESTION
@click.option("--top", type=click.IntRange(1), default=8, show_default=True, help="How many entries to show.")
@json_option
@pass_place
def tornado(
    place: Place,
    file: str,
    given: tuple[str, ...],
    do: tuple[str, ...],
    against: tuple[str, ...],
    ask: tuple[str, ...],
    from_question: bool,
    top: int,
    as_json: bool,
) -> None:
    """Show which judged entries move an answer most: each entry's odds halved and doubled."""
    with usage_errors():
        found = open_model(place, file, from_question=from_question)
        tornados = [found.tornado(query) for query in make_queries(found, (given, do, against), ask)]
    if as_json:
        from legation.reporting.scenarios import encode_swing

        print_json(encode_swing(one, swing) for one in tornados for swing in one.swings[:top])
        return
    show_tornados(found, tornados, top)


@scenario.command("draw")
@FILE
@GIVEN
@DO
@QUESTION
@click.option("-o", "output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write; else to stdout.")
@pass_place
def draw(
    place: Place, file: str, given: tuple[str, ...], do: tuple[str, ...], from_question: bool, output: Path | None
) -> None:
    """Draw a model as SVG: causes above effects, the probability of each state as a bar."""
    with usage_errors():
        found = open_model(place, file, from_question=from_question)
        picture = found.draw(make_side(given, do))
    if output is None:
        click.echo(picture)
    else:
        output.write_text(f"{picture}\n", encoding="utf-8")


def open_model(place: Place, file: str, *, from_question: bool) -> "Scenario":
    """Return the model, with the evidence of its questions if that is wanted."""
    from legation.workspace.scenarios import open_scenario

    if not from_question:
        return open_scenario(file, place.lexicon)
    with place.open() as workspace:
        return workspace.scenario(file, from_question=True)


def make_side(given: Sequence[str], do: Sequence[str]) -> "Side":
    """Return a side of the pairs on the command line."""
    from legation.judgement.influence import Side
    from legation.workspace.scenarios import parse_states

    return Side(parse_states(given), parse_states(do))


def make_queries(
    found: "Scenario", sides: tuple[Sequence[str], Sequence[str], Sequence[str]], asked: Sequence[str]
) -> "list[Query]":
    """Return the queries of the command line, or those of the file if it names no side."""
    from legation.workspace.scenarios import parse_ask, parse_states

    given, do, against = sides
    side = make_side(given, do)
    if side.is_empty and not against:
        wanted = [parse_ask(found.model, words) for words in asked]
        names = {name for name, _ in wanted}
        return [query for query in found.model.queries if not wanted or query.ask in names]
    return found.ask(side, parse_states(against) if against else None, asked)


def print_head(console: Console, found: "Scenario") -> None:
    """Print what model it is, of which day, and which evidence is in it."""
    from legation.reporting.scenarios import questions_of, soft_words

    model = found.model
    console.print(Text(model.title, style="bold"))
    size = f"{len(model.nodes)} nodes, {model.entries} judged entries"
    print_indented(console, Text(f"as judged on {model.as_of} · {size}"), 2)
    for words in soft_words(questions_of(model), found.soft):
        print_indented(console, Text(words), 2)


def show_contrasts(found: "Scenario", contrasts: "Iterable[Contrast]") -> None:
    """Print contrasts: what is asked, both sides, the difference."""
    from legation.reporting.scenarios import ask_words, difference_words, level_words, side_words

    console = make_console()
    print_head(console, found)
    print_indented(console, Text(ADVICE, style="dim"), 2)
    for contrast in contrasts:
        query, spread = contrast.query, contrast.spread
        console.print()
        print_indented(console, Text(ask_words(found.model, query), style="bold"), 0)
        sides = (
            (query.side, contrast.first[contrast.place], spread.first),
            (query.against, contrast.second[contrast.place], spread.second),
        )
        for side, level, interval in sides:
            print_indented(console, Text(f"{side_words(side)}: {level_words(level, interval)}"), 2)
        print_indented(console, Text(f"→ {difference_words(contrast)}"), 2)


def show_tornados(found: "Scenario", tornados: "Iterable[Tornado]", top: int) -> None:
    """Print which entries move each contrast most, with what they rest on."""
    from legation.reporting.scenarios import (
        ask_words,
        basis_words,
        points_words,
        row_words,
        side_words,
        signed,
        state_words,
    )

    console = make_console()
    print_head(console, found)
    for one in tornados:
        query = one.query
        console.print()
        sides = f"{side_words(query.side)}, rather than {side_words(query.against)}"
        head = f"{ask_words(found.model, query)}; {sides}: {points_words(one.difference)}"
        print_indented(console, Text(head, style="bold"), 0)
        for swing in one.swings[:top]:
            parents = found.model.node(swing.node).parents
            entry = f"{row_words(swing.node, swing.row, parents)}: {state_words(swing.state)} {swing.value:g}"
            print_indented(console, Text(f"{signed(swing.low):>3} to {signed(swing.high):>3}  {entry}"), 2)
            print_indented(console, Text(f"line {swing.row.line}, {basis_words(swing.row)}", style="dim"), 15)
        turning = len(one.turning)
        words = f"{turning} of {len(one.swings)} entries turn" if turning else "No single entry turns"
        print_indented(console, Text(f"{words} the order of the two sides when its odds are halved or doubled."), 2)
