"""Views of a relationship as entries: lines of a chronology with what the view adds, in words and as data."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from legation.documents.document import Document
from legation.lexicon.saying import join, lower_first, say
from legation.record.event import REAL, Event
from legation.relations.commitments import Act, Commitments, Instrument, Pledge
from legation.relations.contacts import Contact, Rank
from legation.relations.launches import Launch
from legation.relations.ordinals import OrdinalCheck
from legation.relations.spacing import Gap, Spacing
from legation.relations.statements import Said
from legation.relations.transfers import Step, Total, Transfer
from legation.reporting.chronology import Line, encode_line, make_line
from legation.reporting.words import OUTCOMES, day_words, number_words, plural, quantity_words, time_words

RANK_WORDS: Mapping[Rank, str] = {
    Rank.LEADER: "leaders",
    Rank.MINISTER: "ministers",
    Rank.DEPUTY: "deputies and envoys",
    Rank.OFFICIAL: "officials",
    Rank.STATE: "states, nobody named",
}
# Days from which a gap is easier to grasp in months, and then in years.
MONTH, YEAR = 30.44, 365.25


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a view under a heading; `notes` say in words what the view adds, `data` the same as JSON values."""

    heading: str
    line: Line
    notes: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class View:
    """A view: what it is of, its sum in words, its entries under their headings, and rows that are no events.

    `documents` has every report that entries cite.
    """

    name: str
    title: str
    summary: tuple[str, ...]
    entries: tuple[Entry, ...]
    documents: Mapping[str, Document]
    rows: tuple[Mapping[str, Any], ...] = ()


def encode_view(view: View) -> Iterator[dict[str, Any]]:
    """Yield the view as JSON objects: its sums first, then its entries."""
    for row in view.rows:
        yield {"view": view.name, **row}
    for entry in view.entries:
        yield {"view": view.name, "heading": entry.heading, **encode_line(entry.line), view.name: dict(entry.data)}


# --- contacts --------------------------------------------------------------------------------------------------------


def view_contacts(title: str, contacts: Sequence[Contact], documents: Mapping[str, Document]) -> View:
    """Return the contacts of a dyad under their ranks' names, in the order of days."""
    counts = Counter((contact.rank, contact.form) for contact in contacts if contact.event.status in REAL)
    summary = tuple(
        say("{count} of {rank_words}", count=plural(number, form), rank_words=RANK_WORDS[rank])
        for (rank, form), number in sorted(counts.items(), key=lambda item: (list(Rank).index(item[0][0]), item[0][1]))
    )
    return View("contact", title, summary, tuple(map(contact_entry, contacts)), documents)


def contact_entry(contact: Contact) -> Entry:
    """Return a contact as an entry."""
    notes = [say("{form} of {rank_words}", form=contact.form, rank_words=RANK_WORDS[contact.rank])]
    if contact.since_last and contact.since_last.reference and contact.gap:
        notes.append(say("{after} the last of this rank", after=after_words(contact.since_last)))
    notes += [ordinal_words(check) for check in contact.ordinals]
    data = {
        "form": contact.form,
        "rank": contact.rank.value,
        "persons": [person.id for person in contact.persons],
        "since_last": encode_spacing(contact.since_last) if contact.since_last else None,
        "ordinals": [encode_ordinal(check) for check in contact.ordinals],
    }
    return Entry("Contacts", make_line(contact.event), tuple(notes), data)


def ordinal_words(check: OrdinalCheck) -> str:
    """Return what a report says of an order and what the record makes of it."""
    since = say(" since {day}", day=day_words(check.ordinal.since)) if check.ordinal.since else ""
    return say(
        "“{words}”: {verdict}; the record has {known}{since}",
        words=check.ordinal.words,
        verdict=check.verdict.value,
        known=len(check.known),
        since=since,
    )


def encode_ordinal(check: OrdinalCheck) -> dict[str, Any]:
    """Return a checked ordinal as JSON values."""
    ordinal = check.ordinal
    return {
        "claim": check.claim,
        "words": ordinal.words,
        "number": ordinal.number,
        "of": ordinal.occasion,
        "since": ordinal.since.isoformat() if ordinal.since else None,
        "known": list(check.known),
        "verdict": check.verdict.value,
    }


# --- intervals -------------------------------------------------------------------------------------------------------


def view_spacings(title: str, spacings: Sequence[Spacing], documents: Mapping[str, Document]) -> View:
    """Return events with what came before them and how long before."""
    entries = tuple(
        Entry("Intervals", make_line(item.event), (after_words(item, full=True),), encode_spacing(item))
        for item in spacings
    )
    measured = sum(item.gap is not None for item in spacings)
    return View(
        "interval", title, (say("{intervals} measured", intervals=plural(measured, "interval")),), entries, documents
    )


