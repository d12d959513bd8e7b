"""Word lists: each is found in its own example."""

import re
from collections import Counter
from pathlib import Path

import pytest

import legation
from legation.lexicon.wordlists import Wordlist, load_wordlists, words_of


@pytest.mark.parametrize("entry", load_wordlists(), ids=lambda entry: entry.name)
def test_the_example_holds_a_word(entry: Wordlist) -> None:
    assert any(word in entry.example.casefold() for word in entry.words)
    assert all(word == word.casefold() for word in entry.words)


def test_lists_are_found_by_name() -> None:
    assert "statement" in words_of("release")
    with pytest.raises(KeyError):
        words_of("no such list")


def test_every_list_asked_for_is_there() -> None:
    names = {entry.name for entry in load_wordlists()}
    modules = (Path(legation.__file__).parent).rglob("*.py")
    texts = [text for text in map(Path.read_text, modules) if "lexicon.wordlists import" in text]
    asked = {name for text in texts for name in re.findall(r'words_of\(\s*"([^"]+)"', text)}
    assert asked <= names


def test_no_two_lists_have_one_name() -> None:
    # Lists of one name add up, as an analyst's own are to do; two of the project's would each mean something else.
    names = [entry.name for entry in load_wordlists()]
    assert [name for name, count in Counter(names).items() if count > 1] == []
