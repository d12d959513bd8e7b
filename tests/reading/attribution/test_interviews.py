"""Interviews: whose word an answer is where only question marks tell it from questions, and who "you" and "we" are."""

import pytest

from legation.documents.assemble import Details, document_from_text
from legation.reading.attribution.interviews import find_unmarked
from legation.reading.claim import Claim, Reading
from legation.reading.reader import Reader

pytestmark = pytest.mark.model

TALK = """“Nobody asked us to stay”

Ndeye Sarr served as Senegal’s ambassador in Banjul from 2015 to 2018. She spoke to us in Dakar.

You closed the consulate in 2017. Why?

Gambia had expelled two of our officers. We recalled the consul, and I told the minister that Chad would follow.

Was that wise, as your critics ask?

I warned Mauritania of it. Our country sent tents to the border later.

And would you sign such an agreement again?

Lima did. I would not.
"""
EXPLAINER = """Why are they at odds?

By our desk

What set it off?

Gambia expelled two officers of Senegal. We know no more than that.

Who is right?

Chad recalled its consul.

Could it come to war?

Senegal sent tents to the border.
"""


@pytest.fixture(scope="module")
def reading(reader: Reader) -> Reading:
    return reader.read(document_from_text(TALK, Details(published="2025-05-14")))


def claim_of(reading: Reading, trigger: str) -> Claim:
    return next(claim for claim in reading.claims if claim.trigger.of(reading.document.text) == trigger)


def parties(reading: Reading, keys: tuple[str, ...]) -> list[str | None]:
    mentions = {mention.id: mention for mention in reading.mentions}
    return [(actor.name if (actor := mentions[key].actor) else None) for key in keys]


@pytest.mark.parametrize("trigger", ["expelled", "recalled", "warned", "sent"])
def test_answers_are_the_word_of_the_guest(reading: Reading, trigger: str) -> None:
    made = {made.id: made for made in reading.attributions}[claim_of(reading, trigger).attribution or ""]
    assert made.source_text == "Ndeye Sarr"


def test_questions_are_the_word_of_the_author(reading: Reading) -> None:
    assert claim_of(reading, "closed").attribution is None


@pytest.mark.parametrize(
    ("trigger", "who"),
    [("closed", "Ndeye Sarr"), ("told", "Ndeye Sarr"), ("warned", "Ndeye Sarr"), ("recalled", "Senegal")],
)
def test_you_and_i_are_the_guest_and_we_the_state_served(reading: Reading, trigger: str, who: str) -> None:
    assert parties(reading, claim_of(reading, trigger).agents) == [who]


def test_answers_behind_a_letter_are_the_guests_too(reader: Reader) -> None:
    told = TALK.replace("You closed", "Q: You closed").replace("Gambia had", "A: Gambia had")
    told = told.replace("Was that", "Q: Was that").replace("I warned", "A: I warned")
    reading = reader.read(document_from_text(told, Details(published="2025-05-14")))
    made = {made.id: made for made in reading.attributions}[claim_of(reading, "warned").attribution or ""]
    assert made.source_text == "Ndeye Sarr"


def test_an_explainer_asks_nobody(reader: Reader) -> None:
    reading = reader.read(document_from_text(EXPLAINER, Details(published="2025-05-14")))
    assert {claim.attribution for claim in reading.claims} == {None}


def test_how_an_interview_was_held_is_no_answer() -> None:
    turns = find_unmarked(["Sarr", "You?", "I did.", "And you?", "We did.", "Why?", "So.", "The interview was cut."])
    assert (turns.first, turns.told) == (1, {2, 4, 6})


def test_what_a_clause_says_somebody_served_as_gives_the_state(reader: Reader) -> None:
    text = "Joao Pinto was Angola’s envoy until May. “We sent tents to Chad,” Pinto said."
    reading = reader.read(document_from_text(text, Details(published="2025-05-14")))
    assert parties(reading, claim_of(reading, "sent").agents) == ["Angola"]
