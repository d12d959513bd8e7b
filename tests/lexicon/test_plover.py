"""PLOVER's scores lie on their scale, and each CAMEO code converts as its entry says."""

import pytest

from legation.lexicon.load import load_entries
from legation.lexicon.plover import CameoCode, EventType, load_ontology

ONTOLOGY = load_ontology()


@pytest.mark.parametrize("entry", load_entries("plover.yml", EventType), ids=lambda entry: entry.type)
def test_scores_agree_with_the_quadrant(entry: EventType) -> None:
    values = [entry.score, *entry.modes.values()]
    assert all(-10 <= value <= 10 for value in values)
    assert entry.score >= 0 if entry.quad.endswith("Coop") else entry.score <= 0


@pytest.mark.parametrize("entry", load_entries("cameo.yml", CameoCode), ids=lambda entry: entry.example)
def test_an_example_converts_to_the_type(entry: CameoCode) -> None:
    assert ONTOLOGY.convert(entry.example) == (entry.type, entry.mode)
    assert entry.type in {*ONTOLOGY.types, "STATEMENT"}
    assert entry.mode is None or entry.mode in ONTOLOGY.types[entry.type].modes


def test_a_longer_code_goes_before_the_one_it_begins_with() -> None:
    assert ONTOLOGY.convert("0871") == ("RETREAT", "ceasefire")
    assert ONTOLOGY.convert("1999") == ONTOLOGY.convert("19")
    assert ONTOLOGY.convert("99") is None


def test_a_mode_without_a_score_has_that_of_its_type() -> None:
    assert ONTOLOGY.score("CONSULT", "visit") == 4
    assert ONTOLOGY.score("AID", "military") == ONTOLOGY.score("AID", None) == 10
    assert ONTOLOGY.score("STATEMENT", None) is None
