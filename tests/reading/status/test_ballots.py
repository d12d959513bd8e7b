"""What a bill or a draft would do is not done before it is adopted. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.status.test_unrealised import statuses

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Kenya's senate rejected a bill to send police to Haiti.", "send", "denied"),
        ("Kenya's senate passed a bill to send police to Haiti.", "send", "planned"),
        ("Senators voted down a motion censuring Chad.", "censuring", "denied"),
        ("Hungary vetoed a statement condemning Georgia.", "condemning", "denied"),
        ("A statement condemning Georgia was vetoed by Hungary.", "condemning", "denied"),
        ("Hungary rejected a joint statement condemning Georgia.", "condemning", "denied"),
        ("Oman did not block a resolution condemning Chad.", "condemning", "possible"),
        ("China opposed a draft resolution imposing sanctions on Togo.", "imposing", "possible"),
        ("Lawmakers adopted a bill banning imports from Benin.", "banning", "ongoing"),
        ("Togo welcomed the resolution condemning Chad.", "condemning", "happened"),
    ],
)
def test_a_text_does_nothing_before_it_is_adopted(reader: Reader, text: str, trigger: str, status: str) -> None:
    assert statuses(reader, text)[trigger] == status
