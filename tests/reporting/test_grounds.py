"""Why words are of an origin, in the words of each language."""

import pytest

from legation.documents.grounds import Because, Ground
from legation.reporting.grounds import COPIES, COPY, VOICES, ground_words
from legation.web.words import load_tongue

COPIED = Because(Ground.SIGNED, {"source": "Lima Post", "share": 54, "agency": "Xinhua"})


@pytest.mark.parametrize(
    ("because", "words"),
    [
        (COPIED, "a copy of the report in Lima Post: signed by Xinhua, 54% of the words in common"),
        (Because(Ground.CHAINED, {"document": "3fa9c1d2e0ab"}),
         "a copy of the report in document 3fa9c1d2e0ab: by way of another copy"),
        (Because(Ground.SHARED, {"source": "{odd} 100%", "share": 92}),
         "a copy of the report in {odd} 100%: 92% of the words in common"),
        (Because(Ground.RELEASED, {"name": "Peru"}), "hands on a statement of Peru"),
    ],
)  # fmt: skip
def test_a_ground_in_words(because: Because, words: str) -> None:
    assert ground_words(because.kept()) == words


def test_what_an_older_record_keeps_is_shown_as_it_is() -> None:
    assert ground_words("a copy of the report in Lima Post: the same text") == (
        "a copy of the report in Lima Post: the same text"
    )
    assert ground_words(None) is None


def test_every_ground_is_said_in_korean() -> None:
    tongue = load_tongue("ko")
    assert {*COPIES, *VOICES} == set(Ground)
    assert {COPY, *COPIES.values(), *VOICES.values()} <= tongue.phrases.keys()
    assert tongue.tell(ground_words(COPIED.kept()) or "") == ("Lima Post 보도의 사본: 신화통신 서명, 낱말 54%가 같음")
