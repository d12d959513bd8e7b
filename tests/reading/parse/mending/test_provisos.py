"""Conditions that words of another kind open are conditions. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.status.test_unrealised import statuses

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Qatar will pay the salaries provided Hamas frees the hostages.", "frees", "conditional"),
        ("Qatar will pay the salaries, provided that Hamas frees the hostages.", "pay", "conditional"),
        ("Providing Chad opens the border, Sudan will release the drivers.", "opens", "conditional"),
        ("Qatar will pay provided that Hamas frees the hostages.", "frees", "conditional"),
        ("Oman will lift the ban on condition that Iran signs the treaty.", "lift", "conditional"),
        ("In the event that Iran attacks Oman, Qatar will send troops.", "attacks", "conditional"),
        ("Qatar would send troops in case Iran attacked Oman, the minister said.", "attacked", "conditional"),
        ("Qatar provided Chad with tents.", "provided", "happened"),
        ("The tents provided by Qatar will be sent to Chad.", "provided", "happened"),
        ("Assuming office in May, Rossi expelled the envoy of Chad.", "expelled", "happened"),
    ],
)
def test_conditions_of_other_words(reader: Reader, text: str, trigger: str, status: str) -> None:
    assert statuses(reader, text)[trigger] == status


def test_who_sets_a_proviso_provides_nothing(reader: Reader) -> None:
    text = "Israel would withdraw from Lebanon, provided its border can be secured."
    assert "provided" not in statuses(reader, text)
