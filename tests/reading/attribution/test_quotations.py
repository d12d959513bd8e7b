"""Attributions: source, cue and content in the constructions of reporting, over the model."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from legation.documents.document import Document, Zone, ZoneKind, content_id
from legation.documents.span import Span
from legation.lexicon.cues import load_cues
from legation.reading.attribution.quotations import find_attributions
from legation.reading.claim import Attribution, Form, Mention, Speech
from legation.reading.parse.lemmas import load_lemmatizer
from legation.reading.parse.passages import PLAIN, parse_passages

pytestmark = pytest.mark.model
Find = Callable[..., list[Attribution]]


@pytest.fixture(scope="module")
def find(nlp: Language) -> Find:
    cues, lemmatizer = load_cues(), load_lemmatizer()

    def find_in(text: str, mentions: tuple[Mention, ...] = (), *, nested: bool = True) -> list[Attribution]:
        zones = (Zone(ZoneKind.BODY, Span(0, len(text))),)
        passages = parse_passages(Document(content_id(text.encode()), text, zones=zones), nlp)
        return find_attributions(passages, mentions, cues, lemmatizer, nested=nested)

    return find_in


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(span.of(text) for span in spans)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The ministry said the convoy had left the port.", "The ministry", "said", "the convoy had left the port"),
        ("According to the agency, two ships had left.", "the agency", "According to", "two ships had left"),
        ("Two ships had left, according to the agency.", "the agency", "according to", "Two ships had left"),
        ("Per the agency, two ships had left.", "the agency", "Per", "two ships had left"),
        ("In the view of the council, the map was false.", "the council", "In the view of", "the map was false"),
        ("The claim that the port had fallen spread fast.", "", "The claim", "that the port had fallen"),
        ("The report found that wells were dry.", "The report", "found", "that wells were dry"),
        ("It is believed that the ruler is ill.", "", "is believed", "that the ruler is ill"),
        ("Kim is said to have signed the order.", "", "is said", "Kim … to have signed the order"),
        ("Beijing wants the talks to go on.", "Beijing", "wants", "the talks to go on"),
        ("The king is confident that the pact will pass.", "The king", "is confident", "that the pact will pass"),
        ("The question is whether the truce will hold.", "", "The question is", "whether the truce will hold"),
        ("The jet reportedly left at noon.", "", "reportedly", "The jet … left at noon"),
        ("TRUMP: We will build it.", "TRUMP", ":", "We will build it"),
        ("Kenyan minister: the port was never sold.", "Kenyan minister", ":", "the port was never sold"),
        ("The port was never sold: Kenyan minister", "Kenyan minister", ":", "The port was never sold"),
        ("As Kigali sees it, the map is false.", "Kigali", "sees", "the map is false"),
        ("As far as Lima is concerned, the map is false.", "Lima", "concerned", "the map is false"),
        ("As was announced in May, the ship has sailed.", "", "announced", "the ship has sailed"),
        ("The claim by Baku that the pass is shut is old.", "Baku", "The claim", "that the pass is shut"),
        ("Lisbon is unsure whether the pact binds it.", "Lisbon", "is unsure", "whether the pact binds it"),
    ],
)
def test_indirect_speech(find: Find, text: str, source: str, cue: str, content: str) -> None:
    first = find(text)[0]
    assert (words(text, first.source), words(text, first.cue), words(text, first.content)) == (source, cue, content)
    assert first.kind is Speech.INDIRECT
    assert first.source_text == (source or None)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“Where is the crew?” she asked.", "she", "Where is the crew"),
        (
            '"We will not yield," the general said. "Our troops are ready."',
            "the general",
            "We will not yield … Our troops are ready",
        ),
        ('"The port is closed," said Adm. Lee Sun-ho.', "Adm. Lee Sun-ho", "The port is closed"),
    ],
)
def test_direct_speech(find: Find, text: str, source: str, content: str) -> None:
    (only,) = find(text)
    assert (words(text, only.source), words(text, only.content), only.kind) == (source, content, Speech.DIRECT)


def test_scare_quotes_are_mixed_at_most(find: Find) -> None:
    (only,) = find('Analysts said Moscow\'s "special operation" had stalled.')
    assert only.kind is Speech.MIXED


@pytest.mark.parametrize(
    "text",
    [
        'The "Agreement on Maritime Cooperation" was signed in May.',
        "Two ships left the port on Monday.",
        'The navy docks at "Port Royal" in June.',
        'Both states ratified the "Charter of the Narrow Seas" in 1994.',
    ],
)
def test_names_in_quotation_marks_are_no_speech(find: Find, text: str) -> None:
    assert [a for a in find(text) if a.kind is not Speech.INDIRECT] == []


def test_participles_share_the_source(find: Find) -> None:
    text = "The mayor left the room, saying that he was tired, and adding that talks were over."
    assert [words(text, a.source) for a in find(text)] == ["The mayor", "The mayor"]


def test_a_quotation_runs_on_over_paragraphs(find: Find) -> None:
    text = "“The bridge is open,” Ms Okafor said. “It will stay open.\n“No one will close it.\n“That is our promise.”"
    said, second, third = find(text)
    assert said.cue != ()
    assert second.cue == third.cue == ()
    assert second.source == third.source == said.source
    assert words(text, third.content) == "That is our promise."


def test_a_paragraph_with_its_own_speaker_is_not_carried(find: Find) -> None:
    text = '"The bridge is open," Ms Okafor said.\n"It is not," Mr Lind replied.'
    assert [words(text, a.source) for a in find(text)] == ["Ms Okafor", "Mr Lind"]


def test_an_attribution_stands_in_another(find: Find) -> None:
    text = "The president said the marshal had promised that no shell would fall."
    outer, inner = find(text)
    assert (words(text, outer.source), words(text, inner.source)) == ("The president", "the marshal")
    assert (outer.parent, inner.parent) == (None, outer.id)


@pytest.mark.parametrize(
    "text",
    [
        "Yonhap reported, citing the navy, that two ships had left.",
        "Two ships had left, Yonhap reported, citing the navy.",
        "Citing the navy, Yonhap reported that two ships had left.",
        "Yonhap, quoting the navy, said two ships had left.",
    ],
)
def test_who_is_cited_stands_in_who_cites(find: Find, text: str) -> None:
    inner = next(a for a in find(text) if a.source_text == "the navy")
    outer = next(a for a in find(text) if a.id == inner.parent)
    assert outer.source_text == "Yonhap"
    assert "wo ships had left" in words(text, inner.content)


def test_speech_inside_a_quotation_ends_with_it(find: Find) -> None:
    text = "“My neighbour said the soldiers took the cattle,” Amina Yusuf recalled."
    inner = next(a for a in find(text) if a.source_text == "My neighbour")
    assert words(text, inner.content) == "the soldiers took the cattle"


def test_without_nesting_one_is_kept(find: Find) -> None:
    assert len(find("The president said the marshal had promised that no shell would fall.", nested=False)) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ministry in Oslo said the talks were over.", "ministry"),
        ("The envoy, who said the text was final, left.", "envoy"),
    ],
)
def test_the_source_is_a_mention(find: Find, text: str, name: str) -> None:
    start = text.index(name)
    mention = Mention("m7", Span(start, start + len(name)), name, Form.DESCRIPTION, None)
    assert find(text, (mention,))[0].source_mention == "m7"


def test_most_examples_of_the_lexicon_are_found(find: Find) -> None:
    examples = [entry for entry in load_cues().entries.values() if "that" in entry.construction]
    found = [any(a.content for a in find(entry.example)) for entry in examples]
    assert sum(found) / len(found) >= 0.9


@pytest.mark.parametrize(
    "text",
    [
        " ",
        '"',
        "''",
        ":",
        "\n\n",
        '"a',
        'said "',
        "“”",
        "He said",
        "TRUMP:",
        "TRUMP: -",
        "The minister:",
        "x" * 300 + '"' * 9,
    ],
)
def test_odd_texts_are_read(find: Find, text: str) -> None:
    for found in find(text):
        assert all(span.of(text) for span in (*found.source, *found.cue, *found.content))


def test_marks_are_read_alike_in_every_form(find: Find) -> None:
    curly = "“The port is shut,” the consul said."
    straight = curly.translate(PLAIN)
    assert find(curly)[0].content == find(straight)[0].content
