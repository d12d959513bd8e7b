"""Dossiers: an actor with names, offices and partners; a dyad measured, plotted and told view by view."""

from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from markupsafe import Markup
from pydantic import Field

from legation.record.decision import Anchor, Kind
from legation.relations.transfers import Total
from legation.reporting.dyad import backing_words, break_words, family_words, level_words
from legation.reporting.plots import Tell, draw_dyad, tabulate_dyad
from legation.reporting.steps import draw_steps, step_words
from legation.reporting.views import Entry, View, total_words
from legation.web.asking import Dated
from legation.web.room import Here, Room
from legation.workspace.dossiers import DEPTHS, DyadDossier, actor_dossier, dyad_dossier
from legation.workspace.glancing import glance
from legation.workspace.noting import list_notes

router = APIRouter()
Unit = Literal["month", "week"]
# Entries of a view that stand open; the rest is folded.
OPEN = 12


class Asked(Dated):
    """A dossier asked for: one actor, or two.

    Of two, in which units of time they are measured, which family, and how many of the latest events are looked at.
    """

    unit: Unit = "month"
    most: int = Field(DEPTHS[0], ge=DEPTHS[0], le=DEPTHS[-1])
    family: str | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """A cumulative lower bound in words, drawn if it grew on days that are known, with the events of each step."""

    words: str
    plot: Markup | None
    steps: tuple[tuple[str, tuple[str, ...]], ...]


@router.get("/dossier", response_class=HTMLResponse)
def dossier(room: Here, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show the dossier of one actor or of two, or where to begin."""
    if not asked.actors:
        return room.show("pages/dossiers.html", {"asked": asked, "busiest": room.busiest()})
    if len(asked.actors) == 1:
        found = room.recall(("actor", asked.actors), lambda: actor_dossier(room.workspace, asked.actors[0]))
        notes = list_notes(room.workspace, Anchor(Kind.ACTOR, found.actor.id))
        return room.show("pages/actor.html", {"asked": asked, "found": found, "notes": notes})
    return show_dyad(room, asked)


def show_dyad(room: Room, asked: Asked) -> HTMLResponse:
    """Answer with the dossier of two actors."""
    names, period = (asked.actors[0], asked.actors[1]), asked.period
    key = ("dyad", names, period, asked.unit, asked.most)
    found = room.recall(key, lambda: dyad_dossier(room.workspace, names, period, asked.unit, asked.most))
    report, ids = found.report, [actor.id for actor in found.actors]
    family = asked.family if asked.family in {row.name for row in report.families} else None
    drawn = room.recall((*key, "drawn", family, room.tongue.code), lambda: draw(found, family, room.tongue.tell))
    values = {
        "asked": asked,
        "found": found,
        "report": report,
        "levels": [(track.kind, level_words(track, report.dyad)) for track in (report.balance, report.intensity)],
        "backing": backing_words(report.balance.backing, report.dyad),
        "backing_events": report.balance.backing.events,
        "families": [(row, family_words(row, report.dyad)) for row in report.families],
        "breaks": [(item, break_words(item, report.dyad)) for item in report.breaks],
        "family": family,
        "views": [(view, sections_of(view)) for view in found.views],
        "open": OPEN,
        "notes": list_notes(room.workspace, Anchor(Kind.DYAD, "/".join(sorted(ids)))),
        "pair": urlencode([("actor", name) for name in ids]),
        "glances": room.recall((*key, "glances"), lambda: glance(room.workspace, found.events_shown)),
        **drawn,
    }
    return room.show("pages/dyad.html", values)


def sections_of(view: View) -> list[tuple[str, list[Entry]]]:
    """Return the entries of a view under their headings, in order of first appearance."""
    sections: dict[str, list[Entry]] = {}
    for entry in view.entries:
        sections.setdefault(entry.heading, []).append(entry)
    return list(sections.items())


def draw(found: DyadDossier, family: str | None, tell: Tell) -> dict[str, object]:
    """Return the plots of a dyad with their tables: made once, for they take their time."""
    dyad = found.report.dyad
    measured = found.report.balance.level is not None
    heads, rows = tabulate_dyad(dyad, family) if measured else ((), [])
    # Made by our own functions, which escape every word of a report.
    plot = Markup(draw_dyad(dyad, family, tell=tell)) if measured else None
    return {"plot": plot, "heads": heads, "rows": rows, "bounds": [make_bound(total, tell) for total in found.totals]}


def make_bound(total: Total, tell: Tell) -> Bound:
    """Return a cumulative lower bound as it is shown."""
    plot = draw_steps(total, tell)
    steps = (*total.steps, total.undated) if total.undated else total.steps
    return Bound(
        total_words(total), Markup(plot) if plot else None, tuple((step_words(step), step.events) for step in steps)
    )
