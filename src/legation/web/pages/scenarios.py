"""Scenarios: conditions picked (seen, or set from outside), contrasts between two sides, what matters, the graph."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from markupsafe import Markup
from pydantic import BaseModel, Field

from legation.judgement.contrasts import Contrast, Swing
from legation.judgement.influence import Query as Wish
from legation.judgement.influence import Side
from legation.lexicon.placed import read_text
from legation.lexicon.saying import say, words_of
from legation.record.decision import Anchor, Kind
from legation.record.judgements import judgement_state
from legation.reporting.scenarios import (
    ask_words,
    basis_words,
    difference_words,
    level_words,
    points_words,
    questions_of,
    row_words,
    side_words,
    signed,
    state_words,
)
from legation.web.room import Here, Room
from legation.workspace.noting import list_notes
from legation.workspace.scenarios import Scenario, find_model, list_models, open_scenario, parse_states, take_evidence

router = APIRouter()
# Redrawn models behind each interval of a page: enough to a point, and quick.
DRAWS = 400
# Entries a tornado shows.
TOP = 10
# The width in which swings are drawn, in pixels.
WIDTH = 320.0


class Asked(BaseModel):
    """A scenario asked for: pairs "node=state" that are seen, set, or make the other side, and what is taken in."""

    given: list[str] = Field(default_factory=list, max_length=40)
    do: list[str] = Field(default_factory=list, max_length=40)
    against: list[str] = Field(default_factory=list, max_length=40)
    evidence: bool = False
    matter: int = Field(0, ge=0, le=100)

    def side(self) -> Side:
        """Return the side that is picked; ValueError for what is no pair, or names a node twice."""
        return Side(parse_states(told(self.given)), parse_states(told(self.do)))


def told(pairs: Sequence[str]) -> list[str]:
    """Return the pairs that a form says something by."""
    return [pair for pair in pairs if pair.strip()]


@dataclass(frozen=True, slots=True)
class Shown:
    """A contrast in words."""

    ask: str
    first: str
    second: str
    difference: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One entry of a tornado: what it is, what it rests on, the difference with its odds halved and doubled, drawn."""

    entry: str
    basis: str
    low: str
    high: str
    left: float
    width: float
    turns: bool
    events: tuple[str, ...]


@router.get("/scenarios", response_class=HTMLResponse)
def scenarios(room: Here) -> HTMLResponse:
    """List the models that can be asked."""
    found = [(name, open_scenario(name, room.workspace.lexicon).model) for name in list_models(room.workspace.lexicon)]
    return room.show("pages/scenarios.html", {"models": found})


@router.get("/scenarios/{name}", response_class=HTMLResponse)
def scenario(room: Here, name: str, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show a model with the conditions picked."""
    # An address never names a file.
    if name not in list_models(room.workspace.lexicon):
        return room.missing(name)
    try:
        values = recall_run(room, name, asked)
    except ValueError as error:
        return room.refuse(words_of(error))
    notes = list_notes(room.workspace, Anchor(Kind.SCENARIO, name))
    return room.show("pages/scenario.html", {"asked": asked, "name": name, "notes": notes, **values})


def recall_run(room: Room, name: str, asked: Asked) -> dict[str, object]:
    """Return what the page of a scenario shows, kept for the model and, if its evidence is taken in, the record."""
    text = read_text(find_model(name, room.workspace.lexicon))
    key = ("scenario", name, text, tuple(asked.given), tuple(asked.do), tuple(asked.against), asked.matter)
    if not asked.evidence:
        # A model alone says the same of every record.
        return room.memory.keep(key, lambda: run(room, name, asked))
    with room.workspace.looking() as session:
        state = judgement_state(session)
    return room.recall((*key, state), lambda: run(room, name, asked))


def run(room: Room, name: str, asked: Asked) -> dict[str, object]:
    """Return all that the page of a scenario shows. ValueError for what makes no contrast."""
    found = open_scenario(name, room.workspace.lexicon)
    found = take_evidence(room.workspace, found) if asked.evidence else found
    side, against = asked.side(), parse_states(told(asked.against))
    queries = found.ask(side, against or None) if not side.is_empty or against else list(found.model.queries)
    contrasts = found.contrasts(queries, DRAWS)
    chosen = queries[min(asked.matter, len(queries) - 1)] if queries else None
    return {
        "model": found.model,
        "questions": [(node, question, node in found.soft) for node, question in questions_of(found.model).items()],
        "side": side,
        "picked": None if side.is_empty else side_words(side),
        "against": against,
        "contrasts": [show(found, contrast) for contrast in contrasts],
        "queries": [
            say("{ask} – {side}", ask=ask_words(found.model, query), side=side_words(query.side)) for query in queries
        ],
        "bars": bars_of(found, chosen) if chosen else [],
        "matter": matter_words(found, chosen) if chosen else None,
        # Made by our own function, which escapes every word.
        "graph": Markup(found.draw(side)),
        "state_words": state_words,
    }


def show(found: Scenario, contrast: Contrast) -> Shown:
    """Return a contrast in words: both sides, and the difference between them."""
    query, spread = contrast.query, contrast.spread
    first = level_words(contrast.first[contrast.place], spread.first)
    second = level_words(contrast.second[contrast.place], spread.second)
    return Shown(
        ask_words(found.model, query),
        say("{side}: {first}", side=side_words(query.side), first=first),
        say("{side}: {second}", side=side_words(query.against), second=second),
        difference_words(contrast),
    )


def matter_words(found: Scenario, query: Wish) -> str:
    """Return which contrast it is whose entries are looked at."""
    difference = points_words(found.tornado(query).difference)
    sides = say("{side}, rather than {side2}", side=side_words(query.side), side2=side_words(query.against))
    return say("{ask}; {sides}: {difference}", ask=ask_words(found.model, query), sides=sides, difference=difference)


def bars_of(found: Scenario, query: Wish) -> list[Bar]:
    """Return the entries that move a contrast most, drawn on one scale."""
    tornado = found.tornado(query)
    swings = tornado.swings[:TOP]
    ends = [value for swing in swings for value in (swing.low, swing.high)]
    low, high = min(ends, default=0.0), max(ends, default=0.0)
    scale = WIDTH / (high - low) if high > low else 0.0
    return [make_bar(found, swing, (low, scale), turns=swing in tornado.turning) for swing in swings]


def make_bar(found: Scenario, swing: Swing, scale: tuple[float, float], *, turns: bool) -> Bar:
    """Return one entry of a tornado."""
    start, pixels = scale
    left, right = sorted((swing.low, swing.high))
    parents = found.model.node(swing.node).parents
    return Bar(
        entry=say(
            "{row}: {id} {value:g}",
            row=row_words(swing.node, swing.row, parents),
            id=state_words(swing.state),
            value=swing.value,
        ),
        basis=basis_words(swing.row),
        low=signed(swing.low),
        high=signed(swing.high),
        left=(left - start) * pixels,
        width=max((right - left) * pixels, 2.0),
        turns=turns,
        events=swing.row.events,
    )