def after_words(spacing: Spacing, *, full: bool = False) -> str:
    """Return "279 days (about 9 months) after", with the earlier event if `full`."""
    if spacing.reference is None or spacing.gap is None:
        return say("nothing of the kind before it in the record")
    words = say("{gap} after", gap=gap_words(spacing.gap))
    if not full:
        return words
    line = make_line(spacing.reference)
    return say(
        "{words} {kind}: {parties}, {date_words} ({id})",
        words=words,
        kind=lower_first(line.kind),
        parties=line.parties,
        date_words=line.date_words,
        id=line.event.id,
    )


def gap_words(gap: Gap) -> str:
    """Return days between two events in words; a range where imprecise dates leave one."""
    least, most = max(gap.least, 0), gap.most
    days = plural(most, "day") if least == most else say("{least:,} to {days}", least=least, days=plural(most, "day"))
    middle = (least + most) / 2
    if middle >= 2 * YEAR:
        return say("{days} (about {year} years)", days=days, year=round(middle / YEAR))
    return (
        say("{days} (about {months})", days=days, months=plural(round(middle / MONTH), "month"))
        if middle >= 2 * MONTH
        else days
    )


def encode_spacing(spacing: Spacing) -> dict[str, Any]:
    """Return what came before an event as JSON values; days are bounds."""
    return {
        "after": spacing.reference.id if spacing.reference else None,
        "days_least": spacing.gap.least if spacing.gap else None,
        "days_most": spacing.gap.most if spacing.gap else None,
    }


# --- transfers -------------------------------------------------------------------------------------------------------


def view_transfers(
    title: str, transfers: Sequence[Transfer], totals: Sequence[Total], documents: Mapping[str, Document]
) -> View:
    """Return the ledger: totals first, then transfers that took place, then those that only may."""
    entries = sorted(map(transfer_entry, transfers), key=lambda entry: entry.heading != TOOK_PLACE)
    summary = tuple(total_words(total) for total in totals)
    return View("transfer", title, summary, tuple(entries), documents, tuple(map(encode_total, totals)))


TOOK_PLACE, MAY = say("Transfers that took place"), say("Planned, possible, conditional, called for or denied")


def transfer_entry(transfer: Transfer) -> Entry:
    """Return a transfer as an entry."""
    words = [
        say("{sender} → {receiver}", sender=transfer.sender or "unknown", receiver=transfer.receiver or "unknown"),
        transfer.item or say("no item class"),
    ]
    data = {
        "sender": transfer.sender,
        "receiver": transfer.receiver,
        "item": transfer.item,
        "unit": transfer.unit,
        "low": transfer.low,
        "high": transfer.high,
        "claims": list(transfer.claims),
    }
    note = join(" · ", filter(None, [*words, bounds_words(transfer)]))
    return Entry(TOOK_PLACE if transfer.is_real else MAY, make_line(transfer.event), (note,), data)


def bounds_words(transfer: Transfer) -> str | None:
    """Return the bounds of a transfer in words."""
    if transfer.low is None:
        return None
    unit = say(" {unit}", unit=transfer.unit) if transfer.unit else ""
    if transfer.high is None:
        return say("at least {number}{unit}", number=number_words(transfer.low), unit=unit)
    if transfer.low == transfer.high:
        return say("{number}{unit}", number=number_words(transfer.low), unit=unit)
    return say(
        "{number} to {number2}{unit}", number=number_words(transfer.low), number2=number_words(transfer.high), unit=unit
    )


def total_words(total: Total) -> str:
    """Return a cumulative lower bound in words."""
    unit = say(" {unit}", unit=total.unit) if total.unit else ""
    last = say(" by {day}", day=day_words(total.steps[-1].day)) if total.steps and total.undated is None else ""
    flow = say("{sender} → {receiver}", sender=total.sender or "unknown", receiver=total.receiver or "unknown")
    return say(
        "{flow}: at least {number}{unit} ({item}){last}",
        flow=flow,
        number=number_words(total.low),
        unit=unit,
        item=total.item or "no item class",
        last=last,
    )


def encode_total(total: Total) -> dict[str, Any]:
    """Return a cumulative lower bound as JSON values, with each day it grew on and the events it is the sum of."""
    return {
        "total": {"sender": total.sender, "receiver": total.receiver, "item": total.item, "unit": total.unit},
        "low": total.low,
        "steps": [encode_step(step) for step in total.steps],
        "undated": encode_step(total.undated) if total.undated else None,
    }


