"""Forecasts over a record: base rates, the ledger, what came of it, and how good it was."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from legation.errors import LegationError
from legation.judgement.foresight import Assessment, assess
from legation.judgement.ledger import (
    Condition,
    Coverage,
    Forecast,
    Outcome,
    Target,
    Verdict,
    check_forecast,
    describe_rule,
    resolve,
)
from legation.judgement.scores import Scores, score
from legation.lexicon.saying import say
from legation.reading.claim import ActorRef, Status
from legation.record import foretold, view
from legation.record.event import Event
from legation.record.foretold import Resolved
from legation.record.session import Session
from legation.workspace.parties import get_actor
from legation.workspace.questions import Room

PERSON = "person"
# Columns of the ledger as a forecast has them, and its days.
PLAIN = ("uid", "at", "author", "text", "rule", "p", "model", "reference", "supersedes")
DAYS = ("opened", "closes", "resolves_by", "evidence_cutoff")
# How long late reports may still tell of what happened, in days.
GRACE = 14
# A record whose last report is older than this knows too little of today to forecast from it.
STALE = 14
# How many windows of the same length say what a usual number of reports is.
USUAL_WINDOWS = 3


class NoBaseRateError(LegationError):
    """A forecast without a probability of its own, of a dyad and type that have no base rate."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a forecast is asked to say: actors by name, type, days; `p` None asks for the base rate.

    `condition` is (source, target, type, mode, wanted); `supersedes` the first digits of an earlier forecast's uid.
    """

    source: str
    target: str
    type: str
    mode: str | None
    opened: dt.date | None
    closes: dt.date
    resolves_by: dt.date | None = None
    directed: bool = True
    min_status: Status = Status.HAPPENED
    p: float | None = None
    text: str | None = None
    supersedes: str | None = None
    condition: tuple[str, str, str, str | None, bool] | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A forecast with what has come of it so far, and the uid of the forecast that took its place."""

    forecast: Forecast
    resolved: Resolved | None
    superseded_by: str | None

    @property
    def outcome(self) -> Outcome | None:
        """What came of it; None while that is open."""
        return Outcome(self.resolved.outcome) if self.resolved else None

    @property
    def loss(self) -> float | None:
        """The squared error, 0.0 to 1.0; None where nothing is to be scored."""
        if self.outcome not in (Outcome.YES, Outcome.NO):
            return None
        return (self.forecast.p - (self.outcome is Outcome.YES)) ** 2


@dataclass(frozen=True, slots=True)
class Tallied:
    """The scores of the forecasts of one author or model that have come true or not, and how many came to nothing.

    `against` scores those that have a climatology to be held against.
    """

    name: str
    scores: Scores | None
    against: Scores | None
    open: int
    void: int
    annulled: int


def assess_dyad(
    workspace: Room, actors: tuple[str, str], horizon: int, opened: dt.date | None = None, *, directed: bool = True
) -> list[Assessment]:
    """Return the base rates of a dyad for the days after `opened` (today), by type; see foresight.assess.

    Raises NoBaseRateError where the record ends long before: what it does not tell of lately is no sign of quiet.
    """
    origin = (opened or workspace.clock().date()) + dt.timedelta(days=1)
    with workspace.looking() as session:
        pair = find_pair(session, workspace, actors)
        check_fresh(session, origin)
        acts = list(foretold.find_acts(session))
    return assess(acts, (pair[0].id, pair[1].id), horizon, origin, directed=directed)


def find_pair(session: Session, workspace: Room, actors: tuple[str, str]) -> tuple[ActorRef, ActorRef]:
    """Return the two actors of a dyad."""
    one, other = (get_actor(session, name, workspace.lexicon) for name in actors)
    return one, other


def check_fresh(session: Session, origin: dt.date) -> None:
    """Raise NoBaseRateError if the record's reports end long before a day."""
    last = foretold.last_day(session)
    if last is None or (origin - last).days > STALE:
        words = say("the last report is of {day}", day=str(last)) if last else say("no report has a date")
        hint = say("the record knows too little of {day}; name an earlier day", day=str(origin))
        raise NoBaseRateError(say("not assessed: {words}, {hint}", words=words, hint=hint))


