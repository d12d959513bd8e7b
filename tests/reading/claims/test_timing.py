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
    ],
)
def test_own_date(reader: Reader, text: str, word: str, date: str | None) -> None:
    reading = read(reader, text)
    values = {time.id: time.value for time in reading.times}
    assert values.get(str(claim_at(reading, word).time)) == date
