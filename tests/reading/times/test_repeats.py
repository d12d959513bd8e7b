"""What recurs."""

import pytest

from tests.reading.times.test_finding import times


@pytest.mark.parametrize(
    ("text", "shown", "value"),
    [
        ("They meet twice a year.", "twice a year", "P1Y"),
        ("They meet once every week.", "once every week", "P1W"),
        ("They fly three times per day.", "three times per day", "P1D"),
        ("They meet every few months.", "every few months", "PXM"),
        ("They meet every two years.", "every two years", "P2Y"),
        ("They meet every Monday morning.", "every Monday morning", "XXXX-WXX-1TMO"),
        ("They close on weekends.", "weekends", "XXXX-WXX-WE"),
        ("They meet daily.", "daily", "P1D"),
    ],
)
def test_set(text: str, shown: str, value: str) -> None:
    (time,) = times(text)
    assert (time.text, time.type, time.value) == (shown, "SET", value)
    assert (time.from_, time.to) == (None, None)


@pytest.mark.parametrize("text", ["It was ten times the size.", "He once led it.", "It costs 3 dollars a kilo."])
def test_no_set(text: str) -> None:
    assert times(text) == []
