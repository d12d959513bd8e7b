"""A dyad's measures in words and as data: what moved and why, with the events behind every number."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from legation.relations.dyad import Backing, Break, Dyad, Track, find_flows, left_out
from legation.relations.filters import Level
from legation.relations.ledgers import Ledger, find_ledgers
from legation.relations.series import EventDay
from legation.reporting.chronology import make_line
from legation.reporting.words import plural

# From so many silent periods on, the first thing to say is that nothing is reported.
QUIET: Mapping[str, int] = {"month": 3, "week": 6}
# Fewer event-days than this say little, whatever the interval.
FEW = 10
# The share of reports from which on one source carries a level.
MAINLY = 0.5


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """One family of conduct: its measures, and its events by indicator and direction in words."""

    name: str
    costs: tuple[str, ...]
    balance: Track
    intensity: Track
    flows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class DyadReport:
    """All that is told of a dyad."""

    dyad: Dyad
    headline: str
    balance: Track
    intensity: Track
    families: tuple[FamilyRow, ...]
    breaks: tuple[Break, ...]
    ledgers: tuple[Ledger, ...]
    warnings: tuple[str, ...]

    @property
    def title(self) -> str:
        """The names of the two."""
        return " and ".join(actor.name for actor in self.dyad.actors)

    @property
    def span(self) -> str:
        """The periods looked at, in words."""
        periods = self.dyad.periods
        first, last = periods.label(0), periods.label(periods.count - 1)
        return f"{first if first == last else f'{first} to {last}'}, by {periods.unit}"


def report_dyad(dyad: Dyad) -> DyadReport:
    """Return the report of a dyad."""
    balance, intensity = dyad.balance(), dyad.intensity()
    families = tuple(family_row(dyad, name) for name in dyad.families)
    told = tuple(row for row in families if any(ids for _, ids in row.flows))
    breaks = tuple(dyad.breaks())
    headline = " ".join(say_headline(dyad, balance, intensity))
    return DyadReport(
        dyad, headline, balance, intensity, told, breaks, tuple(find_ledgers(dyad)), tuple(find_warnings(dyad, balance))
    )


def family_row(dyad: Dyad, name: str) -> FamilyRow:
    """Return one family with its events by indicator and direction."""
    readings = dyad.readings(name)
    names = {actor.id: actor.name for actor in dyad.actors}
    flows = []
    for flow in find_flows(readings, dyad.sight.pair):
        way = f"{names[flow.way[0]]} → {names[flow.way[1]]}: " if flow.way else ""
        flows.append((f"{way}{flow.indicator.entry.title}", flow.events))
    costs = tuple(dict.fromkeys(reading.indicator.entry.cost for _, reading in readings))
    return FamilyRow(name, costs, dyad.balance(name), dyad.intensity(name), tuple(flows))


# --- the first line --------------------------------------------------------------------------------------------------


def say_headline(dyad: Dyad, balance: Track, intensity: Track) -> Iterator[str]:
    """Yield sentences that say what moved and why, or that nothing did, or that nothing is reported."""
    names = " and ".join(actor.name for actor in dyad.actors)
    level = balance.level
    if level is None:
        yield f"No reporting of acts between {names} that could be measured."
        return
    if balance.silent >= QUIET[dyad.periods.unit]:
        since = dyad.periods.label(dyad.periods.count - balance.silent)
        silent = plural(balance.silent, dyad.periods.unit)
        yield f"No reporting of {names} since {since} ({silent}): whether the tie has changed cannot be told."
        known = balance.levels[len(balance.levels) - balance.silent - 1]
        yield f"By the last reports the balance stood at {share_words(known)} cooperative."
        return
    moves = [words for track in (balance, intensity) if (words := move_words(track, names))]
    if moves:
        yield from moves
        yield from why_words(dyad, balance)
    else:
        yield f"{names}: no move beyond uncertainty within a year; {standing_words(balance, intensity)}"


def standing_words(balance: Track, intensity: Track) -> str:
    """Return where levels stand, in one sentence."""
    level, rate = balance.level, intensity.level
    words = f"the balance stands at {share_words(level)} cooperative" if level else "the balance is unknown"
    return f"{words}, on {plural(sum(balance.counts), 'event-day')}{f', {rate_words(rate, balance)}' if rate else ''}."


def move_words(track: Track, names: str) -> str | None:
    """Return a move in words; None where there is none."""
    move = track.move
    if move is None:
        return None
    is_up = move.now.value > move.before.value
    if track.kind == "balance":
        way = "drawn closer" if is_up else "moved apart"
        shares = f"from {share_words(move.before)} to {share_words(move.now)}"
        words = f"{names} have {way} since {move.since}: cooperative share {shares}"
    else:
        way = "More" if is_up else "Less"
        unit = track.periods.unit
        words = (
            f"{way} is reported between {names} than in {move.since}: from {number_range(move.before)} "
            f"to {number_range(move.now)} event-days a {unit} of average reporting"
        )
    return f"{words}{' — a single-origin move' if move.is_single_origin else ''}."


def why_words(dyad: Dyad, balance: Track) -> Iterator[str]:
    """Yield what the last year had more or less of than the year before, by family."""
    span = 12 if dyad.periods.unit == "month" else 52
    changes = []
    for name in dyad.families:
        series = dyad.series(name)
        for sign, counts in (("cooperative", series.cooperative), ("conflictual", series.conflictual)):
            change = sum(counts[-span:]) - sum(counts[-2 * span : -span])
            if change:
                changes.append((abs(change), f"{name}, {sign} ({change:+d})"))
    if changes and sum(balance.counts[:-span]):
        top = [words for _, words in sorted(changes, key=lambda item: (-item[0], item[1]))[:3]]
        yield f"Most changed against the year before, in event-days: {'; '.join(top)}."


# --- numbers in words ------------------------------------------------------------------------------------------------


def share_words(level: Level) -> str:
    """Return "80 % (47 to 99 %)"; nought and a hundred are never said."""
    value, low, high = (min(max(round(100 * share), 1), 99) for share in (level.value, level.low, level.high))
    return f"{value} % ({low} to {high} %)"


def number_range(level: Level) -> str:
    """Return "0.65 (0.24 to 1.2)"."""
    return f"{short_number(level.value)} ({short_number(level.low)} to {short_number(level.high)})"


def short_number(value: float) -> str:
    """Return a number in two figures; whole from ten on, "0" for less than a thousandth."""
    if value >= 9.95:
        return f"{value:,.0f}"
    return f"{value:.2g}" if value >= 0.001 else "0"


def rate_words(level: Level, track: Track) -> str:
    """Return a rate with what it is of."""
    return f"{number_range(level)} event-days a {track.periods.unit} of average reporting"


def level_words(track: Track, dyad: Dyad) -> str:
    """Return the last level of a track in one line, with what it is without its largest source."""
    level, backing = track.level, track.backing
    if level is None:
        return "not measured, no events"
    is_share = track.kind == "balance"
    words = f"{share_words(level)} cooperative" if is_share else rate_words(level, track)
    if track.expected:
        words += f"; {track.expected[0]} to {track.expected[1]} to be expected in the next {track.periods.unit}"
    if track.silent:
        words += f"; no reporting in the last {plural(track.silent, track.periods.unit)}"
    name = source_name(backing.largest or "", dyad)
    if backing.without is None:
        return f"{words}; single-origin: nothing is left without {name}"
    return f"{words}; without {name} {share_words(backing.without) if is_share else number_range(backing.without)}"


def backing_words(backing: Backing, dyad: Dyad) -> str:
    """Return how many events, reports and sources a level rests on, and how many of the reports are from one source."""
    words = (
        f"{plural(len(backing.events), 'event')}, {plural(backing.reports, 'independent report')} "
        f"from {plural(backing.sources, 'source')}"
    )
    return f"{words}, {round(100 * backing.share)} % of them from {source_name(backing.largest or '', dyad)}"


def family_words(row: FamilyRow, dyad: Dyad) -> str:
    """Return a family's measures in one line."""
    series, costs = dyad.series(row.name), "/".join(row.costs)
    cooperative, conflictual = sum(series.cooperative), sum(series.conflictual)
    if not cooperative + conflictual:
        return f"{costs}; nothing that has a sign"
    last = series.periods.label(max(item.place for item in series.event_days if item.sign))
    sources = row.balance.backing.sources
    single = "; single-origin" if sources == 1 else f"; {sources} sources"
    words = f"{costs}; {plural(cooperative, 'cooperative event-day')}, {conflictual:,} conflictual, the last in {last}"
    if row.balance.level and row.intensity.level:
        words += (
            f"; {share_words(row.balance.level)} cooperative, {number_range(row.intensity.level)} a {dyad.periods.unit}"
        )
    return f"{words}{single}"


