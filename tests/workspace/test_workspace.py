"""The workspace: taking in is whole, orderless and without doubles; one bad document never stops the others."""

import datetime as dt
import itertools
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

import legation
from legation.documents.document import Document
from legation.reading.claim import Reading
from legation.reading.encode import encode_reading
from legation.reading.reader import Reader
from legation.workspace.workspace import Workspace

pytestmark = pytest.mark.model
NOW = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)
REPORTS = {
    "a.txt": "Published: 4 March 2026\nPeru sent Chile 200 tents on Monday.\n",
    "b.txt": "Published: 4 March 2026\nPeru sent tents to Chile on 2 March, the foreign ministry in Lima said.\n",
    "c.txt": "Published: 5 March 2026\nChile may recall its ambassador to Peru.\n",
    "d.txt": "Published: 5 March 2026\nKenya accused Somalia of shelling its border.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "reports"
    place.mkdir()
    for name, text in REPORTS.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def open_record(place: Path, reader: Any) -> Workspace:
    return Workspace(str(place), reader=reader, clock=lambda: NOW)


def content(record: Workspace) -> list[Any]:
    """Return everything the events say, without what depends on the moment."""
    pairs = (("PER", "CHL"), ("KEN", "SOM"))
    return [
        (line.when, line.kind, line.parties, line.event.id, sorted(account.key for account in line.event.accounts))
        for pair in pairs
        for line in record.chronology(*pair).lines
    ]


def test_adding_twice_changes_nothing(tmp_path: Path, folder: Path, reader: Reader) -> None:
    with open_record(tmp_path / "r.db", reader) as record:
        first = list(record.add([str(folder)]))
        counted, said = record.count(), content(record)
        second = list(record.add([str(folder)]))
        assert [added.is_new for added in first] == [True] * 4
        assert [(added.is_new, added.claims) for added in second] == [(False, None)] * 4
        assert (record.count(), content(record)) == (counted, said)
        assert record.check() == []


def test_any_order_gives_the_same_record(tmp_path: Path, folder: Path, reader: Reader) -> None:
    said = []
    for number, order in enumerate(itertools.permutations(REPORTS)):
        if number % 5:
            continue
        with open_record(tmp_path / f"{number}.db", reader) as record:
            for name in order:
                list(record.add([str(folder / name)]))
            said.append(content(record))
    assert len(said) > 3
    assert all(other == said[0] for other in said)


def test_reports_of_one_occurrence_are_one_event(tmp_path: Path, folder: Path, reader: Reader) -> None:
    with open_record(tmp_path / "r.db", reader) as record:
        list(record.add([str(folder)]))
        aid = [line for line in record.chronology("PER", "CHL").lines if line.event.type == "AID"]
        assert len(aid) == 1
        assert len({account.evidence.document_id for account in aid[0].event.accounts}) == 2


class Faulty:
    """A reader with a bug that one document brings out."""

    version = "faulty/1"

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def read(self, document: Document) -> Reading:
        if "Kenya" in document.text:
            message = "a bug"
            raise RuntimeError(message)
        return self.reader.read(document)


def test_a_bug_costs_its_document_only(tmp_path: Path, folder: Path, reader: Reader) -> None:
    with open_record(tmp_path / "r.db", Faulty(reader)) as record:
        added = list(record.add([str(folder)]))
        assert [bool(item.problem) for item in added] == [False, False, False, True]
        assert "RuntimeError" in record.problems()[0].reason
        assert record.check() == []
    with open_record(tmp_path / "r.db", reader) as record:
        assert [item.claims for item in record.read_again()] != []
        assert record.chronology("KEN", "SOM").lines


def test_bad_material_is_named_and_the_rest_is_read(tmp_path: Path, folder: Path, reader: Reader) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    (folder / "page.html").write_text("<html><body><nav>Home</nav></body></html>", encoding="utf-8")
    (folder / "ru.txt").write_text("Министр заявил, что переговоры начнутся в среду в столице.\n" * 3, encoding="utf-8")
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("zeros.txt", b"0" * 300_000_000)
    with open_record(tmp_path / "r.db", reader) as record:
        added = list(record.add([str(folder)]))
        bad = {Path(item.source).name.split("!")[0]: item.problem for item in added if item.problem}
        assert len([item for item in added if not item.problem]) == 4
        for name in ("empty.txt", "noise.txt", "cut.pdf", "page.html", "ru.txt"):
            assert name in bad
            assert "\n" not in str(bad[name])
        assert any("bomb.zip" in str(problem) for problem in bad.values())
        assert record.count().documents == 4
        assert record.check() == []


SCRIPT = """
import sys, legation
with legation.open(sys.argv[1]) as record:
    for added in record.add(sys.argv[2:]):
        print(added.source, flush=True)
"""


@pytest.mark.parametrize("wait", [0.0, 0.25])
def test_a_killed_process_leaves_a_whole_record(tmp_path: Path, wait: float, reader: Reader) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(120):
        text = (
            f"Published: 4 March 2026\nPeru sent Chile {number + 2} tents on Monday. Kenya accused Somalia of theft.\n"
        )
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    place = tmp_path / "r.db"
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(place), str(folder)], stdout=subprocess.PIPE, env=environment, text=True
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    assert first
    time.sleep(wait)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with open_record(place, reader) as record:
        before = record.count().documents
        assert before > 0
        assert record.check() == []
        list(record.add([str(folder)]))
        assert record.count().documents == 120
        assert record.check() == []


def test_the_library_reads_a_text_and_a_file_alike(tmp_path: Path) -> None:
    text = "Peru sent Chile 200 tents on Monday."
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    from_text, from_file = legation.read(text, published="2026-03-04"), legation.read(path, published="2026-03-04")
    assert from_text.document.id == from_file.document.id
    assert encode_reading(from_text)["claims"] == encode_reading(from_file)["claims"]
    with pytest.raises(ValueError, match="last week"):
        legation.read(text, published="last week")


def test_at_most_twelve_public_names_all_documented() -> None:
    assert len(legation.__all__) <= 12
    for name in legation.__all__:
        assert getattr(legation, name).__doc__
        assert name in (legation.__doc__ or "")
