"""The gazetteer: spellings of names, and who held an office when."""

import datetime as dt

import pytest

from legation.lexicon.actors import ActorEntry, Role
from legation.reading.names.gazetteer import Gazetteer, build_gazetteer
from legation.reading.names.words import fold, split_word


def president(name: str, start: str, end: str | None) -> ActorEntry:
    return ActorEntry(
        id=name.lower().replace(" ", "-"),
        name=name,
        type="person",
        country="PER",
        roles=(Role(title="president", of="PER", start=start, end=end),),
        source="test",
        example=f"{name} spoke.",
    )


@pytest.mark.parametrize(
    ("day", "holder"),
    [("2011-05-01", "ana-ruiz"), ("2015-05-01", "ivo-challa"), (None, "ivo-challa"), ("1999-01-01", None)],
)
def test_holder_of_an_office(day: str | None, holder: str | None) -> None:
    gazetteer = build_gazetteer(
        [president("Ana Ruiz", "2010-01-01", "2014-12-31"), president("Ivo Challa", "2015", None)]
    )
    asked = dt.date.fromisoformat(day) if day else None
    assert gazetteer.holder("PER", ["president"], asked) == holder


@pytest.mark.parametrize(("word", "folded"), [("U.S.", "us"), ("Erdoğan", "erdogan"), ("Łódź", "lodz"), (".", ".")])
def test_fold(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_joined_names_come_apart() -> None:
    assert split_word("U.S.-Japan") == ["U.S.", "-", "Japan"]


def test_names_of_the_lexicon_are_in_the_tree(gazetteer: Gazetteer) -> None:
    assert "north" in gazetteer.tree
    assert gazetteer.refs["PRK"].country == "PRK"
