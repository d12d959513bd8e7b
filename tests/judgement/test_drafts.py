"""Drafts against ICD 203: each rule catches what it is for, and leaves alone what it is not."""

import pytest

from legation.judgement.drafts import Rule, lint
from legation.lexicon.estimates import EstimateEntry, load_estimates

ENTRIES = load_estimates()
CASES = [
    # a draft, the rules it breaks
    ("It is likely that Lima signs.", []),
    ("It is likely, with high confidence, that Lima signs.", [Rule.MIXED]),
    ("We have high confidence that the treaty is very unlikely to hold.", [Rule.MIXED]),
    ("Lima is likely to sign. We have high confidence in this judgement.", []),
    ("There is a 70 % chance that Lima signs.", [Rule.NUMBER]),
    ("The odds of a treaty are 3 in 4.", [Rule.NUMBER]),
    ("The probability of 0.7 speaks for a treaty.", [Rule.NUMBER]),
    ("A treaty is likely, about 70 %.", []),
    ("A treaty is likely (55–80 %).", []),
    ("A treaty is likely (55–85 %).", [Rule.BAND]),
    ("A treaty is very unlikely, about 40 percent.", [Rule.BAND]),
    ("A treaty is unlikely to likely (30–70 %), about 45 %.", []),
    ("A treaty is unlikely to likely (30–90 %).", [Rule.BAND]),
    ("There is a 100 % chance of rain.", [Rule.CERTAIN]),
    ("The chance of a treaty is 0 %.", [Rule.CERTAIN]),
    ("Turnout rose to 100 %, the electoral board of Ghana said.", []),
    ("Exports fell by 12 %, according to customs data.", []),
    ("Lima may well sign.", [Rule.OFF_SCALE]),
    ("It is possible that Lima signs.", [Rule.OFF_SCALE]),
    ("Lima could sign in May.", [Rule.OFF_SCALE]),
    ("If Quito signs, Lima could follow.", []),
    ("In May the talks went on, the ministry said.", []),
    ("A treaty is more likely than not.", [Rule.OFF_SCALE]),
    ("A treaty is highly likely.", [Rule.OFF_SCALE]),
    ("“It may well fail,” the envoy said.", []),
    ("The ministry said that a treaty was possible.", []),
    ("We judge, as the ministry said, that a treaty is possible.", [Rule.OFF_SCALE]),
    ("A treaty is likely. A break is improbable.", [Rule.ROWS]),
    ("A treaty is likely. A break is unlikely.", []),
    ("The deliveries from Peru to Chile began in 2023.", [Rule.SOURCE]),
    ("The deliveries from Peru to Chile began in 2023.[^1]", []),
    ("The deliveries from Peru to Chile began in 2023 (The Wire, 3 May 2023).", []),
    ("The deliveries from Peru to Chile began in 2023, the ministry said.", []),
    ("Peru sent Chile many tents. They went by sea through Callao.[^1]", []),
    ("Will Peru go on sending tents to Chile?", []),
    ("We judge that Peru goes on with it in 2026.", []),
    ("# Peru and Chile grow closer in 2026 than before", []),
    ("| Peru | Chile sent 200 tents in 2026 |", []),
    ("`Peru may well sign in 2026`", []),
    ("---\ntitle: Peru may well sign in 2026\n---\nA treaty is likely.", []),
]


@pytest.mark.parametrize(("draft", "rules"), CASES, ids=[draft[:50] for draft, _ in CASES])
def test_rules(draft: str, rules: list[Rule]) -> None:
    assert [remark.rule for remark in lint(draft, ENTRIES)] == rules


@pytest.mark.parametrize(
    "entry", [one for one in ENTRIES if one.kind in {"off-scale", "modal"}], ids=lambda one: one.words[0]
)
def test_every_word_off_the_scale_is_told_with_its_advice(entry: EstimateEntry) -> None:
    remarks = [one for one in lint(entry.example, ENTRIES) if one.rule is Rule.OFF_SCALE]
    assert [one.advice for one in remarks] == [entry.advice]


@pytest.mark.parametrize("entry", [one for one in ENTRIES if one.kind == "band"], ids=lambda one: one.words[0])
def test_no_term_of_the_scale_is_held_against_its_author(entry: EstimateEntry) -> None:
    assert [one for one in lint(entry.example, ENTRIES) if one.rule is not Rule.SOURCE] == []


def test_remarks_name_line_and_column() -> None:
    draft = "# Peru\n\nA treaty is likely.\n\n- First, all is well.\n- Lima may well sign.\n"
    (remark,) = lint(draft, ENTRIES)
    assert (remark.line, remark.column, remark.words) == (6, 8, "may well")
    assert draft.splitlines()[remark.line - 1][remark.column - 1 :].startswith("may well")


def test_a_bare_number_is_told_its_term() -> None:
    (remark,) = lint("There is a 90 % chance that Lima signs.", ENTRIES)
    assert "“very likely” (80–95 %)" in remark.advice


def test_abbreviations_end_no_sentence() -> None:
    (remark,) = lint("It is likely, Mr. Diallo or not, that we have low confidence in this.", ENTRIES)
    assert remark.rule is Rule.MIXED


def test_an_empty_draft_has_no_faults() -> None:
    assert lint("", ENTRIES) == []
