"""Forecasts, base rates and scores in words and as JSON."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from legation.judgement.foresight import MODEL, Assessment
from legation.judgement.ledger import Forecast, Outcome
from legation.judgement.scores import Scores
from legation.judgement.words import about_words, likelihood_words
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
    return f"{likelihood_words(p)}, {about_words(p)}"


def rate_words(found: Assessment) -> str:
    """Return a base rate with where it comes from; "not assessed" and why, where there is none."""
    if found.p is None or found.reference is None:
        return f"not assessed: {found.reason}"
    source = "base-rate model" if found.model == MODEL else "the dyad's own climatology"
    usual = f"; its climatology {about_words(found.reference)}" if found.model == MODEL else ""
    return f"{chance_words(found.p)} ({source}, {plural(found.events, 'event-day')}{usual})"


def kind_words(forecast: Forecast) -> str:
    """Return what kind of event a forecast is of, in words."""
    return type_words(forecast.target.type, forecast.target.mode)


def condition_words(forecast: Forecast) -> str | None:
    """Return the condition of a forecast in words; None if it has none."""
    if forecast.condition is None:
        return None
    target = forecast.condition.target
    way = "→" if target.directed else "and"
    kind = type_words(target.type, target.mode)
    word = "if" if forecast.condition.wanted else "if not"
    return f"{word} {kind}, {target.source} {way} {target.target}, in the same days"


def scores_words(found: Scores, against: Scores | None) -> list[str]:
    """Return scores as lines; with few forecasts, that they say little."""
    terms = found.murphy
    lines = [
        f"{plural(found.count, 'forecast')} scored, {100 * found.base:.0f} in 100 came true; "
        f"Brier {found.brier:.3f} (0 is best), log score {found.log:.3f}",
        f"reliability {terms.reliability:.4f}, resolution {terms.resolution:.4f}, uncertainty {terms.uncertainty:.4f}; "
        f"calibration error {found.ece:.3f}",
    ]
    if against is not None and against.skill is not None:
        interval = f" [{against.interval[0]:+.3f}, {against.interval[1]:+.3f}]" if against.interval else ""
        of = plural(against.count, "forecast")
        lines.append(f"skill {against.skill:+.3f}{interval} against the dyads' own climatology ({of})")
    if found.count < FEW:
        lines.append(f"fewer than {FEW}: too few to tell skill from luck")
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
