"""Commands that view a relationship: contacts, transfers, commitments, statements, launches, intervals, silence."""

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.text import Text

from legation.cli.context import Place, json_option, make_console, pass_place, print_json
from legation.cli.documents import check_day
from legation.cli.layout import STYLES, print_indented, print_line, print_quote
from legation.cli.reporting import FROM, TO, period_of
from legation.documents.document import Document, days_of
from legation.record.event import Account
from legation.relations.silence import Silence
from legation.relations.spacing import Kind
from legation.reporting.chronology import claim_kind
from legation.reporting.comparison import describe_difference, encode_comparison
from legation.reporting.footnotes import cite
from legation.reporting.views import View, encode_view
from legation.reporting.words import STATUSES, TYPES, day_words, interval_words, plural

if TYPE_CHECKING:
    from legation.workspace.relations import Compared

# Each view of one actor or a dyad, with the words of its command's help.
HELP = {
    "contacts": """Meetings, visits and calls of an actor or a dyad.

    Who met at what rank, how long after the last, and whether the record bears out what reports say of their number
    ("second meeting in less than a year").""",
    "transfers": """The ledger of what changed hands.

    Who to whom, item class, bounds, and how much at least by each day. Quantities whose periods overlap may be the
    same goods and are never added up.""",
    "commitments": """Treaties, agreements and truces from proposal to end, and pledges.

    Each with the later acts that touch it.""",
    "statements": """What was said, by speaker and day.""",
    "launches": """Launches and tests of satellites, rockets and missiles, with what came of them.""",
}


def make_command(name: str) -> click.Command:
    """Return the command of one view."""

    @click.command(name, help=HELP[name])
    @click.argument("one", metavar="A")
    @click.argument("other", metavar="[B]", required=False)
    @FROM
    @TO
    @json_option
    @pass_place
    def command(place: Place, one: str, other: str | None, first: str | None, last: str | None, as_json: bool) -> None:
        with place.open() as workspace:
            found = workspace.view(name, [one, other] if other else [one], period_of(first, last))
        show_view(found, as_json=as_json)

    return command


contacts, transfers, commitments, statements, launches = map(make_command, HELP)


def show_view(found: View, *, as_json: bool) -> None:
    """Print a view as JSON Lines or for the eye."""
    if as_json:
        print_json(encode_view(found))
        return
    console = make_console()
    console.print(Text(f"{found.title}: {plural_of(found.name)}", style="bold"))
    if not found.entries:
        console.print(Text("No report in the record tells of any."))
        return
    for words in found.summary:
        print_indented(console, Text(words), 2)
    for heading, entries in groupby(found.entries, key=lambda entry: entry.heading):
        console.print(Text(f"\n{heading}", style="bold"))
        for entry in entries:
            print_line(console, entry.line, found.documents)
            for note in entry.notes:
                print_indented(console, Text(f"▸ {note}", style="cyan"))


def plural_of(name: str) -> str:
    """Return the name of what a view lists, in the plural."""
    return f"{name}es" if name.endswith("ch") else f"{name}s"


def parse_kind(_: click.Context, __: click.Parameter, value: str) -> Kind:
    """Return the kind of event that TYPE[:MODE] names; a usage error if there is no such type."""
    name, colon, mode = value.partition(":")
    if name.upper() not in TYPES:
        raise click.BadParameter(f"{name}: no event type; there are {', '.join(TYPES)}")
    return Kind(name.upper(), mode.lower() if colon and mode else None)


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="[B]", required=False)
@click.option("--of", "wanted", required=True, callback=parse_kind, metavar="TYPE[:MODE]", help="What is measured.")
@click.option("--after", "since", required=True, callback=parse_kind, metavar="TYPE[:MODE]", help="From what on.")
@click.option("--about", metavar="WORD", help="Only events whose words hold this.")
@click.option(
    "--after-with", "parties", multiple=True, metavar="ACTOR", help="Whose the earlier events are, if others'."
)
@click.option("--within", type=click.IntRange(0), metavar="DAYS", help="Only events that may have come so soon after.")
@json_option
@pass_place
def intervals(
    place: Place,
    one: str,
    other: str | None,
    wanted: Kind,
    since: Kind,
    about: str | None,
    parties: tuple[str, ...],
    within: int | None,
    as_json: bool,
) -> None:
    """Measure the days between events: each event of one kind after the last of another.

    For example, launches of satellites after summits: intervals PRK --of MOBILIZE --about satellite --after CONSULT
    --after-with PRK --after-with RUS.
    """
    kinds = Kind(wanted.type, wanted.mode, about), since
    with place.open() as workspace:
        found = workspace.intervals([one, other] if other else [one], kinds, parties, within)
    show_view(found, as_json=as_json)


