"""Claims as a table: CSV for spreadsheets, Parquet for data frames."""

import csv
from collections.abc import Iterator
from itertools import islice
from typing import IO, Any

from legation.documents.formulas import defuse
from legation.errors import LegationError
from legation.reporting.exporters.parcel import COLUMNS, NUMBERS, Exporter, Parcel, as_text, make_rows

# Rows in one group of a Parquet file.
GROUP = 20_000


def write_csv(parcel: Parcel, file: IO[bytes]) -> None:
    """Write one row for each claim, in UTF-8, after a row of names; unstated values are empty cells."""
    with as_text(file) as text:
        writer = csv.DictWriter(text, list(COLUMNS))
        writer.writeheader()
        writer.writerows({name: harmless(value) for name, value in row.items()} for row in make_rows(parcel))


def harmless(value: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers."""
    return defuse(value) if isinstance(value, str) else value


def write_parquet(parcel: Parcel, file: IO[bytes]) -> None:
    """Write one row for each claim, numbers as numbers; LegationError if pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise LegationError('Parquet needs pyarrow: pip install "legation[exchange]"') from error
    types = {name: pa.float64() if name in NUMBERS else pa.string() for name in COLUMNS}
    schema = pa.schema(list(types.items()))
    with pq.ParquetWriter(file, schema) as writer:
        rows = make_rows(parcel)
        for some in batches(rows):
            writer.write_table(pa.Table.from_pylist([typed(row) for row in some], schema=schema))


def batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Yield rows in groups."""
    while some := list(islice(rows, GROUP)):
        yield some


def typed(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with every number as one kind of number."""
    return {name: float(value) if name in NUMBERS and value is not None else value for name, value in row.items()}


CSV = Exporter("csv", ".csv", "one row a claim, for spreadsheets", write_csv)
PARQUET = Exporter("parquet", ".parquet", "one row a claim, for data frames (needs pyarrow)", write_parquet)