def make_forecast(workspace: Room, order: Order, author: str) -> Forecast:
    """Enter a forecast in the ledger; without a probability it takes the base rate.

    Raises NoBaseRateError where there is none, ValueError for days out of order or a certainty.
    """
    now = workspace.clock()
    opened = order.opened or now.date()
    resolves_by = order.resolves_by or order.closes + dt.timedelta(days=GRACE)
    rate = find_rate(workspace, order, opened)
    if order.p is None and (rate is None or rate.p is None):
        missing = say("the record tells of no {type}, or too little of this dyad", type=order.type)
        raise NoBaseRateError(
            say(
                "not assessed: {reason}; give a probability of your own",
                reason=(rate.reason if rate else None) or missing,
            )
        )
    with workspace.ruling() as session:
        pair = find_pair(session, workspace, (order.source, order.target))
        target = Target(pair[0].id, pair[1].id, order.directed, order.type, order.mode, order.min_status)
        words = describe_rule(target, (opened, order.closes, resolves_by), (pair[0].name, pair[1].name))
        draft = Forecast(
            uid="",
            at=now.isoformat(),
            author=author,
            text=order.text or ask_words(target, order.closes, (pair[0].name, pair[1].name)),
            target=target,
            opened=opened,
            closes=order.closes,
            resolves_by=resolves_by,
            rule=words,
            p=order.p if order.p is not None else float(rate.p) if rate and rate.p is not None else 0.0,
            model=PERSON if order.p is not None else str(rate.model if rate else ""),
            evidence_cutoff=min(opened, now.date()),
            reference=rate.reference if rate else None,
            supersedes=find_uid(session, order.supersedes) if order.supersedes else None,
            condition=make_condition(session, workspace, order),
        )
        check_forecast(draft)
        return replace(draft, uid=foretold.add_forecast(session, encode_row(draft)))


def find_rate(workspace: Room, order: Order, opened: dt.date) -> Assessment | None:
    """Return the base rate of what a forecast is of; None if there is none to be had."""
    if order.mode is not None or order.min_status is not Status.HAPPENED:
        # Base rates are counted by type, of what took place.
        return None
    try:
        found = assess_dyad(
            workspace, (order.source, order.target), (order.closes - opened).days, opened, directed=order.directed
        )
    except NoBaseRateError:
        if order.p is None:
            raise
        return None
    return next((one for one in found if one.type == order.type), None)


def ask_words(target: Target, closes: dt.date, names: tuple[str, str]) -> str:
    """Return what is asked, in words."""
    kind = target.type if target.mode is None else f"{target.type} ({target.mode})"
    way = f"{names[0]} → {names[1]}" if target.directed else f"{names[0]} and {names[1]}"
    return f"{kind}, {way}, by {closes}?"


def make_condition(session: Session, workspace: Room, order: Order) -> Condition | None:
    """Return the condition of a forecast."""
    if order.condition is None:
        return None
    source, target, kind, mode, wanted = order.condition
    pair = find_pair(session, workspace, (source, target))
    return Condition(Target(pair[0].id, pair[1].id, order.directed, kind, mode, order.min_status), wanted)


def find_uid(session: Session, digits: str) -> str:
    """Return the uid of the forecast that these digits begin; LegationError if there is none, or several."""
    found = [row["uid"] for row in foretold.find_forecasts(session) if row["uid"].startswith(digits)]
    if len(found) != 1:
        what = "several forecasts begin so" if found else "no such forecast"
        raise LegationError(f"{digits}: {what}; see `legation forecast list`")
    return str(found[0])


def encode_row(forecast: Forecast) -> dict[str, Any]:
    """Return a forecast as its row in the ledger."""
    plain = {name: getattr(forecast, name) for name in PLAIN if name != "uid"}
    days = {name: getattr(forecast, name).isoformat() for name in DAYS}
    target = asdict(forecast.target)
    condition = json.dumps(asdict(forecast.condition), sort_keys=True) if forecast.condition else None
    return {**plain, **days, **target, "directed": int(forecast.target.directed), "condition": condition}


