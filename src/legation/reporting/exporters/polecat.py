"""Events in the layout of the POLECAT event-data set, tab-separated: one row for each pair of actor and recipient.

Columns that the record does not have (sectors, coordinates, encyclopaedia ids) are there and empty; those of countries
hold ISO 3166 alpha-3 codes. A date is as precise as it is known: "2024-06-18", "2024-06", "2024",
"2024-10-08/2024-10-13".
What was only planned, possible, conditional, called for or denied has PLOVER's auxiliary mode (future, hypothetical,
negation) under `Contexts`.
"""

import csv
from collections.abc import Iterator, Mapping
from itertools import product
from typing import IO

from legation.documents.formulas import defuse
from legation.reading.claim import Status, Time
from legation.record.event import Event, Party, gather
from legation.reporting.chronology import leading
from legation.reporting.exporters.parcel import Exporter, Item, Parcel, as_text
from legation.reporting.footnotes import cite_briefly
from legation.reporting.words import ONE_DAY, is_whole_years

COLUMNS = (
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor COW|Primary Actor Sector|"
    "Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient COW|Primary Recipient Sector|"
    "Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|"
    "Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|"
    "Story Organizations|Story Locations|Language|Version"
).split("|")
# PLOVER's auxiliary modes for what is not established.
AUXILIARY: Mapping[Status, str] = {
    Status.PLANNED: "future",
    Status.CALLED_FOR: "future",
    Status.POSSIBLE: "hypothetical",
    Status.CONDITIONAL: "hypothetical",
    Status.DENIED: "negation",
}
QUADS = {"V-Coop": "VERBAL COOPERATION", "M-Coop": "MATERIAL COOPERATION"} | {
    "V-Conf": "VERBAL CONFLICT",
    "M-Conf": "MATERIAL CONFLICT",
}


def write_polecat(parcel: Parcel, file: IO[bytes]) -> None:
    """Write PLOVER's sixteen types; statements and other acts have no place in the layout."""
    with as_text(file) as text:
        writer = csv.DictWriter(text, COLUMNS, restval="", delimiter="\t", lineterminator="\n")
        writer.writeheader()
        for item in parcel.items:
            if item.event.type in parcel.ontology.types:
                writer.writerows(map(harmless, make_rows(parcel, item)))


def harmless(row: dict[str, str]) -> dict[str, str]:
    """Return a row that no spreadsheet takes for formulas; the intensity is a number, with its sign."""
    return {name: value if name == "Intensity" else defuse(value) for name, value in row.items()}


def make_rows(parcel: Parcel, item: Item) -> Iterator[dict[str, str]]:
    """Yield a row for each pair of states that act and receive, at least one."""
    event = item.event
    common = describe(parcel, item)
    senders, receivers = by_state(event, 0), by_state(event, 1)
    pairs: list[tuple[Party | None, Party | None]] = list(product(senders or (None,), receivers or (None,)))
    for number, (sender, receiver) in enumerate(pairs):
        yield {**common, "Event ID": f"{event.id}-{number}", **name(sender, "Actor"), **name(receiver, "Recipient")}


def describe(parcel: Parcel, item: Item) -> dict[str, str]:
    """Return the columns that all rows of an event share."""
    event = item.event
    mode = leading(gather(event.accounts, lambda account: account.claim.mode))
    score = parcel.ontology.score(event.type, mode)
    place = leading(gather(event.accounts, lambda account: account.place.name if account.place else None))
    reports = [document for document in item.documents.values() if document.id in event.documents]
    published = min((document.published for document in reports if document.published), default="")
    return {
        "Event Date": date_of(event.time),
        "Event Type": event.type,
        "Event Mode": mode or "",
        "Intensity": "" if score is None else f"{score:g}",
        "Quad Code": QUADS[parcel.ontology.types[event.type].quad],
        "Contexts": AUXILIARY.get(event.status, ""),
        "Placename": place or "",
        "Raw Placename": place or "",
        "Source": "; ".join(cite_briefly(document) for document in reports),
        "Publication Date": published,
        "Language": next((document.language for document in reports if document.language), "") or "",
        "Version": "legation",
    }


def date_of(time: Time | None) -> str:
    """Return a date as precise as it is known, in ISO 8601; empty if it is not."""
    if time is None or (time.from_ is None and time.to is None):
        return ""
    if time.from_ is None or time.to is None:
        return f"{time.from_ or '..'}/{time.to - ONE_DAY if time.to else '..'}"
    last = time.to - ONE_DAY
    if time.from_ == last:
        return time.from_.isoformat()
    if (time.from_.day, time.to.day) == (1, 1) and (last.year, last.month) == (time.from_.year, time.from_.month):
        return time.from_.isoformat()[:7]
    if is_whole_years(time.from_, time.to) and last.year == time.from_.year:
        return str(last.year)
    return f"{time.from_}/{last}"


def by_state(event: Event, side: int) -> list[Party]:
    """Return one party for each state on a side, the most named first, those without a state by name."""
    parties = [party for account in event.accounts for party in (account.agents, account.recipients)[side]]
    names = [party.state or party.name for party in parties]
    found = dict(zip(names, parties, strict=True))
    return [found[name] for name in sorted(found, key=lambda name: (-names.count(name), name))]


def name(party: Party | None, role: str) -> dict[str, str]:
    """Return the columns of one party."""
    if party is None:
        return {}
    country = party.actor.country if party.actor and party.actor.country else ""
    return {f"{role} Name": party.name, f"{role} COW": country, f"{role} Name Raw": party.text}


POLECAT = Exporter("polecat", ".tsv", "rows in the layout of the POLECAT set, PLOVER types with scores", write_polecat)
