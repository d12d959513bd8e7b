"""Quoted paragraphs that the paragraph before them introduces. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import read

pytestmark = pytest.mark.model

HEAD = "Chad and Niger reopened two crossings on Monday after a day of talks in Diffa. Nobody had hoped for that much."


@pytest.mark.parametrize(
    ("lead", "source"),
    [
        ("The statement reads, in its last lines:", "The statement"),
        ("The communiqué went on:", "The communiqué"),
        ("Rossi was blunter still and wrote:", "Rossi"),
    ],
)
def test_the_paragraph_is_the_word_of_what_introduces_it(reader: Reader, lead: str, source: str) -> None:
    text = f"{HEAD}\n\n{lead}\n\n“The Sides agreed to patrol the lake. They condemned the raid on Bosso.”\n\n{HEAD}."
    reading = read(reader, text)
    made = {one.id: one.source_text for one in reading.attributions}
    words = {claim.trigger.of(text): made.get(claim.attribution or "") for claim in reading.claims}
    assert (words["agreed"], words["condemned"]) == (source, source)


def test_a_colon_without_words_introduces_nobody(reader: Reader) -> None:
    text = f"{HEAD}\n\nWhat was agreed:\n\n“The Sides agreed to patrol the lake.”\n\n{HEAD}."
    reading = read(reader, text)
    assert [claim.attribution for claim in reading.claims if claim.trigger.of(text) == "agreed"] == [None]