def decode_row(row: Mapping[str, Any]) -> Forecast:
    """Return the forecast of a row."""
    values: dict[str, Any] = {name: dt.date.fromisoformat(row[name]) for name in DAYS}
    values |= {name: row[name] for name in PLAIN}
    condition = None
    if row["condition"]:
        held = json.loads(row["condition"])
        condition = Condition(decode_target(held["target"]), held["wanted"])
    return Forecast(**values, target=decode_target(row), condition=condition)


def decode_target(row: Mapping[str, Any]) -> Target:
    """Return the kind of event that a row names."""
    return Target(
        row["source"], row["target"], bool(row["directed"]), row["type"], row["mode"], Status(row["min_status"])
    )


def list_forecasts(workspace: Room) -> list[Standing]:
    """Return the ledger, the first made first, with what has come of each so far."""
    with workspace.looking() as session:
        return stand(session)


def stand(session: Session) -> list[Standing]:
    """Return the ledger of a session."""
    forecasts = [decode_row(row) for row in foretold.find_forecasts(session)]
    resolved = foretold.find_resolutions(session)
    newer = {one.supersedes: one.uid for one in forecasts if one.supersedes}
    return [Standing(one, resolved.get(one.uid), newer.get(one.uid)) for one in forecasts]


def resolve_due(workspace: Room, author: str) -> list[Standing]:
    """Resolve what the record can by now, and keep it; return the forecasts that have newly come to an end."""
    now = workspace.clock()
    with workspace.ruling() as session:
        waiting = [one.forecast for one in stand(session) if one.resolved is None]
        for forecast in waiting:
            verdict = judge(session, forecast, now.date())
            if verdict is not None:
                row = {"at": now.isoformat(), "author": author}
                foretold.add_resolution(session, forecast.uid, (verdict.outcome, verdict.events, verdict.reason), row)
        fresh = {one.uid for one in waiting}
        return [one for one in stand(session) if one.forecast.uid in fresh and one.resolved]


def judge(session: Session, forecast: Forecast, today: dt.date) -> Verdict | None:
    """Return what came of a forecast by the record as it stands; None while that is open."""
    one, other = forecast.target.source, forecast.target.target
    events = view.dyad_events(session, one, other)
    others: tuple[Event, ...] = ()
    if forecast.condition is not None:
        target = forecast.condition.target
        others = tuple(view.dyad_events(session, target.source, target.target))
    return resolve(forecast, events, find_coverage(session, forecast), today, others)


def find_coverage(session: Session, forecast: Forecast) -> Coverage:
    """Return how many reports the record has of the days of a forecast, and of the same number of days before."""
    length, first = forecast.closes - forecast.opened, forecast.opened + dt.timedelta(days=1)
    before = [
        foretold.count_reports(session, first - (back + 1) * length, first - back * length)
        for back in range(USUAL_WINDOWS)
    ]
    held = [count for count in before if count]
    return Coverage(foretold.count_reports(session, first, first + length), sum(held) / len(held) if held else 0.0)


def score_ledger(standings: Iterable[Standing]) -> list[Tallied]:
    """Return the scores of each author's and model's forecasts that none has superseded, the most first; all on top."""
    counted = [one for one in standings if one.superseded_by is None]
    groups: dict[str, list[Standing]] = {"all": counted}
    for one in counted:
        name = one.forecast.author if one.forecast.model == PERSON else one.forecast.model
        groups.setdefault(name, []).append(one)
    return sorted((tally_up(name, some) for name, some in groups.items()), key=lambda one: one.name != "all")


def tally_up(name: str, standings: Sequence[Standing]) -> Tallied:
    """Return the scores of some forecasts."""
    ended = [one for one in standings if one.loss is not None]
    held = [one for one in ended if one.forecast.reference is not None]
    return Tallied(
        name,
        score(*columns(ended)) if ended else None,
        score(*columns(held), np.array([one.forecast.reference for one in held], dtype=float)) if held else None,
        open=sum(one.outcome is None for one in standings),
        void=sum(one.outcome is Outcome.VOID for one in standings),
        annulled=sum(one.outcome is Outcome.ANNULLED for one in standings),
    )


def columns(standings: Sequence[Standing]) -> tuple[Any, Any]:
    """Return probabilities and outcomes as arrays."""
    p = np.array([one.forecast.p for one in standings], dtype=float)
    return p, np.array([one.outcome is Outcome.YES for one in standings], dtype=float)
