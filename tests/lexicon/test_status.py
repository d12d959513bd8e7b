"""Every status word's example is a test: a claim in it has the status, outcome or likelihood the entry gives."""

import re

import pytest

from legation.documents.assemble import Details, document_from_text
from legation.lexicon.status import StatusEntry, StatusKind, load_status
from legation.reading.reader import Reader

ENTRIES = load_status()
# A phrase of verb and preposition is inflected in its example, and "wo" stands only before "n't".
STEM = 4


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.kind}-{entry.words[0]}")
def test_example_uses_a_word_of_the_entry(entry: StatusEntry) -> None:
    words = re.findall(r"[a-z'-]+", entry.example.lower())
    stems = {word.split()[0][:STEM] for word in entry.words}
    assert any(word[:STEM] in stems for word in words)


@pytest.mark.model
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.kind}-{entry.words[0]}")
def test_example_is_read_as_the_entry_says(entry: StatusEntry, reader: Reader) -> None:
    claims = reader.read(document_from_text(entry.example, Details(language="en"))).claims
    assert claims
    if entry.kind is StatusKind.LIKELIHOOD:
        ranges = [(claim.likelihood.low, claim.likelihood.high) for claim in claims if claim.likelihood]
        assert (entry.low, entry.high) in ranges
    elif entry.outcome is not None:
        assert entry.outcome in {claim.outcome for claim in claims}
    elif entry.kind is StatusKind.CONDITION:
        assert "conditional" in {claim.status for claim in claims}
    elif entry.kind is StatusKind.TREND:
        assert "possible" in {claim.status for claim in claims}
    elif entry.status is not None:
        assert entry.status in {claim.status for claim in claims}
