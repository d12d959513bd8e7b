"""Titles of office: every wording, what is meant where, examples."""

import pytest

from legation.lexicon.titles import build_title_book, load_titles, plain_title

ENTRIES = load_titles()
BOOK = build_title_book(ENTRIES)


@pytest.mark.parametrize(
    ("words", "state", "title"),
    [
        ("secretary of state", "USA", "foreign minister"),
        ("Foreign Secretary", "GBR", "foreign minister"),
        ("foreign secretary", "IND", "foreign secretary"),
        ("Defense Secretary", "USA", "defence minister"),
        ("top diplomat", None, "foreign minister"),
        ("premier", "CHN", "prime minister"),
        ("spokeswoman", None, "spokesperson"),
        ("home secretary", "GBR", "interior minister"),
        ("treasury secretary", "USA", "finance minister"),
        ("leader", "DEU", "chancellor"),
        ("leader", "IND", "prime minister"),
        ("leader", "PRK", "supreme leader"),
        ("head of state", "IRN", "supreme leader"),
    ],
)
def test_find_titles(words: str, state: str | None, title: str) -> None:
    assert BOOK.find_titles(words, state)[0] == title


def test_unknown_words_are_no_title() -> None:
    assert BOOK.find_titles("gardener", "FRA") == ()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title)
def test_example_names_its_office(entry) -> None:
    example = plain_title(entry.example)
    local = [word for words in entry.local.values() for word in words]
    assert any(plain_title(word) in example for word in (entry.title, *entry.words, *local))


def test_a_description_means_known_titles() -> None:
    known = {entry.title for entry in ENTRIES}
    described = [entry for entry in ENTRIES if entry.means]
    missing = {title for entry in described for title in entry.means} - known
    assert missing <= {"prince", "grand duke", "head of state", "head of government", "leader", "head of the junta"}
