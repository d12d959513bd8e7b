"""The commands that measure, on a record made by hand: what they print, as text and as data, and how they fail."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from legation.cli.main import legation
from legation.record.session import open_engine
from tests.record.histories import add

DAYS = [f"2025-{month:02}-{day:02}" for month in (9, 10, 11, 12) for day in (3, 9, 17)]
TOLD = [f"PER AID CHL {day} happened tents {place}" for place, day in enumerate(DAYS)]
TOLD += [
    "PER ACCUSE CHL 2025-09-05 happened border",
    "CHL AID PER - planned rice",
    "KEN ACCUSE PER 2025-10-05 happened x",
]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    engine = open_engine(str(tmp_path / "r.db"))
    add(engine, TOLD)
    engine.dispose()
    return tmp_path


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(legation, ["--record", str(folder / "r.db"), *words])


def test_a_dyad_is_told_the_most_telling_first(record: Path) -> None:
    done = run(record, "dyad", "PER", "CHL", "--svg", str(record / "tie.svg"))
    assert done.exit_code == 0, done.output
    words = " ".join(done.stdout.split())
    assert words.startswith("Peru and Chile, 2025-09 to 2026-03, by month")
    for part in (
        "Levels (with 90 % intervals)",
        "Both rest on 13 events",
        "Families of conduct",
        "transfers: 12 (2025: 12)",
    ):
        assert part in words
    assert ET.parse(record / "tie.svg").getroot().tag.endswith("svg")


def test_a_dyad_as_data_has_one_object_a_line(record: Path) -> None:
    rows = [
        json.loads(line) for line in run(record, "dyad", "PER", "CHL", "--json", "--by", "week").stdout.splitlines()
    ]
    assert rows[0]["unit"] == "week"
    assert rows[0]["periods"][0] == "2025-09-01"
    assert len(rows[1]["events"]) == 13


def test_a_period_and_a_past_are_kept_to(record: Path) -> None:
    rows = run(record, "dyad", "PER", "CHL", "--from", "2025-10", "--to", "2025-11", "--json").stdout.splitlines()
    assert json.loads(rows[0])["periods"] == ["2025-10", "2025-11"]
    past = run(record, "dyad", "PER", "CHL", "--as-of", "2020-01-01")
    assert "No reporting of acts between Peru and Chile" in " ".join(past.stdout.split())


def test_blocs_are_told_with_the_conflict_between_them(record: Path) -> None:
    done = run(record, "blocs", "--least", "1")
    words = " ".join(done.stdout.split())
    assert done.exit_code == 0, done.output
    assert words.startswith("2 blocs among 3 states")
    assert "Conflict between blocs Kenya – Peru: 0 cooperative, 1 conflictual" in words
    rows = [
        json.loads(line)
        for line in run(record, "blocs", "--among", "Peru", "--among", "CHL", "--json").stdout.splitlines()
    ]
    assert [row["bond"] for row in rows if "bond" in row] == [["CHL", "PER"]]


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (("dyad", "PER", "Peru"), 1, "a dyad needs two"),
        (("dyad", "PER", "Atlantis"), 1, "Atlantis"),
        (("dyad", "PER"), 2, "Missing argument"),
        (("dyad", "PER", "CHL", "--by", "day"), 2, "'day' is not one of"),
        (("dyad", "PER", "CHL", "--from", "2026", "--to", "2025"), 2, "later than"),
        (("blocs", "--among", "Atlantis"), 1, "Atlantis"),
        (("blocs", "--least", "0"), 2, "0 is not in the range"),
    ],
)
def test_mistakes_are_told_in_a_line(record: Path, words: tuple[str, ...], status: int, message: str) -> None:
    done = run(record, *words)
    assert done.exit_code == status
    assert message in done.output