@click.command()
@click.argument("actor", metavar="ACTOR")
@click.argument("topic", nargs=-1, required=True, metavar="TOPIC")
@click.option("--since", callback=check_day, metavar="DATE", help="Look at the time from this day on.")
@json_option
@pass_place
def silence(place: Place, actor: str, topic: tuple[str, ...], since: str | None, as_json: bool) -> None:
    """Tell how long an actor has said nothing on a topic, and whether the record would have heard it."""
    start: dt.date | None = days_of(since)[0] if since else None
    words = " ".join(topic)
    with place.open() as workspace:
        found = workspace.silence(actor, words, start)
        name = workspace.actor(actor).name
        source = workspace.show(found.last.document_id).document if found.last else None
    if as_json:
        print_json([encode_silence(found)])
        return
    console = make_console()
    published = found.last.published if found.last else None
    if found.last and source:
        told = f"in a report of {interval_words(*days_of(published))}" if published else "in a report without a date"
        console.print(Text(f"{name} last spoke of “{words}” {told}:"))
        print_indented(console, Text(f"“{' '.join(found.last.words.split())}”"))
        print_indented(console, Text(f"— {found.last.speaker}; {cite(source)}", style="dim"))
    else:
        console.print(Text(f"The record has no words of {name} on “{words}”."))
    for line in silence_words(found):
        console.print(Text(line))


def silence_words(found: Silence) -> Iterable[str]:
    """Yield how long the silence is and how it is covered."""
    held, since = found.coverage, f" since {day_words(found.since)}" if found.since else ""
    if found.days is not None:
        yield f"Nothing{since}: {plural(found.days, 'day')}."
    yield (
        f"Coverage{since}: {plural(held.reports, 'report')}, {held.quoting:,} quoting the actor on anything, "
        f"{held.on_topic:,} naming the topic."
    )
    yield (
        "The record would have heard it: the silence tells something."
        if found.means_something
        else "Too little coverage to conclude anything from the silence."
    )


def encode_silence(found: Silence) -> dict[str, Any]:
    """Return a silence as one JSON object."""
    last = found.last
    return {
        "last": {
            "document": last.document_id,
            "published": last.published,
            "speaker": last.speaker,
            "span": [last.span.start, last.span.end],
            "words": last.words,
        }
        if last
        else None,
        "since": found.since.isoformat() if found.since else None,
        "until": found.until.isoformat(),
        "days": found.days,
        "reports": found.coverage.reports,
        "quoting": found.coverage.quoting,
        "on_topic": found.coverage.on_topic,
        "means_something": found.means_something,
    }


@click.command()
@click.argument("here", metavar="DOCUMENT")
@click.argument("there", metavar="DOCUMENT")
@json_option
@pass_place
def compare(place: Place, here: str, there: str, as_json: bool) -> None:
    """Compare two reports: what both tell and where they differ, and what each leaves out."""
    with place.open() as workspace:
        found = workspace.compare(here, there)
    if as_json:
        print_json(encode_comparison(found.comparison))
        return
    print_comparison(make_console(), found)


def print_comparison(console: Console, found: "Compared") -> None:
    """Print what both documents tell, then what only one does."""
    comparison, documents = found.comparison, found.documents
    for letter, name in (("A", comparison.here), ("B", comparison.there)):
        console.print(Text(f"{letter}: {cite(documents[name])}", style="bold"))
    console.print(Text(f"\nBoth tell of {plural(len(comparison.shared), 'event')}", style="bold"))
    for shared in comparison.shared:
        for letter, account in (("A", shared.here[0]), ("B", shared.there[0])):
            print_told(console, account, documents, letter)
        for difference in shared.differences:
            print_indented(console, Text(f"▸ {describe_difference(difference)}", style="cyan"))
        console.print()
    for letter, sides in (("A", comparison.only_here), ("B", comparison.only_there)):
        console.print(Text(f"\nOnly {letter} tells of {plural(len(sides), 'event')}", style="bold"))
        for side in sides:
            print_told(console, side.accounts[0], documents)


def print_told(console: Console, account: Account, documents: Mapping[str, Document], letter: str = "") -> None:
    """Print what an account tells: the kind of act, how real it is, and the sentence it rests on."""
    status = account.claim.status
    head = Text.assemble((f"{letter}  " if letter else "", "bold"), f"{claim_kind(account.claim)}, ")
    print_indented(console, head.append(STATUSES[status], style=STYLES[status]), 2)
    print_quote(console, account, documents)
