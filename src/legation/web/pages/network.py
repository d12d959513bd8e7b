"""Networks: who has to do with whom in a window, as a picture, as a table and as data; expanded on request."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, JSONResponse, Response
from markupsafe import Markup
from pydantic import Field, field_validator

from legation.record.network import Tie, Window
from legation.reporting.netplot import Dot, Ink, Link, draw_network
from legation.web.asking import Dated
from legation.web.room import Here, Room
from legation.workspace.networking import MOST_CHOSEN, Network
from legation.workspace.networking import draw_network as find_network

router = APIRouter()
# Colours of a picture that leaves the page.
FILE_INK = Ink("#1e2326", "#ffffff")
# How many partners of each actor can be asked for.
STEPS = (6, 12, 25, 50)


class Asked(Dated):
    """A network asked for: chosen actors, a window, how many partners of each, and whether people are shown."""

    actor: list[str] = Field(default_factory=list, max_length=MOST_CHOSEN)
    partners: int = 12
    people: bool = False

    @field_validator("partners")
    @classmethod
    def check_partners(cls, value: int) -> int:
        """Refuse what is no step."""
        if value not in STEPS:
            raise ValueError(f"choose {', '.join(map(str, STEPS))}")
        return value

    @property
    def window(self) -> Window:
        """The months that are meant; days are taken to their months."""
        first, after = self.period
        last = after - dt.timedelta(days=1) if after else None
        return Window(first.isoformat()[:7] if first else None, last.isoformat()[:7] if last else None)

    def query(self, actors: tuple[str, ...]) -> str:
        """Return this with other actors as the query of an address."""
        pairs: list[tuple[str, object]] = [("actor", name) for name in actors]
        pairs += [(name, value) for name, value in (("from", self.first), ("to", self.last)) if value]
        pairs += [("partners", self.partners)] if self.partners != 12 else []
        pairs += [("people", 1)] if self.people else []
        return f"?{urlencode(pairs)}"


@dataclass(frozen=True, slots=True)
class Row:
    """A tie as the table has it: two names, their ids, and the counts."""

    one: str
    other: str
    tie: Tie


@router.get("/network", response_class=HTMLResponse)
def network(room: Here, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show a network, or where to begin."""
    if not asked.actors:
        return room.show("pages/network_start.html", {"asked": asked, "busiest": room.busiest()})
    found = find(room, asked)
    names = {node.actor.id: node.actor.name for node in found.nodes}
    chosen = tuple(node.actor.id for node in found.nodes if node.is_chosen)
    values = {
        "asked": asked,
        "found": found,
        "chosen": [
            (node, asked.query(tuple(name for name in chosen if name != node.actor.id)))
            for node in found.nodes
            if node.is_chosen
        ],
        "others": [(node, asked.query((*chosen, node.actor.id))) for node in found.nodes if not node.is_chosen],
        "can_expand": len(chosen) < MOST_CHOSEN,
        "rows": [Row(names[tie.one], names[tie.other], tie) for tie in found.ties],
        # Made by our own function, which escapes every name.
        "plot": Markup(picture(room, found, Ink())),
        "here": asked.query(chosen),
        "steps": STEPS,
    }
    return room.show("pages/network.html", values)


@router.get("/network.svg")
def network_file(room: Here, asked: Annotated[Asked, Query()]) -> Response:
    """Return the picture of a network as a file."""
    if not asked.actors:
        return room.refuse(room.tongue("scope.nobody"))
    drawn = picture(room, find(room, asked), FILE_INK)
    headers = {"Content-Disposition": 'attachment; filename="network.svg"'}
    return Response(drawn, media_type="image/svg+xml", headers=headers)


@router.get("/network.json")
def network_data(room: Here, asked: Annotated[Asked, Query()]) -> Response:
    """Return a network as nodes and ties, for the drawing that moves."""
    if not asked.actors:
        return room.refuse(room.tongue("scope.nobody"))
    found = find(room, asked)
    chosen = tuple(node.actor.id for node in found.nodes if node.is_chosen)
    nodes = [
        {
            "id": node.actor.id,
            "name": room.tongue.tell(node.actor.name),
            "chosen": node.is_chosen,
            "expand": None if node.is_chosen else room.base.carry(f"/network{asked.query((*chosen, node.actor.id))}"),
        }
        for node in found.nodes
    ]
    ties = [{"one": tie.one, "other": tie.other, "events": tie.events, "happened": tie.happened} for tie in found.ties]
    return JSONResponse({"nodes": nodes, "ties": ties, "cut": found.is_cut})


def find(room: Room, asked: Asked) -> Network:
    """Return the network that is asked for."""
    key = ("network", asked.actors, asked.window, asked.partners, asked.people)
    return room.recall(
        key,
        lambda: find_network(room.workspace, asked.actors, asked.window, asked.partners, people=asked.people),
    )


def picture(room: Room, found: Network, ink: Ink) -> str:
    """Return a network as one SVG, its words in the language of the interface."""
    t = room.tongue
    names = {node.actor.id: t.tell(node.actor.name) for node in found.nodes}
    dots = [Dot(node.actor.id, names[node.actor.id], node.is_chosen) for node in found.nodes]
    links = [
        Link(
            tie.one,
            tie.other,
            tie.events,
            t("network.tie", one=names[tie.one], other=names[tie.other], events=tie.events, happened=tie.happened),
        )
        for tie in found.ties
    ]
    title = t("network.picture", nodes=len(dots), ties=len(links))
    return draw_network(title, dots, links, ink)
