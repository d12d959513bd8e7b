"""Days as people say them, in the language of the page."""

import pytest

from legation.web.templating import load_environment
from legation.web.words import load_tongue


@pytest.mark.parametrize(
    ("code", "value", "words"),
    [
        ("en", "2024-06-18", "18 June 2024"),
        ("ko", "2024-06-18", "2024년 6월 18일"),
        ("ko", "2024-02", "2024년 2월"),
        ("ko", "2024", "2024년"),
    ],
)
def test_days(code: str, value: str, words: str) -> None:
    shown = load_environment().from_string("{{ value | day }}").render(t=load_tongue(code), value=value)
    assert shown == words
