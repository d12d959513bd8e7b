"""Models are drawn with causes above effects, nothing overlapping, and no more crossings than they need."""

from itertools import combinations
from xml.etree import ElementTree

import pytest

from legation.judgement.inference import marginals
from legation.judgement.influence import Model, Side, arcs
from legation.reporting.influence_graph import WIDTH, draw_model, height_of, lay_out
from tests.judgement.models import random_model, textbook

MODELS = [textbook("asia"), textbook("alarm"), random_model(1, 12), random_model(5, 9)]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.title)
def test_causes_stand_above_effects_and_nothing_overlaps(model: Model) -> None:
    layout = lay_out(model)
    for cause, effect in arcs(model):
        assert layout.corners[cause][1] + height_of(model.node(cause)) < layout.corners[effect][1]
    for one, other in combinations(model.nodes, 2):
        (x, y), (to_x, to_y) = layout.corners[one.name], layout.corners[other.name]
        assert y != to_y or abs(x - to_x) >= WIDTH
    assert all(x >= 0 and x + WIDTH <= layout.width for x, _ in layout.corners.values())


def test_every_arrow_begins_and_ends_at_its_nodes() -> None:
    model = textbook("asia")
    layout = lay_out(model)
    for (cause, effect), points in layout.arrows.items():
        assert points[0][0] == pytest.approx(layout.corners[cause][0] + WIDTH / 2)
        assert points[-1][0] == pytest.approx(layout.corners[effect][0] + WIDTH / 2)


def test_the_picture_is_well_formed_escaped_and_without_styles() -> None:
    model = random_model(2, 3)
    strange = Model('<&"> "quoted"', model.as_of, model.nodes)
    picture = draw_model(strange, marginals(model))
    root = ElementTree.fromstring(picture)
    assert root.findtext("{http://www.w3.org/2000/svg}title") == '<&"> "quoted"'
    assert "style" not in picture
    assert "<script" not in picture


def test_what_is_seen_and_set_is_marked_and_arrows_are_cut() -> None:
    model = textbook("asia")
    side = Side(given={"xray": "yes"}, do={"lung": "yes"})
    picture = draw_model(model, marginals(model, side), side)
    assert "xray (seen)" in picture
    assert "lung (set)" in picture
    assert picture.count("stroke-dasharray") == 1, "of the one arrow into lung"
