"""Time expressions of a folder of texts, as TIMEX3: `python -m benchmarks.timex --text DIR --dct dct.tsv --out OUT`.

DIR holds `*.txt`; dct.tsv a line `doc<TAB>date` each, the date as "1998-02-27", "1998-02-27T08:12" or "19980227".
OUT gets one JSON object a line: {"doc", "timexes": [{"start", "end", "type", "value"}]}.
"""

import argparse
import json
import re
import sys
import time
from pathlib import Path

from legation.documents.document import Document
from legation.reading.times import find_atoms


def main(arguments: list[str] | None = None) -> None:
    """Read the texts, write the predictions, and tell the speed on stderr."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--text", type=Path, required=True)
    parser.add_argument("--dct", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    dates = read_dates(options.dct)
    words, began = 0, time.perf_counter()
    with options.out.open("w", encoding="utf-8") as out:
        for path in sorted(options.text.glob("*.txt")):
            with path.open(encoding="utf-8", newline="") as file:
                text = file.read()
            words += len(text.split())
            out.write(
                json.dumps({"doc": path.stem, "timexes": find_timexes(path.stem, text, dates.get(path.stem))}) + "\n"
            )
    spent = time.perf_counter() - began
    sys.stderr.write(f"{words} words, {words / spent:,.0f} words/s\n")


def read_dates(path: Path) -> dict[str, str]:
    """Return the publication date of each document, in ISO form."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return {row[0]: iso(row[1].strip()) for row in rows if row[1].strip()}


def iso(date: str) -> str:
    """Return "19980227…" as "1998-02-27"; other dates as they are, without a time of day."""
    match = re.match(r"(\d{4})(\d\d)(\d\d)", date)
    return "-".join(match.groups()) if match else date.split("T")[0]


def find_timexes(name: str, text: str, published: str | None) -> list[dict[str, object]]:
    """Return the TIMEX3 expressions of one text."""
    atoms = find_atoms(Document(id=name, text=text, published=published))
    # TIMEX3 does not mark named periods such as wars; their values are ranges.
    atoms = [atom for atom in atoms if "/" not in (atom.value or "")]
    return [
        {"start": atom.span.start, "end": atom.span.end, "type": atom.type.value, "value": atom.value or ""}
        for atom in atoms
    ]


if __name__ == "__main__":
    main()
