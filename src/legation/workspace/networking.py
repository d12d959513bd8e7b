"""Who has to do with whom: chosen actors, those they share most events with, and the ties among all of these."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legation.reading.claim import ActorRef, ActorType
from legation.record import view
from legation.record.network import Tie, Window, find_partners, find_ties_among
from legation.record.session import Session
from legation.workspace.parties import get_actor
from legation.workspace.workspace import Workspace

# Chosen actors, and all that are shown: more can neither be drawn nor read.
MOST_CHOSEN, MOST_SHOWN = 12, 60
# Parties of their own; people, organs and media are counted with their states as well.
WHOLE = frozenset({ActorType.STATE, ActorType.ORGANISATION, ActorType.GROUP})


@dataclass(frozen=True, slots=True)
class Node:
    """An actor of a network: whether it was chosen, and how many of its partners are not shown (None: not asked)."""

    actor: ActorRef
    is_chosen: bool
    hidden: int | None


@dataclass(frozen=True, slots=True)
class Network:
    """Actors and their ties in a window, those of most events first; `is_cut` where a partner had to be left out."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    window: Window

    @property
    def is_cut(self) -> bool:
        """Whether some partner of a chosen actor is not shown."""
        return any(node.hidden for node in self.nodes)


def draw_network(
    workspace: Workspace, names: Sequence[str], window: Window, partners: int = 12, *, people: bool = False
) -> Network:
    """Return chosen actors with up to `partners` partners of each; `people` shows persons and organs too.

    Raises UnknownActorError for a name nobody has, ValueError for none or too many.
    """
    if not 1 <= len(names) <= MOST_CHOSEN:
        raise ValueError(f"a network starts from one actor, and {MOST_CHOSEN} at most")
    with workspace.looking() as session:
        chosen = {actor.id: actor for actor in (get_actor(session, name, workspace.lexicon) for name in names)}
        ranked = {face: rank_partners(session, face, window, people=people) for face in chosen}
        shown = choose_shown(chosen, ranked, partners)
        ties = find_ties_among(session, list(shown), window)
    nodes = tuple(
        Node(actor, face in chosen, len(set(ranked[face]) - set(shown)) if face in chosen else None)
        for face, actor in shown.items()
    )
    return Network(nodes, tuple(sorted(ties, key=lambda tie: (-tie.happened, -tie.events, tie.one, tie.other))), window)


def rank_partners(session: Session, face: str, window: Window, *, people: bool) -> dict[str, ActorRef]:
    """Return the partners of an actor by id, those of most events that took place first."""
    ids = [tie.other if tie.one == face else tie.one for tie in find_partners(session, face, window)]
    known = {actor.id: actor for actor in view.get_actors(session, ids)}
    return {name: known[name] for name in ids if name in known and (people or is_whole(known[name]))}


def is_whole(actor: ActorRef) -> bool:
    """Tell whether an actor is a party of its own, and no description of some of another's ("JPN/senior officials")."""
    return actor.type in WHOLE and "/" not in actor.id


def choose_shown(
    chosen: Mapping[str, ActorRef], ranked: Mapping[str, Mapping[str, ActorRef]], partners: int
) -> dict[str, ActorRef]:
    """Return whom to show: the chosen, then their partners in turns, until there are too many."""
    shown = dict(chosen)
    for turn in range(partners):
        for others in ranked.values():
            for name, actor in list(others.items())[turn : turn + 1]:
                if len(shown) < MOST_SHOWN:
                    shown.setdefault(name, actor)
    return shown
