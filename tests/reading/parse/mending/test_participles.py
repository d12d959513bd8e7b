"""Participles that the parser took for what a noun is like."""

import pytest

from legation.reading.parse.mending.participles import find_perfect, set_participles
from legation.reading.reader import Reader
from tests.reading.claims.test_making import claim_at, names, read
from tests.reading.trees import build, link_of


def test_what_somebody_has_promised_is_an_act() -> None:
    parse = build(
        "Peru/NNP/nsubj>left ,/,/punct>left having/VBG/advcl>left promised/VBN/amod>aid aid/NN/dobj>having"
        " in/IN/prep>having May/NNP/pobj>in left/VBD/ROOT>left"
    )
    find_perfect(parse, parse.words.index("promised"))
    assert [link_of(parse, word) for word in ("promised", "aid", "having", "in")] == [
        ("advcl", "left"),
        ("dobj", "promised"),
        ("aux", "promised"),
        ("prep", "promised"),
    ]


def test_having_that_is_all_there_is_stays() -> None:
    parse = build("having/VBG/ROOT>having promised/VBN/amod>aid aid/NN/dobj>having")
    find_perfect(parse, 1)
    assert link_of(parse, "promised") == ("amod", "aid")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "verb", "agents", "recipients"),
    [
        (
            "President Ruto met visiting Ugandan premier Robinah Nabbanja in Nairobi.",
            "met",
            ["Ruto"],
            ["Robinah Nabbanja"],
        ),
        ("Chad accused Mali of visiting rebels.", "visiting", ["Mali"], ["rebels"]),
        ("Qatar's emir held talks in Doha.", "held", ["Qatar's emir"], []),
    ],
)
def test_who_does_it(reader: Reader, text: str, verb: str, agents: list[str], recipients: list[str]) -> None:
    reading = read(reader, text)
    claim = claim_at(reading, verb)
    assert (names(reading, claim.agents), names(reading, claim.recipients)) == (agents, recipients)


@pytest.mark.model
def test_a_visitor_makes_no_visit_of_the_talks(reader: Reader) -> None:
    text = "Modi held talks with visiting Nepali premier Oli."
    assert [claim.trigger.of(text) for claim in read(reader, text).claims] == ["held"]


@pytest.mark.parametrize(("link", "verb"), [("npadvmod>held", ("ROOT", "held")), ("compound>talks", ("amod", "talks"))])
def test_a_noun_that_measures_a_participle_does_it(link: str, verb: tuple[str, str]) -> None:
    parse = build(f"Qatar/NNP/poss>talks emir/NN/{link} held/VBN/amod>talks talks/NNS/ROOT>talks")
    set_participles(parse)
    assert link_of(parse, "held") == verb


@pytest.mark.parametrize(("thing", "verb"), [("bridge", "fell"), ("premier", "marched")])
def test_what_fell_killed(thing: str, verb: str) -> None:
    parse = build(
        f"Serbs/NNPS/nsubj>marched marched/VBD/ROOT>marched since/IN/mark>fell {thing}/NN/nsubj>fell"
        " fell/VBD/advcl>marched ,/,/punct>marched killing/VBG/advcl>marched two/CD/dobj>killing"
    )
    set_participles(parse)
    assert link_of(parse, "killing") == ("advcl", verb)


@pytest.mark.parametrize(
    ("opener", "verb", "noun"),
    [
        ("", ("ROOT", "hosted"), ("dobj", "hosted")),
        # What stands before the name as well makes a line of words of it.
        ("talks/NNS/ROOT>talks on/IN/prep>talks", ("amod", "aid"), ("pobj", "on")),
    ],
)
def test_a_participle_behind_the_first_name_is_the_verb(
    opener: str, verb: tuple[str, str], noun: tuple[str, str]
) -> None:
    last = "pobj>on" if opener else "ROOT>aid"
    parse = build(f"{opener} Oman/NNP/npadvmod>hosted hosted/VBN/amod>aid aid/NN/{last}")
    set_participles(parse)
    assert (link_of(parse, "hosted"), link_of(parse, "aid")) == (verb, noun)
