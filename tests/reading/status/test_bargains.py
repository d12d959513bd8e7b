"""What deals and talks are on, and what a dropped plan held. Texts are our own."""

import pytest
from spacy.language import Language

from legation.reading.claim import Status
from legation.reading.reader import Reader
from tests.builders import make_document
from tests.reading.trees import grow, link_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Egypt and Eritrea signed an accord on opening a port.", "opening", Status.PLANNED),
        ("Japan and Vietnam agreed on cutting tariffs.", "cutting", Status.PLANNED),
        (
            "Mali signed an accord on building a plant and another on arming rebels.",
            "arming",
            Status.PLANNED,
        ),
        ("Oman held talks with Yemen on releasing prisoners.", "releasing", Status.POSSIBLE),
        ("The Senate dropped its objections to arming Taiwan.", "arming", Status.POSSIBLE),
        ("Kenya dropped the idea of sending troops to Haiti.", "sending", Status.DENIED),
        ("Kenya cancelled plans to buy drones from Turkey.", "buy", Status.DENIED),
        ("Kenya may drop the plan to buy drones from Turkey.", "buy", Status.PLANNED),
        ("Kenya has not dropped the plan to buy drones from Turkey.", "buy", Status.PLANNED),
    ],
)
def test_what_is_agreed_or_dropped_is_not_done(reader: Reader, text: str, word: str, status: Status) -> None:
    reading = reader.read(make_document(text))
    (claim,) = [claim for claim in reading.claims if claim.trigger.of(text) == word]
    assert claim.status is status


def test_another_is_another_deal(nlp: Language) -> None:
    tree = grow(nlp, "Egypt signed an accord on opening a port and another on rebuilding a plant.")
    assert link_of(tree, "another") == ("conj", "accord")
    assert link_of(tree, "rebuilding") == ("pcomp", "on")
