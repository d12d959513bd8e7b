"""Launches: what was launched and what came of it; strikes on somebody are none."""

import pytest

from legation.lexicon.relations import load_relations
from legation.record.event import make_event
from legation.relations.launches import find_launches
from tests.builders import CHILE, KENYA
from tests.relations.builders import happen, tell

BOOK = load_relations()


@pytest.mark.parametrize(
    ("text", "trigger", "theme", "vehicle"),
    [
        ("Kenya launched a weather satellite.", "launched", "a weather satellite", "satellite"),
        ("Kenya fired two ballistic missiles.", "fired", "two ballistic missiles", "ballistic missile"),
        ("Kenya's test of a cruise missile failed.", "test", "a cruise missile", "cruise missile"),
    ],
)
def test_a_launch_is_known_by_what_is_launched(text: str, trigger: str, theme: str, vehicle: str) -> None:
    event = happen(text, "MOBILIZE", trigger, ((KENYA,), ()), theme=theme)
    assert [(launch.vehicle, launch.launcher) for launch in find_launches([event], BOOK)] == [(vehicle, "Kenya")]


def test_a_strike_or_a_campaign_is_no_launch() -> None:
    strike = happen("Kenya fired missiles at Chile.", "ASSAULT", "fired", ((KENYA,), (CHILE,)), theme="missiles")
    campaign = happen("Kenya launched a campaign.", "MOBILIZE", "launched", ((KENYA,), ()), theme="a campaign")
    parade = happen("Kenya paraded missiles.", "MOBILIZE", "paraded", ((KENYA,), ()), theme="missiles")
    assert find_launches([strike, campaign, parade], BOOK) == []


def test_rival_outcomes_stand_side_by_side() -> None:
    accounts = [
        tell(
            f"Kenya launched a rocket, {word}.", "MOBILIZE", "launched", ((KENYA,), ()), theme="a rocket", outcome=word
        )
        for word in ("success", "failure")
    ]
    (launch,) = find_launches([make_event(accounts)], BOOK)
    assert {value.value for value in launch.outcomes} == {"success", "failure"}
