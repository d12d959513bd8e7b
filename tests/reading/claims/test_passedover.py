"""What a source is not asked about, and times that are not of the act. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("Peru has bought tanks from Chile and refuses, its army says, to depend on it.", "bought", None),
        (
            "Peru has bought tanks from Chile and refuses, its army says, to depend on it.",
            "refuses",
            "its army",
        ),
        ("Poles have not forgotten that Russia annexed Crimea.", "annexed", None),
        ("Rossi ruled out extraditing the man whom Chilean prosecutors suspect of murder.", "suspect", None),
        ("Neither mentioned the agents whom Chad expelled in May.", "expelled", None),
        (
            "If Chad withdraws its troops, as it is said to be considering, Peru will act.",
            "withdraws",
            None,
        ),
        ("Rossi, who flew to Lima on Sunday, asked Peru for a loan, according to a diplomat.", "flew", None),
        ("Rossi, who flew to Lima on Sunday, asked Peru for a loan, according to a diplomat.", "asked", "a diplomat"),
        ("Ghana is said to have attacked Togo.", "attacked", None),
    ],
)
def test_whose_word_it_is(reader: Reader, text: str, word: str, source: str | None) -> None:
    reading = read(reader, text)
    made = {one.id: one.source_text for one in reading.attributions}
    found = {claim.trigger.of(text): made.get(claim.attribution or "") for claim in reading.claims}
    assert word in found
    assert found[word] == source


@pytest.mark.parametrize(
    ("text", "attributed"),
    [("Ghana is said to have attacked Togo.", True), ("Ghana is expected to attack Togo.", False)],
)
def test_hearsay_is_somebodys_word(reader: Reader, text: str, *, attributed: bool) -> None:
    claims = [claim for claim in read(reader, text).claims if claim.type == "ASSAULT"]
    assert [claim.attribution is not None for claim in claims] == [attributed]


@pytest.mark.parametrize(
    ("text", "word", "time"),
    [
        ("612 men were handed over to Peru under the 1992 agreement.", "handed", None),
        ("Chad suspended the 1992 treaty with Niger.", "suspended", None),
        ("Chad and Niger signed the 1992 treaty.", "signed", "1992"),
        ("Peru had promised arms in 2023 and has also hired Cuban doctors.", "hired", None),
        ("Peru and Chile welcomed the completion in 2019 of the road.", "welcomed", None),
        ("Kenya bombed the village on March 3 of last year.", "bombed", "2025-03-03"),
        ("Mohamud came back to power in 2022 and lifted the ban that summer.", "lifted", "2022-SU"),
    ],
)
def test_when_it_was(reader: Reader, text: str, word: str, time: str | None) -> None:
    reading = read(reader, text)
    values = {one.id: one.value for one in reading.times}
    found = {claim.trigger.of(text): values.get(claim.time or "") for claim in reading.claims}
    assert word in found
    assert found[word] == time


def test_what_stands_before_a_question_is_told(reader: Reader) -> None:
    text = "Rossi flew to Chad on Monday with one question: what will become of the border?"
    assert [claim.status for claim in read(reader, text).claims if claim.trigger.of(text) == "flew"] == ["happened"]
