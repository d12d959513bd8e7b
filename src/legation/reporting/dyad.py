"""A dyad's measures in words and as data: what moved and why, with the events behind every number."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from legation.lexicon.saying import join, say
from legation.relations.dyad import Backing, Break, Dyad, Track, left_out
from legation.relations.filters import Level
from legation.relations.flows import find_flows
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
    warnings: tuple[str, ...]

    @property
    def ledgers(self) -> list[Ledger]:
        """The contacts, transfers and commitments period by period: worked out when asked for, for pages have none."""
        return find_ledgers(self.dyad)

    @property
    def title(self) -> str:
        """The names of the two."""
        return join(" and ", (actor.name for actor in self.dyad.actors))

    @property
    def span(self) -> str:
        """The periods looked at, in words."""
        periods = self.dyad.periods
        first, last = periods.label(0), periods.label(periods.count - 1)
        return say(
            "{first}, by {unit}",
            first=first if first == last else say("{first} to {last}", first=first, last=last),
            unit=periods.unit,
        )


def report_dyad(dyad: Dyad) -> DyadReport:
    """Return the report of a dyad."""
    balance, intensity = dyad.balance(), dyad.intensity()
    told = tuple(family_row(dyad, name) for name in dyad.families if dyad.readings(name))
    breaks = tuple(dyad.breaks())
    headline = join(" ", say_headline(dyad, balance, intensity))
    return DyadReport(dyad, headline, balance, intensity, told, breaks, tuple(find_warnings(dyad, balance)))


def family_row(dyad: Dyad, name: str) -> FamilyRow:
    """Return one family with its events by indicator and direction."""
    readings = dyad.readings(name)
    names = {actor.id: actor.name for actor in dyad.actors}
    flows = []
    for flow in find_flows(readings, dyad.sight.pair):
        way = say("{names} → {names2}: ", names=names[flow.way[0]], names2=names[flow.way[1]]) if flow.way else ""
        flows.append((say("{way}{title}", way=way, title=flow.indicator.entry.title), flow.events))
    costs = tuple(dict.fromkeys(reading.indicator.entry.cost for _, reading in readings))
    return FamilyRow(name, costs, dyad.balance(name), dyad.intensity(name), tuple(flows))


# --- the first line --------------------------------------------------------------------------------------------------


def say_headline(dyad: Dyad, balance: Track, intensity: Track) -> Iterator[str]:
    """Yield sentences that say what moved and why, or that nothing did, or that nothing is reported."""
    names = join(" and ", (actor.name for actor in dyad.actors))
    level = balance.level
    if level is None:
        yield say("No reporting of acts between {names} that could be measured.", names=names)
        return
    if balance.silent >= QUIET[dyad.periods.unit]:
        since = dyad.periods.label(dyad.periods.count - balance.silent)
        silent = plural(balance.silent, dyad.periods.unit)
        yield say(
            "No reporting of {names} since {since} ({silent}): whether the tie has changed cannot be told.",
            names=names,
            since=since,
            silent=silent,
        )
        known = balance.levels[len(balance.levels) - balance.silent - 1]
        yield say("By the last reports the balance stood at {share} cooperative.", share=share_words(known))
        return
    moves = [words for track in (balance, intensity) if (words := move_words(track, names))]
    if moves:
        yield from moves
        yield from why_words(dyad, balance)
    else:
        yield say(
            "{names}: no move beyond uncertainty within a year; {standing}",
            names=names,
            standing=standing_words(balance, intensity),
        )


def standing_words(balance: Track, intensity: Track) -> str:
    """Return where levels stand, in one sentence."""
    level, rate = balance.level, intensity.level
    words = (
        say("the balance stands at {share} cooperative", share=share_words(level))
        if level
        else say("the balance is unknown")
    )
    return say(
        "{words}, on {event_days}{rate}.",
        words=words,
        event_days=plural(sum(balance.counts), "event-day"),
        rate=say(", {rate}", rate=rate_words(rate, balance)) if rate else "",
    )


def move_words(track: Track, names: str) -> str | None:
    """Return a move in words; None where there is none."""
    move = track.move
    if move is None:
        return None
    is_up = move.now.value > move.before.value
    if track.kind == "balance":
        way = say("drawn closer") if is_up else say("moved apart")
        shares = say("from {share} to {share2}", share=share_words(move.before), share2=share_words(move.now))
        words = say(
            "{names} have {way} since {since}: cooperative share {shares}",
            names=names,
            way=way,
            since=move.since,
            shares=shares,
        )
    else:
        way = say("More") if is_up else say("Less")
        unit = track.periods.unit
        words = say(
            "{way} is reported between {names} than in {since}: from {number_range} to "
            "{number_range2} event-days a {unit} of average reporting",
            way=way,
            names=names,
            since=move.since,
            number_range=number_range(move.before),
            number_range2=number_range(move.now),
            unit=unit,
        )
    return say(
        "{words}{is_single_origin}.",
        words=words,
        is_single_origin=" — a single-origin move" if move.is_single_origin else "",
    )


def why_words(dyad: Dyad, balance: Track) -> Iterator[str]:
    """Yield what the last year had more or less of than the year before, by family."""
    span = 12 if dyad.periods.unit == "month" else 52
    changes = []
    for name in dyad.families:
        series = dyad.series(name)
        for sign, counts in (("cooperative", series.cooperative), ("conflictual", series.conflictual)):
            change = sum(counts[-span:]) - sum(counts[-2 * span : -span])
            if change:
                changes.append((abs(change), say("{name}, {sign} ({change:+d})", name=name, sign=sign, change=change)))
    if changes and sum(balance.counts[:-span]):
        top = [words for _, words in sorted(changes, key=lambda item: (-item[0], item[1]))[:3]]
        yield say("Most changed against the year before, in event-days: {listed}.", listed=join("; ", top))


# --- numbers in words ------------------------------------------------------------------------------------------------


def share_words(level: Level) -> str:
    """Return "80 % (47 to 99 %)"; nought and a hundred are never said."""
    value, low, high = (min(max(round(100 * share), 1), 99) for share in (level.value, level.low, level.high))
    return say("{value} % ({low} to {high} %)", value=value, low=low, high=high)


def number_range(level: Level) -> str:
    """Return "0.65 (0.24 to 1.2)"."""
    return say(
        "{short_number} ({short_number2} to {short_number3})",
        short_number=short_number(level.value),
        short_number2=short_number(level.low),
        short_number3=short_number(level.high),
    )


def short_number(value: float) -> str:
    """Return a number in two figures; whole from ten on, "0" for less than a hundredth."""
    if value >= 9.95:
        return f"{value:,.0f}"
    return f"{value:.2g}" if value >= 0.01 else "0"


def rate_words(level: Level, track: Track) -> str:
    """Return a rate with what it is of."""
    return say(
        "{number_range} event-days a {unit} of average reporting",
        number_range=number_range(level),
        unit=track.periods.unit,
    )


def level_words(track: Track, dyad: Dyad) -> str:
    """Return the last level of a track in one line, with what it is without its largest source."""
    level, backing = track.level, track.backing
    if level is None:
        return say("not measured, no events")
    is_share = track.kind == "balance"
    words = say("{share} cooperative", share=share_words(level)) if is_share else rate_words(level, track)
    if track.expected:
        words += say(
            "; {expected} to {expected2} to be expected in the next {unit}",
            expected=track.expected[0],
            expected2=track.expected[1],
            unit=track.periods.unit,
        )
    if track.silent:
        words += say("; no reporting in the last {count}", count=plural(track.silent, track.periods.unit))
    name = source_name(backing.largest or "", dyad)
    if backing.without is None:
        return say("{words}; single-origin: nothing is left without {name}", words=words, name=name)
    return say(
        "{words}; without {name} {is_share}",
        words=words,
        name=name,
        is_share=share_words(backing.without) if is_share else number_range(backing.without),
    )


def backing_words(backing: Backing, dyad: Dyad) -> str:
    """Return how many events, reports and sources a level rests on, and how many of the reports are from one source."""
    words = say(
        "{events}, {reports} from {sources}",
        events=plural(len(backing.events), "event"),
        reports=plural(backing.reports, "independent telling"),
        sources=plural(backing.sources, "source"),
    )
    return say(
        "{words}, {share} % of them from {source_name}",
        words=words,
        share=round(100 * backing.share),
        source_name=source_name(backing.largest or "", dyad),
    )


def family_words(row: FamilyRow, dyad: Dyad) -> str:
    """Return a family's measures in one line."""
    series, costs = dyad.series(row.name), join("/", row.costs)
    cooperative, conflictual = sum(series.cooperative), sum(series.conflictual)
    if not cooperative + conflictual:
        return say("{costs}; nothing that has a sign", costs=costs)
    last = series.periods.label(max(item.place for item in series.event_days if item.sign))
    sources = row.balance.backing.sources
    single = say("; single-origin") if sources == 1 else say("; {sources} sources", sources=sources)
    words = say(
        "{costs}; {event_days}, {conflictual:,} conflictual, the last in {last}",
        costs=costs,
        event_days=plural(cooperative, "cooperative event-day"),
        conflictual=conflictual,
        last=last,
    )
    if row.balance.level and row.intensity.level:
        words += say(
            "; {share} cooperative, {number_range} a {unit}",
            share=share_words(row.balance.level),
            number_range=number_range(row.intensity.level),
            unit=dyad.periods.unit,
        )
    return say("{words}{single}", words=words, single=single)


