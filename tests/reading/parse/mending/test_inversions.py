"""Conditions told by word order alone. Texts are our own."""

import pytest
from spacy.language import Language

from legation.reading.claim import Status
from legation.reading.reader import Reader
from tests.builders import make_document
from tests.reading.trees import grow, link_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "condition", "outcome"),
    [
        ("Were Oman to refuse, Qatar said, it would halt aid to Yemen.", "refuse", "halt"),
        ("Greece said that should Libya ratify the accord it would expel the envoy.", "ratify", "expel"),
        ("Rossi warned that were Mali to seize the mine, Canada would punish Mali.", "seize", "punish"),
        ("Bolivia would have signed the treaty had Peru not expelled the envoy.", "expelled", "signed"),
        ("Peru armed Chad. Should Peru expel Chad's envoy again, Lima would lose its mediator.", "expel", "lose"),
        ("Athens would close its consulate were Tobruk to ratify the memorandum.", "ratify", "close"),
    ],
)
def test_conditions_hang_on_what_would_come(nlp: Language, text: str, condition: str, outcome: str) -> None:
    tree = grow(nlp, text)
    assert link_of(tree, condition) == ("advcl", outcome)


@pytest.mark.parametrize(
    "text", ["Peru said the envoys were Chilean and would leave.", "The talks which were to open in Oman would last."]
)
def test_plain_clauses_stay(nlp: Language, text: str) -> None:
    tree = grow(nlp, text)
    assert not any(dep == "advcl" for dep in tree.deps)


def test_a_condition_is_nothing_told(reader: Reader) -> None:
    reading = reader.read(make_document("Were Benin to expel the envoy, Niger would close the border with Benin."))
    assert {claim.status for claim in reading.claims} == {Status.CONDITIONAL}


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Peru sent Chad tanks in May; were Mali to object, Lima would stop.", "sent", Status.HAPPENED),
        ("Peru expelled Chad's envoy; should Mali follow suit, the talks will stop.", "expelled", Status.HAPPENED),
        ("She offered Peru the use of her territory should Mali attack Chad.", "attack", Status.CONDITIONAL),
    ],
)
def test_only_the_condition_is_one(reader: Reader, text: str, word: str, status: Status) -> None:
    reading = reader.read(make_document(text))
    assert [claim.status for claim in reading.claims if claim.trigger.of(text) == word] == [status]
