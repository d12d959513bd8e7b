"""Searches narrowed by names that users give, and searches kept under a name."""

from collections.abc import Iterator
from typing import Any

import pytest

from legation.errors import LegationError
from legation.record.narrowing import Kind
from legation.workspace.searching import Asked, find_facets, pack, save_search, saved_searches, unpack
from legation.workspace.workspace import Workspace
from tests.builders import make_aid_reading
from tests.record.test_record import keep

ASKED = Asked("tents", kinds=("claim",), actor="Peru", other="CHL", types=("aid",), first="2026-02", last="2026-02")


@pytest.fixture
def workspace(place: str) -> Iterator[Workspace]:
    with Workspace(place) as opened:
        keep(opened.engine, [make_aid_reading(outlet="Rift Post")])
        yield opened


def refs(workspace: Workspace, **fields: Any) -> list[str]:
    return [hit.ref for hit in workspace.search(Asked("tents", **fields))]


def test_each_filter_narrows(workspace: Workspace) -> None:
    assert len(workspace.search(ASKED)) == 1
    claims = {"kinds": ("claim",)}
    assert len(refs(workspace, **claims)) == 1
    for other in (
        {"actor": "Kenya"},
        {"types": ("ASSAULT",)},
        {"statuses": ("planned",)},
        {"first": "2026-03"},
        {"last": "2026-01"},
        {"grades": ("A",)},
    ):
        assert refs(workspace, **claims, **other) == [], other


def test_an_outlet_is_found_by_name(workspace: Workspace) -> None:
    assert len(refs(workspace, kinds=("document",), outlet="Rift Post")) == 1
    with pytest.raises(LegationError, match="no outlet of the register"):
        refs(workspace, outlet="Nobody Knows Daily")


def test_a_search_is_kept_replaced_and_forgotten(workspace: Workspace) -> None:
    for asked in (Asked("tents"), ASKED, None):
        with workspace.ruling() as session:
            save_search(session, "aid", asked, "ana", workspace.clock())
            kept = [unpack(item.body) for item in saved_searches(session)]
        assert kept == ([asked] if asked else [])


def test_packing_leaves_out_what_narrows_nothing() -> None:
    assert pack(Asked("tents")) == {"words": "tents"}


@pytest.mark.parametrize(
    ("words", "refs"),
    [("페루", ["PER"]), ("перу", ["PER"]), ("秘鲁", ["PER"]), ("페루 천막", []), ("가나", [])],
)
def test_actors_are_found_by_their_names_in_other_scripts(workspace: Workspace, words: str, refs: list[str]) -> None:
    found = workspace.search(Asked(words))
    assert [hit.ref for hit in found] == refs
    assert all(hit.match and hit.match.of(hit.snippet).casefold()[:3] == words.casefold()[:3] for hit in found)
    with workspace.looking() as session:
        assert find_facets(session, Asked(words)).kinds.get(Kind.ACTOR, 0) == len(refs)
    assert workspace.search(Asked(words, kinds=("claim",))) == []
