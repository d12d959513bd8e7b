"""Each benchmark command runs on a little data of our own and writes what its scorer reads."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.smoke, pytest.mark.model]
ROOT = Path(__file__).parents[2]
TEXT = 'Kenya accused Somalia of shelling its border on Monday.\n\n"We will answer," President William Ruto said.\n'


def run(module: str, *arguments: object) -> str:
    command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "text"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_plv(tmp_path: Path) -> None:
    data, out = tmp_path / "data.tsv", tmp_path / "out.jsonl"
    marked = "<s>Kenya</s> accused <t>Somalia</t> of shelling its border."
    plain = "Kenya accused Somalia of shelling its border."
    data.write_text(
        f"uid\tsentence\tmarked_sentence\tsource\ttarget\n7\t{plain}\t{marked}\tKenya\tSomalia\n", encoding="utf-8"
    )
    run("plv", "--data", data, "--out", out)
    assert rows(out) == [{"uid": "7", "root": "ACCUSE"}]


def test_gsr(tmp_path: Path) -> None:
    data, out = tmp_path / "data.jsonl", tmp_path / "out.jsonl"
    data.write_text(json.dumps({"id": "x", "text": "Japan condemned Peru."}) + "\n", encoding="utf-8")
    run("gsr", "--data", data, "--out", out)
    event = rows(out)[0]["events"][0]
    assert (event["event"], event["source"][0]["code"], event["target"][0]["code"]) == ("ACCUSE", "JPN", "PER")


def test_polnear(texts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run("polnear", "--text", texts, "--out", out)
    found = rows(out)[0]
    assert found["doc"] == "a"
    assert any(TEXT[start:end] == "said" for a in found["attributions"] for start, end in a["cue"])


def test_timex(texts: Path, tmp_path: Path) -> None:
    dates, out = tmp_path / "dct.tsv", tmp_path / "out.jsonl"
    dates.write_text("a\t2026-03-04\n", encoding="utf-8")
    run("timex", "--text", texts, "--dct", dates, "--out", out)
    assert rows(out) == [{"doc": "a", "timexes": [{"start": 48, "end": 54, "type": "DATE", "value": "2026-03-02"}]}]


def test_timex_speed(texts: Path, tmp_path: Path) -> None:
    dates = tmp_path / "dct.tsv"
    dates.write_text("a\t2026-03-04\n", encoding="utf-8")
    told = run("timex", "--text", texts, "--dct", dates, "--speed").split()
    assert told[:2] == ["words", str(len(TEXT.split()))]
    assert told[2] == "words/s"
    assert float(told[3]) > 0


def test_speed(texts: Path) -> None:
    last = run("speed", "--text", texts, "--rounds", 1).splitlines()[-1].split()
    assert last[0::2] == ["ratio", "tokens/s", "peak_mib"]
    assert all(float(number) > 0 for number in last[1::2])


@pytest.mark.parametrize("how", ["add", "load"])
def test_faults(how: str) -> None:
    told = run("faults", "--kills", 2, "--documents", 30, "--how", how)
    assert "killed                   2 times" in told
    assert told.splitlines()[-1].split() == ["faults", "0"]


def test_record_size() -> None:
    told = run("record_size", "--claims", 300, "--documents", 100)
    assert "300 claims from 100 documents" in told
    assert "add one document" in told
