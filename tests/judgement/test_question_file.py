"""A bad question file gets one line: file, line, what is wrong, and what would be right."""

import pytest

from legation.errors import BadFile
from legation.judgement.question import Act, OwnWord
from legation.relations.looks import make_lens
from legation.workspace.questions import list_files, load_question
from tests.judgement.questions import GOOD, ask

LENS = make_lens()
ROW = "likelihood: {closer: [.7, .8, .9], apart: [.1, .2, .3], mixed: [.4, .5, .6], other: [.2, .3, .4]}"
BAD = [
    # what to change, to what, the line it is told of, words of the message
    ("id: tents", "id: My Tents", 1, "id"),
    ("id: tents", "id: tents\nid: rents", 2, "given twice (first in line 1)"),
    ("question: Do Peru", "qestion: Do Peru", 1, "question is missing: add it"),
    ("switching: 0", "swiching: 0", 7, "did you mean switching?"),
    ("switching: 0", "switching: 1.5", 7, "switching"),
    ("actors: [PER, CHL]", "actors: [PER, Chilly]", 3, "Chilly is no known actor"),
    ("actors: [PER, CHL]", "actors: []", 3, "actors"),
    ("as_of: 2026-12-31", "as_of: 2026-13-31", 5, "no such day"),
    ("as_of: 2026-12-31", "as_of: 2025-12-31", 5, "before the window begins (2026-01-01)"),
    ("to: 2027-01-01", "to: 2025-01-01", 4, "put a later `to`"),
    ("on: 2025-12-01", "on: last year", 6, "judged.on"),
    ("  mixed: Some of each.\n", "", 8, "there is no hypothesis `mixed`: add"),
    ("  other: Something else.\n", "", 8, "there is no hypothesis `other`: add"),
    ("  closer: They do.\n  apart: They do not.\n", "", 8, "nothing to weigh"),
    (
        "hypotheses:",
        "prior: {closer: .5, apart: .3, mixed: .2, other: .1}\nhypotheses:",
        8,
        "sums to 1.1, not 1: in these",
    ),
    ("hypotheses:", "prior: {closer: .5, apart: .3, mixed: .2}\nhypotheses:", 8, "other is missing: give it a value"),
    ("hypotheses:", "prior: {closer: 1, apart: 0, mixed: 0, other: 0}\nhypotheses:", 8, "between 0 and 1"),
    ("hypotheses:", "prior: {close: .7, apart: .1, mixed: .1, other: .1}\nhypotheses:", 8, "did you mean closer?"),
    ("rho: .7", "rho: 1.7", 14, "one number from 0 to 1"),
    ("rho: .7", "rho: [.9, .7, .4]", 14, "low, mid and high"),
    ("driver: season", "driver: saeson", 21, "saeson is no driver; did you mean season?"),
    ("driver: season", "follows_from: talk", 21, "talk is no other indicator; did you mean talks?"),
    ("driver: season", "driver: season\n    follows_from: talks", 22, "keep one of them"),
    ("coverage: .8", "coverage: 80", 23, "coverage"),
    ("coverage: .8", "coverage: .8\n    detection: .1\n    false_alarm: .3", 25, "likelier if it happens"),
    ("until: 2026-07-01", "until: 2025-07-01", 22, "put `until` after 2026-01-01"),
    (ROW, ROW.replace("[.7, .8, .9]", ".8"), 24, "give low, mid and high, such as [0.7, 0.8, 0.9]"),
    (ROW, ROW.replace("[.7, .8, .9]", "[.7, .8]"), 24, "give low, mid and high"),
    (ROW, ROW.replace("[.7, .8, .9]", "[.9, .8, .7]"), 24, "it must rise"),
    (ROW, ROW.replace("[.7, .8, .9]", "[.7, .8, 1]"), 24, "between 0 and 1, both left out"),
    (ROW, ROW.replace("[.7, .8, .9]", "high"), 24, "the likelihood under closer is high"),
    (ROW, ROW.replace("closer: [.7, .8, .9], ", ""), 24, "closer is missing"),
    (ROW, ROW.replace("closer:", "cluser:"), 24, "cluser is no hypothesis; did you mean closer?"),
    (ROW, "", 16, "likelihood is missing: add it"),
    ("types: [AID]", "types: [AIDE]", 18, "AIDE is no event type"),
    ("types: [AID]", "tipes: [AID]", 18, "did you mean types?"),
    ("types: [AID]", "types: [AID], goods: [tanks]", 18, "tanks is no class of goods"),
    ("from: PER", "from: Atlantis", 18, "Atlantis is no known actor"),
    ("{types: [AID], from: PER, to: CHL}", "{}", 18, "a pattern asks for"),
    ("act: costly", "act: dear", 19, "act"),
    ("own_word: boasted", "own_word: shouted", 20, "own_word"),
    ("    why: friends help\n", "", 16, "why is missing"),
    (
        "drivers:",
        "estimates: [{by: bob, on: 2026-01-01, p: {closer: 2, apart: 0, mixed: 0, other: 0}}]\ndrivers:",
        13,
        "from 0 to 1",
    ),
    ("drivers:", "drivers: [", 15, "not YAML"),
]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"), BAD, ids=[f"{n}: {words[:40]}" for n, (_, _, _, words) in enumerate(BAD)]
)
def test_bad_files(old: str, new: str, line: int, words: str) -> None:
    with pytest.raises(BadFile) as caught:
        ask(GOOD, (old, new))
    message = str(caught.value)
    assert words in message
    assert message.startswith(f"tents.yml:{line}: ")
    assert "\n" not in message


