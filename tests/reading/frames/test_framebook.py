"""What a frame can ask for and where it looks for its parties, shown with small lexicons of our own."""

from dataclasses import replace
from typing import Any

import pytest

from legation.lexicon.frames import FrameEntry, load_classes
from legation.reading.claims.making import Rules
from legation.reading.frames.framebook import compile_frames, head_word
from legation.reading.reader import Reader
from tests.reading.claims.test_making import names, read

pytestmark = pytest.mark.model

SUPPORT: dict[str, Any] = {"noun": ["support"], "type": "SUPPORT"}
GROUP: dict[str, Any] = {**SUPPORT, "before": ["group"], "silent": True}
LIFTING: dict[str, Any] = {"verb": ["announce"], "object": ["lifting"], "type": "CONCEDE", "to": ["obj.of.on"]}
TRUCE: dict[str, Any] = {"noun": ["cease-fire"], "type": "RETREAT", "mode": "ceasefire", "symmetric": True}


OFFER: dict[str, Any] = {"noun": ["truce offer"], "type": "CONCEDE"}
PLAIN_TRUCE: dict[str, Any] = {**TRUCE, "noun": ["truce"]}


def reader_of(reader: Reader, *entries: dict[str, Any]) -> Reader:
    """Return the reader with these frames and no others."""
    frames = [FrameEntry(source="made up", example="none", **entry) for entry in entries]
    return replace(reader, rules=Rules(compile_frames(frames, load_classes()), reader.rules.status))


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The support group in Kenya meets on Mondays.", []),
        ("Support for Kenya came from Ghana.", ["SUPPORT"]),
    ],
)
def test_noun_before_another_noun(reader: Reader, text: str, types: list[str]) -> None:
    assert [claim.type for claim in read(reader_of(reader, SUPPORT, GROUP), text).claims] == types


def test_slot_two_steps_away(reader: Reader) -> None:
    reading = read(reader_of(reader, LIFTING), "Norway announced the lifting of sanctions on Myanmar.")
    assert [names(reading, claim.recipients) for claim in reading.claims] == [["Myanmar"]]


@pytest.mark.parametrize("word", ["cease-fire", "Cease-fire"])
def test_hyphenated_noun_opens_its_frame(reader: Reader, word: str) -> None:
    reading = read(reader_of(reader, TRUCE), f"A {word} between Ghana and Togo began at noon.")
    assert [names(reading, claim.agents) for claim in reading.claims] == [["Ghana", "Togo"]]


@pytest.mark.parametrize(
    ("phrase", "head"),
    [("hunger strike", "strike"), ("war of words", "war"), ("no-fly zone", "zone"), ("cease-fire", "fire")],
)
def test_phrase_is_looked_up_at_its_head_as_the_tokenizer_cuts_it(phrase: str, head: str) -> None:
    entry = FrameEntry(noun=(phrase,), type="OTHER", source="made up", example="none")
    assert head_word(phrase) == head
    assert compile_frames([entry], []).last_words == {head}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The anti-dumping probe by Brussels against Chinese carmakers widened.", "accuse/noun:anti-dumping probe"),
        ("A war of words between Australia and China broke out.", "accuse/noun:war of word"),
        ("Malaysia called the Indonesian decision a farce.", "accuse/verb:call+provocation|aggression|crime"),
    ],
)
def test_phrases_with_hyphens_and_of_open_frames(reader: Reader, text: str, rule: str) -> None:
    assert rule in {claim.rule for claim in read(reader, text).claims}


def test_longer_phrase_takes_its_parts(reader: Reader) -> None:
    reading = read(reader_of(reader, PLAIN_TRUCE, OFFER), "The Kenyan truce offer to Somalia surprised Ghana.")
    assert [claim.type for claim in reading.claims] == ["CONCEDE"]
