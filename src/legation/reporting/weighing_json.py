"""A weighing as JSON: every figure with the ids of the events, claims and documents behind it."""

from typing import Any

from legation.judgement.analysts import Panel
from legation.judgement.assessment import Watched, Weighing, Weight
from legation.judgement.evidence import Exhibit, Finding
from legation.judgement.flips import Changed
from legation.judgement.locks import Standing
from legation.judgement.question import Question
from legation.judgement.reports import Report
from legation.judgement.words import find_band
from legation.reporting.weighings import Told


def encode_weighing(weighing: Weighing, told: Told) -> dict[str, Any]:
    """Return all that a weighing says; probabilities are unrounded here, for programs."""
    names = weighing.question.names
    flips = weighing.flips
    return {
        "question": weighing.question.id,
        "ask": weighing.question.ask,
        "as_of": weighing.day.isoformat(),
        "digest": weighing.question.digest,
        "hypotheses": [encode_hypothesis(weighing, place) for place in weighing.order],
        "confidence": {"level": weighing.confidence.level.value, "reasons": list(weighing.confidence.reasons)},
        "origins": weighing.footing.origins,
        "unreviewed": weighing.footing.unreviewed,
        "months_covered": round(weighing.footing.covered, 4),
        "likelihood": by_name(names, weighing.soft),
        "indicators": [encode_finding(finding) for finding in weighing.findings],
        "items": [encode_weight(weight, names) for weight in weighing.weights],
        "classic": {
            "inconsistency": by_name(names, weighing.matrix.inconsistency),
            "marks": {
                weight.finding.indicator.id: by_name(names, [str(mark) for mark in marks])
                for weight, marks in zip(weighing.weights, weighing.matrix.marks, strict=True)
            },
            "best": [names[place] for place in weighing.matrix.best],
            "agrees": weighing.agrees_with_matrix,
        },
        "flips": {
            "dropped": [encode_changed(one, names) for one in flips.dropped],
            "reversed": [encode_changed(one, names) for one in flips.reversed],
            "smallest": encode_changed(flips.smallest, names) if flips.smallest else None,
            "smallest_is_least": flips.is_least,
            "worth_at_which_it_changes": dict(flips.ratios),
            "prior_odds": {"at_which_it_changes": flips.prior_odds, "given": flips.actual_odds},
            "without": [
                {
                    "kind": one.cut.kind.value,
                    "sources": one.cut.label,
                    "reports": one.reports,
                    "posterior": by_name(names, one.posterior),
                    "flips": one.flips,
                }
                for one in weighing.without
            ],
        },
        "watch": [encode_watched(one, names) for one in weighing.watch],
        "counted_twice": [{"event": event, "indicators": list(some)} for event, some in weighing.shared],
        "locked": encode_standing(told.standing) if told.standing else None,
        "panel": encode_panel(told.panel, weighing.question) if told.panel else None,
        "since": {
            "day": told.moved.then.day.isoformat(),
            "posterior": by_name(names, told.moved.then.posterior),
            "changed": [now.indicator.id for _, now in told.moved.findings],
        }
        if told.moved
        else None,
    }


def by_name(names: tuple[str, ...], values: Any) -> dict[str, Any]:
    """Return values by the name of their hypothesis."""
    return {name: value if isinstance(value, str) else float(value) for name, value in zip(names, values, strict=True)}


def encode_hypothesis(weighing: Weighing, place: int) -> dict[str, Any]:
    """Return what is said of one hypothesis."""
    one, probability = weighing.question.hypotheses[place], float(weighing.posterior[place])
    band, interval = find_band(probability), weighing.spread.intervals[place]
    return {
        "id": one.id,
        "says": one.says,
        "prior": weighing.question.prior[place],
        "posterior": probability,
        "interval": list(interval),
        "word": band.word,
        "range": [band.low, band.high],
        "interval_words": [find_band(end).word for end in interval],
        "leads_in": weighing.spread.tops[place],
    }


