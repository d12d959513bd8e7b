"""Event data in pieces: spans are the table's own characters, pieces are tables of their own, bad tables say why."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.documents.document import content_id
from legation.documents.eventdata import PIECE, find_cells, find_records, parse_event_data
from legation.errors import UnreadableDocument

HEADER = "date,source,target,type\n"


def rows_of(text: str, columns: dict[str, str] | None = None) -> list[dict[str, str]]:
    pieces = parse_event_data(text.encode(), "set.csv", "A set", columns)
    return [
        {name: span.of(piece.document.text) for name, span in row.cells.items()}
        for piece in pieces
        for row in piece.rows
    ]


def test_cells_are_found_by_their_columns_names() -> None:
    text = "Event Date\tActor Name\tRecipient Name\tEvent Type\n2024-01-02\tKenya\tChile\tAID\n"
    assert rows_of(text) == [{"date": "2024-01-02", "source": "Kenya", "target": "Chile", "type": "AID"}]


def test_columns_can_be_named() -> None:
    text = "when,a,b,what\n2024-01-02,Kenya,,AID\n"
    assert rows_of(text, columns={"date": "when", "source": "a", "target": "b", "type": "what"}) == [
        {"date": "2024-01-02", "source": "Kenya", "type": "AID"}
    ]


def test_quoted_cells_may_hold_commas_and_line_breaks() -> None:
    assert rows_of(f'{HEADER}2024-01-02,"Kenya, Republic\nof",Chile,AID\n')[0]["source"] == "Kenya, Republic\nof"


def test_a_piece_is_a_table_of_its_own() -> None:
    text = HEADER + "2024-01-02,Kenya,Chile,AID\n" * (PIECE + 1)
    pieces = list(parse_event_data(text.encode(), "set.csv", "A set"))
    assert [len(piece.rows) for piece in pieces] == [PIECE, 1]
    assert all(piece.document.text.startswith(HEADER) for piece in pieces)
    assert all(piece.document.id == content_id(piece.original) for piece in pieces)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "an empty table"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"a,b\n1,2\n", "no column for date, source, type among a, b"),
    ],
)
def test_a_bad_table_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        list(parse_event_data(data, "set.csv", "A set"))


def test_a_column_that_is_not_there_is_named() -> None:
    with pytest.raises(UnreadableDocument, match="no column when; there are"):
        rows_of(f"{HEADER}2024,A,B,AID\n", columns={"date": "when"})


cells = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=8)


@given(st.lists(st.lists(cells, min_size=2, max_size=2).filter(lambda row: any(map(str.strip, row))), min_size=1))
def test_cells_are_those_of_the_csv_module(table: list[list[str]]) -> None:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(table)
    text = stream.getvalue()
    found = [
        [text[start:end][first:last].replace('""', '"') for first, last in find_cells(text[start:end], ",")]
        for start, end in find_records(text)
    ]
    assert found == table
