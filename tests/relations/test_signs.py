import pytest

from legation.lexicon.frames import load_frames
from legation.lexicon.plover import load_ontology
from legation.lexicon.wordlists import words_of
from legation.relations.signs import Act, Stand, has_fought, lemma_of, score_of, sign_of

ONTOLOGY = load_ontology()
ACROSS, TOGETHER = Stand.ACROSS, Stand.TOGETHER
CONFLICT = {"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}


@pytest.mark.parametrize(
    ("act", "fought", "sign"),
    [
        (Act("AID", None, ACROSS, "aid/verb:send"), False, 1),
        (Act("ACCUSE", None, ACROSS, "accuse/verb:accuse"), False, -1),
        (Act("REQUEST", None, ACROSS, "request/verb:ask"), False, 0),
        (Act("REQUEST", "assist", ACROSS, "request/verb:ask"), False, 1),
        (Act("STATEMENT", None, ACROSS, "statement/verb:say"), False, 0),
        (Act("OTHER", None, TOGETHER, "other/verb:do"), False, 0),
        (Act("CONSULT", "visit", TOGETHER, "consult/verb:meet"), False, 1),
        (Act("ACCUSE", None, TOGETHER, "accuse/verb:condemn", has_third=True), False, 1),
        (Act("ACCUSE", "allege", TOGETHER, "accuse/verb:trade(accusation|barb)"), False, -1),
        (Act("ASSAULT", None, TOGETHER, "assault/verb:clash+with"), False, -1),
        (Act("ASSAULT", None, TOGETHER, "assault/verb:bomb", has_third=True), False, 1),
        (Act("MOBILIZE", "troops", ACROSS, "mobilize/verb:send", "personnel"), False, 1),
        (Act("MOBILIZE", "troops", ACROSS, "mobilize/verb:send", "personnel"), True, -1),
        (Act("MOBILIZE", "weapons", ACROSS, "mobilize/verb:aim"), False, -1),
        (Act("RETREAT", "withdraw", ACROSS, "retreat/verb:withdraw", "personnel"), True, 1),
        (Act("RETREAT", "withdraw", ACROSS, "retreat/verb:withdraw", "personnel"), False, -1),
    ],
)
def test_the_sign_of_an_act_between_two(act: Act, fought: bool, sign: int) -> None:
    assert sign_of(act, ONTOLOGY, fought=fought) == sign
    assert score_of(act, sign, ONTOLOGY) * sign >= 0


def test_accusations_count_as_conflict_though_the_manual_prints_plus_three() -> None:
    assert score_of(Act("ACCUSE", None, ACROSS, ""), -1, ONTOLOGY) == -3


def test_words_of_symmetric_conflict_are_those_of_the_frames() -> None:
    frames = [frame for frame in load_frames() if frame.symmetric and frame.type in CONFLICT]
    missing = {word for frame in frames for word in (*frame.verb, *frame.noun, *frame.adjective)} - words_of(
        "between them"
    )
    assert not missing


@pytest.mark.parametrize(
    ("rule", "lemma"),
    [("assault/verb:clash+with", "clash"), ("accuse/noun:war of word", "war of word"), ("by hand", "by hand")],
)
def test_the_word_of_a_frame(rule: str, lemma: str) -> None:
    assert lemma_of(rule) == lemma


def test_a_fight_is_remembered_for_a_year() -> None:
    assert has_fought([1000], 1365)
    assert not has_fought([1000], 1366)
    assert has_fought([1000], None)
    assert not has_fought([], None)