def encode_finding(finding: Finding) -> dict[str, Any]:
    """Return what the record holds on one indicator."""
    one = finding.indicator
    return {
        "indicator": one.id,
        "ask": one.ask,
        "state": finding.state.value,
        "ratio": finding.ratio,
        "coverage": round(finding.coverage, 4),
        "silence_counts_from": one.until.isoformat(),
        "counted": [report.account.key for report in finding.reports],
        "events": [encode_exhibit(exhibit) for exhibit in finding.exhibits],
        "rejected": [encode_exhibit(exhibit) for exhibit in finding.rejected],
        "not_counted": [event.id for event in finding.unreal],
    }


def encode_exhibit(exhibit: Exhibit) -> dict[str, Any]:
    """Return one event proposed as evidence."""
    review = exhibit.admission
    return {
        "event": exhibit.event.id,
        "reasons": list(exhibit.reasons),
        "ratio": exhibit.ratio,
        "dated": exhibit.is_dated,
        "review": {"accepted": review.accepts, "author": review.author, "at": review.at, "reason": review.reason}
        if review
        else None,
        "reports": [encode_report(report) for report in exhibit.reports],
    }


def encode_report(report: Report) -> dict[str, Any]:
    """Return one claim as evidence, with its words and where they stand."""
    evidence = report.account.evidence
    return {
        "claim": report.account.key,
        "document": evidence.document_id,
        "span": [evidence.span.start, evidence.span.end],
        "quote": evidence.quote,
        "speakers": list(report.account.speakers),
        "outlet": report.outlet.name if report.outlet else None,
        "published": report.account.published,
        "denies": report.denies,
        "ratio": report.ratio,
        "grade": list(report.grade),
        "own_word": report.own_word.value if report.own_word else None,
        "origin": report.origin,
        "countries": sorted(report.countries),
        "kinds": sorted(report.kinds),
    }


def encode_weight(weight: Weight, names: tuple[str, ...]) -> dict[str, Any]:
    """Return what one item weighs."""
    return {
        "indicator": weight.finding.indicator.id,
        "db": weight.alone,
        "db_counted": weight.counted,
        "counts": weight.counts,
        "bits": weight.bits,
        "by_hypothesis_db": by_name(names, weight.cells),
        "tells_nothing": weight.tells_nothing,
    }


def encode_changed(one: Changed, names: tuple[str, ...]) -> dict[str, Any]:
    """Return the answer after a change."""
    return {"items": list(one.names), "posterior": by_name(names, one.posterior), "flips": one.flips}


def encode_watched(one: Watched, names: tuple[str, ...]) -> dict[str, Any]:
    """Return what watching an indicator is expected to tell."""
    return {
        "indicator": one.indicator.id,
        "ask": one.indicator.ask,
        "bits": one.bits,
        "bits_per_cost": one.per_cost,
        "cost": one.indicator.cost,
        "silence_counts_from": one.indicator.until.isoformat(),
        "if_reported": by_name(names, one.if_seen),
        "if_silent": by_name(names, one.if_silent),
    }


def encode_standing(standing: Standing) -> dict[str, Any]:
    """Return how the judgements stand."""
    return {
        "first": standing.first.at if standing.first else None,
        "author": standing.first.author if standing.first else None,
        "before_the_evidence": standing.is_clean,
        "late": list(standing.late),
        "open": list(standing.open),
        "changes": [
            {"part": one.part, "differences": list(one.differences), "changed_at": one.changed_at, "late": one.is_late}
            for one in standing.changes
        ],
    }


def encode_panel(panel: Panel, question: Question) -> dict[str, Any]:
    """Return what several analysts judge."""
    names = question.names
    return {
        "together": by_name(names, panel.pooled.together),
        "analysts": [
            {
                "by": one.by,
                "weighed": one.is_weighed,
                "posterior": by_name(names, one.p),
                "given": by_name(names, one.given) if one.given else None,
            }
            for one in panel.opinions
        ],
        "widest_gap": panel.pooled.apart,
        "disputed": dict(panel.disputed),
    }
