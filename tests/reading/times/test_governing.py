"""Events dated from the act that a distance stands by. Texts are our own."""

import pytest

from benchmarks.common import plain_document
from legation.reading.reader import Reader

pytestmark = pytest.mark.model


def dates(reader: Reader, text: str) -> dict[str, str | None]:
    reading = reader.read(plain_document(text, "2025-12-09"))
    times = {time.id: time for time in reading.times}
    return {
        claim.trigger.of(text): f"{times[claim.time].from_}/{times[claim.time].to}" if claim.time else None
        for claim in reading.claims
    }


@pytest.mark.parametrize(
    ("text", "event", "days"),
    [
        (
            "Two days after Caracas accused it of spying, Bogotá recalled its ambassador on Friday.",
            "accused",
            "2025-12-03/2025-12-04",
        ),
        (
            "A week before the ministers met in Lima, Peru expelled the Bolivian envoy on 3 May 2025.",
            "met",
            "2025-05-05/2025-05-12",
        ),
        (
            "On July 24 Thai jets bombed Cambodian positions hours after Thailand had recalled its ambassador.",
            "recalled",
            "2025-07-23/2025-07-25",
        ),
        (
            "Riyadh and Islamabad signed an agreement on Wednesday. The accord came eight days after Israeli jets"
            " struck Doha.",
            "struck",
            "2025-11-25/2025-11-26",
        ),
        (
            "Chad recalled its envoy in March 2024, a year after Sudan had expelled its own.",
            "expelled",
            "2023-01-01/2024-01-01",
        ),
    ],
)
def test_the_date_of_the_act_dates_the_event(reader: Reader, text: str, event: str, days: str) -> None:
    assert dates(reader, text)[event] == days


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Two days after Caracas accused it of spying, Bogotá recalled its ambassador.", "accused"),
        ("Bogotá recalled its ambassador in May, two days after Caracas accused it of spying.", "accused"),
        (
            "Thai troops fired shots for ten minutes after Cambodian soldiers attacked a post. On July 24 Thai jets"
            " bombed Cambodian positions.",
            "fired",
        ),
    ],
)
def test_nothing_is_dated_that_is_not_told(reader: Reader, text: str, event: str) -> None:
    assert dates(reader, text)[event] in (None, "2025-05-01/2025-06-01")
    assert event != "accused" or dates(reader, text)[event] is None


def test_what_opens_a_sentence_dates_all_its_acts(reader: Reader) -> None:
    found = dates(reader, "On Monday Washington called on Rwanda to yield, and Kinshasa asked Brazil for help.")
    assert found["called"] == found["asked"] == "2025-12-08/2025-12-09"


def test_a_date_goes_on_after_a_place_or_an_aim(reader: Reader) -> None:
    found = dates(reader, "Manele will visit Australia next week on his first trip since taking office.")
    assert found["visit"] == "2025-12-15/2025-12-22"
