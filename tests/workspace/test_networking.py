"""Networks start from chosen actors, say what they leave out, and count what took place."""

from collections.abc import Iterator

import pytest

from legation.record.network import Window
from legation.workspace.networking import MOST_CHOSEN, draw_network
from legation.workspace.parties import UnknownActorError
from legation.workspace.workspace import Workspace
from tests.record.histories import add

TOLD = [
    "PER AID CHL 2026-02-03 happened tents",
    "CHL CONSULT PER 2026-03-09 planned talks",
    "PER ACCUSE KEN 2025-06-01 happened border",
    "KEN AGREE CHL - happened treaty",
    "OSO CONSULT KEN 2026-01-05 happened talks",
]
ALL = Window()


@pytest.fixture
def record(place: str) -> Iterator[Workspace]:
    with Workspace(place) as workspace:
        add(workspace.engine, TOLD)
        yield workspace


def test_a_chosen_actor_comes_with_its_partners_and_their_ties(record: Workspace) -> None:
    network = draw_network(record, ["Peru"], ALL)
    assert [(node.actor.id, node.is_chosen, node.hidden) for node in network.nodes] == [
        ("PER", True, 0),
        ("KEN", False, None),
        ("CHL", False, None),
    ]
    # Osorio acts for Peru, too: two events with Kenya.
    assert [(tie.one, tie.other, tie.events) for tie in network.ties] == [
        ("KEN", "PER", 2),
        ("CHL", "PER", 2),
        ("CHL", "KEN", 1),
    ]
    assert not network.is_cut


def test_what_is_left_out_is_counted(record: Workspace) -> None:
    network = draw_network(record, ["PER"], ALL, partners=1)
    assert [node.actor.id for node in network.nodes] == ["PER", "KEN"]
    assert network.nodes[0].hidden == 1
    assert network.is_cut


def test_choosing_a_partner_expands_it(record: Workspace) -> None:
    network = draw_network(record, ["PER", "CHL"], ALL, partners=1)
    assert {node.actor.id for node in network.nodes if node.is_chosen} == {"PER", "CHL"}


def test_people_are_shown_on_request(record: Workspace) -> None:
    ids = {node.actor.id for node in draw_network(record, ["KEN"], ALL, people=True).nodes}
    assert "name:ana osorio" in ids
    assert "name:ana osorio" not in {node.actor.id for node in draw_network(record, ["KEN"], ALL).nodes}


def test_a_window_leaves_the_rest_out(record: Workspace) -> None:
    network = draw_network(record, ["PER"], Window("2026-02", "2026-02"))
    assert [(tie.one, tie.other, tie.events, tie.happened) for tie in network.ties] == [("CHL", "PER", 1, 1)]


@pytest.mark.parametrize("names", [[], ["PER"] * (MOST_CHOSEN + 1)])
def test_none_or_too_many_are_refused(record: Workspace, names: list[str]) -> None:
    with pytest.raises(ValueError, match="at most"):
        draw_network(record, names, ALL)


def test_nobody_is_an_unknown_actor(record: Workspace) -> None:
    with pytest.raises(UnknownActorError, match="nobody at all"):
        draw_network(record, ["nobody at all"], ALL)
