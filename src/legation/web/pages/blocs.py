"""Blocs: who aligns with whom in a window, how firm that is, and where the conflict runs, with the events behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import Field

from legation.lexicon.saying import words_of
from legation.relations.blocs import Bloc, Bond
from legation.reporting.blocs import FIRM, bonds_inside, conflicts_between, summary_words
from legation.web.asking import Dated
from legation.web.room import Here
from legation.workspace.glancing import glance
from legation.workspace.measuring import Alignment

router = APIRouter()
# Bonds of a bloc, and between blocs, that are shown; the dossier of each two has the rest.
MOST = 12
# Events that stand beside a bond, and states that head a bloc: all of its members stand below.
MOST_EVENTS, MOST_HEADS = 4, 3
# States that can be named.
MOST_NAMED = 40


class Asked(Dated):
    """Blocs asked for: in which period, and among which states (none: all with enough reporting)."""

    actor: list[str] = Field(default_factory=list, max_length=MOST_NAMED)
    among: Annotated[str, Field(max_length=1_000)] = ""

    @property
    def named(self) -> tuple[str, ...]:
        """The states that are named, each once."""
        return tuple(dict.fromkeys(name.strip() for name in self.among.split(",") if name.strip()))[:MOST_NAMED]


@dataclass(frozen=True, slots=True)
class Tie:
    """What is between two states: names, event-days of either sign, the dossier of the two, and the events."""

    one: str
    other: str
    cooperative: int
    conflictual: int
    dossier: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A bloc as a page shows it: members by name, each with how often it is found with the others, and its bonds."""

    members: tuple[tuple[str, str, float], ...]
    stability: float
    is_loose: bool
    ties: tuple[Tie, ...]


@router.get("/blocs", response_class=HTMLResponse)
def blocs(room: Here, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show who aligns with whom."""
    try:
        period, among = asked.period, asked.named
    except ValueError as error:
        return room.refuse(words_of(error))
    if period[0] and period[1] and period[0] >= period[1]:
        return room.refuse(room.tongue("blocs.empty_period"))
    found: Alignment = room.recall(("blocs", period, among), lambda: room.workspace.blocs(period, among))
    groups = [make_group(found, bloc) for bloc in found.blocs.blocs]
    conflicts = make_ties(conflicts_between(found.blocs), found.names)
    ties = [*conflicts, *(tie for group in groups for tie in group.ties)]
    values = {
        "asked": asked,
        "summary": summary_words(found.blocs),
        "blocs": [group for group in groups if len(group.members) > 1],
        "alone": [group.members[0] for group in groups if len(group.members) == 1],
        "conflicts": conflicts,
        "glances": glance(room.workspace, [name for tie in ties for name in tie.events[:MOST_EVENTS]]),
        "most_events": MOST_EVENTS,
        "most_heads": MOST_HEADS,
        "left_out": [(state, found.names.get(state, state)) for state in found.blocs.left_out],
    }
    return room.show("pages/blocs.html", values)


def make_group(found: Alignment, bloc: Bloc) -> Group:
    """Return a bloc as it is shown."""
    members = tuple((member.state, found.names[member.state], member.stability) for member in bloc.members)
    ties = make_ties(bonds_inside(found.blocs, bloc), found.names)
    return Group(members, bloc.stability, bloc.stability < FIRM, ties)


def make_ties(bonds: Iterable[Bond], names: Mapping[str, str]) -> tuple[Tie, ...]:
    """Return the first bonds as they are shown."""
    return tuple(
        Tie(
            names[bond.pair[0]],
            names[bond.pair[1]],
            *bond.days,
            f"/dossier?{urlencode([('actor', state) for state in bond.pair])}",
            tuple(bond.events),
        )
        for bond in list(bonds)[:MOST]
    )
