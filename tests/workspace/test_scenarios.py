"""Models opened by path or name, with the evidence of a record or without."""

from pathlib import Path

import pytest

from legation.errors import BadFile
from legation.judgement.influence import Side
from legation.workspace.scenarios import list_models, open_scenario, parse_states
from legation.workspace.workspace import Workspace

MODEL = """\
title: A tie
as_of: 2026-01-01
by: test
nodes:
  tie:
    ask: What the tie is
    states: [expedience, alliance]
    p: [.5, .5]
    why: even
    soft_evidence_from: {question: expedience-or-alliance}
  aid: {ask: Does aid come, states: [no, yes], parents: [tie], p: [[.8, .2], [.3, .7]], why: a guess}
queries:
  - {ask: aid, given: {tie: alliance}}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "tie.yml"
    path.write_text(MODEL, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", list_models())
def test_the_models_of_the_lexicon_keep_every_rule(name: str) -> None:
    scenario = open_scenario(name)
    found = scenario.contrasts(draws=200)
    assert len(found) == len(scenario.model.queries) >= 4
    assert all(row.why and row.by for node in scenario.model.nodes for row in node.rows)


def test_the_worked_model_has_its_twelve_nodes() -> None:
    names = {node.name for node in open_scenario("russia-north-korea").model.nodes}
    assert names == {
        *("war", "munitions_need", "western_repair", "relation", "china", "sanctions", "technology_willingness"),
        *("transfer", "wmd_capability", "trilateral", "policy", "threat"),
    }


def test_evidence_comes_in_as_a_likelihood(file: Path, place: str) -> None:
    with Workspace(place) as record:
        told = record.scenario(file, from_question=True)
        plain = record.scenario(file)
    assert plain.soft == {}
    low, high = told.soft["tie"]
    assert max(low, high) <= 1
    assert told.levels()["tie"][1] == pytest.approx(high / (low + high)), "the prior is even: only the ratio counts"


def test_a_state_must_stand_for_a_hypothesis_of_the_question(file: Path, place: str) -> None:
    file.write_text(MODEL.replace("expedience,", "expedient,"), encoding="utf-8")
    with Workspace(place) as record, pytest.raises(BadFile, match=r"stands for expedient, no hypothesis .* expedience"):
        record.scenario(file, from_question=True)


def test_cited_events_must_be_there(file: Path, place: str) -> None:
    file.write_text(MODEL.replace("why: a guess", "events: 3fa9c1d2e0ab.e7"), encoding="utf-8")
    with Workspace(place) as record, pytest.raises(BadFile, match=r"tie\.yml:11: the record has no event 3fa9c1d2e0ab"):
        record.scenario(file)


def test_questions_of_ones_own(file: Path) -> None:
    scenario = open_scenario(file)
    query = scenario.ask(Side(do={"tie": "alliance"}), {"tie": "expedience"}, ["aid=yes"])[0]
    assert scenario.contrasts([query], draws=100)[0].difference == pytest.approx(0.5)
    with pytest.raises(ValueError, match="tie=friend: no state"):
        scenario.ask(Side(do={"tie": "alliance"}), {"tie": "friend"})


def test_states_on_the_command_line() -> None:
    assert parse_states(["war=settled", "need = low"]) == {"war": "settled", "need": "low"}
    with pytest.raises(ValueError, match="write NODE=STATE"):
        parse_states(["war"])
    with pytest.raises(ValueError, match="war is given twice"):
        parse_states(["war=a", "war=b"])


def test_unknown_models_are_named_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no model of the lexicons; these have grain-corridor"):
        open_scenario(tmp_path / "none.yml")
