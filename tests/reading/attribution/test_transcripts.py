"""Press conferences and interviews: whose word a paragraph is whose speaker is named before a colon."""

import pytest

from legation.documents.assemble import Details, document_from_text
from legation.reading.claim import Reading
from legation.reading.reader import Reader

pytestmark = pytest.mark.model

CONFERENCE = """Regular press conference on 14 May 2025

AFP: Japan lodged a protest over a helicopter. Will China apologise?

Lin Jian: China has expressed concern to Japan. We urge the Philippines to stop its provocations.

Kyodo: Do you confirm it?

Lin Jian: I have nothing to add.
"""


@pytest.fixture(scope="module")
def reading(reader: Reader) -> Reading:
    return reader.read(document_from_text(CONFERENCE, Details(published="2025-05-14")))


def test_every_paragraph_is_the_word_of_whoever_is_named_before_it(reading: Reading) -> None:
    text = reading.document.text
    told = [
        (made.source_text, text[made.content[0].start :][:5]) for made in reading.attributions if made.parent is None
    ]
    assert told == [("AFP", "Japan"), ("Lin Jian", "China"), ("Kyodo", "Do yo"), ("Lin Jian", "I hav")]


def test_we_is_the_state_the_speaker_speaks_for(reading: Reading) -> None:
    text, mentions = reading.document.text, {mention.id: mention for mention in reading.mentions}
    urged = next(claim for claim in reading.claims if text[claim.trigger.start : claim.trigger.end] == "urge")
    assert [(actor.id if (actor := mentions[key].actor) else None) for key in urged.agents] == ["CHN"]
    protest = next(claim for claim in reading.claims if text[claim.trigger.start : claim.trigger.end] == "lodged")
    assert [mentions[key].text for key in protest.agents] == ["Japan"]


def test_a_colon_or_two_make_no_transcript(reader: Reader) -> None:
    text = "Oslo: Rebels took the town.\n\nNorway said it would send medics to Chad.\n\nThe minister left on Monday.\n"
    made = reader.read(document_from_text(text, Details(published="2025-05-14"))).attributions
    assert all(one.source_text != "Oslo" for one in made)
