"""What must come before something that is still to be done has not come about. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.status.test_unrealised import statuses

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Once Iran signs the treaty, Oman will lift the ban.", "signs", "possible"),
        ("Oman plans to lift the ban once Iran has released the crew.", "released", "possible"),
        ("Oman has offered to lift the ban as soon as Iran frees the crew.", "frees", "possible"),
        ("Troops will leave Mali after Chad sends replacements.", "sends", "possible"),
        ("The minister said Oman would lift the ban once Iran freed the crew.", "freed", "possible"),
        ("When Iran has signed the treaty, Oman will lift the ban.", "signed", "possible"),
        ("Oman will protest when Rossi visits Iran next week.", "visits", "planned"),
        ("Oman lifted the ban once Iran signed the treaty.", "signed", "happened"),
        ("Oman will leave the bloc after Iran bombed its ports on Monday.", "bombed", "happened"),
        ("Oman will leave the bloc now that Iran has bombed its ports.", "bombed", "happened"),
        ("When Iran bombed Oman in May, Qatar said it would leave the bloc.", "bombed", "happened"),
        ("Oman protests when Iran seizes its boats.", "seizes", "ongoing"),
    ],
)
def test_what_must_come_first_is_not_told_as_done(reader: Reader, text: str, trigger: str, status: str) -> None:
    assert statuses(reader, text)[trigger] == status
