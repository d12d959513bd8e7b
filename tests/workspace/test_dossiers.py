"""Dossiers join what the lexicon knows of an actor with what the record has, and say where they are cut."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from legation.actors.scripts import Script
from legation.workspace.dossiers import actor_dossier, dyad_dossier
from legation.workspace.parties import OneActorError
from legation.workspace.workspace import Workspace
from tests.record.histories import add

TOLD = [
    "PER AID CHL 2026-02-03 happened tents",
    "CHL CONSULT PER 2026-03-09 planned talks",
    "PER ACCUSE KEN 2025-06-01 happened border",
    "CHL AGREE PER - happened treaty",
]


@pytest.fixture
def record(place: str) -> Iterator[Workspace]:
    with Workspace(place) as workspace:
        add(workspace.engine, TOLD)
        yield workspace


def test_an_actor_has_its_names_in_every_script_and_who_held_its_offices(record: Workspace) -> None:
    dossier = actor_dossier(record, "Peru")
    names = dict(dossier.names)
    assert names[Script.LATIN][0] == "Peru"
    assert ("페루" in names[Script.HANGUL], "Перу" in names[Script.CYRILLIC], "秘鲁" in names[Script.HAN]) == (
        True,
    ) * 3
    assert any(tenure.title == "president" and tenure.holder.type == "person" for tenure in dossier.tenures)


def test_an_actor_has_its_partners_and_latest_events(record: Workspace) -> None:
    dossier = actor_dossier(record, "PER")
    assert [(actor.id, tie.events, tie.happened) for actor, tie in dossier.partners] == [("CHL", 3, 2), ("KEN", 1, 1)]
    assert (dossier.events, len(dossier.lines)) == (4, 4)
    assert dossier.months[-1] == (None, 1)


def test_an_actor_that_only_reports_know_has_what_they_tell(record: Workspace) -> None:
    add(record.engine, ["OSO CONSULT KEN 2026-01-05 happened talks"], number=3)
    dossier = actor_dossier(record, "Ana Osorio")
    assert (dossier.names, dossier.tenures) == (((Script.LATIN, ("Ana Osorio",)),), ())


def test_a_dyad_has_its_views(record: Workspace) -> None:
    dossier = dyad_dossier(record, ("Peru", "Chile"))
    assert {view.name: len(view.entries) for view in dossier.views} == {
        "contact": 1,
        "transfer": 1,
        "commitment": 1,
        "statement": 0,
    }
    assert (dossier.events, dossier.is_cut) == (3, False)
    assert "Peru and Chile" in dossier.report.headline


def test_a_cut_dossier_says_so_and_keeps_the_latest(record: Workspace) -> None:
    dossier = dyad_dossier(record, ("Peru", "Chile"), most=1)
    assert (dossier.is_cut, dossier.shown, dossier.events) == (True, 1, 3)
    assert [view.name for view in dossier.views if view.entries] == ["contact"]


@pytest.mark.parametrize(
    ("shown", "events", "deeper"),
    [(100, 101, (300,)), (100, 300, (300,)), (100, 301, (300, 1000)), (300, 2000, (1000,)), (1000, 2000, ())],
)
def test_a_cut_dossier_offers_to_look_deeper(
    record: Workspace, shown: int, events: int, deeper: tuple[int, ...]
) -> None:
    dossier = replace(dyad_dossier(record, ("Peru", "Chile")), shown=shown, events=events)
    assert dossier.deeper == deeper


def test_two_names_of_one_actor_are_no_dyad(record: Workspace) -> None:
    with pytest.raises(OneActorError, match="one actor"):
        dyad_dossier(record, ("Peru", "PER"))
