"""What something is called in quotation marks. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('Minsk called the accord "a betrayal of the fallen" and left.', "ACCUSE"),
        ('Chad called the statement "a step away from peace".', "STATEMENT"),
        ('Oman called the deal "a violation of our waters".', "ACCUSE"),
    ],
)
def test_the_quoted_noun_is_what_it_is_called(reader: Reader, text: str, kind: str) -> None:
    assert ("called", kind) in [(claim.trigger.of(text), claim.type) for claim in read(reader, text).claims]
