"""Rows of others' event data as readings: each row one claim whose words are the row's own."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from legation.documents.document import days_of
from legation.documents.eventdata import Piece, Row
from legation.documents.span import Span
from legation.lexicon.folding import fold_name
from legation.lexicon.plover import Ontology
from legation.reading.claim import ActorRef, ActorType, Claim, Form, Mention, Reading, Status, Time, TimeType

# The reader of imported rows: a record keeps its readings apart from those of texts, which never replace them.
VERSION = "import/1"
# What a name (and the code of its country, if the row has one) stands for; None if nobody is known by it.
Resolve = Callable[[str, str | None], ActorRef | None]
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
ISO = re.compile(r"\d{4}(?:-\d\d){0,2}(?:[T ].*)?")
GRANULARITY = {4: "year", 7: "month", 10: "day"}

# A half-open interval of days with its granularity.
Period = tuple[dt.date, dt.date, str]


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that gives no claim, and why."""

    row: Row
    reason: str


def read_piece(piece: Piece, resolve: Resolve, ontology: Ontology) -> tuple[Reading, list[Refused]]:
    """Return the reading of some rows of event data, with the rows that give no claim."""
    builder = Builder(piece, resolve, ontology, [], [], [], [])
    for row in piece.rows:
        builder.add(row)
    reading = Reading(piece.document, tuple(builder.mentions), tuple(builder.times), (), (), tuple(builder.claims))
    return reading, builder.refused


@dataclass(frozen=True, slots=True)
class Builder:
    """Collects what rows hold, in text order."""

    piece: Piece
    resolve: Resolve
    ontology: Ontology
    mentions: list[Mention]
    times: list[Time]
    claims: list[Claim]
    refused: list[Refused]

    def add(self, row: Row) -> None:
        """Add the claim of a row, or why there is none."""
        text = self.piece.document.text
        values = {field: span.of(text).strip() for field, span in row.cells.items()}
        code = self.type_of(values)
        period = parse_period(values.get("date", ""))
        if code is None or period is None or "source" not in row.cells:
            self.refused.append(Refused(row, why_not(values, known=code is not None, dated=period is not None)))
            return
        kind, mode = code
        claim = Claim(
            id=f"c{len(self.claims) + 1}",
            type=kind,
            mode=values.get("mode") or mode,
            agents=self.party(row, "source"),
            recipients=self.party(row, "target"),
            theme=None,
            quantity=None,
            time=self.time(row.cells["date"], period),
            place=None,
            status=status_of(values.get("status", "")),
            outcome=None,
            likelihood=None,
            condition=None,
            attribution=None,
            trigger=row.cells["type"],
            evidence=row.span,
            rule=f"import/{values['type']}",
            score=1.0,
        )
        self.claims.append(claim)

    def type_of(self, values: Mapping[str, str]) -> tuple[str, str | None] | None:
        """Return type and mode of a PLOVER name or a CAMEO code; None for what is neither."""
        value = values.get("type", "")
        if value.upper() in self.ontology.types or value.upper() in {"STATEMENT", "OTHER"}:
            return value.upper(), None
        return self.ontology.convert(value) if value.isdigit() else None

    def party(self, row: Row, side: str) -> tuple[str, ...]:
        """Add the mention of one side and return its id; nothing if the row does not name it."""
        span = row.cells.get(side)
        if span is None:
            return ()
        text = self.piece.document.text
        country = row.cells.get(f"{side}_country")
        words = span.of(text)
        actor = self.resolve(words.strip(), country.of(text).strip() if country else None)
        self.mentions.append(Mention(f"m{len(self.mentions) + 1}", span, words, Form.NAME, actor))
        return (self.mentions[-1].id,)

    def time(self, span: Span, period: Period) -> str:
        """Add the date of a row and return its id."""
        first, after, granularity = period
        item = Time(
            id=f"t{len(self.times) + 1}",
            span=span,
            text=span.of(self.piece.document.text),
            value=first.isoformat() if granularity == "day" else span.of(self.piece.document.text),
            from_=first,
            to=after,
            granularity=granularity,
            type=TimeType.DATE,
            anchor="explicit",
        )
        self.times.append(item)
        return item.id


def parse_period(value: str) -> Period | None:
    """Return the days of a date with its year first, as precise as it is; None for anything else: nothing is guessed.

    "2024-06-18", "20240618", "2024/6/18", "2024-06", "2024", and "2024-10-08/2024-10-13" (both days included).
    """
    first, slash, last = value.partition("/")
    if slash and ISO.fullmatch(first) and ISO.fullmatch(last):
        ends = parse_period(first), parse_period(last)
        return (ends[0][0], ends[1][1], "interval") if ends[0] and ends[1] and ends[0][0] < ends[1][1] else None
    plain = COMPACT.sub(r"\1-\2-\3", "-".join(part.zfill(2) for part in value.split("/")))
    if not ISO.fullmatch(plain):
        return None
    try:
        days = days_of(plain[:10].strip())
    except ValueError:
        return None
    return days[0], days[1], GRANULARITY[len(plain[:10])]


def status_of(value: str) -> Status:
    """Return the status a row states; event data without one list what happened."""
    known = {status.value for status in Status}
    return Status(value.casefold()) if value.casefold() in known else Status.HAPPENED


def why_not(values: Mapping[str, str], *, known: bool, dated: bool) -> str:
    """Return why a row gives no claim."""
    if not known:
        return f"{values.get('type') or 'no type'}: no PLOVER type and no CAMEO code"
    if not dated:
        return f"{values.get('date') or 'no date'}: no date with its year first"
    return "no source"


def unknown_actor(name: str) -> ActorRef:
    """Return the actor of a name that nobody is known by."""
    return ActorRef(f"name:{fold_name(name)}", name, ActorType.GROUP, None)


def reasons(refused: list[Refused]) -> Iterator[str]:
    """Yield why rows give no claim, each reason once with how many rows it refuses."""
    counts: dict[str, int] = {}
    for item in refused:
        counts[item.reason] = counts.get(item.reason, 0) + 1
    for reason, number in sorted(counts.items(), key=lambda pair: -pair[1]):
        yield f"{number:,} rows: {reason}" if number > 1 else f"1 row: {reason}"
