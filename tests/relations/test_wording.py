"""The look at single words before the pattern hides no word."""

from hypothesis import given
from hypothesis import strategies as st

from legation.relations.wording import search_words, words_pattern

WORDS = ("air force", "drill", "Übung", "joint exercise", "co-operation", "№", "’s")
OTHERS = (
    "DRILL",
    "drills",
    "Air  force",
    "übung",
    "JOINT EXERCISE",
    "airforce",
    "İ",
    "Ü",
    "'s",
    "’S",
    " ",
    ", ",
    "—",
    "x",
)
PIECES = st.lists(st.sampled_from((*WORDS, *OTHERS)))


@given(pieces=PIECES)
def test_a_word_is_found_where_its_pattern_finds_it(pieces: list[str]) -> None:
    text = "".join(pieces)
    found, wanted = search_words(WORDS, text), words_pattern(WORDS).search(text)
    assert (found and found.span()) == (wanted and wanted.span())