def source_name(source: str, dyad: Dyad) -> str:
    """Return the name of a source: of the lexicon's if it has one; of a document without an outlet its id."""
    return dyad.sight.names.get(source, source)


def break_words(item: Break, dyad: Dyad) -> str:
    """Return a break in one line."""
    turn = item.turn
    what = "rose" if turn.is_rise else "fell"
    label = dyad.periods.label(turn.at)
    if item.kind == "balance":
        words = f"cooperative share {what} from {round(100 * turn.before_share)} to {round(100 * turn.after_share)} %"
    else:
        days = 7 if dyad.periods.unit == "week" else 30
        words = (
            f"days with events {what} from {turn.before_share * days:.2g} to {turn.after_share * days:.2g} "
            f"a {dyad.periods.unit}"
        )
    single = "; single-origin" if item.is_single_origin else ""
    odds = min(math.exp(turn.nats), 1e6)
    often = f"{float(f'{odds:.2g}'):,.0f}{'+' if odds == 1e6 else ''}"
    return f"{label}: {words} ({often} times as likely as without a break{single})"


def day_words(item: EventDay) -> str:
    """Return an event-day in one line: day, kind, parties."""
    line = make_line(item.sightings[0].event)
    told = " (day of the first report)" if item.sightings[0].is_reported else ""
    return f"{item.day.day} {item.day:%B %Y}{told}  {line.kind}: {line.parties}"


