"""Forecasts, base rates and scores in words and as JSON."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from legation.judgement.foresight import MODEL, Assessment
from legation.judgement.ledger import Forecast, Outcome
from legation.judgement.scores import Scores
from legation.judgement.words import about_words, likelihood_words
from legation.lexicon.saying import say
from legation.reporting.words import plural, type_words

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.YES: "came true",
    Outcome.NO: "did not come true",
    Outcome.VOID: "void",
    Outcome.ANNULLED: "annulled",
}
# Fewer ended forecasts than this say nothing of calibration or skill.
FEW = 20


def chance_words(p: float) -> str:
    """Return a probability in ICD 203 words: "unlikely (20–45 %), about 30 %"."""
    return say("{likelihood}, {about}", likelihood=likelihood_words(p), about=about_words(p))


def rate_words(found: Assessment) -> str:
    """Return a base rate with where it comes from; "not assessed" and why, where there is none."""
    if found.p is None or found.reference is None:
        return say("not assessed: {reason}", reason=found.reason)
    source = say("base-rate model") if found.model == MODEL else say("the dyad's own climatology")
    usual = say("; its climatology {about}", about=about_words(found.reference)) if found.model == MODEL else ""
    return say(
        "{chance} ({source}, {event_days}{usual})",
        chance=chance_words(found.p),
        source=source,
        event_days=plural(found.events, "event-day"),
        usual=usual,
    )


def kind_words(forecast: Forecast) -> str:
    """Return what kind of event a forecast is of, in words."""
    return type_words(forecast.target.type, forecast.target.mode)


def condition_words(forecast: Forecast) -> str | None:
    """Return the condition of a forecast in words; None if it has none."""
    if forecast.condition is None:
        return None
    target = forecast.condition.target
    way = "→" if target.directed else say("and")
    kind = type_words(target.type, target.mode)
    word = say("if") if forecast.condition.wanted else say("if not")
    return say(
        "{word} {kind}, {source} {way} {target}, in the same days",
        word=word,
        kind=kind,
        source=target.source,
        way=way,
        target=target.target,
    )


def scores_words(found: Scores, against: Scores | None) -> list[str]:
    """Return scores as lines; with few forecasts, that they say little."""
    terms = found.murphy
    lines = [
        say(
            "{forecasts} scored, {base:.0f} in 100 came true; Brier {brier:.3f} (0 is best), log score {log:.3f}",
            forecasts=plural(found.count, "forecast"),
            base=100 * found.base,
            brier=found.brier,
            log=found.log,
        ),
        say(
            "reliability {reliability:.4f}, resolution {resolution:.4f}, uncertainty "
            "{uncertainty:.4f}; calibration error {ece:.3f}",
            reliability=terms.reliability,
            resolution=terms.resolution,
            uncertainty=terms.uncertainty,
            ece=found.ece,
        ),
    ]
    if against is not None and against.skill is not None:
        interval = (
            say(" [{interval:+.3f}, {interval2:+.3f}]", interval=against.interval[0], interval2=against.interval[1])
            if against.interval
            else ""
        )
        of = plural(against.count, "forecast")
        lines.append(
            say(
                "skill {skill:+.3f}{interval} against the dyads' own climatology ({of})",
                skill=against.skill,
                interval=interval,
                of=of,
            )
        )
    if found.count < FEW:
        lines.append(say("fewer than {few}: too few to tell skill from luck", few=FEW))
    return lines


# --- as JSON ---------------------------------------------------------------------------------------------------------


def encode_rate(found: Assessment) -> dict[str, Any]:
    """Return a base rate as JSON values."""
    return {**asdict(found), "origin": found.origin.isoformat(), "words": rate_words(found)}


def encode_forecast(forecast: Forecast) -> dict[str, Any]:
    """Return a forecast as JSON values."""
    row = asdict(forecast)
    days = ("opened", "closes", "resolves_by", "evidence_cutoff")
    return {**row, **{name: row[name].isoformat() for name in days}, "words": chance_words(forecast.p)}


def encode_scores(found: Scores) -> dict[str, Any]:
    """Return scores as JSON values."""
    return asdict(found)
