"""Forecasts: the ledger with what came of each, scores with the calibration plot, base rates, and new ones."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup
from pydantic import Field

from legation.errors import LegationError
from legation.judgement.scores import Bin
from legation.lexicon.saying import words_of
from legation.record.decision import Kind
from legation.reporting.calibration_plot import draw_calibration
from legation.reporting.forecasts import OUTCOMES, chance_words, condition_words, rate_words, scores_words
from legation.reporting.words import TYPES, type_words
from legation.web.asking import Named
from legation.web.room import Here, Room
from legation.workspace.forecasting import (
    PERSON,
    NoBaseRateError,
    Order,
    Standing,
    Tallied,
    assess_dyad,
    make_forecast,
    resolve_due,
    score_ledger,
)
from legation.workspace.noting import notes_by_item
from legation.workspace.parties import get_actor

router = APIRouter()
# Forecasts shown of the ledger, the newest first.
MOST = 200


class Rates(Named):
    """Base rates asked for: of whom towards whom, over how many days from which day on."""

    within: int = Field(30, ge=1, le=3_650)
    opened: str = Field("", max_length=10)
    mutual: bool = False

    @property
    def day(self) -> dt.date | None:
        """The day they are of; None for today. ValueError for what is no day."""
        return dt.date.fromisoformat(self.opened) if self.opened.strip() else None


class Given(Rates):
    """A forecast as the form gives it: `percent` is a probability of one's own, empty for the base rate."""

    type: str = Field(max_length=20)
    percent: str = Field("", max_length=6)
    text: str = Field("", max_length=500)


@dataclass(frozen=True, slots=True)
class Entry:
    """A forecast of the ledger in words."""

    standing: Standing
    chance: str
    who: str
    condition: str | None
    outcome: str | None
    events: tuple[str, ...]
    reason: str | None


@router.get("/forecasts", response_class=HTMLResponse)
def forecasts(room: Here) -> HTMLResponse:
    """Show the ledger and its scores."""
    return show_ledger(room)


def show_ledger(room: Room, fault: str | None = None) -> HTMLResponse:
    """Answer with the ledger; `fault` says why the last forecast was not kept."""
    standings = room.workspace.forecasts()
    tallies = score_ledger(standings) if standings else []
    whole = tallies[0] if tallies else None
    # Made by our own function, which escapes its title.
    plot = Markup(draw_calibration(whole.scores, room.tongue("forecasts.plot"))) if whole and whole.scores else None
    values = {
        "entries": [make_entry(one) for one in reversed(standings[-MOST:])],
        "is_cut": len(standings) > MOST,
        "open": sum(one.outcome is None and one.superseded_by is None for one in standings),
        "tallies": [(tally, lines_of(tally)) for tally in tallies],
        "plot": plot,
        "bins": bins_of(whole),
        "types": [(name, words) for name, words in TYPES.items() if name != "OTHER"],
        "notes": notes_by_item(room.workspace, Kind.FORECAST),
        "fault": fault,
    }
    return room.show("pages/forecasts.html", values, 422 if fault else 200)


def make_entry(standing: Standing) -> Entry:
    """Return a forecast in words."""
    made, resolved = standing.forecast, standing.resolved
    return Entry(
        standing,
        chance_words(made.p),
        made.author if made.model == PERSON else f"{made.model} ({made.author})",
        condition_words(made),
        OUTCOMES[standing.outcome] if standing.outcome else None,
        tuple(resolved.events) if resolved else (),
        resolved.reason if resolved else None,
    )


def lines_of(tally: Tallied) -> list[str]:
    """Return the scores of some forecasts in words; none where none has ended."""
    return scores_words(tally.scores, tally.against) if tally.scores else []


def bins_of(tally: Tallied | None) -> Sequence[Bin]:
    """Return what the plot is drawn from."""
    return [one for one in tally.scores.bins if one.count] if tally and tally.scores else []


@router.get("/forecasts/rates", response_class=HTMLResponse)
def rates(room: Here, asked: Annotated[Rates, Query()]) -> HTMLResponse:
    """Show how likely each type of event is by the base rate, or that it is not assessed."""
    if len(asked.actors) != 2:
        return room.refuse(room.tongue("forecasts.two"))
    try:
        found = assess_dyad(
            room.workspace, (asked.actors[0], asked.actors[1]), asked.within, asked.day, directed=not asked.mutual
        )
    except NoBaseRateError as error:
        return show_rates(room, asked, (), words_of(error))
    except ValueError as error:
        return room.refuse(words_of(error))
    return show_rates(room, asked, [(type_words(one.type, None), rate_words(one)) for one in found], None)


def show_rates(room: Room, asked: Rates, told: Sequence[tuple[str, str]], why: str | None) -> HTMLResponse:
    """Answer with base rates in words, or with why there are none."""
    with room.workspace.looking() as session:
        names = [get_actor(session, name, room.workspace.lexicon).name for name in asked.actors]
    return room.show("pages/rates.html", {"asked": asked, "names": names, "rates": told, "why": why})


@router.post("/forecasts", response_class=HTMLResponse)
def enter(room: Here, given: Annotated[Given, Form()]) -> Response:
    """Enter a forecast in the ledger."""
    try:
        make_forecast(room.workspace, make_order(room, given), room.author)
    except (ValueError, LegationError) as error:
        return show_ledger(room, str(error))
    return room.go("/forecasts")


def make_order(room: Room, given: Given) -> Order:
    """Return what a form orders. ValueError for what is no number, no type or not two actors."""
    if len(given.actors) != 2:
        raise ValueError(room.tongue("forecasts.two"))
    if given.type not in TYPES:
        raise ValueError(f"{given.type}: no event type")
    opened = given.day or room.workspace.clock().date()
    percent = float(given.percent) if given.percent.strip() else None
    return Order(
        given.actors[0],
        given.actors[1],
        given.type,
        None,
        opened,
        opened + dt.timedelta(days=given.within),
        directed=not given.mutual,
        p=percent / 100 if percent is not None else None,
        text=given.text.strip() or None,
    )


@router.post("/forecasts/resolve", response_class=HTMLResponse)
def resolve(room: Here) -> Response:
    """Resolve what the record can by now."""
    resolve_due(room.workspace, room.author)
    return room.go("/forecasts")
