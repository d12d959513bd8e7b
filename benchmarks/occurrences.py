"""The gold set of occurrences: reports as documents, hand-annotated claims as accounts."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from legation.documents.assemble import Details, document_from_text
from legation.documents.document import Document
from legation.documents.span import Span
from legation.reading.claim import (
    ActorRef,
    ActorType,
    Claim,
    Modifier,
    Outcome,
    Quantity,
    Status,
    Theme,
    Time,
    TimeType,
)
from legation.record.event import Account, Evidence, Party, claim_key, short_id
from legation.record.origin import Origin
from legation.record.traits import wording_of

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "occurrences"
# Where times and quantities stand does not matter to merging.
ANYWHERE = Span(0, 1)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
MODIFIERS = {"=": Modifier.EXACTLY, ">": Modifier.MORE_THAN, "~": Modifier.ABOUT}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A claim of the gold set: its account, where the words that name the act begin, its occurrence, whom it quotes."""

    account: Account
    at: int
    event: str
    source: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """One report of the gold set with its claims."""

    id: str
    split: str
    document: Document
    claims: tuple[Labelled, ...]
    copies: str | None


def load_reports(folder: Path = GOLD) -> list[Report]:
    """Return every report, in the order of files."""
    found = []
    for number, file in enumerate(sorted(folder.glob("*.yml"))):
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        found += [make_report(row, data["split"], number * 1000 + place) for place, row in enumerate(data["reports"])]
    return found


def make_report(row: Mapping[str, Any], split: str, number: int) -> Report:
    """Return the report of a row."""
    document = document_from_text(row["text"], Details(published=str(row["published"]), outlet=row["outlet"]))
    claims = tuple(
        make_labelled(document, claim, place, number) for place, claim in enumerate(row["claims"], start=1)
    )  # fmt: skip
    return Report(row["id"], split, document, claims, row.get("copies"))


def make_labelled(document: Document, row: Mapping[str, Any], place: int, number: int) -> Labelled:
    """Return one annotated claim."""
    at = document.text.index(row["in"])
    span = find_sentence(document.text, at)
    quote = span.of(document.text)
    name, words, counted = f"c{place}", row.get("theme"), row.get("number")
    claim = Claim(
        id=name,
        type=row["type"],
        mode=row.get("mode"),
        agents=(),
        recipients=(),
        theme=Theme(span, words, row.get("item")) if words else None,
        quantity="q1" if counted else None,
        time="t1" if "day" in row else None,
        place=None,
        status=Status(row.get("status", "happened")),
        outcome=Outcome(row["outcome"]) if "outcome" in row else None,
        likelihood=None,
        condition=None,
        attribution=None,
        trigger=Span(at, at + len(row["in"])),
        evidence=span,
        rule="by hand",
        score=1.0,
    )
    return Labelled(
        Account(
            key=claim_key(document.id, name),
            reading_id=number,
            claim=claim,
            agents=tuple(map(make_party, row.get("who", ()))),
            recipients=tuple(map(make_party, row.get("whom", ()))),
            place=make_place(row["place"]) if "place" in row else None,
            time=make_time(str(row["day"])) if "day" in row else None,
            quantity=make_quantity(counted) if counted else None,
            attributions=(),
            speakers=(),
            published=document.published,
            evidence=Evidence(document.id, span, quote, "by hand"),
            origin=Origin(short_id(document.id), wording=wording_of(quote) or None),
        ),
        at,
        row["event"],
        row.get("from"),
    )


def find_sentence(text: str, at: int) -> Span:
    """Return the sentence around an offset."""
    ends = list(SENTENCE_END.finditer(text))
    start = max((match.end() for match in ends if match.end() <= at), default=0)
    end = min((match.start() for match in ends if match.start() >= at), default=len(text.rstrip()))
    return Span(start, end)


def make_party(code: str) -> Party:
    """Return the party of "FRA" (a state or body) or "emmanuel-macron:FRA" (who acts for one)."""
    name, _, state = code.partition(":")
    kind = ActorType.PERSON if state else ActorType.STATE if name.isupper() and len(name) == 3 else ActorType.GROUP
    words = " ".join(part.capitalize() for part in name.split("-")) if state else name
    return Party(words, ActorRef(name, words, kind, state or (name if kind is ActorType.STATE else None)))


def make_place(code: str) -> Party:
    """Return the place of "Quito|ECU"."""
    name, _, state = code.partition("|")
    return Party(name, ActorRef(f"place:{name.casefold()}", name, ActorType.PLACE, state))


def make_time(value: str) -> Time:
    """Return the time of "2024-02-14", "2023-05" or "2023-06-18/2023-06-19" (last day inclusive)."""
    first, _, last = value.partition("/")
    from legation.documents.document import days_of

    start, after = days_of(first)[0], days_of(last or first)[1]
    granularity = "interval" if last else "day" if (after - start) == dt.timedelta(days=1) else "month"
    return Time("t1", ANYWHERE, value, value, start, after, granularity, TimeType.DATE, "by hand")


def make_quantity(value: str) -> Quantity:
    """Return the quantity of "=18 tanks", ">300 drones" or "~170 drones"."""
    number, _, counted = value[1:].partition(" ")
    modifier, low = MODIFIERS[value[0]], float(number)
    slack = 0.1 * low if modifier is Modifier.ABOUT else 0.0
    high = None if modifier is Modifier.MORE_THAN else low + slack
    return Quantity("q1", ANYWHERE, value, low - slack, high, counted, counted, modifier)


def all_labelled(reports: Sequence[Report]) -> Iterator[Labelled]:
    """Yield every annotated claim."""
    return (item for report in reports for item in report.claims)
