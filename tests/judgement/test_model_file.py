"""Bad models get one clear line with file, line number and mend; row order is irrelevant."""

import pytest

from legation.errors import BadFile
from legation.judgement.inference import marginals
from legation.judgement.influence import Model, Side
from legation.judgement.model_file import check_cited, cited_events, parse_model
from legation.lexicon.placed import parse_placed

GOOD = """\
title: Who supplies the port
as_of: 2026-03-01
by: analyst-1
nodes:
  drought: {ask: How dry, states: [wet, dry], p: [.7, .3], why: seven of the last ten were wet}
  convoy:
    ask: Do convoys run
    states: [no, yes]
    parents: [drought]
    rows:
      - {given: {drought: wet}, p: [.8, .2], why: the road floods}
      - {given: {drought: dry}, p: [.3, .7], events: [3fa9c1d2e0ab.e7], ess: 8}
  stock:
    ask: Is the port full
    states: [low, high]
    parents: [drought, convoy]
    p: [[.5, .5], [.2, .8], [.9, .1], [.4, .6]]
    why: storekeepers' rule of thumb
queries:
  - {ask: stock, given: {drought: dry}, against: {drought: wet}}
  - {ask: stock, state: low, do: {convoy: yes}}
"""


def read(text: str) -> Model:
    return parse_model(parse_placed(text, "m.yml"))


def test_a_good_model_is_read() -> None:
    model = read(GOOD)
    convoy = model.node("convoy").rows
    assert [(row.given, row.p, row.ess) for row in convoy] == [(("wet",), (0.8, 0.2), 20), (("dry",), (0.3, 0.7), 8)]
    assert model.node("stock").rows[1].given == ("wet", "yes")
    assert {(row.by, row.why) for row in model.node("stock").rows} == {("analyst-1", "storekeepers' rule of thumb")}
    first, second = model.queries
    assert (first.state, first.against) == ("high", Side(given={"drought": "wet"}))
    assert second.against.is_empty
    assert model.entries == 2 + 4 + 8


def test_the_order_of_rows_and_nodes_is_irrelevant() -> None:
    lines = GOOD.splitlines(keepends=True)
    swapped = "".join([*lines[:10], lines[11], lines[10], *lines[12:]])
    assert read(swapped).node("convoy").rows[0].p == read(GOOD).node("convoy").rows[0].p
    moved = "".join([*lines[:4], *lines[5:12], lines[4], *lines[12:]])
    for name, values in marginals(read(GOOD)).items():
        assert marginals(read(swapped))[name] == pytest.approx(values, abs=1e-12)
        assert marginals(read(moved))[name] == pytest.approx(values, abs=1e-12)