# --- warnings --------------------------------------------------------------------------------------------------------


def find_warnings(dyad: Dyad, balance: Track) -> Iterator[str]:
    """Yield what a reader must know before trusting the numbers."""
    total = sum(balance.counts)
    if 0 < total < FEW:
        yield f"Only {plural(total, 'event-day')}: levels are hardly more than a guess."
    backing = balance.backing
    if backing.largest is not None and backing.share > MAINLY:
        yield f"{round(100 * backing.share)} % of the reports are from {source_name(backing.largest, dyad)}."
    if not any(dyad.archive.others.values()):
        yield "The record has no other dyads: how much was reported cannot be told from how much happened."
    yield from counting_warnings(dyad)


def counting_warnings(dyad: Dyad) -> Iterator[str]:
    """Yield what is counted under another day than its own, and what is not counted."""
    reported = [item for item in dyad.sightings if item.is_real and item.sign and item.is_reported]
    if reported and dyad.options.dated_only:
        yield f"{plural(len(reported), 'act')} without a date are left out."
    elif reported:
        acts = plural(len(reported), "act")
        yield f"{acts} without a date counted when first reported; measures by given dates alone would leave them out."
    undated, wide, history = left_out(dyad.sightings, dyad.periods)
    for some, why in (
        (undated, "without any day or with an open one"),
        (wide, f"outside the period, or dated too widely for one {dyad.periods.unit}"),
        (history, "told more than a year after, as history"),
    ):
        if some:
            yield f"Not counted: {plural(len(some), 'act')} {why}."
    signless = sum(item.is_real and item.sign == 0 for item in dyad.sightings)
    if signless:
        acts = plural(signless, "act")
        yield f"Not counted: {acts} that are neither cooperative nor conflictual (statements, requests)."


# --- as data ---------------------------------------------------------------------------------------------------------


def encode_dyad(report: DyadReport) -> Iterator[dict[str, Any]]:
    """Yield a report as JSON objects: the sum first, then levels, families, breaks and ledgers."""
    dyad = report.dyad
    yield {
        "measure": "dyad",
        "actors": [actor.id for actor in dyad.actors],
        "unit": dyad.periods.unit,
        "periods": dyad.periods.labels,
        "headline": report.headline,
        "exposure": [round(value, 4) for value in dyad.exposure],
        "warnings": list(report.warnings),
    }
    yield encode_track(report.balance, dyad)
    yield encode_track(report.intensity, dyad)
    for row in report.families:
        for track in (row.balance, row.intensity):
            yield encode_track(track, dyad)
        yield {
            "measure": "family",
            "family": row.name,
            "costs": list(row.costs),
            "flows": [{"what": words, "events": list(events)} for words, events in row.flows],
        }
    for item in report.breaks:
        yield encode_break(item, dyad)
    for ledger in report.ledgers:
        yield {
            "measure": ledger.name,
            "counts": ledger.counts,
            "cumulative": ledger.cumulative,
            "by_period": [list(events) for events in ledger.by_period],
            "elsewhere": list(ledger.elsewhere),
        }


def encode_track(track: Track, dyad: Dyad) -> dict[str, Any]:
    """Return a track as one JSON object."""
    series = dyad.series(track.family)
    move, backing = track.move, track.backing
    return {
        "measure": track.kind,
        "family": track.family,
        "level": encode_level(track.level),
        "levels": [encode_level(level) for level in track.levels],
        "cooperative": series.cooperative,
        "conflictual": series.conflictual,
        "expected_next": list(track.expected) if track.expected else None,
        "silent": track.silent,
        "move": move
        and {
            "since": move.since,
            "before": encode_level(move.before),
            "now": encode_level(move.now),
            "single_origin": move.is_single_origin,
        },
        "events": list(backing.events),
        "reports": backing.reports,
        "sources": backing.sources,
        "largest_source": backing.largest and source_name(backing.largest, dyad),
        "largest_share": round(backing.share, 4),
        "level_without_largest": encode_level(backing.without),
    }


def encode_level(level: Level | None) -> list[float] | None:
    """Return a level as value and bounds."""
    return [round(number, 4) for number in (level.value, level.low, level.high)] if level else None


def encode_break(item: Break, dyad: Dyad) -> dict[str, Any]:
    """Return a break as one JSON object."""
    return {
        "measure": "break",
        "of": item.kind,
        "period": dyad.periods.label(item.turn.at),
        "day": item.day.isoformat(),
        "rise": item.turn.is_rise,
        "before": round(item.turn.before_share, 4),
        "after": round(item.turn.after_share, 4),
        "nats": round(item.turn.nats, 2),
        "single_origin": item.is_single_origin,
        "top": [{"day": day.day.isoformat(), "type": day.type, "events": list(day.events)} for day in item.top],
    }


def cut(events: Sequence[str], most: int) -> str:
    """Return ids of events in one line, the first `most` of them."""
    more = f" … and {len(events) - most} more" if len(events) > most else ""
    return " ".join(events[:most]) + more
