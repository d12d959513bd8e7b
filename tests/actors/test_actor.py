"""Offices have days: who held what on a day."""

import datetime as dt

from legation.actors.actor import make_actor
from legation.lexicon.actors import ActorEntry, Role
from legation.reading.claim import ActorType

ENTRY = ActorEntry(
    id="ana-osorio",
    name="Ana Osorio",
    type="person",
    country="PER",
    aliases=("A. Osorio",),
    names={"ru": ("Ана Осорио",)},
    roles=(
        Role(title="foreign minister", of="PER", start="2018-03", end="2020-07-28"),
        Role(title="president", of="PER", start="2020-07-28"),
        Role(title="party leader", of="PER", end="2019"),
    ),
    source="made up",
    example="Ana Osorio resigned.",
)
ACTOR = make_actor(ENTRY, ("아나 오소리오", "Ana Osorio"))


def titles_on(day: str) -> list[str]:
    return [office.title for office in ACTOR.role_on(dt.date.fromisoformat(day))]


def test_names_of_all_scripts_stand_together_once() -> None:
    assert ACTOR.names == ("Ana Osorio", "A. Osorio", "Ана Осорио", "아나 오소리오")


def test_role_on_a_day() -> None:
    assert titles_on("2018-02-28") == ["party leader"]
    assert titles_on("2018-03-01") == ["foreign minister", "party leader"]
    assert titles_on("2019-12-31") == ["foreign minister", "party leader"]
    assert titles_on("2020-07-27") == ["foreign minister"]


def test_the_day_of_a_hand_over_is_the_successor_s() -> None:
    assert titles_on("2020-07-28") == ["president"]
    assert titles_on("2031-01-01") == ["president"]


def test_ref_is_the_short_form() -> None:
    ref = ACTOR.ref()
    assert (ref.id, ref.type, ref.country) == ("ana-osorio", ActorType.PERSON, "PER")
