"""Which addresses may be fetched."""

import pytest

from legation.documents.addresses import Reach, is_public, pin
from legation.errors import UnreadableDocument


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("224.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", False),
        ("::127.0.0.1", False),
        ("::ffff:0:10.0.0.1", False),
        ("::ffff:127.0.0.1", False),
        ("127.8.8.8", False),
        ("169.254.169.254", False),
        ("198.18.0.1", False),
        ("192.0.2.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("ff02::1", False),
        ("fec0::1", False),
        ("64:ff9b::808:808", True),
        ("::ffff:8.8.8.8", True),
    ],
)
def test_is_public(number: str, public: bool) -> None:
    assert is_public(number) is public


@pytest.mark.parametrize(
    "address",
    [
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://localhost/",
        "http://user@127.0.0.1/",
        "http://8.8.8.8@127.0.0.1/",
        "http://[::ffff:7f00:1]/",
        "http://①②⑦.⓪.⓪.①/",
        "gopher://8.8.8.8/",
        "ftp://8.8.8.8/",
        "http:///etc/passwd",
        "http://8.8.8.8:25/",
    ],
)
def test_ways_of_writing_what_is_inside(address: str) -> None:
    with pytest.raises(UnreadableDocument):
        pin(address, address, Reach())
