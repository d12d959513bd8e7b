"""Acts somebody was held back from, let be, or that are only talked of, are not told as done. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import read
from tests.reading.status.test_unrealised import statuses

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Libya kept Chad from seizing the town.", "denied"),
        ("Libya barred Chad from seizing the town.", "denied"),
        ("Chad ruled out seizing the town.", "denied"),
        ("Chad has not ruled out seizing the town.", "possible"),
        ("Chad gave up on seizing the town.", "denied"),
        ("Chad was talked out of seizing the town.", "denied"),
        ("Hardly any soldiers of Chad seized the town.", "denied"),
        ("It is not true that Chad seized the town.", "denied"),
        ("It is doubtful that Chad seized the town.", "possible"),
        ("The idea that Chad seized the town is absurd.", "denied"),
        ("Claims that Chad had seized the town turned out to be untrue.", "denied"),
        ("Chad must have seized the town.", "possible"),
        ("Chad is strong enough to seize the town.", "possible"),
        ("It is clear that Chad seized the town.", "happened"),
        ("Chad went on seizing the towns.", "ongoing"),
    ],
)
def test_what_was_let_be(reader: Reader, text: str, status: str) -> None:
    found = statuses(reader, text)
    assert found.get("seizing", found.get("seized", found.get("seize"))) == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad made plans for an attack on Libya.", "planned"),
        ("Libya braced for an attack by Chad.", "possible"),
        ("Libya has no defence against an attack by Chad.", "possible"),
        ("Chad rehearsed an attack on Libya.", "possible"),
        ("Niger deterred an attack by Chad on Libya.", "denied"),
        ("Chad voted against an attack on Libya.", "denied"),
        ("Chad's parliament authorised an attack on Libya.", "planned"),
        ("Libya responded to an attack by Chad.", "happened"),
    ],
)
def test_an_attack_that_is_only_looked_to(reader: Reader, text: str, status: str) -> None:
    assert [claim.status.value for claim in read(reader, text).claims if claim.type == "ASSAULT"] == [status]
