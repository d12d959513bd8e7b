"""Commands for forecasts: rate, new, list, resolve and score."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.text import Text

from legation.cli.context import Commands, Place, json_option, make_console, pass_place, print_json
from legation.cli.deciding import AUTHOR, author_of, usage_errors
from legation.cli.layout import print_indented
from legation.cli.relations import parse_kind
from legation.reading.claim import Status
from legation.reporting.words import TYPES

if TYPE_CHECKING:
    from legation.workspace.forecasting import Standing, Tallied

WITHIN = click.option("--within", type=click.IntRange(1), metavar="DAYS", help="The days after --opened it is of.")
OPENED = click.option(
    "--opened", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day it is made on; today unless said."
)
MUTUAL = click.option("--mutual", is_flag=True, help="Whoever of the two acts; else A acts on B.")


@click.group(cls=Commands)
def forecast() -> None:
    """Dated probabilities of events between two actors, resolved over the record and scored."""


@forecast.command("rate")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option("--within", type=click.IntRange(1), default=30, show_default=True, metavar="DAYS", help="How many days.")
@OPENED
@MUTUAL
@json_option
@pass_place
def rate(
    place: Place, one: str, other: str, within: int, opened: dt.datetime | None, mutual: bool, as_json: bool
) -> None:
    """Show how likely each type of event is by the base rate, or that it is not assessed."""
    from legation.reporting.forecasts import encode_rate, rate_words
    from legation.reporting.words import type_words
    from legation.workspace.forecasting import assess_dyad

    with place.open() as workspace:
        found = assess_dyad(workspace, (one, other), within, opened.date() if opened else None, directed=not mutual)
    if as_json:
        print_json(map(encode_rate, found))
        return
    console = make_console()
    if len({(item.p, item.reason) for item in found}) == 1 and found[0].p is None:
        # Too little of the dyad is too little of every type.
        print_indented(console, Text(rate_words(found[0])), 2)
        return
    for item in found:
        print_indented(console, Text(f"{type_words(item.type, None)}: {rate_words(item)}"), 2)
    if not found:
        click.echo("legation: not assessed: the record tells of no dated event before that day", err=True)


@forecast.command("new")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option(
    "--type", "kind", required=True, callback=parse_kind, metavar="TYPE[:MODE]", help="Of what kind of event."
)
@WITHIN
@OPENED
@click.option("--closes", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The last day it is of.")
@click.option(
    "--resolves-by", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="When late reports end; 14 days on."
)
@click.option("--p", type=float, metavar="P", help="Your probability, between 0 and 1; without it, the base rate.")
@click.option("--text", metavar="WORDS", help="The question in your own words.")
@click.option(
    "--min-status", type=click.Choice([str(status) for status in Status]), default="happened", show_default=True,
    help="How firmly it must be reported.",
)  # fmt: skip
@click.option("--if", "condition", nargs=3, metavar="A B TYPE[:MODE]", help="Counts only if this comes about as well.")
@click.option("--unless", nargs=3, metavar="A B TYPE[:MODE]", help="Counts only if this does not come about.")
@click.option("--supersedes", metavar="ID", help="The forecast this one takes the place of.")
@MUTUAL
@AUTHOR
@json_option
@pass_place
def new(place: Place, /, as_json: bool, author: str | None, **given: Any) -> None:
    """Enter a forecast in the ledger: that an event of a kind comes after --opened and not after --closes.

    It is never edited: a newer one may supersede it. Without --p it takes the base rate, where there is one.
    """
    from legation.reporting.forecasts import encode_forecast
    from legation.workspace.forecasting import make_forecast

    with usage_errors(), place.open() as workspace:
        made = make_forecast(workspace, make_order(given, workspace.clock().date()), author_of(author))
    if as_json:
        print_json([encode_forecast(made)])
        return
    show([(made, None, None)])


def parse_kind_words(words: str) -> tuple[str, str | None]:
    """Return type and mode of a condition; ValueError if there is no such type."""
    name, _, mode = words.partition(":")
    if name.upper() not in TYPES:
        raise ValueError(f"{name}: no event type; there are {', '.join(TYPES)}")
    return name.upper(), mode.lower() or None


def make_order(given: dict[str, Any], today: dt.date) -> Any:
    """Return the order that the options make; ValueError for what does not fit together."""
    from legation.workspace.forecasting import Order

    kind, mode = given["kind"].type, given["kind"].mode
    opened = given["opened"].date() if given["opened"] else today
    if (given["within"] is None) == (given["closes"] is None):
        raise ValueError("say until when: either --within DAYS or --closes DATE")
    closes = given["closes"].date() if given["closes"] else opened + dt.timedelta(days=given["within"])
    if given["condition"] and given["unless"]:
        raise ValueError("one condition: either --if or --unless")
    condition = None
    if held := given["condition"] or given["unless"]:
        condition = (held[0], held[1], *parse_kind_words(held[2]), bool(given["condition"]))
    return Order(
        given["one"], given["other"], kind, mode, opened, closes,
        resolves_by=given["resolves_by"].date() if given["resolves_by"] else None,
        directed=not given["mutual"], min_status=Status(given["min_status"]), p=given["p"], text=given["text"],
        supersedes=given["supersedes"], condition=condition,
    )  # fmt: skip


@forecast.command("list")
@click.option("--open", "only_open", is_flag=True, help="Only those that nothing has come of yet.")
@json_option
@pass_place
def list_(place: Place, only_open: bool, as_json: bool) -> None:
    """List the ledger, the first made first, superseded forecasts too."""
    with place.open() as workspace:
        found = [one for one in workspace.forecasts() if not only_open or one.outcome is None]
    print_standings(found, as_json=as_json, nothing="no forecasts")


@forecast.command("resolve")
@AUTHOR
@json_option
@pass_place
def resolve(place: Place, author: str | None, as_json: bool) -> None:
    """Resolve what the record can by now: came true, did not, void where it could not tell, annulled."""
    from legation.workspace.forecasting import resolve_due

    with place.open() as workspace:
        found = resolve_due(workspace, author_of(author))
    print_standings(found, as_json=as_json, nothing="nothing has come of any open forecast yet")


@forecast.command("score")
@click.option("-o", "output", type=click.Path(dir_okay=False, path_type=Path), help="Write the calibration plot (SVG).")
@json_option
@pass_place
def score(place: Place, output: Path | None, as_json: bool) -> None:
    """Score the forecasts that have ended: Brier, log score, calibration, skill; the worst ones first.

    Of all, of each author and of each model; superseded forecasts are shown, not scored.
    """
    from legation.reporting.calibration_plot import draw_calibration
    from legation.workspace.forecasting import score_ledger

    with place.open() as workspace:
        standings = workspace.forecasts()
    tallies = score_ledger(standings)
    if output is not None:
        if tallies[0].scores is None:
            raise click.ClickException("no forecast has ended: there is nothing to draw")
        output.write_text(f"{draw_calibration(tallies[0].scores, 'Forecasts that have ended')}\n", encoding="utf-8")
    if as_json:
        print_json(map(encode_tally, tallies))
        return
    show_scores(tallies, standings)


def encode_tally(one: "Tallied") -> dict[str, Any]:
    """Return scores as JSON values."""
    from legation.reporting.forecasts import encode_scores

    return {
        "name": one.name,
        "scores": encode_scores(one.scores) if one.scores else None,
        "against_climatology": encode_scores(one.against) if one.against else None,
        "open": one.open,
        "void": one.void,
        "annulled": one.annulled,
    }


def print_standings(found: "list[Standing]", *, as_json: bool, nothing: str) -> None:
    """Print forecasts with what has come of them."""
    from legation.reporting.forecasts import encode_forecast

    if as_json:
        print_json(
            {
                **encode_forecast(one.forecast),
                "superseded_by": one.superseded_by,
                "outcome": one.outcome,
                "events": list(one.resolved.events) if one.resolved else [],
                "reason": one.resolved.reason if one.resolved else None,
            }
            for one in found
        )
        return
    if not found:
        click.echo(f"legation: {nothing}", err=True)
    show((one.forecast, one, one.superseded_by) for one in found)


def show(rows: Iterable[tuple[Any, "Standing | None", str | None]]) -> None:
    """Print forecasts for the eye."""
    from legation.reporting.forecasts import OUTCOMES, chance_words, condition_words

    console = make_console()
    for made, standing, newer in rows:
        print_indented(console, Text.assemble((made.text, "bold"), (f"  {made.uid}", "dim")), 0)
        who = made.author if made.model == "person" else f"{made.model}, entered by {made.author}"
        print_indented(console, Text(f"{chance_words(made.p)} — {who}, {made.opened}"), 2)
        if words := condition_words(made):
            print_indented(console, Text(words), 2)
        print_indented(console, Text(made.rule, style="dim"), 2)
        if newer:
            print_indented(console, Text(f"superseded by {newer}"), 2)
        if standing is not None and standing.outcome is not None and standing.resolved is not None:
            cited = f" ({', '.join(standing.resolved.events)})" if standing.resolved.events else ""
            words = f"{OUTCOMES[standing.outcome]}: {standing.resolved.reason}{cited}"
            print_indented(console, Text(words, style="cyan"), 2)


def show_scores(tallies: "list[Tallied]", standings: "list[Standing]") -> None:
    """Print scores, then the forecasts that were furthest off."""
    from legation.reporting.forecasts import scores_words

    console = make_console()
    for one in tallies:
        console.print(Text(one.name, style="bold"))
        print_indented(console, Text(f"{one.open} open, {one.void} void, {one.annulled} annulled"), 2)
        for line in scores_words(one.scores, one.against) if one.scores else ["none has ended"]:
            print_indented(console, Text(line), 2)
    ended = sorted((one for one in standings if one.loss is not None), key=lambda one: -(one.loss or 0.0))
    if ended:
        console.print(Text("\nThe furthest off first", style="bold"))
        show((one.forecast, one, one.superseded_by) for one in ended[:10])
