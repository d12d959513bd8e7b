"""What a sentence offers on a pair, and what the arbiter makes of it. Sentences are our own."""

import pytest

from legation.documents.document import Document, Zone, ZoneKind
from legation.documents.span import Span
from legation.reading.pairs import PairView, describe_pair, list_phrases, view_pair
from legation.reading.pairtypes import load_type_arbiter
from legation.reading.parse.passages import parse_passages
from legation.reading.parse.trees import grow_trees
from legation.reading.reader import Reader
from tests.builders import find

pytestmark = pytest.mark.model


def view(reader: Reader, text: str, source: str, target: str) -> PairView:
    document = Document("sha256:0", text, zones=(Zone(ZoneKind.BODY, Span(0, len(text))),))
    trees = grow_trees(parse_passages(document, reader.nlp), reader.lemmatizer)
    return view_pair(text, {"s": find(text, source), "t": find(text, target)}, trees, reader.rules)


def test_frames_bind_the_pair(reader: Reader) -> None:
    found = view(reader, "Gabon accused Togo of spying.", "Gabon", "Togo")
    assert found.framed == "ACCUSE"
    assert "frame=ACCUSE s>t" in describe_pair(found, reader.rules)


def test_the_parties_themselves_are_masked(reader: Reader) -> None:
    features = describe_pair(view(reader, "Gabon accused Togo of spying.", "Gabon", "Togo"), reader.rules)
    assert not any("gabon" in feature.lower() or "togo" in feature.lower() for feature in features)
    assert "words=s accuse" in features


def test_phrases_know_no_names_and_no_numbers(reader: Reader) -> None:
    text = "Gabon handed 300 Beninese prisoners over to Togo in Port Gentil on Monday."
    phrases = list_phrases(view(reader, text, "Gabon", "Togo"))
    assert {"| s hand", "hand # N", "N prisoner", "to t in", "in N on"} <= set(phrases)
    assert not any(name in phrase for phrase in phrases for name in ("gabon", "benin", "togo", "port", "300", "monday"))


def test_without_a_claim_the_topmost_event_word_speaks(reader: Reader) -> None:
    found = view(reader, "Gabon, like Togo, saw protests.", "Gabon", "Togo")
    assert found.framed == "PROTEST"


@pytest.mark.parametrize(
    ("text", "source", "target", "kind"),
    [
        ("Bolivia condemned the Chilean raid.", "Bolivia", "Chilean", "ACCUSE"),
        ("Oslo will send tents to Haiti.", "Oslo", "Haiti", "AGREE"),
        ("Fiji refused to extradite the banker to Tonga.", "Fiji", "Tonga", "REJECT"),
        ("Kuwaiti police arrested an Omani trader.", "Kuwaiti police", "an Omani trader", "COERCE"),
        ("Lusaka's envoy sat down with the Malawian premier.", "Lusaka's envoy", "the Malawian premier", "CONSULT"),
    ],
)
def test_the_arbiter_decides_a_pair(reader: Reader, text: str, source: str, target: str, kind: str) -> None:
    found = view(reader, text, source, target)
    decision = load_type_arbiter().decide(describe_pair(found, reader.rules), list_phrases(found), found.framed)
    assert decision.type == kind
    assert decision.reasons
