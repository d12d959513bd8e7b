"""The commands of the ledger."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from legation.cli.main import legation
from tests.workspace.test_forecasting import fill, write_rows

NEW = (
    "new",
    "RUS",
    "PRK",
    "--type",
    "AID",
    "--opened",
    "2025-06-01",
    "--within",
    "29",
    "--p",
    "0.7",
    "--author",
    "ana",
)


@pytest.fixture
def record(tmp_path: Path) -> str:
    place = str(tmp_path / "record.db")
    fill(place, write_rows(tmp_path / "rows.csv")).close()
    return place


def invoke(record: str, *arguments: str) -> Result:
    return CliRunner().invoke(legation, ["--record", record, "forecast", *arguments])


def test_from_entry_to_score(record: str, tmp_path: Path) -> None:
    made = json.loads(invoke(record, *NEW, "--json").stdout)
    assert (made["target"]["source"], made["closes"], made["resolves_by"]) == ("RUS", "2025-06-30", "2025-07-14")
    assert "likely (55–80 %), about 70 %" in " ".join(invoke(record, "list").stdout.split())
    ended = json.loads(invoke(record, "resolve", "--json").stdout)
    assert (ended["uid"], ended["outcome"]) == (made["uid"], "yes")
    assert ended["events"]
    plot = tmp_path / "plot.svg"
    printed = invoke(record, "score", "-o", str(plot)).stdout
    assert "Brier 0.090" in printed
    assert "too few to tell skill from luck" in printed
    assert plot.read_text(encoding="utf-8").startswith("<svg")
    rows = [json.loads(line) for line in invoke(record, "score", "--json").stdout.splitlines()]
    assert [row["name"] for row in rows] == ["all", "ana"]


def test_rates_are_printed_in_words_or_not_assessed(record: str) -> None:
    printed = " ".join(invoke(record, "rate", "RUS", "PRK", "--within", "7", "--opened", "2025-08-01").stdout.split())
    assert "Aid or delivery: " in printed
    assert "%), about" in printed or "%), under" in printed
    few = invoke(record, "rate", "JPN", "RUS", "--opened", "2025-08-01").stdout
    assert " ".join(few.split()).startswith("not assessed: 0 event-days of this dyad")
    row = json.loads(invoke(record, "rate", "JPN", "RUS", "--opened", "2025-08-01", "--json").stdout)
    assert row["p"] is None
    assert row["words"].startswith("not assessed: 0 event-days")


def test_conditions_are_part_of_the_forecast(record: str) -> None:
    made = json.loads(invoke(record, *NEW, "--unless", "RUS", "PRK", "CONSULT:visit", "--json").stdout)
    assert made["condition"]["wanted"] is False
    assert (made["condition"]["target"]["type"], made["condition"]["target"]["mode"]) == ("CONSULT", "visit")


@pytest.mark.parametrize(
    ("extra", "code", "words"),
    [
        (("--closes", "2025-07-01"), 2, "either --within DAYS or --closes DATE"),
        (("--p", "1"), 2, "never certain"),
        (("--supersedes", "abc"), 1, "no such forecast"),
        (("--if", "RUS", "PRK", "DANCE"), 2, "DANCE: no event type"),
        (("--if", "RUS", "PRK", "AID", "--unless", "RUS", "PRK", "AID"), 2, "either --if or --unless"),
    ],
)
def test_mistakes_get_one_line(record: str, extra: tuple[str, ...], code: int, words: str) -> None:
    done = invoke(record, *NEW, *extra)
    assert done.exit_code == code
    assert words in done.stderr


def test_nothing_to_draw_is_said(record: str, tmp_path: Path) -> None:
    done = invoke(record, "score", "-o", str(tmp_path / "plot.svg"))
    assert done.exit_code == 1
    assert "no forecast has ended" in done.stderr
