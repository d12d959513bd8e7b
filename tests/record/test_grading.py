"""Grades stand beside the words they are about: of the outlet and of what it says, kept apart."""

import pytest

from legation.record.session import open_engine
from legation.reporting.chronology import encode_evidence
from legation.reporting.footnotes import grade_words
from legation.workspace.workspace import Workspace
from tests.builders import make_aid_reading
from tests.record.test_record import keep


@pytest.fixture
def graded(place: str) -> str:
    """Return a record of two reports of one event, by two outlets of which one is graded."""
    engine = open_engine(place)
    texts = ("Peru sent Chile more than 200 tents on 3 February 2026, Ana Osorio said", ". We were there.")
    keep(
        engine, [make_aid_reading(texts[0], outlet="The Lima Post"), make_aid_reading("".join(texts), outlet="Sur 24")]
    )
    engine.dispose()
    with Workspace(place) as record:
        record.decide("grade", "Sur 24", changes={"grade": "B"}, author="ann")
    return place


def words_of(record: Workspace) -> dict[str | None, str | None]:
    found = record.chronology("PER", "CHL")
    accounts = [account for line in found.lines for account in line.event.accounts]
    return {found.documents[account.document_id].outlet: grade_words(account) for account in accounts}


def test_an_outlets_grade_stands_beside_its_words(graded: str) -> None:
    with Workspace(graded) as record:
        assert words_of(record) == {"The Lima Post": None, "Sur 24": "reliability B, usually reliable"}
        assert "reliability B, usually reliable" in record.brief("PER", "CHL")


def test_what_is_said_is_graded_apart(graded: str) -> None:
    with Workspace(graded) as record:
        before = [line.event.accounts for line in record.chronology("PER", "CHL").lines]
        for accounts in before:
            for account in accounts:
                record.decide("grade", account.key, changes={"grade": "2"}, author="ann")
        told = "credibility 2, probably true"
        both = f"reliability B, usually reliable; {told}"
        assert words_of(record) == {"The Lima Post": told, "Sur 24": both}
        line = record.chronology("PER", "CHL").lines[0]
        coded = [encode_evidence(account) for account in line.event.accounts]
        assert {(one["reliability"], one["credibility"]) for one in coded} == {(None, "2"), ("B", "2")}
        assert [one["quote"] for one in coded] == [account.evidence.quote for account in before[0]]


def test_the_last_grading_counts_and_can_be_undone(graded: str) -> None:
    with Workspace(graded) as record:
        last = record.decide("grade", "Sur 24", changes={"grade": "D"}, author="bob")
        assert words_of(record)["Sur 24"] == "reliability D, not usually reliable"
        record.undo(last.uid, author="bob")
        assert words_of(record)["Sur 24"] == "reliability B, usually reliable"
