"""How a terminal shows where the reports of one event agree and disagree, and why they are taken for one event."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from legation.cli.layout import STYLES, print_indented
from legation.record.event import Event
from legation.reporting.disagreement import Stance, carrier_words, find_carriers, find_stances, find_values
from legation.reporting.words import STATUSES, plural

INDENT = 6


def print_disagreement(console: Console, event: Event) -> None:
    """Print what reports say of an event, by report date, value, source and origin, and why they are joined."""
    for heading, lines in (
        ("History", list(history_lines(event))),
        ("Values given", list(value_lines(event))),
        ("Who says so", list(map(stance_line, find_stances(event)))),
        (plural(len(event.origins), "origin"), list(origin_lines(event))),
        ("Taken for one event", list(join_lines(event))),
    ):
        if lines:
            print_indented(console, Text(heading, style="bold"))
            for line in lines:
                print_indented(console, Text(line) if isinstance(line, str) else line, INDENT)


def origin_lines(event: Event) -> Iterator[str]:
    """Yield the origins of an event: whose words they are, and who else carries them, and why."""
    for value, carriers in zip(event.origins, find_carriers(event), strict=True):
        yield f"{value.value.key}: {'; '.join(map(carrier_words, carriers))}"


def history_lines(event: Event) -> Iterator[Text]:
    """Yield what reports of each day say of its reality."""
    for standing in event.history:
        words = (STATUSES[standing.status], STYLES[standing.status])
        yield Text.assemble(f"{standing.day or 'undated report'}  ", words, f"  ({', '.join(standing.claims)})")


def value_lines(event: Event) -> Iterator[str]:
    """Yield the values that differ between reports, each with how many claims and origins give it."""
    for name, given in find_values(event).items():
        if len(given) > 1:
            values = (f"{item.value} ({plural(item.origins, 'origin')}: {', '.join(item.claims)})" for item in given)
            yield f"{name}: {'; '.join(values)}"


def stance_line(stance: Stance) -> str:
    """Return who acknowledged or denied it, when, and whether that has changed."""
    said = "; ".join(f"{day or 'undated'} {STATUSES[status]}" for day, status, _ in stance.said)
    return f"{stance.source}: {said}{f'; changed by {stance.changed}' if stance.changed else ''}"


def join_lines(event: Event) -> Iterator[str]:
    """Yield why each claim is part of the event."""
    for join in event.joins:
        yield f"{join.claim} with {join.to}: {join.score:.2f}, {join.reason}"
