"""How a terminal shows lines of a chronology: dates, kinds, statuses in words, wrapped quotes with their source."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from rich.console import Console
from rich.text import Text

from legation.documents.document import Document
from legation.reading.claim import Status
from legation.record.event import REAL, Account
from legation.reporting.chronology import Line
from legation.reporting.footnotes import cite_briefly, grade_words, speakers_words
from legation.reporting.rulings import mark_words
from legation.reporting.words import STATUSES, plural

STYLES: Mapping[Status, str] = {
    Status.HAPPENED: "green",
    Status.ONGOING: "green",
    Status.PLANNED: "yellow",
    Status.CALLED_FOR: "cyan",
    Status.CONDITIONAL: "magenta",
    Status.POSSIBLE: "magenta",
    Status.DENIED: "red",
}
INDENT = 4


def print_groups(console: Console, lines: Iterable[Line], documents: Mapping[str, Document]) -> None:
    """Print lines under their months."""
    for heading, some in groupby(lines, key=month_of):
        console.print(Text(heading, style="bold"))
        for line in some:
            print_line(console, line, documents)
        console.print()


def month_of(line: Line) -> str:
    """Return the heading a line stands under: its month, its year if no month is known, or that it has no date."""
    day, time = line.event.first_day, line.event.time
    if day is None:
        return "No date given"
    spans_months = time is not None and time.from_ is not None and time.to is not None and (time.to - day).days > 31
    return str(day.year) if spans_months else f"{day:%B %Y}"


def print_line(console: Console, line: Line, documents: Mapping[str, Document], *, every: bool = False) -> None:
    """Print one event: what, who, how real, and the sentence it rests on (every one, if asked for)."""
    head = Text.assemble((mark_of(line), STYLES[line.event.status]), " ", (line.date_words, "bold"))
    head.append(f"  {line.kind}", style="" if line.is_real else "italic")
    head.append(f": {line.parties}" if line.parties else "")
    print_indented(console, head, 2)
    print_indented(console, Text.assemble(*details(line)))
    accounts = line.event.accounts if every else [line.lead]
    for account in accounts:
        print_quote(console, account, documents)


def print_indented(console: Console, text: Text, indent: int = INDENT) -> None:
    """Print a text wrapped and indented, without the blanks that padding would leave at the ends of lines."""
    for part in text.wrap(console, console.width - indent):
        part.rstrip()
        console.print(Text(" " * indent) + part)


def mark_of(line: Line) -> str:
    """Return a sign that tells what took place from what did not, without colour."""
    if line.event.status is Status.DENIED:
        return "×"
    return "●" if line.is_real else "○"


def details(line: Line) -> Iterator[str | tuple[str, str]]:
    """Yield statuses, what it was about, other values reports give, how many reports, and the event's id."""
    statuses = line.event.statuses
    for place, value in enumerate(statuses):
        times = f" ({len(value.claims)})" if len(statuses) > 1 else ""
        yield ("" if place == 0 else ", ")
        yield (f"{STATUSES[value.value]}{times}", STYLES[value.value])
    for words in (line.outcome, line.matter, line.place and f"at {line.place}"):
        if words:
            yield f" · {words}"
    for name, values in line.rivals.items():
        yield f" · other {name} given: {'; '.join(values)}"
    since = f", {line.reported}" if line.when is None and line.reported else ""
    yield (f" · {counted_reports(line)}{since} · {line.event.id}", "dim")


def counted_reports(line: Line) -> str:
    """Return how many reports there are, and how many origins if these are fewer."""
    reports, origins = len(line.event.documents), len(line.event.origins)
    return plural(reports, "report") + (f", {plural(origins, 'origin')}" if origins < reports else "")


def print_quote(console: Console, account: Account, documents: Mapping[str, Document]) -> None:
    """Print the sentence an account rests on and whose word it is."""
    quote = Text(
        f"“{' '.join(account.evidence.quote.split())}”", style="" if account.claim.status in REAL else "italic"
    )
    print_indented(console, quote)
    speakers = speakers_words(account)
    source = cite_briefly(documents[account.document_id])
    words = f"— {speakers}; {source}" if speakers else f"— {source}"
    grade = grade_words(account)
    graded = f" ({grade})" if grade else ""
    print_indented(console, Text(f"{words}{graded} [{account.key}]", style="dim"))
    for mark in account.marks:
        print_indented(console, Text(f"· {mark_words(mark)}", style="cyan" if mark.counts else "dim"))
