"""Statements by speaker and day; the day of a report is said to be one."""

from legation.lexicon.relations import load_relations
from legation.relations.statements import find_statements
from tests.builders import CHILE, KENYA
from tests.relations.builders import happen

BOOK = load_relations()
DATED = happen(
    "Kenya accused Chile on 2 May 2026.",
    "ACCUSE",
    "accused",
    ((KENYA,), (CHILE,)),
    when=("2 May 2026", "2026-05-02", "2026-05-03"),
)
UNDATED = happen("Chile thanked Kenya.", "SUPPORT", "thanked", ((CHILE,), (KENYA,)))
SIGNED = happen("Kenya signed the treaty.", "SUPPORT", "signed", ((KENYA,), ()), theme="the treaty")
GIFT = happen("Kenya sent Chile tea.", "AID", "sent", ((KENYA,), (CHILE,)))


def test_statements_stand_under_speaker_and_day() -> None:
    found = [(said.speaker, str(said.day), said.is_reported_day) for said in find_statements([DATED, UNDATED], BOOK)]
    assert found == [("Chile", "2026-05-04", True), ("Kenya", "2026-05-02", False)]


def test_signatures_and_deeds_are_no_statements() -> None:
    assert find_statements([SIGNED, GIFT], BOOK) == []
