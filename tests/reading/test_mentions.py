"""Mentions as the contract has them: ids, spans, forms; and names found without the model."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from legation.documents.document import Document, Zone, ZoneKind
from legation.documents.span import Span
from legation.lexicon.actors import ActorEntry, Role
from legation.reading.claim import Form, Mention
from legation.reading.mentions import find_mentions
from legation.reading.names.gazetteer import Gazetteer, build_gazetteer
from legation.reading.parse.lemmas import load_lemmatizer
from legation.reading.parse.passages import Passage, parse_passages
from legation.reading.parse.trees import grow_trees

SMALL = [
    ActorEntry(
        id="PER",
        name="Peru",
        type="state",
        country="PER",
        adjectives=("Peruvian", "Peruvians"),
        capitals=("Lima",),
        seats=("Pizarro Palace",),
        source="test",
        example="Peru agreed.",
    ),
    ActorEntry(
        id="USA",
        name="United States",
        type="state",
        country="USA",
        aliases=("U.S.", "US"),
        source="test",
        example="The US agreed.",
    ),
    ActorEntry(
        id="rosa-quilla",
        name="Rosa Quilla",
        type="person",
        country="PER",
        surname="Quilla",
        gender="f",
        roles=(Role(title="president", of="PER", start="2020-01-01"),),
        source="test",
        example="Rosa Quilla agreed.",
    ),
]


@pytest.fixture(scope="module")
def small() -> Gazetteer:
    return build_gazetteer(SMALL)


def read(words: list[str], tags: list[str], heads: list[int], deps: list[str], small: Gazetteer) -> list[Mention]:
    doc = Doc(Vocab(), words=words, tags=tags, heads=heads, deps=deps)
    document = Document(id="sha256:0", text=doc.text, zones=(Zone(ZoneKind.BODY, Span(0, len(doc.text))),))
    return find_mentions(grow_trees([Passage(doc, 0, ZoneKind.BODY)], load_lemmatizer()), small, document)


def test_subject_capital_is_the_government(small: Gazetteer) -> None:
    found = read(["Lima", "agreed", "."], ["NNP", "VBD", "."], [1, 1, 1], ["nsubj", "ROOT", "punct"], small)
    assert [(m.id, m.text, m.form, m.actor.id if m.actor else None) for m in found] == [
        ("m1", "Lima", "metonym", "PER")
    ]


def test_capital_after_in_is_a_place(small: Gazetteer) -> None:
    words, tags = ["She", "slept", "in", "Lima"], ["PRP", "VBD", "IN", "NNP"]
    found = read(words, tags, [1, 1, 1, 2], ["nsubj", "ROOT", "prep", "pobj"], small)
    lima = found[-1]
    assert lima.form == Form.NAME
    assert lima.actor is not None
    assert (lima.actor.id, lima.actor.type, lima.actor.country) == ("place:lima", "place", "PER")


def test_acronym_needs_its_capitals(small: Gazetteer) -> None:
    words, tags = ["Tell", "us", "about", "the", "US"], ["VB", "PRP", "IN", "DT", "NNP"]
    found = read(words, tags, [0, 0, 0, 4, 2], ["ROOT", "dobj", "prep", "det", "pobj"], small)
    assert [m.text for m in found if m.actor and m.actor.id == "USA"] == ["US"]


def test_one_wrong_letter_in_a_long_name(small: Gazetteer) -> None:
    words, tags = ["Rossa", "Quilla", "left"], ["NNP", "NNP", "VBD"]
    found = read(words, tags, [1, 2, 2], ["compound", "nsubj", "ROOT"], small)
    assert [(m.text, m.actor.id if m.actor else None) for m in found] == [("Rossa Quilla", "rosa-quilla")]


def test_adjective_stands_beside_its_group(small: Gazetteer) -> None:
    words, tags = ["Peruvian", "troops", "left"], ["JJ", "NNS", "VBD"]
    found = read(words, tags, [1, 2, 2], ["amod", "nsubj", "ROOT"], small)
    assert [(m.text, m.actor.id if m.actor else None) for m in found] == [
        ("Peruvian troops", "PER/troops"),
        ("Peruvian", "PER"),
    ]


@pytest.mark.model
def test_title_is_no_part_of_the_name(nlp: Language, gazetteer: Gazetteer) -> None:
    found = mentions_of("Russian President Vladimir Putin spoke.", nlp, gazetteer)
    assert [m.text for m in found] == ["Russian", "Vladimir Putin"]


@pytest.mark.model
def test_the_two_leaders_stand_once_for_each(nlp: Language, gazetteer: Gazetteer) -> None:
    found = mentions_of("Olaf Scholz met Emmanuel Macron. The two leaders shook hands.", nlp, gazetteer)
    both = [m for m in found if m.text == "The two leaders"]
    assert len({m.span for m in both}) == 1
    assert [m.id for m in both] == ["m3", "m4"]


@pytest.mark.model
def test_reading_twice_gives_the_same(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Iran and Oman agreed. They said both countries would open talks, and the two sides met in Muscat."
    assert mentions_of(text, nlp, gazetteer) == mentions_of(text, nlp, gazetteer)


# Pieces of names, marks and quotations in every order: nothing may raise, spans must hold their words.
PIECES = st.lists(
    st.sampled_from(
        'Kim Putin "he said" U.S.-Japan - – ( ) the two leaders its Moscow in Mr. of Ministry Foreign Affairs \n '
        "North Korea 's Reuters US both sides we I , . ; “ ” they президент 北京 İ é president Lee".split(" ")
    ),
    max_size=40,
)


@pytest.mark.model
@settings(max_examples=60, deadline=None)
@given(pieces=PIECES)
def test_any_text_yields_spans_with_their_words(pieces: list[str], nlp: Language, gazetteer: Gazetteer) -> None:
    text = " ".join(pieces)
    found = mentions_of(text, nlp, gazetteer)
    assert all(text[m.span.start : m.span.end] == m.text for m in found)
    assert [m.id for m in found] == [f"m{i}" for i in range(1, len(found) + 1)]
    assert [m.span.start for m in found] == sorted(m.span.start for m in found)


def mentions_of(text: str, nlp: Language, gazetteer: Gazetteer) -> list[Mention]:
    zones = (Zone(ZoneKind.BODY, Span(0, len(text))),) if text else ()
    document = Document(id="sha256:0", text=text, published="2024-08-01", zones=zones)
    return find_mentions(grow_trees(parse_passages(document, nlp), load_lemmatizer()), gazetteer, document)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Oslo punished NIS, Serbia's largest oil company. NIS is for sale.", "name:nis"),
        ("The Serbian company NIS is for sale. Nobody wants NIS.", "name:nis"),
        ("The Bureau of Public Safety (NIS) arrested two men. Nobody trusts NIS.", "name:nis"),
        ("South Korea's NIS briefed lawmakers. Nobody doubts NIS.", "national-intelligence-service"),
        ("Oslo's envoy met the NIS. Nobody doubts NIS.", "national-intelligence-service"),
        # A line may end with a name that nobody knows, and no word stands behind it.
        ("Serbia backed NIS, Serbia's largest oil company.\nNIS hired Branislav Tolmach", "name:nis"),
    ],
)
def test_an_acronym_is_whose_the_text_says(text: str, actor: str, nlp: Language, gazetteer: Gazetteer) -> None:
    named = [m.actor.id for m in mentions_of(text, nlp, gazetteer) if m.text == "NIS" and m.actor]
    assert named == [actor, actor]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        # A body that is called as another state's is, and what only one state has.
        ("Peru's Congress rejected a deal with Chile.", "Peru's Congress", "PER/congress"),
        ("The US Congress rejected a deal with Chile.", "US Congress", "us-congress"),
        ("Peru's Pentagon rejected a deal.", "Pentagon", "pentagon"),
        ("The Nauru Democratic Party condemned Chad.", "Nauru Democratic Party", "name:nauru democratic party"),
        # A people within another state is not the neighbour's.
        ("Kazakh Germans blockaded a road.", "Germans", None),
        ("The Germans blockaded a road.", "Germans", "DEU/people"),
        # A body called by a river is none of the state that lies there; fishermen on it are.
        ("The Mekong Commission condemned Laos.", "Mekong Commission", "name:mekong commission"),
        ("The Black Sea Council condemned Russia.", "Black Sea Council", "name:black sea council"),
        ("The Mekong fishermen condemned Laos.", "The Mekong fishermen", "LAO/fishermen"),
        # From where somebody is taken is a place; from where a letter comes is a government.
        ("The abduction of Ana Paz from Bogota in May angered Peru.", "Bogota", "place:bogota"),
        ("The request of Ana Paz from Bogota angered Peru.", "Bogota", "COL"),
        ("Algeria recalled its ambassador in Madrid.", "Madrid", "ESP"),
        ("Algeria met its ambassador in Madrid.", "Madrid", "place:madrid"),
        # A first name is not that of somebody known by it alone.
        ("Saddam Haftar met envoys of Turkey.", "Saddam Haftar", "name:saddam haftar"),
        ("Saddam met envoys of Turkey.", "Saddam", "saddam-hussein"),
        # Whose troops are led or loyal, and whose are only backed.
        ("Saudi-led jets bombed Sanaa.", "Saudi-led jets", "SAU/jets"),
        ("Saudi-backed troops bombed Sanaa.", "Saudi-backed troops", "group:troops"),
        ("Troops loyal to Putin attacked Kharkiv.", "Troops", "RUS/troops"),
        ("Troops opposed to Putin attacked Kharkiv.", "Troops", "group:troops"),
    ],
)
def test_whose_it_is(text: str, words: str, actor: str | None, nlp: Language, gazetteer: Gazetteer) -> None:
    found = {m.text: m.actor.id for m in mentions_of(text, nlp, gazetteer) if m.actor}
    assert found.get(words) == actor
