"""Line habits: every example is a test."""

import pytest
from pydantic import ValidationError

from legation.lexicon.lines import LineHabit, load_line_habits


@pytest.mark.parametrize("habit", load_line_habits(), ids=lambda habit: habit.name)
def test_the_example_follows_the_habit(habit: LineHabit) -> None:
    assert habit.matches(habit.example.replace("’", "'"))


def test_names_are_unique() -> None:
    names = [habit.name for habit in load_line_habits()]
    assert len(names) == len(set(names))


def test_a_pattern_must_compile() -> None:
    with pytest.raises(ValidationError, match="no regular expression"):
        LineHabit(name="x", zone="boilerplate", pattern="(", source="x", example="x")
