"""Dossiers: what the lexicon and the record know of an actor, and what passed between two."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.actors.actor import Actor
from legation.actors.registry import Registry, load_registry
from legation.actors.scripts import Script, find_script
from legation.reading.claim import ActorRef
from legation.record import view
from legation.record.latest import Period, count_by_month, count_events, latest_ids
from legation.record.network import Tie, Window, find_partners
from legation.relations.dyad import Options
from legation.relations.series import Unit
from legation.relations.transfers import Total
from legation.reporting.chronology import Line, make_line
from legation.reporting.dyad import DyadReport, report_dyad
from legation.reporting.views import View
from legation.workspace import relations
from legation.workspace.measuring import Wish, measure
from legation.workspace.parties import OneActorError, get_actor, same_actor_words
from legation.workspace.workspace import Workspace

# Events whose reports are loaded for one page: of more the latest are, and the page says so and offers to look deeper.
DEPTHS = (100, 300, 1000)
SHOWN_VIEWS = ("contacts", "transfers", "commitments", "statements")
# Lines and partners that a dossier of an actor shows.
MOST_LINES, MOST_PARTNERS = 25, 20


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office with who held it and over which days (half-open; None where an end is open or not known)."""

    title: str
    holder: ActorRef
    of: ActorRef | None
    start: dt.date | None
    end: dt.date | None


@dataclass(frozen=True, slots=True)
class ActorDossier:
    """What is known of one actor.

    `names` are by script, the usual one first, `tenures` its own offices, or of a state or body who held them, the
    last first. `partners` are with whom it has most events; `months` count its events. `lines` are the latest of
    `events` in all.
    """

    actor: ActorRef
    names: tuple[tuple[Script, tuple[str, ...]], ...]
    tenures: tuple[Tenure, ...]
    parent: ActorRef | None
    members: tuple[ActorRef, ...]
    partners: tuple[tuple[ActorRef, Tie], ...]
    months: tuple[tuple[str | None, int], ...]
    events: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DyadDossier:
    """What passed between two actors: measured, and in views, from the latest `shown` of `events` in all.

    `totals` are the cumulative lower bounds of what was transferred.
    """

    actors: tuple[ActorRef, ActorRef]
    events: int
    shown: int
    report: DyadReport
    totals: tuple[Total, ...]
    views: tuple[View, ...]

    @property
    def events_shown(self) -> tuple[str, ...]:
        """The ids of the events looked at."""
        return tuple(sighting.event.id for sighting in self.report.dyad.sightings)

    @property
    def is_cut(self) -> bool:
        """Whether there are events that are left out."""
        return self.shown < self.events

    @property
    def deeper(self) -> tuple[int, ...]:
        """How many events may be looked at instead: each number tells of more than the one before."""
        below = [depth for depth in DEPTHS if self.shown < depth]
        return tuple(depth for place, depth in enumerate(below) if place == 0 or below[place - 1] < self.events)


def actor_dossier(workspace: Workspace, name: str) -> ActorDossier:
    """Return what is known of an actor; UnknownActorError for a name nobody has."""
    registry = load_registry(workspace.lexicon)
    with workspace.looking() as session:
        actor = get_actor(session, name, workspace.lexicon)
        partners = find_partners(session, actor.id, Window())
        ids = [tie.other if tie.one == actor.id else tie.one for tie in partners[:MOST_PARTNERS]]
        refs = {ref.id: ref for ref in view.get_actors(session, ids)}
        months = count_by_month(session, [actor.id])
        events = view.get_events(session, latest_ids(session, [actor.id], MOST_LINES))
    known = registry.actors.get(actor.id)
    return ActorDossier(
        actor=actor,
        names=tuple(group_names(known.names if known else (actor.name,))),
        tenures=tuple(find_tenures(registry, actor)),
        parent=find_ref(registry, known.parent) if known else None,
        members=tuple(ref for member in (known.members if known else ()) if (ref := find_ref(registry, member))),
        partners=tuple((refs[name], tie) for name, tie in zip(ids, partners, strict=False) if name in refs),
        months=tuple(months),
        events=sum(number for _, number in months),
        lines=tuple(make_line(event) for event in events),
    )


def dyad_dossier(
    workspace: Workspace,
    names: tuple[str, str],
    period: Period = (None, None),
    unit: Unit = "month",
    most: int = DEPTHS[0],
) -> DyadDossier:
    """Return what passed between two actors; `period` is half-open. UnknownActorError for a name nobody has.

    Of more than `most` events the latest are looked at, and measures begin with them.
    """
    with workspace.looking() as session:
        actors = tuple(get_actor(session, name, workspace.lexicon) for name in names)
        if actors[0].id == actors[1].id:
            raise OneActorError(same_actor_words(names, actors[0]))
        faces = [actor.id for actor in actors]
        total = count_events(session, faces, period)
        events = sorted(view.get_events(session, latest_ids(session, faces, most, period)), key=view.day_order)
        scope = relations.Scope(actors, tuple(events), {}, workspace.lexicon)
        start = next((event.first_day for event in events if event.first_day), None) if total > most else period[0]
        today = dt.date.fromisoformat(workspace.moment[:10]) if workspace.moment else workspace.clock().date()
        dyad = measure(session, scope, Wish((start, period[1]), unit, Options(), today))
    views = tuple(relations.VIEWS[name](scope) for name in SHOWN_VIEWS)
    return DyadDossier(
        actors=(actors[0], actors[1]),
        events=total,
        shown=len(events),
        report=report_dyad(dyad),
        totals=tuple(relations.transfer_totals(scope)),
        views=views,
    )


def group_names(names: Sequence[str]) -> Iterator[tuple[Script, tuple[str, ...]]]:
    """Yield names by the script they are in, in the order of first appearance."""
    found: dict[Script, list[str]] = defaultdict(list)
    for name in names:
        found[find_script(name)].append(name)
    for script, group in found.items():
        yield script, tuple(group)


def find_tenures(registry: Registry, actor: ActorRef) -> list[Tenure]:
    """Return the offices an actor held, or who held those of a state or body, the last taken up first."""
    known = registry.actors.get(actor.id)
    own = [Tenure(o.title, actor, find_ref(registry, o.of), o.start, o.end) for o in (known.offices if known else ())]
    held = [
        Tenure(office.title, registry.actors[holder].ref(), None, office.start, office.end)
        for office, holder in registry.held.get(actor.id, ())
    ]
    return sorted(own + held, key=lambda item: (item.start or dt.date.min, item.title), reverse=True)


def find_ref(registry: Registry, name: str | None) -> ActorRef | None:
    """Return the short form of an actor of the lexicon."""
    known: Actor | None = registry.actors.get(name or "")
    return known.ref() if known else None
