"""Formulas in cells: whatever begins one is made harmless, and what was exported comes back as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.documents.eventdata import parse_event_data
from legation.documents.formulas import FORMULA, defuse, guard_length

TEXTS = st.text(alphabet="'=+-@\t\r\n\uff1d a1", max_size=8)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1", "'=1", "''-1"])
def test_what_begins_a_formula_gets_an_apostrophe(text: str) -> None:
    assert defuse(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Peru", "'tis", "a=1", "a'=1", "2024-06"])
def test_other_texts_stay(text: str) -> None:
    assert defuse(text) == text
    assert guard_length(text) == 0


@given(TEXTS)
def test_taking_the_apostrophe_away_gives_the_text_back(text: str) -> None:
    cell = defuse(text)
    assert cell[guard_length(cell) :] == text
    assert cell.startswith("'") or not FORMULA.match(cell)


def test_an_import_reads_the_text_without_it() -> None:
    rows = [
        ("date", "source", "type", "text"),
        ("2024-03-01", "'-Peru", "AID", "'=1+1"),
        ("2024-03-02", "'tis", "AID", "+"),
    ]
    table = io.StringIO()
    csv.writer(table).writerows(rows)
    (piece,) = parse_event_data(table.getvalue().encode(), "set.csv", "A set")
    found = [
        [piece.document.text[row.cells[name].start : row.cells[name].end] for name in ("source", "text")]
        for row in piece.rows
    ]
    assert found == [["-Peru", "=1+1"], ["'tis", "+"]]
