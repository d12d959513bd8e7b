"""Near misses: each condition that can fail is named, and a frame that held says why it made no claim."""

import pytest

from legation.documents.document import Document
from legation.reading.explain import Missed, explain
from legation.reading.reader import Reader
from tests.builders import make_document

pytestmark = pytest.mark.model


def misses(text: str, reader: Reader) -> list[Missed]:
    document: Document = make_document(text)
    return list(explain(document, reader).missed)


@pytest.mark.parametrize(
    ("text", "word", "rule", "reason"),
    [
        ("Chad gave Niger a map.", "gave", "aid/verb:give(money)", "no object of the class or word money"),
        ("Chad gave its word to Niger.", "gave", "concede/verb:give+in", "no particle in"),
        ("Chad gave Niger money.", "gave", "aid/verb:give", "lost to aid/verb:give(money), which is more particular"),
        ("The Chadian opposition left.", "opposition", "reject/noun:opposition", "“The Chadian opposition” names"),
        ("Peru held talks with Chile.", "talks", "consult/noun:talk", "says again what “held” says"),
        ("It rained during the talks.", "talks", "consult/noun:talk", "no party stands in its slots"),
    ],
)
def test_each_says_what_it_lacked(text: str, word: str, rule: str, reason: str, reader: Reader) -> None:
    found = [miss.reason for miss in misses(text, reader) if miss.word == word and miss.rule.startswith(rule)]
    assert any(said.startswith(reason) for said in found), [(m.word, m.rule, m.reason) for m in misses(text, reader)]


def test_the_nearest_come_first(reader: Reader) -> None:
    lacking = [miss.lacking for miss in misses("Chad gave Niger a map.", reader) if miss.word == "gave"]
    assert lacking == sorted(lacking)
    assert lacking[0] < lacking[-1]


def test_every_condition_that_fails_is_counted(reader: Reader) -> None:
    for miss in misses("Chad gave Niger a map.", reader):
        assert miss.lacking == (len(miss.reason.split("; ")) if miss.reason.startswith("no ") and miss.lacking else 0)
