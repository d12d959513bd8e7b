from typing import Any

import pytest
from pydantic import ValidationError

from legation.lexicon.patterns import PatternEntry


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"types": ["HUG"]}, "HUG is no event type"),
        ({"types": ["AID"], "modes": ["visit"]}, "visit is no mode of AID"),
        ({"types": ["AID"], "since": "2026-02-01", "until": "2026-01-01"}, "is not before"),
        ({"from": ["PER"]}, "a pattern asks for"),
        ({"types": ["AID"], "origins": 0}, "greater than or equal to 1"),
        ({"types": ["AID"], "colour": "red"}, "Extra inputs"),
    ],
)
def test_a_pattern_that_makes_no_sense_is_refused(fields: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        PatternEntry.model_validate(fields)