def encode_step(step: Step) -> dict[str, Any]:
    """Return one step of a total as JSON values."""
    day = None if step.day == dt.date.max else step.day.isoformat()
    return {"day": day, "low": step.low, "events": list(step.events)}


# --- commitments -----------------------------------------------------------------------------------------------------


def view_commitments(title: str, found: Commitments, documents: Mapping[str, Document]) -> View:
    """Return instruments with their acts, then pledges with what touches them."""
    entries = [entry for instrument in found.instruments for entry in instrument_entries(instrument)]
    entries += [pledge_entry(pledge) for pledge in found.pledges]
    counts = [plural(len(found.instruments), "instrument")] if found.instruments else []
    counts += [plural(len(found.pledges), "pledge")] if found.pledges else []
    return View("commitment", title, tuple(counts), tuple(entries), documents)


def instrument_entries(instrument: Instrument) -> Iterator[Entry]:
    """Yield the acts of one instrument under its name and standing."""
    standing = instrument.standing.value if instrument.standing else say("no stage told")
    heading = say("{name} ({family}; {standing})", name=instrument.name, family=instrument.family, standing=standing)
    for act in instrument.acts:
        yield Entry(heading, make_line(act.event), (act_words(act),), encode_act(instrument, act))


def act_words(act: Act) -> str:
    """Return the stage an act brings an instrument to."""
    return act.stage.value if act.stage else say("speaks of it")


def encode_act(instrument: Instrument, act: Act) -> dict[str, Any]:
    """Return an act on an instrument as JSON values."""
    return {
        "instrument": instrument.name,
        "family": instrument.family,
        "standing": instrument.standing.value if instrument.standing else None,
        "stage": act.stage.value if act.stage else None,
    }


def pledge_entry(pledge: Pledge) -> Entry:
    """Return a pledge as an entry."""
    notes = [say("a pledge not to act")] if pledge.is_negative else []
    notes += [say("touched by {event}", event=event_words(event)) for event in pledge.touched_by]
    data = {
        "pledge": pledge.words,
        "negative": pledge.is_negative,
        "touched_by": [event.id for event in pledge.touched_by],
    }
    return Entry("Pledges", make_line(pledge.event), tuple(notes), data)


def event_words(event: Event) -> str:
    """Return an event in a few words."""
    line = make_line(event)
    return say(
        "{kind}: {parties}, {date_words} ({id})",
        kind=lower_first(line.kind),
        parties=line.parties,
        date_words=line.date_words,
        id=event.id,
    )


# --- statements and launches -----------------------------------------------------------------------------------------


def view_statements(title: str, found: Iterable[Said], documents: Mapping[str, Document]) -> View:
    """Return statements under their speakers, by day."""
    entries = tuple(
        Entry(
            said.speaker,
            make_line(said.event),
            (say("reported {day}", day=day_words(said.day)),) if said.day and said.is_reported_day else (),
            {
                "speaker": said.speaker,
                "day": said.day.isoformat() if said.day else None,
                "is_reported_day": said.is_reported_day,
            },
        )
        for said in found
    )
    speakers = Counter(entry.heading for entry in entries)
    summary = tuple(
        say("{name}: {statements}", name=name, statements=plural(number, "statement"))
        for name, number in speakers.most_common(8)
    )
    return View("statement", title, summary, entries, documents)


def view_launches(title: str, found: Sequence[Launch], documents: Mapping[str, Document]) -> View:
    """Return launches with what was launched and what came of it."""
    counts = Counter(launch.vehicle for launch in found if launch.event.status in REAL)
    summary = tuple(
        say("{vehicle}: {number}", vehicle=vehicle, number=number) for vehicle, number in counts.most_common()
    )
    return View("launch", title, summary, tuple(map(launch_entry, found)), documents)


def launch_entry(launch: Launch) -> Entry:
    """Return a launch as an entry."""
    outcomes = [OUTCOMES[value.value] for value in launch.outcomes] or [say("no outcome told")]
    numbers = [quantity_words(quantity) for quantity in launch.quantities]
    note = join(" · ", [launch.vehicle, *numbers, join(" / ", outcomes)])
    data = {
        "launcher": launch.launcher,
        "vehicle": launch.vehicle,
        "numbers": numbers,
        "outcomes": [{"value": value.value.value, "claims": list(value.claims)} for value in launch.outcomes],
        "when": time_words(launch.event.time),
    }
    return Entry("Launches and tests", make_line(launch.event), (note,), data)
