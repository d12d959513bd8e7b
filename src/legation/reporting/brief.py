"""The brief of a dyad: one self-contained HTML page in which every line opens the words it rests on."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from markupsafe import Markup

from legation.documents.document import Document, ZoneKind
from legation.documents.span import Span
from legation.lexicon.licences import load_licences
from legation.reading.claim import Status
from legation.record.event import Account
from legation.record.holdings import Counts
from legation.relations.dyad import Dyad
from legation.reporting.chronology import Chronology, Line, Section
from legation.reporting.dyad import break_words, level_words, report_dyad
from legation.reporting.footnotes import (
    byline,
    cite,
    cite_briefly,
    grade_words,
    number_documents,
    published_words,
    speakers_words,
)
from legation.reporting.gate import Gate
from legation.reporting.pages import load_template
from legation.reporting.plots import draw_dyad, tabulate_dyad
from legation.reporting.words import STATUSES, day_words, plural

# Columns of years at a glance; earlier years share one.
YEARS = 6
# The order in which what is not established is shown.
PROSPECTS = (Status.PLANNED, Status.CALLED_FOR, Status.CONDITIONAL, Status.POSSIBLE, Status.DENIED)
PROSPECT_TITLES: Mapping[Status, str] = {
    Status.PLANNED: "Planned or promised",
    Status.CALLED_FOR: "Called for",
    Status.CONDITIONAL: "Conditional",
    Status.POSSIBLE: "Possible",
    Status.DENIED: "Denied or refused",
}


def allows_text(document: Document) -> bool:
    """Tell whether a report's whole text may stand in a brief: unless its licence forbids it; if so, its quotes do."""
    return not Gate(load_licences()).forbids_text(document)


@dataclass(frozen=True, slots=True)
class BriefOptions:
    """How a brief is made: `allows_text` decides for each report whether its whole text may be shown.

    With `dyad`, the brief says where the tie stands and shows its plot.
    """

    allows_text: Callable[[Document], bool] = allows_text
    dyad: Dyad | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the tie stands: first line, levels in words, the plot with its table, breaks, and what to bear in mind."""

    headline: str
    levels: tuple[tuple[str, str], ...]
    plot: Markup
    heads: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    breaks: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report's text in a page; `anchors` name the claims whose telling word begins here."""

    text: str
    is_evidence: bool
    is_trigger: bool
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a report."""

    kind: ZoneKind
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One report as the page shows it: its citation, and its text with the words of its claims marked."""

    document: Document
    number: int
    citation: str
    byline: str | None
    published: str | None
    is_whole: bool
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence an event rests on, cut around the word that tells of it."""

    anchor: str
    before: str
    trigger: str
    after: str
    status: Status
    speakers: str | None
    source: str
    number: int
    grade: str | None


@dataclass(frozen=True, slots=True)
class Glance:
    """Events counted out by kind and year: a row for each kind, a cell for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Section, tuple[tuple[Line, ...], ...]], ...]


def render_brief(chronology: Chronology, counts: Counts, now: dt.datetime, options: BriefOptions | None = None) -> str:
    """Return the page. `counts` is how much the record holds, `now` the moment the brief is made."""
    numbers = number_documents(chronology.documents.values())
    choices = options or BriefOptions()
    cited = sorted(chronology.documents.values(), key=lambda document: numbers[document.id])
    happened = [line for line in chronology.dated if line.is_real]
    return load_template("brief.html.j2").render(
        chronology=chronology,
        title=f"{chronology.one.name} and {chronology.other.name}",
        years=group_years(happened),
        undated=[line for line in chronology.undated if line.is_real],
        prospects=list(group_prospects(chronology.lines)),
        sections=list(group_sections(chronology.lines)),
        glance=make_glance(chronology.lines),
        reports=[make_report(document, numbers[document.id], chronology, choices) for document in cited],
        quotes_of=lambda line: [make_quote(account, chronology.documents, numbers) for account in quoted(line)],
        status_words=STATUSES,
        standing=make_standing(choices.dyad) if choices.dyad and choices.dyad.series().events else None,
        coverage=coverage_words(chronology, counts),
        made=day_words(now.date()),
        plural=plural,
    )


def make_standing(dyad: Dyad) -> Standing:
    """Return where a tie stands; a bar of its plot leads to the first event of its period."""
    report = report_dyad(dyad)
    firsts: dict[str, str] = {}
    for item in dyad.series().event_days:
        if item.sign:
            firsts.setdefault(dyad.periods.label(item.place), item.events[0])
    plot = draw_dyad(dyad, link=lambda label: f"#e-{firsts[label].replace('.', '-')}")
    levels = tuple((track.kind, level_words(track, dyad)) for track in (report.balance, report.intensity))
    breaks = tuple(break_words(item, dyad) for item in report.breaks)
    return Standing(report.headline, levels, Markup(plot), *tabulate_dyad(dyad), breaks, report.warnings)


def group_years(lines: Sequence[Line]) -> list[tuple[int, list[Line]]]:
    """Return dated lines by the year they begin in."""
    return [(year, list(some)) for year, some in groupby(lines, key=lambda line: first_year(line))]


