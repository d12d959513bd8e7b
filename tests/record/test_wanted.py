"""Where the words of a search stand in a text."""

import pytest

from legation.record.wanted import find_spot, parse_query


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Unsanctioned, sanctioned: two sanctions.", "sanction", "sanctions"),
        ("The mission of the Missions", "missions", "mission"),
        ("Seasons of aid, aid_2 and aids", "aid", "aid"),
        ("A raid on Al Aidar", "aid*", "Aidar"),
        ("Shabaab; al_Shabaab fought al--Shabaab", "al-Shabaab", "al_Shabaab"),
        ("state acts, the state  acted", '"state acted"', "state  acted"),
        ("Переговоры о договорах", "договор", "договорах"),
        ("Разъём и ёмкости ёлки", "ёлка", "ёлки"),
        ("Vor der Straße: STRASSE", "strasse", "Straße:"),
    ],
)
def test_the_first_word_that_is_meant_is_marked(text: str, query: str, marked: str) -> None:
    """A word inside another one is not meant, nor one with another stem."""
    spot = find_spot(text, parse_query(query))
    assert spot is not None
    assert spot.of(text) == marked


@pytest.mark.parametrize(
    ("text", "query"), [("Raids in Plaids", "aid"), ("al Shabaabs", "al-Shabaab"), ("", "aid"), ("емкость", "ёлка")]
)
def test_where_no_word_is_meant_none_is_marked(text: str, query: str) -> None:
    """The search has found the words in another stretch of the document."""
    assert find_spot(text, parse_query(query)) is None
