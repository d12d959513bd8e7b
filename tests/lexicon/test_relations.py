"""Each word of relations.yml stands in its example, and numbers are numbers."""

import re

import pytest

from legation.lexicon.load import load_entries
from legation.lexicon.relations import RelationWord, load_relations
from legation.relations.commitments import Stage
from legation.relations.contacts import Rank

ENTRIES = load_entries("relations.yml", RelationWord)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.kind} {entry.value}")
def test_an_example_holds_one_of_its_words(entry: RelationWord) -> None:
    words = "|".join(map(re.escape, entry.words))
    assert re.search(rf"\b(?:{words})s?\b", entry.example, re.IGNORECASE)


def test_values_are_what_the_views_know() -> None:
    book = load_relations()
    assert set(book.stages.values()) <= {stage.value for stage in Stage}
    assert set(book.ranks.values()) <= {rank.value for rank in Rank}
    assert book.ordinals["second"] == book.ordinals["2nd"] == 2
    assert book.spans["year"] == 366
