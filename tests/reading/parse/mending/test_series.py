"""Several acts of one doer in a row, and what is asked behind an aside. Texts are our own."""

import pytest
from spacy.language import Language

from legation.reading.reader import Reader
from tests.reading.claims.test_making import claim_at, names, read
from tests.reading.trees import grow

pytestmark = pytest.mark.model


def test_all_acts_of_a_series_are_the_doers(reader: Reader) -> None:
    reading = read(reader, "Chad has sheltered, financed and armed the Front for Change ever since Libya left.")
    for word in ("financed", "armed"):
        claim = claim_at(reading, word)
        assert (names(reading, claim.agents), len(claim.recipients)) == (["Chad"], 1)


def test_a_participle_with_a_doer_of_its_own_is_no_act_of_the_subject(nlp: Language) -> None:
    tree = grow(nlp, "The rebels advanced, armed by Chad and financed by Libya.")
    assert tree.deps[tree.words.index("armed")] != "conj"


@pytest.mark.parametrize(
    "text",
    [
        "Lima could, and should, encourage Turkey, the only power that both Chad and Mali trust, to resume the talks.",
        "Chad urged Togo, the one state which both sides still respect, to reopen the border.",
    ],
)
def test_what_is_asked_stands_behind_what_is_told_in_passing(nlp: Language, text: str) -> None:
    tree = grow(nlp, text)
    asked = next(i for i, word in enumerate(tree.words) if word in ("resume", "reopen"))
    assert (tree.deps[asked], tree.words[tree.heads[asked]]) == ("xcomp", "encourage" if "Lima" in text else "urged")


def test_what_is_asked_is_not_done(reader: Reader) -> None:
    text = "Lima should encourage Turkey, the only power that both Chad and Mali trust, to resume the talks."
    assert claim_at(read(reader, text), "resume").status == "called_for"


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        (
            "On June 5, 2017, Saudi Arabia, the United Arab Emirates, Bahrain, and Egypt severed relations with Qatar.",
            ["Saudi Arabia", "United Arab Emirates", "Bahrain", "Egypt"],
        ),
        ("Chad, Mali, Niger, and Togo severed relations with Peru.", ["Chad", "Mali", "Niger", "Togo"]),
    ],
)
def test_all_names_of_a_list_do_it(reader: Reader, text: str, agents: list[str]) -> None:
    reading = read(reader, text)
    assert names(reading, claim_at(reading, "severed").agents) == agents
