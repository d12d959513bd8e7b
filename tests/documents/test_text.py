"""Bytes → text: encodings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.documents.text import decode
from legation.errors import UnreadableDocument

CURLY = "The minister’s “frank” talks in Asunción — the third this year — ended on Friday with no accord, aides said."
RUSSIAN = "Министры двух стран встретились во вторник в Москве и обсудили границу. Переговоры продолжатся в мае."
KOREAN = "두 나라의 외교 장관은 화요일 서울에서 만나 국경 문제를 논의했다. 회담은 오월에 다시 열린다고 외교부가 밝혔다."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CURLY, "utf-8"),
        (CURLY, "utf-8-sig"),
        (CURLY, "utf-16"),
        (CURLY, "utf-16-le"),
        (CURLY, "utf-16-be"),
        (CURLY, "utf-32"),
        (CURLY, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "utf-8"),
        (KOREAN, "euc-kr"),
    ],
)
def test_decode(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


def test_line_ends_and_spaces_stay() -> None:
    text = " \r\n One line.\r\n\r\nAnother.\x0c\n"
    assert decode(text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf  ", "empty"),
        (bytes(range(256)), "binary"),
        (b"words and \x00 more words", "binary"),
        ("Words of ’ and “ in UTF-8".encode() + b" \xff broken", "wrongly encoded"),
        (b"\xff\xfea\x00b\x00c", "wrongly encoded"),
    ],
)
def test_what_is_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=f"^bad.txt: .*{reason}"):
        decode(data, "bad.txt")


def test_declared_encoding_goes_before_detection() -> None:
    assert decode(RUSSIAN.encode("koi8-r"), "a.html", "koi8-r").text == RUSSIAN


def attempt(data: bytes) -> tuple[str | None, str]:
    """Return the text and, if there is none, the message."""
    try:
        return decode(data, "any").text, ""
    except UnreadableDocument as problem:
        return None, str(problem)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_unreadable(data: bytes) -> None:
    text, problem = attempt(data)
    assert problem.startswith("any: ") if text is None else text.strip()


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\x00" not in text and text[0] != "\ufeff"))
def test_utf8_comes_back(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    found, problem = attempt(data)
    assert found == data.decode() or "binary" in problem or "empty" in problem
