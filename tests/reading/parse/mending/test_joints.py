"""Clauses and acts that stand side by side and were hung one under the other. Texts are our own."""

import pytest
from spacy.language import Language

from tests.reading.trees import grow

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "link", "above"),
    [
        (
            "In February 2023, Rossi and Silva accepted a European plan, and a month later in Ohrid they agreed on how"
            " to carry it out.",
            "agreed",
            "conj",
            "accepted",
        ),
        ("Serbia denied it and briefly massed troops on the border.", "massed", "conj", "denied"),
        ("Serbia denied it and briefly massed troops on the border.", "troops", "dobj", "massed"),
        (
            "NATO, which leads a peacekeeping force of about 4,600 in Kosovo, offered to guard the site and later sent"
            " engineers to repair it.",
            "NATO",
            "nsubj",
            "offered",
        ),
        (
            "Nauru cut ties with Taiwan in January, two days after Lai won the vote in Taipei, and resumed relations"
            " with Beijing nine days later.",
            "resumed",
            "conj",
            "cut",
        ),
        (
            "Peru, which has for years courted Bolivian cargo, offered in May to lower its tariffs, and President"
            " Boluarte invited Luis Arce to Lima.",
            "Peru",
            "nsubj",
            "offered",
        ),
        (
            "Peru, which has for years courted Bolivian cargo, offered in May to lower its tariffs, and President"
            " Boluarte invited Luis Arce to Lima.",
            "invited",
            "conj",
            "offered",
        ),
        ("Chad criticised the Council of the Armed Forces and General Omar Dahir.", "Dahir", "conj", "Council"),
        # The two tenses share no verb, and the second infinitive has its own "to".
        ("Lima said it would not attend the summit, and recalled its envoy.", "recalled", "conj", "said"),
        ("The sides agreed not to arm or use the rebels and to meet in Lima.", "meet", "conj", "arm"),
        # Nor has what is asked the tense of the asking.
        ("Oman proposed that the sides meet in Muscat and offered to host them.", "offered", "conj", "proposed"),
        ("Norway demanded that Mali withdraw and recalled its envoy.", "recalled", "conj", "demanded"),
        ("Norway demanded that Chad withdraw and apologise.", "apologise", "conj", "withdraw"),
        ("Defence chiefs Ivo Rossi of Peru and Luis Diaz of Chile met.", "Diaz", "conj", "Rossi"),
        ("Chad met Ivo Rossi of Peru and Chile.", "Chile", "conj", "Peru"),
    ],
)
def test_what_stands_beside_what(nlp: Language, text: str, word: str, link: str, above: str) -> None:
    tree = grow(nlp, text)
    at = tree.words.index(word)
    assert (tree.deps[at], tree.words[tree.heads[at]]) == (link, above)


def test_what_is_said_stays_under_the_saying(nlp: Language) -> None:
    tree = grow(nlp, "Lima would send troops and tanks, the minister said.")
    assert tree.words[tree.heads[tree.words.index("send")]] == "said"