def test_a_file_of_nothing_says_what_it_must_hold() -> None:
    with pytest.raises(BadFile, match=r"tents.yml:1: the file must hold entries such as id, question"):
        ask("# nothing yet\n")


def test_what_is_left_out_has_defaults() -> None:
    found = ask(GOOD, ("switching: 0\n", ""))
    assert found.prior == (0.25,) * 4
    assert found.switching == 0.02
    talks = found.indicator("talks")
    assert (talks.act, talks.own_word, talks.driver) == (Act.TALK, OwnWord.SPOKEN, None)
    assert (talks.since, talks.until) == found.window
    assert talks.judged.by == "ann"
    assert found.indicator("aid").own_word is OwnWord.BOASTED


def test_a_pattern_that_names_nobody_is_about_what_passes_between_the_two() -> None:
    found = ask()
    assert found.indicator("talks").patterns[0].pair == ("PER", "CHL")
    assert found.indicator("aid").patterns[0].pair is None


def test_a_consequence_shares_the_driver_of_its_cause() -> None:
    found = ask(GOOD, ("    act: talk\n", "    act: talk\n    follows_from: aid\n"))
    assert found.indicator("talks").driver == "season"
    alone = ask(GOOD, ("    driver: season\n", "    follows_from: talks\n"))
    assert alone.indicator("aid").driver == alone.indicator("talks").driver == "talks"
    assert alone.drivers[-1].rho == (1.0, 1.0, 1.0)


def test_the_digest_is_of_what_is_judged_not_of_how_it_is_written() -> None:
    assert ask().digest == ask(GOOD.replace("friends help", "friends always help") + "# a remark\n").digest
    assert ask().digest != ask(GOOD, ("[.7, .8, .9]", "[.7, .8, .95]")).digest
    changed = ask(GOOD, ("[.7, .8, .9]", "[.7, .8, .95]"))
    assert {part for part, value in changed.digests.items() if value != ask().digests[part]} == {"aid"}


@pytest.mark.parametrize("name", sorted(list_files()))
def test_the_questions_that_are_shipped_are_sound(name: str) -> None:
    found = load_question(name)
    assert {"mixed", "other"} <= set(found.names)
    assert all(indicator.why for indicator in found.indicators)


def test_a_name_nobody_knows_is_told_what_there_is() -> None:
    with pytest.raises(
        BadFile, match=r"no such file, and no question of the lexicons; these have .*expedience-or-alliance"
    ):
        load_question("nonsense")