def first_year(line: Line) -> int:
    """Return the year a dated line stands under."""
    day = line.event.first_day
    return day.year if day else 0


def group_prospects(lines: Sequence[Line]) -> Iterator[tuple[str, Status, list[Line]]]:
    """Yield what no report says took place, by what is said of it instead."""
    for status in PROSPECTS:
        some = [line for line in lines if line.event.status is status]
        if some:
            yield PROSPECT_TITLES[status], status, some


def group_sections(lines: Sequence[Line]) -> Iterator[tuple[Section, list[Line]]]:
    """Yield the lines of each kind."""
    for section in Section:
        some = [line for line in lines if line.section is section]
        if some:
            yield section, some


def make_glance(lines: Sequence[Line]) -> Glance:
    """Return events by kind and year of beginning; years before the latest ones share a column."""
    years = sorted({first_year(line) for line in lines if line.when})
    shown = years[-YEARS:]
    earlier = [f"before {shown[0]}"] if len(years) > YEARS else []
    columns = (*earlier, *map(str, shown), *(["undated"] if any(line.when is None for line in lines) else []))
    rows = []
    for section, some in group_sections(lines):
        cells: dict[str, list[Line]] = {column: [] for column in columns}
        for line in some:
            year = first_year(line)
            name = "undated" if line.when is None else str(year) if year in shown else earlier[0]
            cells[name].append(line)
        rows.append((section, tuple(tuple(cell) for cell in cells.values())))
    return Glance(columns, tuple(rows))


def quoted(line: Line) -> list[Account]:
    """Return the accounts of an event, the one that leads first."""
    return [line.lead, *(account for account in line.event.accounts if account is not line.lead)]


def make_quote(account: Account, documents: Mapping[str, Document], numbers: Mapping[str, int]) -> Quote:
    """Return the sentence of an account, cut around its trigger."""
    quote, start = account.evidence.quote, account.evidence.span.start
    low, high = account.claim.trigger.start - start, account.claim.trigger.end - start
    inside = 0 <= low < high <= len(quote)
    low, high = (low, high) if inside else (len(quote), len(quote))
    document = documents[account.document_id]
    return Quote(
        anchor=anchor_of(account),
        before=quote[:low],
        trigger=quote[low:high],
        after=quote[high:],
        status=account.claim.status,
        speakers=speakers_words(account),
        source=cite_briefly(document),
        number=numbers[document.id],
        grade=grade_words(account),
    )


def anchor_of(account: Account) -> str:
    """Return the fragment that names a claim's words in the page."""
    return f"c-{account.key.replace('.', '-')}"


def make_report(document: Document, number: int, chronology: Chronology, options: BriefOptions) -> Report:
    """Return a report with the words of the chronology's claims marked."""
    accounts = [
        account for line in chronology.lines for account in line.event.accounts if account.document_id == document.id
    ]
    is_whole = options.allows_text(document)
    return Report(
        document=document,
        number=number,
        citation=cite(document),
        byline=byline(document),
        published=published_words(document),
        is_whole=is_whole,
        blocks=tuple(find_blocks(document, accounts, is_whole=is_whole)),
    )


def find_blocks(document: Document, accounts: Sequence[Account], *, is_whole: bool) -> Iterator[Block]:
    """Yield the paragraphs of a report, zone by zone; without its whole text only the sentences cited."""
    if not is_whole:
        for span in sorted({account.evidence.span for account in accounts}):
            yield Block(ZoneKind.BODY, tuple(cut_pieces(document, span, accounts)))
        return
    for zone in document.zones:
        for span in find_lines(document.text, zone.span):
            yield Block(zone.kind, tuple(cut_pieces(document, span, accounts)))


def find_lines(text: str, within: Span) -> Iterator[Span]:
    """Yield the lines of a stretch that hold more than white space."""
    start = within.start
    for line in within.of(text).splitlines(keepends=True):
        if line.strip():
            yield Span(start, start + len(line.rstrip()))
        start += len(line)


def cut_pieces(document: Document, within: Span, accounts: Sequence[Account]) -> Iterator[Piece]:
    """Yield a paragraph in pieces, cut wherever a marked stretch begins or ends."""
    marked = [account for account in accounts if account.evidence.span.overlaps(within)]
    edges = {within.start, within.end}
    for account in marked:
        for span in (account.evidence.span, account.claim.trigger):
            edges |= {edge for edge in (span.start, span.end) if within.start < edge < within.end}
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        piece = Span(start, end)
        yield Piece(
            text=piece.of(document.text),
            is_evidence=any(account.evidence.span.contains(piece) for account in marked),
            is_trigger=any(account.claim.trigger.contains(piece) for account in marked),
            anchors=tuple(anchor_of(account) for account in marked if account.claim.trigger.start == start),
        )


def coverage_words(chronology: Chronology, counts: Counts) -> str:
    """Return what the brief rests on, and what it therefore cannot say."""
    cited = len(chronology.documents)
    unread = f", {plural(counts.unread, 'document')} of which not read yet" if counts.unread else ""
    return (
        f"This brief rests on {plural(cited, 'report')} out of {plural(counts.documents, 'document')} in the "
        f"record{unread}. It shows what those reports say, not all that took place: silence here means that no "
        "report in the record speaks of it."
    )
