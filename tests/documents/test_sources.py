"""What a user names → documents."""

import io
from pathlib import Path

import httpx
import pytest

from legation.documents.document import Document
from legation.documents.options import Limits, Parsed, ParseOptions
from legation.documents.sources import find_documents, find_sources, read_document
from legation.errors import UnreadableDocument
from tests.documents.builders import STORY, item, page, rss, zipped


def names(argument: str | Path, options: ParseOptions | None = None) -> list[str]:
    """Return paths of documents and messages of problems."""
    found = find_documents(str(argument), options)
    return [str(item.document.path) if isinstance(item, Parsed) else str(item) for item in found]


def test_a_folder_is_read_through_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.txt").write_text(STORY)
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / ".hidden.txt").write_text(STORY)
    assert names(tmp_path) == [f"{tmp_path}/a.txt", f"{tmp_path}/b/two.txt", f"{tmp_path}/empty.txt: empty"]


def test_files_are_read_one_at_a_time(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY)
    found = find_sources(str(tmp_path))
    next(found)
    (tmp_path / "b.txt").unlink()
    assert str(next(found)) == f"{tmp_path}/b.txt: no such file or folder"


def test_standard_input() -> None:
    (parsed,) = find_documents("-", stdin=io.BytesIO(STORY.encode()))
    assert isinstance(parsed, Parsed)
    assert (parsed.document.path, parsed.original) == ("-", STORY.encode())
    with pytest.raises(ValueError, match="needs the stream"):
        list(find_documents("-"))


@pytest.mark.parametrize("name", ["missing.txt", "a\x00b", "x" * 5000])
def test_a_missing_file_is_one_line(tmp_path: Path, name: str) -> None:
    (problem,) = names(tmp_path / name)
    assert "\n" not in problem


def test_limits_of_files(tmp_path: Path) -> None:
    options = ParseOptions(limits=Limits(source_bytes=200))
    (tmp_path / "large.txt").write_text(STORY * 4)
    (tmp_path / "large.zip").write_bytes(zipped({f"{number}.txt": STORY.encode() for number in range(4)}))
    problem, *members = sorted(names(tmp_path, options), key=lambda name: ".zip" in name)
    assert "larger than" in problem
    assert len(members) == 4


def test_an_empty_folder(tmp_path: Path) -> None:
    assert names(tmp_path) == [f"{tmp_path}: a folder without files"]


def test_read_document(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_bytes(page())
    assert isinstance(read_document(file), Document)
    feed = tmp_path / "feed.xml"
    feed.write_bytes(rss(item(1) + item(2)))
    with pytest.raises(UnreadableDocument, match="several documents"):
        read_document(feed)
    with pytest.raises(UnreadableDocument, match="no such file"):
        read_document(tmp_path / "missing")


def test_a_url(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.getaddrinfo", lambda *_args, **_kwargs: [(2, 1, 6, "", ("93.184.215.14", 443))])
    answer = httpx.Response(
        200, content=iter([rss(item(1) + item(2))]), headers={"Content-Type": "application/rss+xml"}
    )
    with httpx.Client(transport=httpx.MockTransport(lambda _request: answer)) as client:
        found = list(find_documents("https://wire.example/feed", client=client))
    assert [outcome.document.url for outcome in found if isinstance(outcome, Parsed)] == [
        "https://wire.example/1",
        "https://wire.example/2",
    ]
