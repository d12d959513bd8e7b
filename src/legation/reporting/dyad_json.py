"""A dyad's measures as data: JSON objects with the events behind every number."""

from collections.abc import Iterator
from typing import Any

from legation.relations.dyad import Break, Dyad, Track
from legation.relations.filters import Level
from legation.reporting.dyad import DyadReport, source_name


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