LAST_ROW = "      - {given: {drought: dry}, p: [.3, .7], events: [3fa9c1d2e0ab.e7], ess: 8}\n"
SOFT = "ask: Is it\n    soft_evidence_from: {question: q, states: {full: h}}"
CHANGES = [
    ("p: [.7, .3]", "p: [.7, .4]", "5: drought: the only row sums to 1.1, not to 1: take 0.1 away"),
    ("p: [.8, .2]", "p: [.7, .2]", "11: convoy: drought=wet sums to 0.9, not to 1: add 0.1"),
    ("p: [.8, .2]", "p: [1.2, -.2]", "11: convoy: drought=wet holds 1.2: probabilities lie from 0 to 1"),
    ("p: [.8, .2]", "p: [.8, .1, .1]", "11: convoy: drought=wet has 3 entries for 2 states (no, yes)"),
    ("[.2, .8], ", "", "17: stock has 3 rows, its parents' states make 4: drought=wet, convoy=no first"),
    ("[.2, .8], ", "[.2, true], ", "17: stock: drought=wet, convoy=yes must be a list of 2 numbers"),
    ("parents: [drought]", "parents: [draught]", "9: convoy: there is no node draught; did you mean drought?"),
    ("parents: [drought]", "parents: [drought, drought]", "9: convoy has the parent drought twice: take one out"),
    ("parents: [drought]", "parents: [stock]", "9: convoy → stock → convoy is a circle: take one of its arrows out"),
    ("parents: [drought]", "parents: [a, b, c, d]", "9: convoy has 4 parents, at most 3 can be judged"),
    ("states: [no, yes]", "states: [a, b, c, d, e]", "8: convoy has 5 states: give two to 4"),
    ("states: [no, yes]", "states: [no, no]", "8: convoy has the state no twice: rename one"),
    (", why: the road floods", "", "11: convoy: drought=wet cites no event and no named judgement: add why"),
    ("by: analyst-1\n", "", "4: drought: the only row cites no event and no named judgement: add by"),
    ("3fa9c1d2e0ab.e7", "the meeting", "12: convoy: drought=dry cites the meeting, which is no event"),
    ("given: {drought: wet}, p", "given: {drought: damp}, p", "11: drought has no state damp; there are wet, dry"),
    ("given: {drought: wet}, p", "given: {}, p", "11: drought is a parent the row leaves out, of convoy"),
    ("given: {drought: wet}, p", "given: {drought: dry}, p", "12: convoy has a row for drought=dry already (line 11)"),
    (LAST_ROW, "", "10: convoy has no row for drought=dry: add it"),
    ("ess: 8", "ess: 0", "12: nodes.convoy.rows.1.ess: input should be greater than 0, not '0'"),
    ("ask: Do convoys run", "aks: Do convoys run", "6: nodes.convoy.ask is missing: add it"),
    ("as_of: 2026-03-01", "as_of: lately", "2: as_of: string should match pattern"),
    ("{ask: stock, given", "{ask: stocks, given", "20: there is no node stocks; did you mean stock?"),
    ("state: low", "state: lo", "21: stock has no state lo; did you mean low?"),
    ("do: {convoy: yes}", "do: {convoy: maybe}", "21: convoy has no state maybe; there are no, yes"),
    ("do: {convoy: yes}", "do: {stock: low}", "21: stock is asked for and fixed at once: ask for another node"),
    ("do: {convoy: yes}", "do: {convoy: yes}, given: {convoy: no}", "21: convoy cannot be both seen (given) and set"),
    ("against: {drought: wet}", "against: {convoy: no}", "20: convoy stands in against alone: name its state"),
    ("against: {drought: wet}", "against: {drought: dry}", "20: stock: both sides are the same: change a state"),
    ("given: {drought: dry}, against: {drought: wet}", "state: low", "20: stock: nothing is seen or done: say what"),
    ("ask: Is the port full", SOFT, "15: stock has no state full"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), CHANGES, ids=[message[:60] for _, _, message in CHANGES])
def test_bad_models_get_line_and_mend(old: str, new: str, message: str) -> None:
    assert GOOD.count(old) >= 1
    with pytest.raises(BadFile) as caught:
        read(GOOD.replace(old, new, 1))
    assert str(caught.value).startswith(f"m.yml:{message}")
    assert "\n" not in str(caught.value)


def test_one_question_speaks_to_one_node_only() -> None:
    text = GOOD.replace("    ask: Do convoys run", "    ask: Do convoys run\n    soft_evidence_from: supply")
    text = text.replace("    ask: Is the port full", "    ask: Is the port full\n    soft_evidence_from: supply")
    with pytest.raises(BadFile, match=r"m\.yml:16: the question supply already speaks to convoy: .* counts once"):
        read(text)


def test_cited_events_must_be_in_the_record() -> None:
    model = read(GOOD)
    assert cited_events(model) == {"3fa9c1d2e0ab.e7": 12}
    check_cited(model, "m.yml", ["3fa9c1d2e0ab.e7"])
    with pytest.raises(BadFile, match=r"m\.yml:12: the record has no event 3fa9c1d2e0ab\.e7"):
        check_cited(model, "m.yml", [])
