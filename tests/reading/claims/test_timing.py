"""Which dates are an act's own. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import claim_at, read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "date"),
    [
        # What goes on ever since has not begun and ended with what began it.
        ("Togo quit the bloc in 2018 and has refused to return ever since.", "refused", None),
        ("Togo quit the bloc in 2018 and has opposed it ever since.", "opposed", None),
        ("Togo quit the bloc in 2018 and refused to return.", "refused", "2018"),
        ("Togo has refused to join the bloc since 2018.", "refused", "2018"),
        # What is apologised for has a date of its own, but not what is bombed.
        (
            "The Belgian government apologised for the massacre of Congolese villagers in 1912.",
            "apologised",
            None,
        ),
        ("The Belgian government apologised in 1912.", "apologised", "1912"),
        # To whom somebody is invited to come comes then, whenever he was invited.
        ("Ruto invited Museveni to visit Nairobi in July.", "visit", "2026-07"),
        ("Ruto invited Museveni to visit Nairobi in July.", "invited", None),
        ("Ruto met Museveni in July.", "met", "2025-07"),
        # By when an answer is wanted is not when it was asked for.
        ("Kenya demanded an answer from Uganda by Monday.", "demanded", None),
        ("Ruto promised Uganda a decision by May.", "promised", None),
        ("By May Norway had promised Malawi a loan.", "promised", "2025-05"),
        ("Japan sent 20 trucks to Nepal by July.", "sent", "2025-07"),
        # What is told along with an act behind a comma is of its day.
        ("Rebels stormed a base in Chad on 3 May 2024, killing two Chadians.", "killing", "2024-05-03"),
        ("Two senators wrote to Ruto on 3 May 2024, asking him to free Togo's envoy.", "asking", "2024-05-03"),
        ("Ruto said on 3 May 2024 that Togo was arming rebels, killing two Chadians.", "killing", None),
        # A day without its month is of the month that the story has come to.
        ("Ruto flew to Togo on 12 September 2024. Museveni called him on the 18th and left.", "called", "2024-09-18"),
        ("Togo sent the force on 9 July 2021. Chad had left the pact that March.", "left", "2021-03"),
        ("Togo sent the force in November 2020. Chad left the pact that January.", "left", "2021-01"),
    ],
)
def test_own_date(reader: Reader, text: str, word: str, date: str | None) -> None:
    reading = read(reader, text)
    values = {time.id: time.value for time in reading.times}
    assert values.get(str(claim_at(reading, word).time)) == date
