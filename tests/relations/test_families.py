"""Every indicator fits its own example, read by the reader between two of its parties."""

from itertools import combinations
from pathlib import Path

import pytest

from legation.errors import BadLexicon
from legation.lexicon.indicators import load_indicators
from legation.reading.reader import Reader
from legation.record.accounts import Stored, make_account
from legation.record.event import Event, make_event, short_id
from legation.record.origins import Carrier
from legation.relations.families import Indicator, family_names, load_families, sort_families
from legation.relations.looks import look_at
from tests.builders import make_document

FAMILIES = ["military", "arms", "technology", "economic", "contact", "legal", "statement", "people"]


def read_events(reader: Reader, text: str) -> list[Event]:
    reading = reader.read(make_document(text, published="2026-03-04"))
    document = reading.document
    lists = (reading.mentions, reading.times, reading.quantities, reading.attributions, reading.claims)
    stored = Stored(
        1,
        document.id,
        "test",
        document.published,
        text,
        Carrier(short_id(document.id), short_id(document.id), None, None),
        *({item.id: item for item in items} for items in lists),
    )
    return [make_event([make_account(stored, claim.id)]) for claim in reading.claims]


@pytest.mark.model
@pytest.mark.parametrize("indicator", load_families(), ids=lambda item: f"{item.family}-{item.entry.name}")
def test_an_indicator_fits_its_example(reader: Reader, indicator: Indicator) -> None:
    events = read_events(reader, indicator.entry.example)
    states = {party.state for event in events for account in event.accounts for party in account.parties}
    pairs = combinations(sorted(filter(None, states)), 2)
    fitting = [event for pair in pairs for event in events if indicator.pattern.between(*pair).matches(event)]
    assert fitting
    # What fits is never left out beforehand.
    tokens = [frozenset().union(*(look.tokens for look in look_at(event, indicator.pattern.lens))) for event in fitting]
    asked = indicator.pattern.tokens
    assert asked is None or not any(map(asked.isdisjoint, tokens))


@pytest.mark.parametrize("kind", ["AID", "CONSULT", "ASSAULT", "OTHER"])
def test_sorted_by_type_none_that_may_fit_is_left_out(kind: str) -> None:
    by_type = sort_families(load_families())
    wanted = [one for one in load_families() if not one.entry.pattern.types or kind in one.entry.pattern.types]
    assert list(by_type.get(kind, by_type[""])) == wanted


def test_there_are_the_eight_families_of_a_partnership() -> None:
    assert sorted(family_names(load_families())) == sorted(FAMILIES)


def test_names_are_told_once_in_a_family() -> None:
    names = [(entry.family, entry.name) for entry in load_indicators()]
    assert len(names) == len(set(names))


OWN = """
- family: legal
  name: shielded
  title: vetoes
  pattern: {types: [REJECT], words: [veto]}
  direction: directed
  sign: cooperative
  cost: cost
  coverage: 0.9
  source: desk
  example: Russia vetoed it.
- family: gifts
  name: horses
  title: horses given
  pattern: {types: [AID], theme: [horse]}
  direction: directed
  sign: cooperative
  cost: talk
  coverage: 0.9
  source: desk
  example: Mongolia gave Japan a horse.
"""


def lay(folder: Path, text: str) -> Path:
    (folder / "indicators").mkdir()
    (folder / "indicators" / "own.yml").write_text(text, encoding="utf-8")
    return folder


def test_an_analysts_own_indicators_add_and_replace(tmp_path: Path) -> None:
    found = load_families(lay(tmp_path, OWN))
    assert family_names(found)[:2] == ["legal", "gifts"]
    assert [i.entry.title for i in found if i.entry.name == "shielded"] == ["vetoes"]
    assert len(found) == len(load_families()) + 1


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("theme: [horse]", "contexts: [stables]", "gifts/horses: stables is no context"),
        ("sign: cooperative", "sign: nice", "sign"),
        ("types: [AID]", "types: [GIVE]", "GIVE is no event type"),
        ("coverage: 0.9", "coverage: 9", "coverage"),
    ],
)
def test_a_bad_indicator_is_named(tmp_path: Path, old: str, new: str, words: str) -> None:
    with pytest.raises(BadLexicon, match=words):
        load_families(lay(tmp_path, OWN.replace(old, new)))
