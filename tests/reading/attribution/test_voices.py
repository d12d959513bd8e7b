"""Whose word it is: acts are nobody's word, speakers inside what they say, and what has no voice of its own."""

import pytest
from spacy.language import Language

from legation.documents.span import Span
from legation.lexicon.cues import load_cues
from legation.reading.attribution.quotations import find_attributions
from legation.reading.attribution.voices import drop_voiceless
from legation.reading.claim import Attribution, Speech
from legation.reading.parse.lemmas import load_lemmatizer
from legation.reading.parse.passages import parse_passages
from legation.reading.reader import Reader
from tests.builders import make_document


def attribution(name: str, start: int, end: int, source: str | None, parent: str | None) -> Attribution:
    spans = (Span(0, len(source)),) if source else ()
    return Attribution(
        name, spans, (Span(start, start + 1),), (Span(start, end),), None, source, Speech.INDIRECT, parent
    )


def test_what_has_no_voice_in_anothers_words_is_dropped() -> None:
    outer, inner = attribution("a1", 0, 90, "Lima", None), attribution("a2", 10, 80, None, "a1")
    last = attribution("a3", 20, 70, "Quito", "a2")
    assert [(made.id, made.parent) for made in drop_voiceless([outer, inner, last])] == [("a1", None), ("a3", "a1")]


def test_what_nobody_says_stays_where_no_one_else_speaks() -> None:
    alone = attribution("a1", 0, 90, None, None)
    assert drop_voiceless([alone]) == [alone]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Quito made three failed attempts to launch a weather satellite.", []),
        ("The concerns are growing that Lima and Quito could trade arms.", [None]),
        ("He signed the accord, a move that critics said rewarded the raid on Goma.", ["critics"]),
        # Who is jailed or thanked for what he says has said it.
        ("A court in Lome jailed a writer for claiming that Togo had ceded land to Ghana.", ["a writer"]),
        ("Ghana left after claiming that Togo had ceded land to Benin.", ["Ghana"]),
        # What is told beside a talk is not its content; what is quoted behind it is.
        ("The ministers talked for hours and the Chilean envoy flew to Peru.", []),
        ("The premier said that Togo had left and Benin would stay.", ["The premier"]),
        # "It" that has done something is somebody.
        ("It had warned that Serbia would arm the rebels.", ["It"]),
        ("It has been reported that Serbia armed the rebels.", [None]),
    ],
)
def test_only_speakers_are_sources(text: str, sources: list[str | None], nlp: Language) -> None:
    passages = parse_passages(make_document(text), nlp)
    found = find_attributions(passages, (), load_cues(), load_lemmatizer())
    assert [made.source_text for made in found] == sources


@pytest.mark.model
@pytest.mark.parametrize(("opener", "sources"), [("KABUL", []), ("Kabul said", ["Kabul"])])
def test_where_a_report_comes_from_is_no_source(opener: str, sources: list[str], reader: Reader) -> None:
    text = f"{opener}: Rebels are near Herat."
    assert [made.source_text for made in reader.read(make_document(text)).attributions] == sources