def source_name(source: str, dyad: Dyad) -> str:
    """Return the name of a source: of the lexicon's if it has one; of a document without an outlet its id."""
    return dyad.sight.names.get(source, source)


def break_words(item: Break, dyad: Dyad) -> str:
    """Return a break in one line."""
    turn = item.turn
    what = say("rose") if turn.is_rise else say("fell")
    label = dyad.periods.label(turn.at)
    if item.kind == "balance":
        words = say(
            "cooperative share {what} from {before_share} to {after_share} %",
            what=what,
            before_share=round(100 * turn.before_share),
            after_share=round(100 * turn.after_share),
        )
    else:
        days = 7 if dyad.periods.unit == "week" else 30
        words = say(
            "days with events {what} from {before_share:.2g} to {after_share:.2g} a {unit}",
            what=what,
            before_share=turn.before_share * days,
            after_share=turn.after_share * days,
            unit=dyad.periods.unit,
        )
    single = say("; single-origin") if item.is_single_origin else ""
    odds = min(math.exp(turn.nats), 1e6)
    often = say("{float:,.0f}{odds}", float=float(say("{odds:.2g}", odds=odds)), odds="+" if odds == 1000000.0 else "")
    return say(
        "{label}: {words} ({often} times as likely as without a break{single})",
        label=label,
        words=words,
        often=often,
        single=single,
    )


