"""Event files of either layout are read alike."""

import datetime as dt
from pathlib import Path

import pytest

from benchmarks.forecast import keep_states, read_day, read_table, read_type


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2018-03-31", (2018, 3, 31)),
        ("20180331", (2018, 3, 31)),
        ("790415", (1979, 4, 15)),
        ("2011-01-02T00:00", (2011, 1, 2)),
        ("041231", (2004, 12, 31)),
    ],
)
def test_days_in_the_forms_event_data_have(text: str, iso: tuple[int, int, int]) -> None:
    assert read_day(text) == dt.date(*iso).toordinal()


@pytest.mark.parametrize("text", ["", "soon", "20181399", "1979"])
def test_what_is_no_day(text: str) -> None:
    assert read_day(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("042", "CONSULT"),
        ("190", "ASSAULT"),
        ("Make a visit", "CONSULT"),
        ("aid", "AID"),
        ("010", "STATEMENT"),
        ("x", None),
    ],
)
def test_types_by_code_and_name(text: str, kind: str | None) -> None:
    assert read_type(text) == kind


def test_a_table_is_read_and_says_what_it_leaves_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "levant.csv"
    path.write_text(
        "date,source,target,code\n790415,ISR,PAL,190\n790417,PAL,ISR,112\n790417,PAL,PAL,112\n790418,ISR,PAL,010\n",
        encoding="utf-8",
    )
    assert read_table(path, {}) == [(0, "ISR", "PAL", "ASSAULT"), (2, "PAL", "ISR", "ACCUSE")]
    printed = capsys.readouterr().out
    assert "1 rows left out: no two parties" in printed
    assert "1 rows left out: statements" in printed


def test_states_are_found_by_name_or_code() -> None:
    rows = [(0, "Russia", "North Korea", "AID"), (1, "PRK", "RUS", "AID"), (2, "Police (India)", "China", "AID")]
    assert list(keep_states(rows)) == [(0, "RUS", "PRK", "AID"), (1, "PRK", "RUS", "AID")]
