"""Goods handed over to nobody named. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.builders import make_document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Morocco delivered 18 howitzers in May.", ["AID"]),
        ("Jordan flew in 30 tonnes of flour.", ["AID"]),
        ("Kazakhstan sold 500,000 tonnes of wheat.", ["COOPERATE"]),
        ("Peru flew in 2019 to the summit.", []),
        ("The post delivered 40 parcels.", []),
    ],
)
def test_counted_goods_need_no_recipient(reader: Reader, text: str, types: list[str]) -> None:
    assert [claim.type for claim in reader.read(make_document(text)).claims] == types