def day_words(item: EventDay) -> str:
    """Return an event-day in one line: day, kind, parties."""
    line = make_line(item.sightings[0].event)
    told = say(" (day of the first report)") if item.sightings[0].is_reported else ""
    return say(
        "{day} {day2:%B %Y}{told}  {kind}: {parties}",
        day=item.day.day,
        day2=item.day,
        told=told,
        kind=line.kind,
        parties=line.parties,
    )


# --- warnings --------------------------------------------------------------------------------------------------------


def find_warnings(dyad: Dyad, balance: Track) -> Iterator[str]:
    """Yield what a reader must know before trusting the numbers."""
    total = sum(balance.counts)
    if 0 < total < FEW:
        yield say("Only {event_days}: levels are hardly more than a guess.", event_days=plural(total, "event-day"))
    backing = balance.backing
    if backing.largest is not None and backing.share > MAINLY:
        yield say(
            "{share} % of the reports are from {source_name}.",
            share=round(100 * backing.share),
            source_name=source_name(backing.largest, dyad),
        )
    if not any(dyad.archive.others.values()):
        yield say("The record has no other dyads: how much was reported cannot be told from how much happened.")
    yield from counting_warnings(dyad)


def counting_warnings(dyad: Dyad) -> Iterator[str]:
    """Yield what is counted under another day than its own, and what is not counted."""
    reported = [item for item in dyad.sightings if item.is_real and item.sign and item.is_reported]
    if reported and dyad.options.dated_only:
        yield say("{acts} without a date are left out.", acts=plural(len(reported), "act"))
    elif reported:
        acts = plural(len(reported), "act")
        yield say(
            "{acts} without a date counted when first reported; measures by given dates alone would leave them out.",
            acts=acts,
        )
    undated, wide, history = left_out(dyad.sightings, dyad.periods)
    for some, why in (
        (undated, say("without any day or with an open one")),
        (wide, say("outside the period, or dated too widely for one {unit}", unit=dyad.periods.unit)),
        (history, say("told more than a year after, as history")),
    ):
        if some:
            yield say("Not counted: {acts} {why}.", acts=plural(len(some), "act"), why=why)
    signless = sum(item.is_real and item.sign == 0 for item in dyad.sightings)
    if signless:
        acts = plural(signless, "act")
        yield say("Not counted: {acts} that are neither cooperative nor conflictual (statements, requests).", acts=acts)


def cut(events: Sequence[str], most: int) -> str:
    """Return ids of events in one line, the first `most` of them."""
    more = say(" … and {most} more", most=len(events) - most) if len(events) > most else ""
    return " ".join(events[:most]) + more
